/** Since when a requirement has not been passed: who is stuck is who tried again and again. */
import type { State } from '../../report/schema.ts';
import type { HistoryEntry } from '../model.ts';
import { FAILING } from './data.ts';

export interface Streak {
  runs: number;
  /** ISO */
  since: string;
}

/** `history` oldest first, with the run of now at its end. A run in which the grader broke says nothing either way. */
export function streakOf(
  requirement: string,
  history: readonly Pick<HistoryEntry, 'at' | 'states'>[],
): Streak {
  let streak: Streak = { runs: 0, since: '' };
  for (const { at, states } of history.toReversed()) {
    const state: State = states[requirement] ?? 'skipped';
    if (state === 'error') continue;
    if (!FAILING.has(state)) break;
    streak = { runs: streak.runs + 1, since: at };
  }
  return streak;
}
