import type { Report, RequirementResult } from '../../src/report/schema.ts';

export interface Violation {
  requirement: string;
  /** what is wrong, with the reason line of the report */
  message: string;
}

/** Advice is reported and never counted, so it is not gated either. */
export const countedOf = (report: Report): RequirementResult[] =>
  report.requirements.filter((one) => !one.advice);

export interface Leeway {
  /** requirements that may fail, too, because they see the same fault in another way */
  also?: readonly string[];
  /** requirements that nobody can pass in this app: a mentor decides, or there is nothing of the kind */
  open?: readonly string[];
}

/** What a base leaves open, and its mutants with it. In the reference everything applies. */
export const openIn = (report: Report, isReference: boolean): string[] =>
  countedOf(report)
    .filter(({ state }) => state === 'review' || (state === 'skipped' && !isReference))
    .map(({ id }) => id);

/** What a report must say about an app without a fault (`breaks` null) or with one. There are no exceptions. */
export function violationsOf(report: Report, breaks: string | null, leeway: Leeway = {}): Violation[] {
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
      .filter((one) => !allowed(one, breaks, leeway))
      .map((one) => ({
        requirement: one.id,
        message: `${one.id === breaks ? 'must fail, but is' : 'must pass, but is'} ${one.state}: ${one.reason}`,
      })),
  ];
}

/** The broken requirement fails; every other one passes, or waits for it and says so. */
function allowed(one: RequirementResult, breaks: string | null, { also = [], open = [] }: Leeway): boolean {
  if (one.id === breaks) return one.state === 'fail';
  if (one.state === 'review' || one.state === 'skipped') return open.includes(one.id);
  if (one.state === 'fail') return also.includes(one.id);
  return one.state === 'pass' || (breaks !== null && one.state === 'blocked' && one.blockedBy === breaks);
}
