/**
 * Two runs never take the same milliseconds in every place: a result that is there twice has been copied. Which of the
 * two is the copy cannot be told from here, so both are marked.
 */
import { createHash } from 'node:crypto';
import type { Report } from '../report/schema.ts';
import type { CohortLearner, CohortResult } from './model.ts';

const COPIED = 'Another learner has handed in the very same result.';

/** The commit is left out: whoever copies a result would put in their own. */
export function printOf({ exercise, seed, startedAt, timings, requirements }: Report): string {
  const states = requirements.map(({ id, state, milliseconds }) => [id, state, milliseconds]);
  return createHash('sha256')
    .update(JSON.stringify([exercise.id, seed, startedAt, timings, states]))
    .digest('hex');
}

export function markSameResults(
  learners: readonly CohortLearner[],
  prints: ReadonlyMap<CohortResult, string>,
): void {
  const owners = new Map<string, Set<string>>();
  const each = (visit: (learner: CohortLearner, result: CohortResult, print: string) => void): void => {
    for (const learner of learners)
      for (const result of learner.results) {
        const print = prints.get(result);
        if (print !== undefined) visit(learner, result, print);
      }
  };
  each((learner, _, print) => owners.set(print, (owners.get(print) ?? new Set()).add(learner.id)));
  each((learner, result, print) => {
    const sameAs = [...(owners.get(print) ?? [])].filter((id) => id !== learner.id).slice(0, 20);
    if (sameAs.length > 0)
      result.trust = {
        level: 'unverified',
        reasons: [...new Set([...result.trust.reasons, COPIED])],
        sameAs,
      };
  });
}
