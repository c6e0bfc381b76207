/** Merges what mentors decided into a result: only where it is in `review`, and only for the commit that they looked at. */
import { groupBy } from '../html/group-by.ts';
import type { Report, RequirementResult } from '../report/schema.ts';
import type { CohortLearner, CohortResult, Decision } from './model.ts';
import { withScore } from './stored-report.ts';

export interface Decided {
  report: Report;
  applied: Decision[];
  /** For another commit, or about something that is not in review: shown, not counted. */
  outdated: Decision[];
}

export function decide(report: Report, commit: string | null, decisions: readonly Decision[]): Decided {
  const newest = new Map<string, Decision>();
  const outdated: Decision[] = [];
  for (const one of decisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    if (isAbout(one, report, commit)) newest.set(one.requirement, one);
    else outdated.push(one);
  }
  if (newest.size === 0) return { report, applied: [], outdated };
  const requirements = report.requirements.map((result) => {
    const decision = newest.get(result.id);
    return decision ? decided(result, decision) : result;
  });
  return { report: withScore(report, requirements), applied: [...newest.values()], outdated };
}

/** Decisions by learner and exercise, so that each row finds its own at once. */
export function decisionsByRow(
  decisions: readonly Decision[],
): (learner: CohortLearner, result: CohortResult) => Decision[] {
  const rows = groupBy(decisions, (one) => key(one.learner, one.exercise));
  return (learner, result) => rows.get(key(learner.id, result.exercise)) ?? [];
}

/** Where no commit is known, a decision is about what was graded before it was made. */
function isAbout(decision: Decision, report: Report, commit: string | null): boolean {
  const requirement = report.requirements.find(({ id }) => id === decision.requirement);
  if (requirement?.state !== 'review' || decision.commit !== commit) return false;
  return commit !== null || Date.parse(decision.at) >= Date.parse(report.startedAt);
}

function decided(result: RequirementResult, decision: Decision): RequirementResult {
  const { possible } = result.points;
  const wanted = decision.points ?? (decision.state === 'pass' ? possible : 0);
  const note = decision.note.trim();
  return {
    ...result,
    state: decision.state,
    points: { earned: result.advice ? 0 : Math.min(wanted, possible), possible },
    reason: `Decided by ${decision.by} on ${decision.at.slice(0, 10)}${note === '' ? '.' : `: ${note}`}`,
  };
}

const key = (learner: string, exercise: string): string => `${learner}\n${exercise}`;
