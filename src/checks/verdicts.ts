/** Verdicts that no check could give: the grader broke, or the app never ran. */
import type { RequirementResult } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';

export const errored = (requirement: RequirementSpec, error: unknown): RequirementResult => ({
  ...empty(requirement),
  state: 'error',
  reason: `The grader could not judge this: ${error instanceof Error ? error.message : String(error)}.`,
});

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
