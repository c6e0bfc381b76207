/** Where the learner stands, in sentences: what stopped the run, how many of what, what was not judged. */
import type { Report, State } from './schema.ts';
import { count, list, number, points, stateWords } from './words.ts';

export function standing(report: Report): string[] {
  if (report.outcome === 'stopped') {
    const stage = report.problem === null ? '' : ` while it was busy with: ${report.problem.stage}`;
    return [`The run was stopped${stage}. Nothing was judged, and nothing counts against you.`];
  }
  return [...stopped(report), counts(report), ...unjudged(report)];
}

function stopped(report: Report): string[] {
  if (report.outcome === 'no-app')
    return ['Your app could not be started, so what it does could not be tried.'];
  if (report.outcome === 'failed') {
    const stage = report.problem === null ? '' : ` while it was busy with: ${report.problem.stage}`;
    return [`The grading itself broke${stage}. This does not count against you.`];
  }
  return [];
}

function counts({ requirements }: Report): string {
  const counted = requirements.filter((r) => !r.advice);
  const parts = (Object.keys(stateWords) as State[])
    .map((state) => ({ state, n: counted.filter((r) => r.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => `${n} ${phrases[state](n)}`);
  return parts.length === 0
    ? 'Nothing was judged.'
    : `Of ${count(counted.length, 'requirement')}: ${list(parts)}.`;
}

const phrases: Record<State, (n: number) => string> = {
  pass: () => 'passed',
  fail: () => 'failed',
  blocked: () => 'blocked',
  inconclusive: () => 'that the grader could not tell',
  error: (n) => (n === 1 ? 'grader error' : 'grader errors'),
  skipped: () => 'not applicable',
  review: (n) => (n === 1 ? 'that needs a mentor' : 'that need a mentor'),
};

function unjudged({ score }: Report): string[] {
  const missing = score.possible - score.judged;
  if (missing <= 0) return [];
  return [
    `${points(missing)} of ${number(score.possible)} could not be judged yet, so the score can still rise.`,
  ];
}
