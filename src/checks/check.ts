/** A check decides one requirement: its steps run on a fresh instance, their cases become a state, evidence and a hint. */

import type { App } from '../app/start.ts';
import type { Bound } from '../bind/bind.ts';
import { type Random, seededRandom } from '../bind/random.ts';
import type { CaseResult, CheckContext, Written } from '../probes/probe.ts';
import { runStep } from '../probes/registry.ts';
import type { Evidence, RequirementResult, State } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { Step } from '../spec/steps.ts';
import { fragmentFor } from './fragment.ts';
import { openSession, type Session } from './session.ts';

export interface CheckOptions extends Written {
  requirement: RequirementSpec;
  app: App;
  bound: Bound;
  seed: number;
  decided: ReadonlyMap<string, State>;
}

interface Done {
  step: Step;
  results: CaseResult[];
}

export async function check(options: CheckOptions): Promise<RequirementResult> {
  const { requirement } = options;
  const started = performance.now();
  const steps = await runSteps(options);
  const cases = steps.flatMap(({ results }) => results);
  const decision = withoutModel(options, cases) ?? decide(requirement, cases);
  const { state, reason, blockedBy } = blamed(options, decision);
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
    fragment: state === 'inconclusive' ? fragmentFor(requirement, options.bound) : null,
    milliseconds: Math.round(performance.now() - started),
  };
}

interface Decision {
  state: State;
  reason: string;
  blockedBy: string | null;
}

/** A failure after that of something it stands on is not one of its own. */
function blamed({ requirement, decided }: CheckOptions, decision: Decision): Decision {
  if (decision.state !== 'fail') return decision;
  const cause = (requirement['stands-on'] ?? []).find((id) => decided.get(id) === 'fail');
  return cause === undefined ? decision : { ...decision, state: 'blocked', blockedBy: cause };
}

/** Where there is no model at all, the requirement that asks for it is the one to begin with. */
function withoutModel({ requirement, requirements, bound }: CheckOptions, cases: CaseResult[]) {
  const unbound = cases.find((one) => one.state === 'unbound');
  if (unbound === undefined || cases.some(({ state }) => state === 'fail')) return null;
  if (cases.some(({ state }) => state === 'pass') && !cases.some(({ required }) => required)) return null;
  const missing = requirement.steps
    .flatMap(rolesOf)
    .filter((role) => bound.resources[role] === undefined && bound.site?.contents[role] === undefined);
  const cause = missing.map((role) => askingFor(role, requirements, bound)).find((one) => one !== null);
  if (cause == null || cause === requirement.id) return null;
  return { state: 'blocked' as const, reason: unbound.summary, blockedBy: cause };
}

/** The requirement that asks for the model of a role, for one of its slots, or for the slot that leads to it. */
function askingFor(
  role: string,
  requirements: readonly RequirementSpec[],
  { site }: Bound,
  slot?: string,
): string | null {
  const asking = (of: string, wanted?: string): string | undefined =>
    requirements.find(
      ({ advice, steps }) =>
        !advice &&
        steps.some(
          (step) =>
            step.probe === 'facts' &&
            step.role === of &&
            (wanted === undefined || `slot ${wanted}` in step.expect),
        ),
    )?.id;
  const leading = Object.entries(site?.contents ?? {}).flatMap(([of, { spec }]) =>
    Object.entries(spec.slots)
      .filter(([, { to }]) => to === role)
      .map(([name]) => asking(of, name)),
  );
  return asking(role, slot) ?? leading.find((id) => id !== undefined) ?? null;
}

/** The pages that a requirement is about. */
const pagesOf = (id: string, requirements: readonly RequirementSpec[]): string[] =>
  requirements
    .filter((one) => one.id === id)
    .flatMap(({ steps }) => steps.flatMap((step) => (step.probe === 'visit' ? [step.page] : [])));

/** The requirement that asks whether a page opens, or its form can be sent. */
const opening = (page: string, requirements: readonly RequirementSpec[]): string | null =>
  requirements.find(({ steps }) =>
    steps.some(
      (step) =>
        'expect' in step &&
        'status' in step.expect &&
        ((step.probe === 'visit' && step.page === page) || (step.probe === 'submit' && step.form === page)),
    ),
  )?.id ?? null;

/** The requirement that asks for a role in the admin. */
const managing = (role: string, requirements: readonly RequirementSpec[]): string | null =>
  requirements.find(({ steps }) =>
    steps.some((step) => step.probe === 'admin' && step.of === role && 'managed' in step.expect),
  )?.id ?? null;

