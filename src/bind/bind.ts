/**
 * Binding: what the roles and slots of an exercise are in this repository. Candidates come from the facts, each is
 * confirmed by using it on an instance of its own, whose database then is the start of every check.
 */
import type { Facts } from '../app/facts.ts';
import type { App } from '../app/start.ts';
import { isAlive } from '../attack/alive.ts';
import { survey } from '../attack/survey.ts';
import { surfaceRows } from '../attack/table.ts';
import type { Actor } from '../checks/actor.ts';
import { openSession, type Session } from '../checks/session.ts';
import type { ExerciseSpec } from '../spec/schema.ts';
import { type Candidate, registerCandidates, tokenCandidates } from './account-candidates.ts';
import { accountOf, confirmRegister, confirmToken } from './accounts.ts';
import { makeActors } from './actors.ts';
import type { Bound, BoundResource } from './bound.ts';
import { configuredAccount, configuredResource, type Mapping } from './configured.ts';
import { confirmOperations, learnCreate, probesOf } from './confirm.ts';
import { markerSlot } from './drafts.ts';
import { makePerson, type Person, type Random } from './random.ts';
import { chooseModels, type ResourceCandidate } from './resource.ts';
import { bindSite } from './site/bind-site.ts';
import { siteRows } from './site/table.ts';
import { siteTools } from './site/tools.ts';
import { bindingRows } from './table.ts';
import type { TransportHints } from './transport.ts';

export interface BindOptions {
  app: App;
  spec: ExerciseSpec;
  /** what `.milepost.yml` maps */
  mapping: Mapping;
  random: Random;
  /** request headers that the learner's source reads */
  headers: string[];
  progress(message: string): void;
}

export async function bind(options: BindOptions): Promise<Bound> {
  const { app, spec, mapping, random, progress } = options;
  const { facts } = app;
  const session = await openSession(app);
  try {
    if (Object.values(spec.roles).some(({ role }) => role === 'surface'))
      return await bindSurface(options, session);
    if (hasPages(spec)) return await bindPages(options, session);
    const hints: TransportHints = { prefixes: facts.tokenPrefixes, headers: options.headers };
    const account = (kind: string, found: Candidate[]): Candidate[] =>
      configuredAccount(roleNamed(spec, kind), found, mapping, facts);
    progress('signing a new user up');
    const { found: register, person } = await confirmRegister(
      account('account.register', registerCandidates(facts)),
      session,
      facts,
      random,
    );
    progress('logging in');
    const token = await bindToken(
      session,
      facts,
      random,
      account('account.token', tokenCandidates(facts)),
      person,
    );
    const resources: Record<string, BoundResource> = {};
    const chosen = chooseModels(spec, facts, mapping);
    let actors: Record<string, Actor> = {};
    for (const [name, role] of Object.entries(spec.roles)) {
      const found = chosen.get(name);
      if (role.role !== 'resource' || found === undefined) continue;
      progress(`looking for ${name}`);
      const configured = configuredResource(name, found, mapping, facts);
      const resource: BoundResource = {
        ...configured,
        spec: role,
        create: null,
        updates: new Map(),
        userModel: facts.user.model,
        markerField: markerFieldOf(configured),
        protected: null,
        confirmed: {},
      };
      resources[name] = resource;
      const probes = probesOf(session, resource);
      actors = await makeActors(spec.actors, { session, facts, random, register, token, probes, hints });
      await learnCreate(session, resource, facts, random, actors[spec.actors[0] as string] as Actor);
      await confirmOperations(session, resource, random, actors[spec.actors[0] as string] as Actor, probes);
    }
    if (Object.keys(actors).length === 0)
      actors = await makeActors(spec.actors, { session, facts, random, register, token, probes: {}, hints });
    await session.instance.snapshot();
    return {
      facts,
      register,
      token,
      resources,
      site: null,
      surface: null,
      actors,
      hints,
      table: bindingRows({ spec, register, token, resources }),
    };
  } finally {
    await session.close();
  }
}

const hasPages = (spec: ExerciseSpec): boolean =>
  Object.values(spec.roles).some(({ role }) => role === 'content');

async function bindPages(
  { app, spec, mapping, random, progress }: BindOptions,
  session: Session,
): Promise<Bound> {
  const { facts } = app;
  const tools = siteTools(session, facts, random);
  const { site, actors } = await bindSite({ tools, spec, mapping, progress });
  await session.instance.snapshot();
  return {
    facts,
    register: null,
    token: null,
    resources: {},
    site,
    surface: null,
    actors,
    hints: { prefixes: [], headers: [] },
    table: siteRows(spec, site),
  };
}

async function bindSurface(
  { app, spec, random, headers, progress }: BindOptions,
  session: Session,
): Promise<Bound> {
  const { facts } = app;
  const hints: TransportHints = { prefixes: facts.tokenPrefixes, headers };
  const tools = siteTools(session, facts, random);
  const surface = await survey(tools, hints, progress);
  const answers = await isAlive(tools, surface);
  await session.instance.snapshot();
  return {
    facts,
    register: null,
    token: null,
    resources: {},
    site: null,
    surface: answers ? surface : null,
    actors: Object.fromEntries(Object.values(surface.people).map(({ actor }) => [actor.name, actor])),
    hints,
    table: surfaceRows(spec, surface),
  };
}

const markerFieldOf = (candidate: ResourceCandidate): string | null => {
  const slot = markerSlot(candidate.slots);
  return slot === null ? null : (candidate.slots[slot]?.field.name ?? null);
};

/** The name that the spec gives to the role of this kind. */
const roleNamed = (spec: ExerciseSpec, kind: string): string =>
  Object.entries(spec.roles).find(([, role]) => role.role === kind)?.[0] ?? kind;

/** Signs in as the person who signed up, verified if need be; where sign-up does not work, as one whose account is made inside. */
async function bindToken(
  session: Session,
  facts: Facts,
  random: Random,
  candidates: ReturnType<typeof tokenCandidates>,
  person: Person | null,
) {
  const first = person === null ? null : await confirmToken(candidates, session, facts, random, person);
  if (first?.confirmed) return first;
  const account = person === null ? null : await accountOf(session, person);
  if (person !== null && account !== null) {
    await session.instance.call('user.verify', { user: account.id }).catch(() => null);
    const verified = await confirmToken(candidates, session, facts, random, person);
    if (verified?.confirmed) return verified;
  }
  const made = makePerson('probe', random);
  await session.instance
    .call('user.create', { username: made.username, email: made.email, password: made.password })
    .catch(() => null);
  const second = await confirmToken(candidates, session, facts, random, made);
  return second?.confirmed ? second : (first ?? second);
}
