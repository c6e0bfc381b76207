/** The steps that use pages, forms and the admin: their names must stand for something. */
import { lintAdminStep } from './lint-admin-step.ts';
import { type LintProblem, problem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { type Need, needRow, type Rows } from './lint-rows.ts';
import { lintSubmitStep } from './lint-submit-step.ts';
import { pagesOf } from './pages.ts';
import type { ExerciseSpec } from './schema.ts';
import type { AdminStep, LinksStep, SubmitStep, VisitStep } from './steps.ts';

export function lintPageStep(
  spec: ExerciseSpec,
  step: VisitStep | SubmitStep | AdminStep | LinksStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  switch (step.probe) {
    case 'visit':
      return lintVisitStep(spec, step, path, rows, need);
    case 'submit':
      return lintSubmitStep(spec, step, path, rows, need);
    case 'admin':
      return lintAdminStep(spec, step, path, rows, need);
    case 'links':
      return [
        ...need(['as'], 'actor', step.as, spec.actors),
        ...lintQueries(step.expect, [...path, 'expect'], { spec, rows, slots: [] }),
      ];
  }
}

function lintVisitStep(
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
    ...need(['as'], 'actor', step.as, ['anonymous', ...spec.actors]),
    ...need(['standin'], 'actor', step.standin, spec.actors),
    ...lintQueries(step.expect, [...path, 'expect'], { spec, rows, slots: [] }),
  ];
}

/** The page of a row needs the row; that of a label also a row that it shows, by which it is recognised. */
function lintTarget(step: VisitStep, path: PropertyKey[], rows: Rows, need: Need): LintProblem[] {
  const [role = '', page = ''] = step.page.split('.');
  const label = page.startsWith('by-') ? page.slice('by-'.length) : null;
  if (page !== 'detail' && label === null)
    return step.target === undefined
      ? []
      : [
          problem(
            [...path, 'target'],
            `"${step.page}" is the same page for every row: \`target\` says nothing here.`,
            step.target,
            'Remove it.',
            'key',
          ),
        ];
  if (step.target === undefined)
    return [
      problem(
        [...path, 'page'],
        `"${step.page}" is the page of a row: of which?`,
        step.page,
        `Add \`target\`, the id of a \`given\` step that makes a ${label ?? role}.`,
      ),
    ];
  const shown = Object.entries(step.expect).find(([query]) => /^shows\b/.test(query));
  return [
    ...needRow(need, ['target'], step.target, [label ?? role], rows),
    ...(label !== null && shown?.[1] !== true
      ? [
          problem(
            [...path, 'expect'],
            `"${step.page}" is recognised by a row that it shows: by which?`,
            step.page,
            `Begin \`expect\` with \`shows ROW: true\`, where ROW is a ${role} with this ${label}.`,
          ),
        ]
      : []),
  ];
}
