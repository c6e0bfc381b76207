/** What the cases of a requirement come to: a state, the reason for it, and the hint that fits. */

import type { CaseResult, Written } from '../probes/probe.ts';
import type { RequirementResult, State } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { Step } from '../spec/steps.ts';
import { evidenceOf } from './case-evidence.ts';

/** A step and what came of it. */
export interface Done {
  step: Step;
  results: CaseResult[];
}

export interface Decision {
  state: State;
  reason: string;
  blockedBy: string | null;
}

/** The result of a requirement whose steps have run. */
export async function resultOf(
  requirement: RequirementSpec,
  decided: Written['decided'],
  steps: Done[],
  decision: Decision,
  started: number,
): Promise<RequirementResult> {
  const cases = steps.flatMap(({ results }) => results);
  const { state, reason, blockedBy } = blamed(requirement, decided, decision);
  // What does not apply to this project cannot be earned in it.
  const possible = requirement.advice || state === 'skipped' ? 0 : (requirement.points ?? 0);
  return {
    id: requirement.id,
    title: requirement.title,
    state,
    advice: requirement.advice === true,
    points: { earned: state === 'pass' ? possible : 0, possible },
    reason,
    blockedBy,
    evidence: evidenceOf(steps),
    hint: state === 'fail' || state === 'inconclusive' ? await hintFor(requirement, steps, cases) : null,
    fragment: null,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** A failure after that of something it stands on is not one of its own. */
function blamed(requirement: RequirementSpec, decided: Written['decided'], decision: Decision): Decision {
  if (decision.state !== 'fail') return decision;
  const cause = (requirement['stands-on'] ?? []).find((id) => decided.get(id) === 'fail');
  return cause === undefined ? decision : { ...decision, state: 'blocked', blockedBy: cause };
}

export function decide(requirement: RequirementSpec, cases: CaseResult[]): Decision {
  const of = (state: CaseResult['state']): CaseResult[] => cases.filter((one) => one.state === state);
  const failed = of('fail')[0];
  if (failed !== undefined) return { state: 'fail', reason: failed.summary, blockedBy: null };
  const broken = of('error')[0];
  if (broken !== undefined) return { state: 'error', reason: broken.summary, blockedBy: null };
  const passed = of('pass');
  const wanting = cases.find(({ required }) => required);
  if (passed.some(({ extra }) => !extra) && wanting === undefined) {
    const blocked = of('blocked')[0];
    const left =
      blocked === undefined
        ? ''
        : ` Not judged: ${blocked.label}, because ${blocked.blockedBy ?? 'something before it'} does not work yet.`;
    const state = requirement.review ? 'review' : 'pass';
    return { state, reason: `${passReason(passed)}${left}`, blockedBy: null };
  }
  const unbound = wanting?.state === 'blocked' ? undefined : (wanting ?? of('unbound')[0]);
  if (unbound !== undefined) return withoutRole(requirement, unbound);
  const blocked = wanting ?? of('blocked')[0];
  if (blocked !== undefined)
    return { state: 'blocked', reason: blocked.summary, blockedBy: blocked.blockedBy ?? 'start' };
  return {
    state: 'skipped',
    reason: cases[0]?.summary ?? 'This does not apply to the project.',
    blockedBy: null,
  };
}

/** What it means that nothing was found for a role is for the spec to say. */
function withoutRole({ 'when-unbound': means }: RequirementSpec, { summary, blockedBy }: CaseResult) {
  if (typeof means === 'string') return { state: means, reason: summary, blockedBy: null };
  const cause = means?.['blocked-by'] ?? blockedBy ?? null;
  return {
    state: cause === null ? ('fail' as const) : ('blocked' as const),
    reason: summary,
    blockedBy: cause,
  };
}

/** One case speaks for itself; several are named. */
function passReason(passed: CaseResult[]): string {
  if (passed.length === 1) return passed[0]?.summary ?? '';
  const labels = passed.map(({ label }) => label);
  const more = labels.length > 3 ? ` and ${labels.length - 3} more` : '';
  return `As expected: ${labels.slice(0, 3).join('; ')}${more}.`;
}

/** The first hint whose condition holds for the case that failed. */
async function hintFor(
  requirement: RequirementSpec,
  steps: Done[],
  cases: CaseResult[],
): Promise<string | null> {
  const failed = cases.find((one) => one.state === 'fail');
  if (failed === undefined) return requirement.missing ?? requirement.hints.at(-1)?.say ?? null;
  const at = steps.find(({ results }) => results.includes(failed))?.step;
  const id = at !== undefined && 'id' in at ? at.id : undefined;
  for (const hint of requirement.hints) {
    if (hint.step !== undefined && hint.step !== id) continue;
    if (hint.when === undefined) return hint.say;
    const outcomes = await evaluate(hint.when, failed.resolve).catch(() => []);
    if (outcomes.length > 0 && outcomes.every((outcome) => outcome.ok)) return hint.say;
  }
  return null;
}
