/** Points earned, judged and possible: what could not be judged stays in `possible`, so that it never disappears silently. */
import type { Report, RequirementResult } from '../report/schema.ts';

const JUDGED = new Set(['pass', 'fail', 'blocked']);

export function scoreOf(requirements: readonly RequirementResult[]): Report['score'] {
  const sum = (chosen: readonly RequirementResult[], points: (one: RequirementResult) => number): number =>
    chosen.filter((one) => !one.advice).reduce((total, one) => total + points(one), 0);
  return {
    earned: sum(requirements, (one) => one.points.earned),
    judged: sum(
      requirements.filter((one) => JUDGED.has(one.state)),
      (one) => one.points.possible,
    ),
    possible: sum(requirements, (one) => one.points.possible),
  };
}
