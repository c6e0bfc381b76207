/** Reads exercises from `graders/` and refuses a wrong one with the place and what to do, before any learner is graded. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nearestName } from '../config/nearest-name.ts';
import { type ConfigProblem, formatProblem, parsePositioned } from '../config/positioned-yaml.ts';
import { plain } from '../report/boundary.ts';
import { UsageProblem } from '../run/options.ts';
import { lint } from './lint.ts';
import { type ExerciseSpec, exerciseSchema } from './schema.ts';

export interface LoadedExercise {
  spec: ExerciseSpec;
  /** sha256 of the file */
  digest: string;
}

/** Carries every mistake of a spec, in the order of the file. */
export class SpecProblem extends Error {
  readonly problems: ConfigProblem[];
  constructor(problems: ConfigProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'SpecProblem';
    this.problems = problems;
  }
}

/** The exercise with this id; names the nearest id where there is none. */
export async function loadExercise(folder: string, id: string): Promise<LoadedExercise> {
  const known = await exerciseIds(folder);
  if (known.includes(id)) return loadFile(join(folder, `${id}.yml`));
  const near = nearestName(id, known);
  throw new UsageProblem([
    `There is no exercise "${plain(id)}".${near ? ` Did you mean "${near}"?` : ''}`,
    `There are: ${known.join(', ')}.`,
  ]);
}

/** `shown` is how the file is called where it is wrong. */
export async function loadFile(path: string, shown = basename(path)): Promise<LoadedExercise> {
  const text = await readFile(path, 'utf8');
  const read = parsePositioned(exerciseSchema, text, shown);
  if (!read.ok) throw new SpecProblem(read.problems);
  const problems = lint(read.value).map(({ path: at, side, ...explanation }) =>
    read.problemAt(at, side, explanation),
  );
  if (problems.length > 0)
    throw new SpecProblem(problems.toSorted((a, b) => a.line - b.line || a.column - b.column));
  return { spec: read.value, digest: createHash('sha256').update(text).digest('hex') };
}

export async function exerciseIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new UsageProblem([`${folder} is not a folder of exercises that can be read.`]);
  });
  return names
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -4))
    .sort();
}
