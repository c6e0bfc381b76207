/** The actors of an exercise: accounts and tokens by the app's own way where that works, else made inside the app. */
import type { Facts } from '../app/facts.ts';
import { type Actor, anonymous, type Credentials } from '../checks/actor.ts';
import type { Session } from '../checks/session.ts';
import {
  type AccountEndpoint,
  accountOf,
  cookiesOf,
  submit,
  type TokenEndpoint,
  tokensIn,
} from './accounts.ts';
import type { Probes } from './confirm.ts';
import { makePerson, type Random } from './random.ts';
import {
  findTransport,
  isRefused,
  issuedFrom,
  mintCredentials,
  type Probe,
  type TransportHints,
} from './transport.ts';

export interface ActorSetup {
  session: Session;
  facts: Facts;
  random: Random;
  register: AccountEndpoint | null;
  token: TokenEndpoint | null;
  probes: Probes;
  hints: TransportHints;
}

export async function makeActors(
  names: readonly string[],
  setup: ActorSetup,
): Promise<Record<string, Actor>> {
  const actors: Record<string, Actor> = {};
  for (const [index, name] of names.entries()) actors[name] = await makeActor(name, 11 + index, setup);
  return actors;
}

/** An account by the app's own sign-up and login where they work, else made inside the app. */
async function makeActor(name: string, client: number, setup: ActorSetup): Promise<Actor> {
  const { session, register, token, hints } = setup;
  let actor = register?.confirmed ? await signUp(name, client, setup, register) : null;
  let signedIn = actor === null ? null : await signIn(actor, setup);
  if (actor !== null && actor.id !== null && token?.confirmed && signedIn?.tokens.length === 0) {
    await session.instance.call('user.verify', { user: actor.id }).catch(() => null);
    signedIn = await signIn(actor, setup);
    if (signedIn?.tokens.length) actor.how += ', verified inside the app in place of a mail';
  }
  // Sign-up may store an account that nobody can use: that is its own fault, and not the login's.
  if (actor === null || (token?.confirmed && signedIn?.tokens.length === 0)) {
    const made = await makeInside(name, client, setup);
    if (made.id !== null || actor === null) {
      actor = made;
      signedIn = await signIn(made, setup);
    }
  }
  const probe = await protectedProbe(setup.probes, actor);
  let accepted: Credentials | null = null;
  if (signedIn !== null) {
    const { tokens, cookies } = signedIn;
    const way = probe === null ? null : await findTransport(probe, actor, tokens, cookies, hints);
    const prefix = hints.prefixes[0] ?? 'Bearer';
    const usual =
      way ??
      ((text: string): Credentials => ({ kind: 'header', name: 'Authorization', prefix, token: text }));
    actor.issued = issuedFrom(tokens, usual);
    if (actor.issued !== null && (way !== null || probe === null)) accepted = usual(actor.issued.access);
    if (accepted !== null) actor.how += ', logged in through the app';
  }
  if (accepted === null && probe !== null) {
    const minted = await mintCredentials(session, actor, probe, hints);
    accepted = minted?.credentials ?? null;
    actor.issued ??= minted?.issued ?? null;
  }
  if (accepted !== null) actor.credentials = accepted;
  return actor;
}

async function signUp(
  name: string,
  client: number,
  { session, random }: ActorSetup,
  register: AccountEndpoint,
): Promise<Actor | null> {
  const person = makePerson(name, random);
  const actor: Actor = { ...anonymous(client), name, person, how: 'signed up through the app' };
  await submit(session, register.endpoint, register.payload, person, actor);
  const account = await accountOf(session, person);
  return account === null ? null : { ...actor, id: account.id };
}

async function makeInside(name: string, client: number, { session, random }: ActorSetup): Promise<Actor> {
  const person = makePerson(name, random);
  const { username, email, password } = person;
  const made = await session.instance.call('user.create', { username, email, password }).catch(() => null);
  return { ...anonymous(client), name, person, id: made?.id ?? null, how: 'account made inside the app' };
}

/** What the app's login gives out; null where no login is known. */
async function signIn(actor: Actor, { session, token }: ActorSetup) {
  if (!token?.confirmed || actor.person === null) return null;
  const exchanged = await submit(session, token.endpoint, token.payload, actor.person, actor);
  return { tokens: tokensIn(exchanged), cookies: cookiesOf(exchanged) };
}

async function protectedProbe(probes: Probes, actor: Actor): Promise<Probe | null> {
  for (const probe of Object.values(probes))
    if (isRefused(await probe(actor, { kind: 'none' }))) return probe;
  return null;
}
