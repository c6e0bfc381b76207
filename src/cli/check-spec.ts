/** `check-spec`: every mistake of an exercise file at once, each with its place and what to do. */
import { basename, resolve } from 'node:path';
import { count, number } from '../report/words.ts';
import { UsageProblem } from '../run/options.ts';
import { type LoadedExercise, loadFile } from '../spec/load.ts';
import type { ExerciseSpec } from '../spec/schema.ts';

export async function checkSpecCommand(file: string): Promise<void> {
  const { spec } = await read(file);
  process.stdout.write(`${file}: ok, ${sizeOf(spec)}.\n`);
  for (const note of notesOn(spec, file)) process.stdout.write(`${note}\n`);
}

async function read(file: string): Promise<LoadedExercise> {
  try {
    return await loadFile(resolve(file), file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageProblem([`${file} cannot be read: there is no such file.`]);
    if (code === 'EISDIR')
      throw new UsageProblem([`${file} is a folder. Name a file, such as ${file}/ID.yml.`]);
    throw error;
  }
}

function sizeOf({ requirements, roles }: ExerciseSpec): string {
  const advice = requirements.filter((one) => one.advice).length;
  const possible = requirements.reduce((sum, one) => sum + (one.points ?? 0), 0);
  const steps = requirements.reduce((sum, one) => sum + one.steps.length, 0);
  return [
    `${count(requirements.length, 'requirement')}${advice > 0 ? ` (${advice} of them advice)` : ''}`,
    `${number(possible)} points`,
    count(steps, 'step'),
    count(Object.keys(roles).length, 'role'),
  ].join(', ');
}

/** Not wrong, but worth knowing before a learner is graded. */
export function notesOn(spec: ExerciseSpec, file: string): string[] {
  const id = basename(file, '.yml');
  const unhinted = spec.requirements.filter((one) => one.hints.length === 0).map((one) => one.id);
  const [first = ''] = spec.requirements.map((one) => one.id);
  return [
    ...(id === spec.exercise
      ? []
      : [`Call the file ${spec.exercise}.yml: an exercise is found by the name of its file.`]),
    ...(spec.catalogue === undefined
      ? [
          `Add "catalogue: [${first}, …]" with every id that the roadmap asks for: then a forgotten one is found.`,
        ]
      : []),
    ...(unhinted.length > 0 ? [`No hint tells the learner what to do: ${unhinted.join(', ')}.`] : []),
  ];
}
