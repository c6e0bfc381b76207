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
  const probe = await protectedProbe(setup.probes, actor);
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
  if (accepted === null && probe !== null) {
    const minted = await mintCredentials(session, actor, probe, hints);
    accepted = minted?.credentials ?? null;
    actor.issued ??= minted?.issued ?? null;
  }
  if (accepted !== null) actor.credentials = accepted;
  return actor;
}

async function protectedProbe(probes: Probes, actor: Actor): Promise<Probe | null> {
  for (const probe of Object.values(probes))
    if (isRefused(await probe(actor, { kind: 'none' }))) return probe;
  return null;
}
