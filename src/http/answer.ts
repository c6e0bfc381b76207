/** Reading answers whose shape nobody promised: by the values that were sent, never by key names. */
import { decodeJwt } from './jwt.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const MAX_NODES = 50_000;
const MAX_DEPTH = 64;

/** The answer as JSON; undefined when it is none or is nested deeper than an honest answer would be. */
export function parseJson(text: string): Json | undefined {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') {
      if (++depth > MAX_DEPTH) return undefined;
    } else if (letter === ']' || letter === '}') depth--;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

export interface Node {
  /** keys and indexes from the root */
  path: (string | number)[];
  value: Json;
}

/** Every value of a document, parents before children, bounded. */
export function walk(root: Json | undefined): Node[] {
  if (root === undefined) return [];
  const nodes: Node[] = [{ path: [], value: root }];
  for (let index = 0; index < nodes.length && nodes.length < MAX_NODES; index++) {
    const { path, value } = nodes[index] as Node;
    if (Array.isArray(value))
      value.forEach((child, position) => void nodes.push({ path: [...path, position], value: child }));
    else if (value !== null && typeof value === 'object')
      for (const [key, child] of Object.entries(value)) nodes.push({ path: [...path, key], value: child });
  }
  return nodes;
}

/** The smallest objects that hold the marker as one of their own values. */
export function objectsHolding(root: Json | undefined, marker: string): Record<string, Json>[] {
  return walk(root).flatMap(({ value }) =>
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.values(value).some((own) => own === marker)
      ? [value]
      : [],
  );
}

/** The URL of the next page where the answer names one. */
export function nextPage(root: Json | undefined): string | null {
  const found = walk(root).find(
    ({ path, value }) =>
      typeof value === 'string' && /^next/i.test(String(path.at(-1) ?? '')) && /[?&/]/.test(value),
  );
  if (found === undefined) return null;
  try {
    const url = new URL(found.value as string, 'http://localhost');
    return url.pathname + url.search;
  } catch {
    return null;
  }
}

export interface FoundToken {
  token: string;
  jwt: boolean;
  /** "body $.access" or "cookie access" */
  where: string;
  key: string;
  cookie: boolean;
}

/** Strings that could be tokens, in the body and in cookies that the answer sets: JWTs first, then opaque keys. */
export function findTokens(
  root: Json | undefined,
  setCookies: readonly string[],
  text: string,
): FoundToken[] {
  const found: FoundToken[] = [];
  for (const { path, value } of walk(root)) {
    if (typeof value !== 'string') continue;
    const key = String(path.at(-1) ?? 'token');
    const bare = value.replace(/^(Bearer|JWT|Token) /i, '');
    if (decodeJwt(bare))
      found.push({ token: bare, jwt: true, where: `body ${path.join('.')}`, key, cookie: false });
    else if (isOpaque(bare, key))
      found.push({ token: bare, jwt: false, where: `body ${path.join('.')}`, key, cookie: false });
  }
  if (root === undefined && decodeJwt(text.trim()))
    found.push({ token: text.trim(), jwt: true, where: 'body', key: 'token', cookie: false });
  for (const line of setCookies) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (decodeJwt(value))
      found.push({ token: value, jwt: true, where: `cookie ${name}`, key: name, cookie: true });
  }
  return found.sort((a, b) => Number(b.jwt) - Number(a.jwt));
}

/** A random looking text: under a telling name a short one is enough, under any other it must be long and no id. */
function isOpaque(text: string, key: string): boolean {
  if (!/^[\w.:=+/-]{20,2000}$/.test(text) || /^https?:|^pbkdf2_|^\d{4}-/.test(text)) return false;
  if (/token|key|access|jwt|auth/i.test(key)) return true;
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  return text.length >= 32 && /\d/.test(text) && /[a-z]/i.test(text) && !isId;
}

/** Access and refresh told apart by claim, then by name; a lone token is the access token. */
export function splitTokens(tokens: readonly FoundToken[]): {
  access: FoundToken | null;
  refresh: FoundToken | null;
} {
  const isRefresh = ({ token, key }: FoundToken): boolean => {
    const type = decodeJwt(token)?.claims.token_type ?? decodeJwt(token)?.claims.type;
    return typeof type === 'string' ? /refresh/i.test(type) : /refresh/i.test(key);
  };
  return {
    access: tokens.find((token) => !isRefresh(token)) ?? null,
    refresh: tokens.find(isRefresh) ?? null,
  };
}

/** Whether a text holds a marker; apps that change the case of what they store are told from apps that lose it. */
export const holds = (text: string, marker: string): boolean =>
  marker !== '' && text.toLowerCase().includes(marker.toLowerCase());
