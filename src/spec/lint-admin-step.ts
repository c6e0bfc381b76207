/** `admin`: one of its three uses at a time, each with the rows and the queries that it needs. */
import { type LintProblem, problem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { type Need, needRow, ofRoles, type Rows } from './lint-rows.ts';
import { contentsOf, slotsOfKind } from './pages.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec } from './schema.ts';
import type { AdminStep } from './steps.ts';

export function lintAdminStep(
  spec: ExerciseSpec,
  step: AdminStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const contents = contentsOf(spec);
  const ofWrongRole = need(['of'], 'content', step.of, contents);
  if (ofWrongRole.length > 0) return ofWrongRole;
  const row = (key: PropertyKey[], id: string | undefined) => needRow(need, key, id, [step.of], rows);
  const searched = slotsOfKind(spec, step.of, ['text', 'longtext', 'user', 'person']);
  return [
    ...row(['search', 'of'], step.search?.of),
    ...need(['search', 'slot'], 'slot to search by', step.search?.slot, searched),
    ...(step.keeps ?? []).flatMap((id, index) => row(['keeps', index], id)),
    ...(step.hides ?? []).flatMap((id, index) => row(['hides', index], id)),
    ...uses(step, path),
    ...lintQueries(step.expect, [...path, 'expect'], { spec, rows: ofRoles(rows, [step.of]), slots: [] }),
  ];
}

/** What a query is about, by the keys of the step that make it so. */
const NEEDS: Record<string, 'search' | 'keeps'> = { finds: 'search', filter: 'keeps' };

function uses(step: AdminStep, path: PropertyKey[]): LintProblem[] {
  const { search, keeps, hides } = step;
  const filters = keeps !== undefined || hides !== undefined;
  const at = keeps === undefined ? 'hides' : 'keeps';
  return [
    ...(search !== undefined && filters
      ? [problem([...path, at], 'A step searches or filters, not both.', at, 'Make a step for each.', 'key')]
      : []),
    ...(hides !== undefined && keeps === undefined
      ? [
          problem(
            [...path, 'hides'],
            'A filter that hides rows must leave others: which?',
            'hides',
            'Add `keeps`.',
            'key',
          ),
        ]
      : []),
    ...Object.keys(step.expect).flatMap((key) => {
      const query = parseQuery(key);
      const needed = 'problem' in query ? undefined : NEEDS[query.name];
      return needed === undefined || step[needed] !== undefined
        ? []
        : [
            problem(
              [...path, 'expect', key],
              `"${key}" needs \`${needed}\`, which is not here.`,
              key,
              `Add \`${needed}\`.`,
              'key',
            ),
          ];
    }),
  ];
}
