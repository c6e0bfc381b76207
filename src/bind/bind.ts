/**
 * Binding: what the roles and slots of an exercise are in this repository. Candidates come from the facts, each is
 * confirmed by using it on an instance of its own, whose database then is the start of every check.
 */
import type { Facts } from '../app/facts.ts';
import type { App } from '../app/start.ts';
import { type Actor, anonymous, type Credentials } from '../checks/actor.ts';
import { type Exchanged, openSession, type Session } from '../checks/session.ts';
import type { Binding } from '../report/schema.ts';
import type { ExerciseSpec, Operation, ResourceSpec } from '../spec/schema.ts';
import {
  type AccountEndpoint,
  accountOf,
  type Candidate,
  confirmRegister,
  confirmToken,
  cookiesOf,
  registerCandidates,
  submit,
  type TokenEndpoint,
  tokenCandidates,
  tokensIn,
} from './accounts.ts';
import { configuredAccount, configuredResource, type Mapping } from './configured.ts';
import { markerSlot, resourceDraft, resourceField } from './drafts.ts';
import type { Endpoint } from './endpoint.ts';
import { learn } from './learn.ts';
import type { Payload } from './payload.ts';
import { makeMarker, makePerson, type Person, type Random } from './random.ts';
import { type ResourceCandidate, resourceCandidates } from './resource.ts';
import { collectionPath, findRow, requestCreate, requestList, rowPath } from './rows.ts';
import { bindingRows } from './table.ts';
import {
  findTransport,
  isRefused,
  issuedFrom,
  mintCredentials,
  type Probe,
  type TransportHints,
} from './transport.ts';
import { unknownField } from './values.ts';

export interface BoundResource extends ResourceCandidate {
  spec: ResourceSpec;
  create: { payload: Payload; confirmed: boolean; last: Exchanged } | null;
  /** model field that holds the marker */
  markerField: string | null;
  /** the operation that refuses anonymous requests, where tokens are tried */
  protected: Operation | null;
  confirmed: Partial<Record<Operation, boolean>>;
}

export interface Bound {
  facts: Facts;
  register: AccountEndpoint | null;
  token: TokenEndpoint | null;
  resources: Record<string, BoundResource>;
  actors: Record<string, Actor>;
  hints: TransportHints;
  table: Binding[];
}

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
    let actors: Record<string, Actor> = {};
    for (const [name, role] of Object.entries(spec.roles)) {
      if (role.role !== 'resource') continue;
      progress(`looking for ${name}`);
      const found = resourceCandidates(facts, role)[0];
      if (found === undefined) continue;
      const configured = configuredResource(name, found, mapping, facts);
      const resource: BoundResource = {
        ...configured,
        spec: role,
        create: null,
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
      actors,
      hints,
      table: bindingRows({ spec, register, token, resources }),
    };
  } finally {
    await session.close();
  }
}

const markerFieldOf = (candidate: ResourceCandidate): string | null => {
  const slot = markerSlot(candidate.slots);
  return slot === null ? null : (candidate.slots[slot]?.field.name ?? null);
};

/** The name that the spec gives to the role of this kind. */
const roleNamed = (spec: ExerciseSpec, kind: string): string =>
  Object.entries(spec.roles).find(([, role]) => role.role === kind)?.[0] ?? kind;

/** Signs in as the person who signed up; where sign-up does not work, as one whose account is made inside. */
async function bindToken(
  session: Session,
  facts: Facts,
  random: Random,
  candidates: ReturnType<typeof tokenCandidates>,
  person: Person | null,
) {
  const first = person === null ? null : await confirmToken(candidates, session, facts, random, person);
  if (first?.confirmed) return first;
  const made = makePerson('probe', random);
  await session.instance
    .call('user.create', { username: made.username, email: made.email, password: made.password })
    .catch(() => null);
  const second = await confirmToken(candidates, session, facts, random, made);
  return second?.confirmed ? second : (first ?? second);
}

type Probes = Partial<Record<Operation, Probe>>;

/** Requests that show whether somebody is let in, without changing anything. */
function probesOf(session: Session, resource: BoundResource): Probes {
  const probe =
    (endpoint: Endpoint, body?: Record<string, unknown>): Probe =>
    async (actor, credentials) =>
      session.send(
        actor,
        {
          method: endpoint.method,
          path: await collectionPath(session, resource, endpoint, actor, null),
          body,
        },
        { credentials },
      );
  const { list, create } = resource.operations;
  return {
    ...(list[0] === undefined ? {} : { list: probe(list[0]) }),
    ...(create[0] === undefined ? {} : { create: probe(create[0], {}) }),
  };
}

interface ActorSetup {
  session: Session;
  facts: Facts;
  random: Random;
  register: AccountEndpoint | null;
  token: TokenEndpoint | null;
  probes: Probes;
  hints: TransportHints;
}

async function makeActors(names: readonly string[], setup: ActorSetup): Promise<Record<string, Actor>> {
  const actors: Record<string, Actor> = {};
  for (const [index, name] of names.entries()) actors[name] = await makeActor(name, 11 + index, setup);
  return actors;
}

