/** `facts`: the queries fit the role that is asked about. */
import { type LintProblem, problem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { type Need, needModel } from './lint-rows.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec } from './schema.ts';
import type { FactsStep } from './steps.ts';

/** About the fields of a role, and about the routes of an API. The others are about the whole project. */
const OF_FIELDS = ['slot', 'kind', 'automatic', 'unmistakable'];
const OF_API = ['pagination', 'version'];

export function lintFactsStep(
  spec: ExerciseSpec,
  step: FactsStep,
  path: PropertyKey[],
  need: Need,
): LintProblem[] {
  const role = step.role === undefined ? undefined : spec.roles[step.role];
  const wrongRole = needModel(need, ['role'], step.role, spec);
  if (wrongRole.length > 0) return wrongRole;
  const unfit = Object.keys(step.expect).flatMap((key) => {
    const query = parseQuery(key);
    const name = 'problem' in query ? '' : query.name;
    const at = [...path, 'expect', key];
    if ((OF_FIELDS.includes(name) || OF_API.includes(name)) && role === undefined)
      return [problem(at, `"${name}" is about a role: about which?`, key, 'Add `role`.', 'key')];
    return OF_API.includes(name) && role?.role === 'content'
      ? [problem(at, `"${name}" is about the routes of an API.`, key, 'Remove it.', 'key')]
      : [];
  });
  const slots = role !== undefined && 'slots' in role ? Object.keys(role.slots) : [];
  return unfit.length > 0
    ? unfit
    : lintQueries(step.expect, [...path, 'expect'], { spec, rows: new Map(), slots });
}
