/** The exit status of the step; the numbers are those of the command line. */
import type { Report } from '../report/schema.ts';

export const PASSED = 0;
export const NOT_PASSED = 1;
export const WRONG_INPUT = 2;
export const NOT_COMPLETED = 3;

/** A run that judged nothing never counts as success. */
export function exitStatus(report: Report, failOn: 'fail' | 'error'): number {
  const counted = report.requirements.filter((one) => !one.advice && one.state !== 'skipped');
  const has = (...states: string[]) => counted.some((one) => states.includes(one.state));
  const notPassed = report.outcome === 'no-app' || has('fail', 'blocked', 'inconclusive');
  const brokeOff = report.outcome === 'failed' || report.outcome === 'stopped';
  if (notPassed && !brokeOff && failOn === 'fail') return NOT_PASSED;
  if (brokeOff || has('error')) return NOT_COMPLETED;
  return notPassed || has('pass', 'review') ? PASSED : NOT_COMPLETED;
}