function rolesOf(step: Step): string[] {
  switch (step.probe) {
    case 'call':
      return step.call.split('.').slice(0, 1);
    case 'facts':
      return step.role === undefined ? [] : [step.role];
    case 'given':
      return [step.row];
    case 'throttle':
      return step.calls.flatMap((name) => name.split('.').slice(0, 1));
    case 'visit':
      return step.page.split('.').slice(0, 1);
    case 'submit':
      return step.form.split('.').slice(0, 1);
    case 'admin':
      return [step.of];
    case 'links':
    case 'attack':
    case 'deploy':
    case 'document':
      return [];
  }
}

async function runSteps({
  requirement,
  requirements,
  repository,
  project,
  app,
  bound,
  seed,
  decided,
}: CheckOptions): Promise<Done[]> {
  const opened: Session[] = [];
  const freshSession = async (): Promise<Session> => {
    const session = await openSession(app);
    opened.push(session);
    return session;
  };
  const context: CheckContext = {
    repository,
    project,
    requirements,
    bound,
    session: await freshSession(),
    random: randomFor(requirement.id, seed),
    rows: new Map(),
    contents: new Map(),
    people: new Map(),
    decided,
    askingFor: (role, slot) => askingFor(role, requirements, bound, slot),
    pagesOf: (id) => pagesOf(id, requirements),
    opening: (page) => opening(page, requirements),
    managing: (role) => managing(role, requirements),
    freshSession,
  };
  try {
    const done: Done[] = [];
    for (const step of requirement.steps) {
      const results = await runStep(step, context);
      done.push({ step, results });
      // A row or role that is not there makes the steps that stand on it meaningless.
      if (results.length > 0 && step.probe === 'given') break;
      if ('extra' in step && step.extra) for (const one of results) one.extra = true;
      if ('required' in step && step.required)
        for (const one of results) one.required = one.state === 'unbound' || one.state === 'blocked';
    }
    return done;
  } finally {
    await Promise.all(opened.map((session) => session.close()));
  }
}

/** Each requirement has random data of its own, so that the order in which they run changes nothing. */
function randomFor(id: string, seed: number): Random {
  let hash = seed;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return seededRandom(hash);
}

function decide(requirement: RequirementSpec, cases: CaseResult[]): Decision {
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
function withoutRole({ 'when-unbound': means }: RequirementSpec, { summary }: CaseResult) {
  return typeof means === 'string'
    ? { state: means, reason: summary, blockedBy: null }
    : { state: 'blocked' as const, reason: summary, blockedBy: means['blocked-by'] };
}

/** One case speaks for itself; several are named. */
function passReason(passed: CaseResult[]): string {
  if (passed.length === 1) return passed[0]?.summary ?? '';
  const labels = passed.map(({ label }) => label);
  const more = labels.length > 3 ? ` and ${labels.length - 3} more` : '';
  return `As expected: ${labels.slice(0, 3).join('; ')}${more}.`;
}

/** Several cases also become one table: who did what, what was expected and what was seen. */
function evidenceOf(steps: Done[]): Evidence[] {
  const rows = steps.flatMap(({ step, results }) =>
    'as' in step && step.probe !== 'throttle' ? results.map((result) => ({ actor: step.as, result })) : [],
  );
  const all = steps.flatMap(({ results }) => results.flatMap((one) => one.evidence));
  if (rows.length <= 1) return all;
  // The table holds what was as expected; below it a reader wants what was not.
  const wrong = all.filter(({ ok }) => !ok);
  return [tableOf(rows), ...(wrong.length > 0 ? wrong : all)];
}

function tableOf(rows: { actor: string; result: CaseResult }[]): Evidence {
  const wrong = rows.filter(({ result }) => result.state === 'fail');
  const outcome = ({ state }: CaseResult): string =>
    state === 'pass' ? 'as expected' : state === 'fail' ? 'wrong' : 'not judged';
  return {
    summary:
      wrong.length === 0
        ? 'Every case that could be judged was as expected.'
        : `${wrong.length} of ${rows.length} cases were not as expected.`,
    ok: wrong.length === 0,
    source: 'observed',
    expected: null,
    actual: null,
    exchange: null,
    place: null,
    exception: null,
    table: {
      title: 'Who did what',
      columns: ['actor', 'operation', 'expected', 'seen', 'result'],
      rows: rows.map(({ actor, result }) => [
        actor,
        result.label,
        result.expected ?? '',
        result.actual ?? result.summary,
        outcome(result),
      ]),
    },
    reproduce: null,
  };
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
