/** `exercises` and `explain`: what can be graded, and what is looked at, straight from the specs. */
import { resolve } from 'node:path';
import { nearestName } from '../config/nearest-name.ts';
import type { Page } from '../report/terminal-page.ts';
import { count, number, points } from '../report/words.ts';
import { gradersFolder } from '../run/graders-folder.ts';
import { UsageProblem } from '../run/options.ts';
import { stepInWords } from '../spec/in-words.ts';
import { exerciseIds, loadExercise } from '../spec/load.ts';
import type { ExerciseSpec, RequirementSpec } from '../spec/schema.ts';
import { pageFor } from './page.ts';

export async function exercisesCommand(graders?: string): Promise<void> {
  const folder = graders === undefined ? gradersFolder() : resolve(graders);
  const ids = await exerciseIds(folder);
  if (ids.length === 0)
    throw new UsageProblem([`There is no exercise in ${folder}: an exercise is a file that ends with .yml.`]);
  const loaded = await Promise.all(ids.map((id) => loadExercise(folder, id)));
  const page = pageFor(process.stdout);
  print(loaded.flatMap(({ spec }) => renderExercise(spec, page)));
}

export async function explainCommand(
  exercise: string,
  requirement: string | undefined,
  graders?: string,
): Promise<void> {
  const folder = graders === undefined ? gradersFolder() : resolve(graders);
  const { spec } = await loadExercise(folder, exercise);
  const page = pageFor(process.stdout);
  print(requirement === undefined ? explainExercise(spec, page) : explainOne(spec, requirement, page));
}

/** An exercise with its requirements, one per line. */
export function renderExercise(spec: ExerciseSpec, page: Page): string[] {
  const width = Math.max(...spec.requirements.map(({ id }) => id.length));
  return [
    ...heading(spec, page),
    ...spec.requirements.map(
      (one) => `  ${one.id.padEnd(width)}  ${worth(one).padStart(6)}  ${page.cut(one.title, width + 12)}`,
    ),
    '',
  ];
}

export function explainExercise(spec: ExerciseSpec, page: Page): string[] {
  return [
    ...heading(spec, page),
    ...spec.requirements.flatMap((one) => explainRequirement(spec, one, page)),
    '',
    ...page.wrap(`explain ${spec.exercise} REQUIREMENT also shows what to do when it does not pass.`),
  ];
}

export function explainOne(spec: ExerciseSpec, id: string, page: Page): string[] {
  const ids = spec.requirements.map((one) => one.id);
  const requirement = spec.requirements.find((one) => one.id === id);
  if (requirement === undefined) {
    const near = nearestName(id, ids);
    throw new UsageProblem([
      `"${id}" is not a requirement of ${spec.exercise}.${near ? ` Did you mean "${near}"?` : ''}`,
      `There are: ${ids.join(', ')}.`,
    ]);
  }
  const { hints, missing } = requirement;
  const help = [...new Set([...(missing === undefined ? [] : [missing]), ...hints.map(({ say }) => say)])];
  return [
    ...explainRequirement(spec, requirement, page).slice(1),
    ...section('What to do when it does not pass', help, page),
  ];
}

function explainRequirement(spec: ExerciseSpec, requirement: RequirementSpec, page: Page): string[] {
  const head = page.wrap(`${requirement.id}: ${requirement.title} (${worth(requirement, 'long')})`);
  const checks = requirement.steps.flatMap((step) => {
    const { does, expects } = stepInWords(step, spec);
    return [...bullet(does, 4, page), ...expects.flatMap((one) => bullet(one, 8, page))];
  });
  return [
    '',
    ...head.map(page.bold),
    '  What is checked',
    ...checks,
    ...section('Usual wrong ways', requirement['wrong-ways'], page),
  ];
}

function heading(spec: ExerciseSpec, page: Page): string[] {
  const possible = spec.requirements.reduce((sum, one) => sum + (one.points ?? 0), 0);
  const size = `${count(spec.requirements.length, 'requirement')}, ${points(possible)}`;
  return [...page.wrap(`${spec.exercise}: ${spec.title}`).map(page.bold), `${spec.roadmap}. ${size}.`];
}

const section = (title: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.flatMap((line) => bullet(line, 4, page))];

/** `- text`, with further lines under the text. */
function bullet(text: string, indent: number, page: Page): string[] {
  const [first = '', ...rest] = page.wrap(text, indent + 2);
  return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
}

const worth = (requirement: RequirementSpec, length: 'short' | 'long' = 'short'): string =>
  requirement.advice
    ? length === 'long'
      ? 'advice, never counted'
      : 'advice'
    : length === 'long'
      ? points(requirement.points ?? 0)
      : number(requirement.points ?? 0);

const print = (lines: readonly string[]): void =>
  void process.stdout.write(`${lines.join('\n').trimEnd()}\n`);
