/** Verdicts that no check could give: the grader broke, or the app never ran. */
import { AppProblem } from '../app/channel.ts';
import type { RequirementResult } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';

export function errored(requirement: RequirementSpec, error: unknown): RequirementResult {
  if (isExhausted(error))
    return blockedBy(requirement, 'start', `Not judged: ${error.message}. The log shows what it was doing.`);
  const message = error instanceof Error ? error.message : String(error);
  return {
    ...empty(requirement),
    state: 'error',
    reason: `The grader could not judge this: ${message.replace(/\.$/, '')}.`,
  };
}

/** The app used up what it may use, for the whole of the run: that is neither the grader's fault nor the machine's. */
export const isExhausted = (error: unknown): error is AppProblem =>
  error instanceof AppProblem && error.kind === 'exhausted';

export const blockedBy = (
  requirement: RequirementSpec,
  cause: string,
  reason: string,
): RequirementResult => ({
  ...empty(requirement),
  state: 'blocked',
  reason,
  blockedBy: cause,
});

const empty = (requirement: RequirementSpec) => ({
  id: requirement.id,
  title: requirement.title,
  advice: requirement.advice === true,
  points: { earned: 0, possible: requirement.advice ? 0 : (requirement.points ?? 0) },
  blockedBy: null,
  evidence: [],
  hint: null,
  fragment: null,
  milliseconds: 0,
});
