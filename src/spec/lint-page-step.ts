/** The steps that use pages, forms and the admin: their names must stand for something. */
import { lintAdminStep } from './lint-admin-step.ts';
import type { LintProblem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import type { Need, Rows } from './lint-rows.ts';
import { lintSubmitStep } from './lint-submit-step.ts';
import { lintVisitStep } from './lint-visit-step.ts';
import { contentNamed, contentsOf } from './pages.ts';
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
      return [...standsOn(spec, step, need), ...lintVisitStep(spec, step, path, rows, need)];
    case 'submit':
      return [...standsOn(spec, step, need), ...lintSubmitStep(spec, step, path, rows, need)];
    case 'admin':
      return [...standsOn(spec, step, need), ...lintAdminStep(spec, step, path, rows, need)];
    case 'links':
      return [
        ...need(['as'], 'actor', step.as, spec.actors),
        ...(step['apart-from'] ?? []).flatMap((id, index) =>
          need(
            ['apart-from', index],
            'requirement',
            id,
            spec.requirements.map((one) => one.id),
          ),
        ),
        ...lintQueries(step.expect, [...path, 'expect'], { spec, rows, slots: [] }),
      ];
  }
}

/** What a step stands on is one slot of one role. */
const standsOn = (spec: ExerciseSpec, step: VisitStep | SubmitStep | AdminStep, need: Need): LintProblem[] =>
  need(
    ['slot'],
    'slot',
    step.slot,
    contentsOf(spec).flatMap((name) =>
      Object.keys(contentNamed(spec, name)?.slots ?? {}).map((slot) => `${name}.${slot}`),
    ),
  );
