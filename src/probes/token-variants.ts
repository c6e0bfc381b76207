/** The ways in which the token of a request is changed, as an attacker would. Each is made from the token that the login gave. */
import type { Actor, Credentials } from '../checks/actor.ts';
import { decodeJwt, signedWithOtherKey, unsigned, withBrokenSignature, withClaims } from '../http/jwt.ts';
import type { CallStep, TokenChange } from '../spec/steps.ts';
import type { CheckContext } from './probe.ts';

type Variant = { credentials: Credentials } | { skip: string } | { blocked: string };

export async function tokenVariant(
  change: CallStep['token'],
  actor: Actor,
  context: CheckContext,
): Promise<Variant> {
  if (change === undefined) return { credentials: actor.credentials };
  const { issued } = actor;
  if (issued === null) return { blocked: 'The login gave no token that could be changed.' };
  if (change !== 'as-issued' && !issued.jwt)
    return { skip: 'The token is not a JWT, so it cannot be changed like one.' };
  const token = await MAKE[change as TokenChange](issued.access, actor, context);
  return token === null
    ? { skip: REASONS[change as TokenChange] ?? 'This token could not be made.' }
    : { credentials: issued.carrying(token) };
}

const HOUR = 3_600;
const now = (): number => Math.floor(Date.now() / 1000);

const MAKE: Record<
  TokenChange,
  (token: string, actor: Actor, context: CheckContext) => string | null | Promise<string | null>
> = {
  'as-issued': (token) => token,
  'broken-signature': withBrokenSignature,
  'changed-claims': (token, actor, context) =>
    withClaims(token, (claims) => ({
      ...claims,
      ...otherIdentity(claims, actor, context),
      exp: now() + 24 * HOUR,
    })),
  'other-key': (token) => signedWithOtherKey(token, 'a-key-that-anybody-could-have-chosen'),
  unsigned,
  expired: async (token, _, { session }) => {
    const claims = decodeJwt(token)?.claims ?? {};
    const shift = typeof claims.iat === 'number' ? { iat: now() - 2 * HOUR } : {};
    const made = await session.instance
      .call('token.resign', { token, claims: { ...shift, exp: now() - HOUR } })
      .catch(() => null);
    return made?.token ?? null;
  },
  refresh: (_, actor) => actor.issued?.refresh ?? null,
};

const REASONS: Partial<Record<TokenChange, string>> = {
  expired:
    'Not tried: an expired token could not be made, because the signing key was not found in the settings.',
  refresh: 'Not tried: this app gives no refresh token.',
};

/** Claims that hold the actor's own key or name now hold another person's. */
function otherIdentity(
  claims: Record<string, unknown>,
  actor: Actor,
  { bound }: CheckContext,
): Record<string, unknown> {
  const other = Object.values(bound.actors).find((one) => one.name !== actor.name);
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(claims)) {
    if (String(value) === String(actor.id))
      changed[name] = typeof value === 'number' ? Number(other?.id) : String(other?.id);
    if (value === actor.person?.username) changed[name] = other?.person?.username;
    if (value === actor.person?.email) changed[name] = other?.person?.email;
  }
  return changed;
}
