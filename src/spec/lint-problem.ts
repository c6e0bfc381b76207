/** A mistake that a schema cannot see, before it is given its place in the file. */
import { nearestName } from '../config/nearest-name.ts';

export interface LintProblem {
  path: PropertyKey[];
  side: 'key' | 'value';
  message: string;
  found: string;
  allowed: string;
  advice: string;
}

export const problem = (
  path: PropertyKey[],
  message: string,
  found: string,
  advice: string,
  side: LintProblem['side'] = 'value',
): LintProblem => ({ path, side, message, found, allowed: '', advice });

/** A name that stands for nothing, with the names that do. */
export function unknown(
  path: PropertyKey[],
  kind: string,
  found: string,
  allowed: readonly string[],
  side: LintProblem['side'] = 'value',
): LintProblem {
  const near = nearestName(found, allowed);
  const none = /^row\b/.test(kind) ? NO_ROW : `There is no ${kind} here: add one before it is used.`;
  const advice = allowed.length === 0 ? none : near ? `Did you mean "${near}"?` : '';
  return {
    path,
    side,
    message: `"${found}" is not a known ${kind}.`,
    found,
    allowed: [...new Set(allowed)].join(', '),
    advice,
  };
}

export const NO_ROW = 'Add a step such as { probe: given, id: own, row: ROLE, of: ACTOR } before this one.';
