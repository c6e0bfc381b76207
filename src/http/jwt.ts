/** JSON Web Tokens as an attacker reads and changes them (RFC 7519); nothing is verified here, the app must do that. */
import { createHmac } from 'node:crypto';

export interface Jwt {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signature: string;
}

/** The parts of a token, or null when the text is not a JWT. */
export function decodeJwt(text: string): Jwt | null {
  const parts = text.split('.');
  if (parts.length !== 3 || text.length > 16_384) return null;
  const header = parsePart(parts[0] as string);
  const claims = parsePart(parts[1] as string);
  return header === null || claims === null || typeof header.alg !== 'string'
    ? null
    : { header, claims, signature: parts[2] as string };
}

export const encodePart = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same header and signature around other claims. */
export const withClaims = (
  token: string,
  change: (claims: Record<string, unknown>) => Record<string, unknown>,
): string => {
  const [header, claims, signature] = token.split('.') as [string, string, string];
  return [header, encodePart(change(parsePart(claims) ?? {})), signature].join('.');
};

/** The signature's first characters exchanged: still well formed, no longer right. */
export const withBrokenSignature = (token: string): string => {
  const [header, claims, signature] = token.split('.') as [string, string, string];
  const flipped = [...signature.slice(0, 8)].map((letter) => (letter === 'A' ? 'B' : 'A')).join('');
  return [header, claims, flipped + signature.slice(8)].join('.');
};

/** RFC 7519 §6: an unsecured token, which an API must not accept. */
export const unsigned = (token: string): string =>
  `${encodePart({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1] as string}.`;

/** Signed as HS256 with a key that anybody could have chosen. */
export const signedWithOtherKey = (token: string, key: string): string => {
  const body = `${encodePart({ alg: 'HS256', typ: 'JWT' })}.${token.split('.')[1] as string}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
};

function parsePart(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
