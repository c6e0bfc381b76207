/** How a token travels: which header and prefix, or which cookie, the app accepts. Tried, not assumed. */
import type { Actor, Credentials, Issued } from '../checks/actor.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import { type FoundToken, splitTokens } from '../http/answer.ts';
import { decodeJwt } from '../http/jwt.ts';

export interface TransportHints {
  /** header words from the framework's configuration, the likeliest first */
  prefixes: string[];
  /** request headers that the learner's code reads, e.g. "X-Access-Token" */
  headers: string[];
}

export type Probe = (actor: Actor, credentials: Credentials) => Promise<Exchanged>;

const REFUSED = [401, 403, 302];
export const isRefused = ({ reply }: Exchanged): boolean => REFUSED.includes(reply.status ?? 0);

/** Everything that was given out at login, as credentials to try in order. */
export function transports(
  tokens: FoundToken[],
  cookies: Record<string, string>,
  hints: TransportHints,
): ((token: string) => Credentials)[] {
  const { access } = splitTokens(tokens);
  const cookieNames = Object.keys(cookies);
  const byCookie = tokens.filter((token) => token.cookie && token !== splitTokens(tokens).refresh);
  const byHeader = headerWays(hints);
  const inCookie = byCookie.map(
    (found) =>
      (token: string): Credentials => ({ kind: 'cookies', cookies: { ...cookies, [found.key]: token } }),
  );
  const asSession =
    cookieNames.length > 0 && byCookie.length === 0
      ? [(): Credentials => ({ kind: 'cookies', cookies })]
      : [];
  return access === null
    ? asSession
    : access.cookie
      ? [...inCookie, ...byHeader]
      : [...byHeader, ...inCookie, ...asSession];
}

/** The first way that a protected endpoint accepts; null when none is, or when nothing is protected. */
export async function findTransport(
  probe: Probe,
  actor: Actor,
  tokens: FoundToken[],
  cookies: Record<string, string>,
  hints: TransportHints,
) {
  const { access } = splitTokens(tokens);
  const nobody = await probe(actor, { kind: 'none' });
  let recognised: ((token: string) => Credentials) | null = null;
  for (const way of transports(tokens, cookies, hints)) {
    const exchanged = await probe(actor, way(access?.token ?? ''));
    if (!isRefused(exchanged) && (exchanged.reply.status ?? 500) < 500) return way;
    // 401 for nobody and 403 for this: the app knows who asks, and does not let him.
    if (nobody.reply.status === 401 && exchanged.reply.status === 403) recognised ??= way;
  }
  return recognised;
}

export function issuedFrom(tokens: FoundToken[], way: (token: string) => Credentials): Issued | null {
  const { access, refresh } = splitTokens(tokens);
  return access === null
    ? null
    : { access: access.token, refresh: refresh?.token ?? null, jwt: access.jwt, carrying: way };
}

/** Asks as nobody: does the endpoint refuse at all? */
export async function refusesAnonymous(probe: Probe): Promise<boolean> {
  return isRefused(await probe(anonymous(), { kind: 'none' }));
}

/** Credentials made inside the app, for when its own login does not work; `issued` when the API really takes the token. */
export async function mintCredentials(
  session: Session,
  actor: Actor,
  probe: Probe,
  hints: TransportHints,
): Promise<{ credentials: Credentials; issued: Issued | null } | null> {
  if (actor.id === null) return null;
  const works = async (credentials: Credentials): Promise<boolean> => {
    const exchanged = await probe(actor, credentials);
    return !isRefused(exchanged) && (exchanged.reply.status ?? 500) < 500;
  };
  const minted = await session.instance.call('token.mint', { user: actor.id }).catch(() => null);
  const token = minted === null ? null : 'access' in minted ? minted.access : minted.token;
  const ways = headerWays(hints);
  for (const way of token === null ? [] : ways) {
    const credentials = way(token as string);
    if (!(await works(credentials))) continue;
    const refresh = minted !== null && 'refresh' in minted ? minted.refresh : null;
    const jwt = decodeJwt(token as string) !== null;
    return { credentials, issued: { access: token as string, refresh, jwt, carrying: way } };
  }
  const signedIn = await session.instance.call('session.mint', { user: actor.id }).catch(() => null);
  if (signedIn === null) return null;
  const credentials: Credentials = { kind: 'cookies', cookies: { [signedIn.cookieName]: signedIn.value } };
  return { credentials, issued: null };
}

/** Every header in which a token may travel, the likeliest first. */
function headerWays(hints: TransportHints): ((token: string) => Credentials)[] {
  const prefixes = [...new Set([...hints.prefixes, 'Bearer', 'JWT', 'Token', ''])];
  const way =
    (name: string, prefix: string) =>
    (token: string): Credentials => ({ kind: 'header', name, prefix, token });
  return [
    ...prefixes.map((prefix) => way('Authorization', prefix)),
    ...hints.headers.flatMap((name) => ['Bearer', 'Token', ''].map((prefix) => way(name, prefix))),
  ];
}
