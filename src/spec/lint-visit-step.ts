/** `visit`: the page exists, and what it is the page of is said. */
import { type LintProblem, problem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { type Need, needRow, type Rows } from './lint-rows.ts';
import { pagesOf } from './pages.ts';
import type { ExerciseSpec } from './schema.ts';
import type { VisitStep } from './steps.ts';

export function lintVisitStep(
  spec: ExerciseSpec,
  step: VisitStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const pages = pagesOf(spec);
  return [
    ...need(['page'], 'page', step.page, pages),
    ...(pages.includes(step.page) ? lintTarget(step, path, rows, need) : []),
    ...lintCompared(step, path),
    ...need(['as'], 'actor', step.as, ['anonymous', ...spec.actors]),
    ...need(['standin'], 'actor', step.standin, spec.actors),
    ...lintQueries(step.expect, [...path, 'expect'], { spec, rows, slots: [] }),
  ];
}

/** The page of a row needs the row; that of a label one that is attached. */
function lintTarget(step: VisitStep, path: PropertyKey[], rows: Rows, need: Need): LintProblem[] {
  const [role = '', page = ''] = step.page.split('.');
  const label = page.startsWith('by-') ? page.slice('by-'.length) : null;
  if (page !== 'detail' && label === null)
    return step.target === undefined ? [] : [sameForAll(step, 'target', path)];
  if (step.target === undefined)
    return [
      problem(
        [...path, 'page'],
        `"${step.page}" is the page of a row: of which?`,
        step.page,
        `Add \`target\`, the id of a \`given\` step with \`row: ${label ?? role}\`.`,
      ),
    ];
  return [
    ...needRow(need, ['target'], step.target, [label ?? role], rows),
    ...needRow(need, ['compared-with'], step['compared-with'], [label ?? role], rows),
    ...(label === null
      ? []
      : (['target', 'compared-with'] as const).flatMap((key) => attached(label, step, key, path, rows))),
  ];
}

/** The page of a label is looked for from a row that has it. */
function attached(
  role: string,
  step: VisitStep,
  key: 'target' | 'compared-with',
  path: PropertyKey[],
  rows: Rows,
): LintProblem[] {
  const id = step[key];
  const label = id === undefined ? undefined : rows.get(id);
  return label?.row !== role || label.onto !== undefined
    ? []
    : [
        problem(
          [...path, key],
          `"${label.id}" is attached to no row, from which its page could be found.`,
          label.id,
          `Add \`onto\` to the step "${label.id}".`,
        ),
      ];
}

/** The query and the row that it needs go together. */
function lintCompared(step: VisitStep, path: PropertyKey[]): LintProblem[] {
  const asked = Object.keys(step.expect).filter((query) => /^compared\b/.test(query));
  const other = step['compared-with'];
  if (other !== undefined && /\.(list|create)$/.test(step.page))
    return [sameForAll(step, 'compared-with', path)];
  if (other === undefined)
    return asked.map((query) =>
      problem(
        [...path, 'expect', query],
        `"${query}" needs \`compared-with\`, which is not here.`,
        query,
        'Add `compared-with`, the id of a `given` step.',
        'key',
      ),
    );
  return asked.length > 0
    ? []
    : [
        problem(
          [...path, 'compared-with'],
          '`compared-with` is for the query `compared`, which is not here.',
          other,
          'Add `compared ROW` to `expect`, or remove it.',
          'key',
        ),
      ];
}

const sameForAll = (step: VisitStep, key: string, path: PropertyKey[]): LintProblem =>
  problem(
    [...path, key],
    `"${step.page}" is the same page for every row: \`${key}\` says nothing here.`,
    key,
    'Remove it.',
    'key',
  );
