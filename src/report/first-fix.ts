/** Which one thing to fix first: what holds up most other requirements, then what is worth most. */
import type { Place, Report, RequirementResult } from './schema.ts';

export interface FirstFix {
  /** null: a stage of the run, e.g. the app did not start */
  requirement: RequirementResult | null;
  title: string;
  reason: string;
  hint: string | null;
  place: Place | null;
  /** Titles of the requirements that wait for this one. */
  unlocks: string[];
}

export function firstFix(report: Report): FirstFix | null {
  if (report.outcome === 'no-app') return startTheApp(report);
  if (report.outcome === 'failed' || report.outcome === 'stopped') return null;
  const candidates = [
    ...stages(report),
    ...report.requirements.filter(isFixable).map((r) => ofRequirement(report, r)),
  ];
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** The learner can do something about it, and it counts. */
function isFixable(requirement: RequirementResult): boolean {
  return !requirement.advice && (requirement.state === 'fail' || requirement.state === 'inconclusive');
}

/** Number held up first, a failure before a guess, then points; sorting is stable, so the roadmap's order decides ties. */
function rank({ unlocks, requirement }: FirstFix): number {
  const lost = requirement === null ? 0 : requirement.points.possible - requirement.points.earned;
  return unlocks.length * 1e6 + (requirement?.state === 'inconclusive' ? 0 : 1e5) + Math.min(lost, 1e4);
}

function ofRequirement(report: Report, requirement: RequirementResult): FirstFix {
  const culprit = requirement.evidence.find((e) => !e.ok && e.place !== null);
  return {
    requirement,
    title: requirement.title,
    reason: requirement.reason,
    hint: requirement.hint,
    place: culprit?.place ?? null,
    unlocks: report.requirements
      .filter((r) => r.state === 'blocked' && r.blockedBy === requirement.id)
      .map((r) => r.title),
  };
}

/** Requirements can also be blocked by something that is no requirement, e.g. a migration that fails. */
function stages(report: Report): FirstFix[] {
  const ids = new Set(report.requirements.map((r) => r.id));
  const blocked = report.requirements.filter(
    (r) => r.state === 'blocked' && r.blockedBy !== null && !ids.has(r.blockedBy),
  );
  return [...new Set(blocked.map((r) => r.blockedBy))].map((stage) => {
    const waiting = blocked.filter((r) => r.blockedBy === stage);
    const withHint = waiting.find((r) => r.hint !== null);
    return {
      requirement: null,
      title: stage ?? '',
      reason: waiting[0]?.reason ?? '',
      hint: withHint?.hint ?? null,
      place: waiting.flatMap((r) => r.evidence).find((e) => !e.ok && e.place !== null)?.place ?? null,
      unlocks: waiting.map((r) => r.title),
    };
  });
}

function startTheApp(report: Report): FirstFix {
  return {
    requirement: null,
    title: 'Make the app start',
    reason: report.problem?.message ?? 'The app could not be started.',
    hint: report.requirements.find((r) => r.state === 'blocked' && r.hint !== null)?.hint ?? null,
    place: report.problem?.place ?? null,
    unlocks: report.requirements.filter((r) => r.state === 'blocked').map((r) => r.title),
  };
}
