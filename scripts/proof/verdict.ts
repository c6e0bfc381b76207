import type { Report, RequirementResult } from '../../src/report/schema.ts';

export interface Violation {
  requirement: string;
  /** what is wrong, with the reason line of the report */
  message: string;
}

/** Advice is reported and never counted, so it is not gated either. */
export const countedOf = (report: Report): RequirementResult[] =>
  report.requirements.filter((one) => !one.advice);

/** What a report must say about an app without a fault (`breaks` null) or with one. There are no exceptions. */
export function violationsOf(report: Report, breaks: string | null, also: string[] = []): Violation[] {
  if (report.outcome !== 'completed')
    return [
      { requirement: '-', message: `${report.outcome}: ${report.problem?.message ?? 'no reason given'}` },
    ];
  const counted = countedOf(report);
  if (counted.length === 0) return [{ requirement: '-', message: 'nothing was judged' }];
  const unknown = breaks !== null && !counted.some((one) => one.id === breaks);
  return [
    ...(unknown ? [{ requirement: breaks, message: 'is no counted requirement of this exercise' }] : []),
    ...counted
      .filter((one) => !allowed(one, breaks, also))
      .map((one) => ({
        requirement: one.id,
        message: `${one.id === breaks ? 'must fail, but is' : 'must pass, but is'} ${one.state}: ${one.reason}`,
      })),
  ];
}

/**
 * The broken requirement fails; every other one passes, is the mentor's to decide, does not apply to such an app, or
 * waits for the broken one and says so.
 */
function allowed(one: RequirementResult, breaks: string | null, also: string[]): boolean {
  if (one.id === breaks) return one.state === 'fail';
  if (also.includes(one.id) && one.state === 'fail') return true;
  return (
    ['pass', 'review', 'skipped'].includes(one.state) ||
    (breaks !== null && one.state === 'blocked' && one.blockedBy === breaks)
  );
}
