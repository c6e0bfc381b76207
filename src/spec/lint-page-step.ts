/** The steps that use pages, forms and the admin: their names must stand for something. */
import type { LintProblem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import type { Earlier, Need } from './lint-step.ts';
import type { ExerciseSpec } from './schema.ts';
import type { AdminStep, LinksStep, SubmitStep, VisitStep } from './steps.ts';

export function lintPageStep(
  spec: ExerciseSpec,
  step: VisitStep | SubmitStep | AdminStep | LinksStep,
  path: PropertyKey[],
  { rows }: Earlier,
  need: Need,
): LintProblem[] {
  const contents = Object.entries(spec.roles).flatMap(([name, { role }]) =>
    role === 'content' ? [name] : [],
  );
  const pages = pagesOf(spec, contents);
  const anybody = ['anonymous', ...spec.actors];
  const queries = lintQueries(step.expect, [...path, 'expect'], { rows, slots: [] });
  switch (step.probe) {
    case 'visit':
      return [
        ...need(['page'], 'page', step.page, pages),
        ...need(['target'], 'row', step.target, rows),
        ...need(['as'], 'actor', step.as, anybody),
        ...need(['standin'], 'actor', step.standin, spec.actors),
        ...queries,
      ];
    case 'submit':
      return [
        ...need(
          ['form'],
          'form',
          step.form,
          pages.filter((page) => /^login$|\.create$/.test(page)),
        ),
        ...need(['target'], 'row', step.target, rows),
        ...need(['as'], 'actor', step.as, anybody),
        ...need(['send', 'author'], 'actor', step.send?.author, spec.actors),
        ...need(['send', 'tag'], 'row', step.send?.tag, rows),
        ...need(['send', 'slot'], 'slot', step.send?.slot, slotsOfPage(spec, step.form)),
        ...queries,
      ];
    case 'admin':
      return [
        ...need(['of'], 'content', step.of, contents),
        ...need(['search', 'of'], 'row', step.search?.of, rows),
        ...need(['search', 'slot'], 'slot', step.search?.slot, slotsOfPage(spec, step.of)),
        ...[...(step.keeps ?? []), ...(step.hides ?? [])].flatMap((row) => need(['keeps'], 'row', row, rows)),
        ...queries,
      ];
    case 'links':
      return [...need(['as'], 'actor', step.as, spec.actors), ...queries];
  }
}

/** "login", and for each content its pages. */
function pagesOf(spec: ExerciseSpec, contents: string[]): string[] {
  const login = Object.entries(spec.roles).flatMap(([name, { role }]) =>
    role === 'account.login' ? [name] : [],
  );
  return [
    ...login,
    ...contents.flatMap((name) => [
      ...['list', 'detail', 'create'].map((page) => `${name}.${page}`),
      ...contents.filter((other) => other !== name).map((other) => `${name}.by-${other}`),
    ]),
  ];
}

function slotsOfPage(spec: ExerciseSpec, page: string): string[] {
  const role = spec.roles[page.split('.')[0] ?? ''];
  return role !== undefined && 'slots' in role ? Object.keys(role.slots) : [];
}