/** An account by the app's own sign-up and login where they work, else made inside the app. */
async function makeActor(name: string, client: number, setup: ActorSetup): Promise<Actor> {
  const { session, random, register, token, hints } = setup;
  const person = makePerson(name, random);
  const actor: Actor = { ...anonymous(client), name, person, how: 'account made inside the app' };
  if (register?.confirmed) {
    await submit(session, register.endpoint, register.payload, person, actor);
    const account = await accountOf(session, person);
    if (account !== null) {
      actor.id = account.id;
      actor.how = 'signed up through the app';
    }
  }
  if (actor.id === null) {
    const made = await session.instance
      .call('user.create', { username: person.username, email: person.email, password: person.password })
      .catch(() => null);
    actor.id = made?.id ?? null;
  }
  const probe = await protectedProbe(setup.probes);
  let accepted: Credentials | null = null;
  if (token?.confirmed) {
    const exchanged = await submit(session, token.endpoint, token.payload, person, actor);
    const tokens = tokensIn(exchanged);
    const way =
      probe === null ? null : await findTransport(probe, actor, tokens, cookiesOf(exchanged), hints);
    const usual =
      way ??
      ((text: string): Credentials => ({
        kind: 'header',
        name: 'Authorization',
        prefix: hints.prefixes[0] ?? 'Bearer',
        token: text,
      }));
    actor.issued = issuedFrom(tokens, usual);
    if (actor.issued !== null && (way !== null || probe === null)) accepted = usual(actor.issued.access);
    if (accepted !== null) actor.how += ', logged in through the app';
  }
  if (accepted === null && probe !== null) accepted = await mintCredentials(session, actor, probe, hints);
  if (accepted !== null) actor.credentials = accepted;
  return actor;
}

async function protectedProbe(probes: Probes): Promise<Probe | null> {
  for (const probe of Object.values(probes))
    if (isRefused(await probe(anonymous(), { kind: 'none' }))) return probe;
  return null;
}

async function learnCreate(
  session: Session,
  resource: BoundResource,
  facts: Facts,
  random: Random,
  actor: Actor,
): Promise<void> {
  const endpoints = resource.operations.create;
  for (const [index, endpoint] of endpoints.entries()) {
    let marker = '';
    const attempt = { ...resource, operations: { ...resource.operations, create: [endpoint] } };
    const learned = await learn({
      ...resourceDraft(endpoint, resource.slots, resource.model.fields, facts, random),
      attempt: (payload) => {
        marker = makeMarker(random);
        return requestCreate(session, attempt, actor, marker, payload);
      },
      accepted: async ({ reply }) =>
        (reply.status ?? 500) < 400 && (await isStored(session, attempt, actor, marker)),
      candidatesFor: (key) =>
        resourceField(
          unknownField(key),
          resource.model.fields.find((one) => one.name === key) ?? null,
          null,
          resource.slots,
          facts,
          random,
        ).candidates,
    });
    if (resource.create === null || learned.accepted)
      resource.create = { payload: learned.payload, confirmed: learned.accepted, last: learned.last };
    if (!learned.accepted) continue;
    resource.operations.create = [endpoint, ...endpoints.filter((_, other) => other !== index)];
    resource.confirmed.create = true;
    return;
  }
}

/** Stored and, where the list works, listed: a view that saves a row which its owner never sees again is asked differently first. */
async function isStored(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  marker: string,
): Promise<boolean> {
  return (await findRow(session, resource, actor, marker)) !== null;
}

async function confirmOperations(
  session: Session,
  resource: BoundResource,
  random: Random,
  actor: Actor,
  probes: Probes,
): Promise<void> {
  const marker = makeMarker(random);
  if (resource.create?.confirmed)
    await requestCreate(session, resource, actor, marker, resource.create.payload);
  const row = await findRow(session, resource, actor, marker);
  if (row !== null) {
    await confirmFirst(resource, 'list', async () =>
      (await requestList(session, resource, actor, marker, row)).text.includes(marker),
    );
    await confirmFirst(resource, 'retrieve', async (endpoint) => {
      const answer = await session.send(actor, {
        method: endpoint.method,
        path: await rowPath(session, resource, endpoint, row),
      });
      return answer.reply.body.includes(marker);
    });
  }
  for (const operation of ['list', 'create'] as const) {
    const probe = probes[operation];
    if (
      resource.protected === null &&
      probe !== undefined &&
      isRefused(await probe(anonymous(), { kind: 'none' }))
    )
      resource.protected = operation;
  }
  if (resource.protected !== null || row === null) return;
  for (const operation of ['retrieve', 'update'] as const) {
    const endpoint = resource.operations[operation][0];
    if (endpoint === undefined) continue;
    const path = await rowPath(session, resource, endpoint, row);
    const body = operation === 'update' ? {} : undefined;
    if (!isRefused(await session.send(anonymous(), { method: endpoint.method, path, body }))) continue;
    resource.protected = operation;
    return;
  }
}

/** Several endpoints may serve an operation; the first that does what is expected is taken. */
async function confirmFirst(
  resource: BoundResource,
  operation: Operation,
  works: (endpoint: Endpoint) => Promise<boolean>,
): Promise<void> {
  const endpoints = resource.operations[operation];
  for (const endpoint of endpoints) {
    resource.operations[operation] = [endpoint, ...endpoints.filter((other) => other !== endpoint)];
    if (await works(endpoint)) {
      resource.confirmed[operation] = true;
      return;
    }
  }
  resource.operations[operation] = endpoints;
}
