/** `given`: whose row it is, and that it can be connected with the rows that it names. */
import { type LintProblem, problem } from './lint-problem.ts';
import { type Need, needModel, needRow, type Rows } from './lint-rows.ts';
import { contentNamed, contentsOf, leadsTo } from './pages.ts';
import type { ExerciseSpec } from './schema.ts';
import type { GivenStep } from './steps.ts';

export function lintGivenStep(
  spec: ExerciseSpec,
  step: GivenStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  return [
    ...needModel(need, ['row'], step.row, spec),
    ...need(['of'], 'actor', step.of, spec.actors),
    ...(spec.roles[step.row]?.role === 'resource' ? ofPagesOnly(step, path) : []),
    ...(contentNamed(spec, step.row) === undefined
      ? []
      : [
          ...connected('under', step, path, leadsTo(spec, step.row, 'one'), rows, need),
          ...connected('onto', step, path, labelled(spec, step.row), rows, need),
        ]),
  ];
}

/** Roles that rows of this one are attached to: a `many` slot leads from one of them to the other. */
const labelled = (spec: ExerciseSpec, row: string): string[] => [
  ...contentsOf(spec).filter((name) => leadsTo(spec, name, 'many').includes(row)),
  ...leadsTo(spec, row, 'many'),
];

function connected(
  key: 'under' | 'onto',
  step: GivenStep,
  path: PropertyKey[],
  roles: string[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const id = step[key];
  if (id === undefined) return [];
  if (roles.length === 0)
    return [
      problem(
        [...path, key],
        key === 'under'
          ? `"${step.row}" has no slot of the kind one, so its rows belong to none.`
          : `No slot of the kind many leads from "${step.row}" or to it, so its rows are attached to none.`,
        id,
        `Add such a slot, or remove \`${key}\`.`,
        'key',
      ),
    ];
  return needRow(need, [key], id, roles, rows);
}

const OF_PAGES = ['count', 'days-old', 'under', 'onto', 'optional', 'markup'] as const;

const ofPagesOnly = (step: GivenStep, path: PropertyKey[]): LintProblem[] =>
  OF_PAGES.filter((key) => step[key] !== undefined).map((key) =>
    problem(
      [...path, key],
      `\`${key}\` is for rows of a role content: here it says nothing.`,
      key,
      'Remove it.',
      'key',
    ),
  );
