/** A check decides one requirement: its steps run on a fresh instance, their cases become a state, evidence and a hint. */

import type { App } from '../app/start.ts';
import type { Bound } from '../bind/bound.ts';
import { type Random, seededRandom } from '../bind/random.ts';
import type { CaseResult, CheckContext, Written } from '../probes/probe.ts';
import { runStep } from '../probes/registry.ts';
import type { RequirementResult } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { Step } from '../spec/steps.ts';
import { checkWritten, isWritten } from './check-written.ts';
import { type Done, decide, resultOf } from './decide.ts';
import { fragmentFor } from './fragment.ts';
import { openSession, type Session } from './session.ts';

export interface CheckOptions extends Written {
  requirement: RequirementSpec;
  app: App;
  bound: Bound;
  seed: number;
}

export async function check(options: CheckOptions): Promise<RequirementResult> {
  const { requirement, decided } = options;
  if (isWritten(requirement)) return checkWritten(requirement, options);
  const started = performance.now();
  const steps = await runSteps(options);
  const cases = steps.flatMap(({ results }) => results);
  const decision = withoutModel(options, cases) ?? decide(requirement, cases);
  // What is plainly not there fails by itself, whatever else has failed.
  const causes = isAbsent(options) ? new Map() : decided;
  const result = await resultOf(requirement, causes, steps, decision, started);
  return result.state === 'inconclusive'
    ? { ...result, fragment: fragmentFor(requirement, options.bound) }
    : result;
}

/** A role of the requirement is in no form there, and the spec says that it has failed then. */
const isAbsent = ({ requirement, bound }: CheckOptions): boolean =>
  requirement['when-unbound'] === 'fail' &&
  requirement.steps.flatMap(rolesOf).some((role) => bound.site?.absent.includes(role));

/** Where there is no model at all, the requirement that asks for it is the one to begin with. */
function withoutModel(options: CheckOptions, cases: CaseResult[]) {
  const { requirement, requirements, bound } = options;
  const unbound = cases.find((one) => one.state === 'unbound');
  if (unbound === undefined || cases.some(({ state }) => state === 'fail')) return null;
  if (cases.some(({ state }) => state === 'pass') && !cases.some(({ required }) => required)) return null;
  const missing = requirement.steps
    .flatMap(rolesOf)
    .filter((role) => bound.resources[role] === undefined && bound.site?.contents[role] === undefined);
  if (isAbsent(options)) return null;
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

/** The first requirement with such a step. */
const requirementWith = (
  requirements: readonly RequirementSpec[],
  test: (step: Step) => boolean,
): string | null => requirements.find(({ steps }) => steps.some(test))?.id ?? null;

/** The requirement that asks whether a page opens, or its form can be sent. */
const opening = (page: string, requirements: readonly RequirementSpec[]): string | null =>
  requirementWith(
    requirements,
    (step) =>
      'expect' in step &&
      'status' in step.expect &&
      ((step.probe === 'visit' && step.page === page) || (step.probe === 'submit' && step.form === page)),
  );

/** The requirement that asks for a role in the admin. */
const managing = (role: string, requirements: readonly RequirementSpec[]): string | null =>
  requirementWith(
    requirements,
    (step) => step.probe === 'admin' && step.of === role && 'managed' in step.expect,
  );

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
    case 'tool':
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
  toolbox,
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
    toolbox,
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
    requirementWith: (test) => requirementWith(requirements, test),
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
