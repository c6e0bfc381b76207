/** Rows that earlier steps made, and the roles that they are rows of. */
import type { LintProblem } from './lint-problem.ts';
import { contentsOf } from './pages.ts';
import type { ExerciseSpec } from './schema.ts';
import type { GivenStep } from './steps.ts';

/** The steps that made rows, by their ids. */
export type Rows = ReadonlyMap<string, GivenStep>;

/** Holds one value of a step against what it may be. */
export type Need = (
  key: PropertyKey[],
  kind: string,
  text: string | undefined,
  allowed: readonly string[],
) => LintProblem[];

/** The value must be a role with slots. */
export const needModel = (
  need: Need,
  key: PropertyKey[],
  name: string | undefined,
  spec: ExerciseSpec,
): LintProblem[] =>
  need(
    key,
    contentsOf(spec).length > 0 ? 'content' : 'resource',
    name,
    Object.entries(spec.roles).flatMap(([one, role]) => ('slots' in role ? [one] : [])),
  );

/** The value must be a row of one of these roles. */
export const needRow = (
  need: Need,
  key: PropertyKey[],
  id: string | undefined,
  roles: readonly string[],
  rows: Rows,
): LintProblem[] =>
  need(key, id !== undefined && rows.has(id) ? `row of ${roles.join(' or ')}` : 'row', id, [
    ...ofRoles(rows, roles).keys(),
  ]);

/** The rows of these roles. */
export const ofRoles = (rows: Rows, roles: readonly string[]): Rows =>
  new Map([...rows].filter(([, { row }]) => roles.includes(row)));
