/** The endpoints for signing up and for getting a token: confirmed by using them. */
import type { Facts } from '../app/facts.ts';
import type { Actor } from '../checks/actor.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged, SendOptions, Session } from '../checks/session.ts';
import { type FoundToken, findTokens, splitTokens } from '../http/answer.ts';
import type { Candidate } from './account-candidates.ts';
import { accountDraft, accountField } from './drafts.ts';
import { type Endpoint, fillPath } from './endpoint.ts';
import { type Learned, learn } from './learn.ts';
import { fill, type Payload } from './payload.ts';
import { makePerson, type Person, type Random } from './random.ts';
import { unknownField } from './values.ts';

export interface AccountEndpoint {
  endpoint: Endpoint;
  payload: Payload;
  confirmed: boolean;
  reasons: string[];
  /** what the app answered to the last attempt */
  last: Exchanged;
}

const MAX_TRIED = 5;

/** Signs a new person up through each candidate until an account appears. */
export async function confirmRegister(
  candidates: readonly Candidate[],
  session: Session,
  facts: Facts,
  random: Random,
): Promise<{ found: AccountEndpoint | null; person: Person | null }> {
  let first: AccountEndpoint | null = null;
  for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED)) {
    let person = makePerson('probe', random);
    const learned = await learn({
      ...accountDraft(endpoint, facts, random, false),
      attempt: async (payload) => {
        // A new person each time: an attempt that half succeeded must not make the next one a duplicate.
        person = makePerson('probe', random);
        return submit(session, endpoint, payload, person);
      },
      accepted: async ({ reply }) =>
        (reply.status ?? 500) < 400 && (await accountOf(session, person)) !== null,
      candidatesFor: (key) => accountField(unknownField(key), facts, random).candidates,
    });
    const found = bound(endpoint, learned, reasons, 'a new account appeared after a request to it');
    if (found.confirmed) return { found, person };
    first ??= found;
  }
  return { found: first, person: null };
}

/** The user that was made from this person's data, as the app's own process sees it. */
export async function accountOf(session: Session, person: Person) {
  const find = (value: string) => session.instance.call('user.find', { value }).catch(() => null);
  return (await find(person.email)) ?? (await find(person.username)) ?? find(person.email.toLowerCase());
}

export interface TokenEndpoint extends AccountEndpoint {
  tokens: FoundToken[];
  cookies: Record<string, string>;
}

/** Signs a person in through each candidate; prefers one that gives a token to the right password only. */
export async function confirmToken(
  candidates: readonly Candidate[],
  session: Session,
  facts: Facts,
  random: Random,
  person: Person,
): Promise<TokenEndpoint | null> {
  const found: (TokenEndpoint & { rank: number })[] = [];
  for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED)) {
    const learned = await learn({
      ...accountDraft(endpoint, facts, random, true),
      attempt: (payload) => submit(session, endpoint, payload, person),
      accepted: async (exchanged) => (exchanged.reply.status ?? 500) < 400 && tokensIn(exchanged).length > 0,
      candidatesFor: (key) => accountField(unknownField(key), facts, random).candidates,
    });
    const entry = bound(endpoint, learned, reasons, 'it gave a token to a person who has an account');
    const tokens = tokensIn(learned.last);
    const cookies = cookiesOf(learned.last);
    const wrong = entry.confirmed
      ? await submit(session, endpoint, entry.payload, { ...person, password: `${person.password}x` })
      : null;
    found.push({ ...entry, tokens, cookies, rank: entry.confirmed ? rankToken(wrong, tokens) : 0 });
    if (found.at(-1)?.rank === 3) break;
  }
  return found.sort((a, b) => b.rank - a.rank)[0] ?? null;
}

/** An endpoint that gives tokens to anybody is the one that counts; then one that refuses plainly and gives JWTs. */
function rankToken(wrong: Exchanged | null, tokens: FoundToken[]): number {
  if (wrong !== null && tokensIn(wrong).length > 0) return 4;
  const plainly = wrong !== null && [400, 401, 403, 422].includes(wrong.reply.status ?? 0);
  const jwt = splitTokens(tokens).access?.jwt === true;
  return plainly && jwt ? 3 : jwt ? 2 : plainly ? 1.5 : 1;
}

export const tokensIn = ({ json, reply }: Exchanged): FoundToken[] =>
  findTokens(json, reply.setCookies, reply.body);

export function cookiesOf({ reply }: Exchanged): Record<string, string> {
  return Object.fromEntries(
    reply.setCookies
      .map((line) => (line.split(';')[0] ?? '').split(/=(.*)/s).slice(0, 2) as [string, string])
      .filter(([, value]) => value),
  );
}

export async function submit(
  session: Session,
  endpoint: Endpoint,
  payload: Payload,
  person: Person,
  actor: Actor = anonymous(),
  options: SendOptions = {},
): Promise<Exchanged> {
  const body = await fill(payload, { session, actor, marker: '', person });
  return session.send(
    actor,
    { method: endpoint.method, path: fillPath(endpoint, {}), body, encoding: payload.encoding },
    options,
  );
}

function bound(
  endpoint: Endpoint,
  learned: Learned,
  reasons: string[],
  confirmation: string,
): AccountEndpoint {
  return {
    endpoint,
    payload: learned.payload,
    confirmed: learned.accepted,
    reasons: learned.accepted ? [...reasons, confirmation] : reasons,
    last: learned.last,
  };
}
