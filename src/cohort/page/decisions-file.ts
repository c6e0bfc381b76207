/** What a mentor decided on the page, added to what was decided before: a file that `readCohort` merges into the results. */
import type { Decision } from '../model.ts';

/** The newest decision about the same thing counts; older ones about other commits stay, they are history. */
export function mergeDecisions(before: readonly Decision[], made: readonly Decision[]): Decision[] {
  const newest = new Map<string, Decision>();
  for (const one of [...before, ...made]) {
    const key = JSON.stringify([one.learner, one.exercise, one.requirement, one.commit]);
    const known = newest.get(key);
    if (known === undefined || Date.parse(known.at) <= Date.parse(one.at)) newest.set(key, one);
  }
  return [...newest.values()];
}

export function decisionsFile(before: readonly Decision[], made: readonly Decision[]): string {
  return `${JSON.stringify(mergeDecisions(before, made), null, 2)}\n`;
}
