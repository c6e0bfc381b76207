/** What `expect` of a `call` step can ask: about the answer, and about what is there afterwards. */

import { query as jsonPath } from 'jsonpath-rfc9535';
import { accountOf, tokensIn } from '../bind/accounts.ts';
import type { BoundResource } from '../bind/bound.ts';
import { findRow, isOwned, type Row, requestList, rowPath } from '../bind/rows.ts';
import { ownerField } from '../bind/slots.ts';
import { holds, parseJson, splitTokens } from '../http/answer.ts';
import { decodeJwt } from '../http/jwt.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { CallStep } from '../spec/steps.ts';
import type { Attempt, Sent } from './call-attempts.ts';
import type { CheckContext } from './probe.ts';

export interface Answers {
  resolve(name: string, argument: string): Promise<Value>;
  /** true: an answer rests on what the app's own process says, and nothing seen from outside bears it out */
  fromInsideOnly(): boolean;
}

export function answers(_step: CallStep, attempt: Attempt, sent: Sent, context: CheckContext): Answers {
  const { reply, json } = sent.shown;
  const trust: Trust = { insideOnly: false };
  const access = () => splitTokens(tokensIn(sent.shown)).access;
  const queries: Record<string, (argument: string) => Value | Promise<Value>> = {
    status: () => reply.status ?? MISSING,
    body: () => reply.body,
    header: (name) => reply.headers[name.toLowerCase()] ?? MISSING,
    json: (path) => (json === undefined ? MISSING : (jsonPath(json, path)[0] ?? MISSING)),
    reason: () =>
      /[\p{L}]{3,}/u.test(reply.body.replace(/<[^>]*>/g, '')) ? reply.body.slice(0, 300) : MISSING,
    crashed: () => (reply.status ?? 500) >= 500,
    token: () => access()?.token ?? issued(attempt, context) ?? MISSING,
    lifetime: () => lifetime(access()?.token ?? issued(attempt, context)),
    kept: () =>
      attempt.resource === null || attempt.marker === null ? MISSING : kept(attempt, sent, context),
    claim: (name) => decodeJwt(access()?.token ?? issued(attempt, context) ?? '')?.claims[name] ?? MISSING,
    exists: async () =>
      attempt.person !== null && (await accountOf(context.session, attempt.person)) !== null,
    account: async () =>
      attempt.person !== null &&
      (await context.session.instance.call('text.search', { value: attempt.person.password })).length > 0,
    discloses: () => holdsPassword(reply.body, attempt.person?.password ?? null),
    shows: (id) => shows(context.rows.get(id), sent.text),
    stored: async () =>
      attempt.marker !== null && attempt.resource !== null && (await isStored(attempt, context, trust)),
    owner: async () =>
      attempt.marker === null || attempt.resource === null ? MISSING : ownerOf(attempt, context),
    row: async (argument) => {
      const [id = '', what = 'changed'] = argument.split('.');
      const row = context.rows.get(id);
      return row === undefined || attempt.resource === null
        ? MISSING
        : rowState(what, row, attempt, context, trust);
    },
  };
  return {
    resolve: async (name, argument) => (await queries[name]?.(argument)) ?? MISSING,
    fromInsideOnly: () => trust.insideOnly,
  };
}

interface Trust {
  insideOnly: boolean;
}

const shows = (row: Row | undefined, text: string): Value =>
  row === undefined ? MISSING : holds(text, row.marker);

/** Hashes of Django's own hashers, bcrypt and argon2 begin like this. */
const HASH = /(pbkdf2_sha\d+|scrypt|argon2\w*|bcrypt\w*|md5|sha1)\$|\$2[aby]\$\d\d\$|\$argon2/;
const holdsPassword = (body: string, password: string | null): boolean =>
  HASH.test(body) || (password !== null && password !== '' && body.includes(password));

/** Seen from outside by a list or retrieve of the actor; where neither works, as the app's process says. */
async function isStored(attempt: Attempt, context: CheckContext, trust: Trust): Promise<boolean> {
  const resource = attempt.resource as BoundResource;
  const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker as string);
  if (row === null) return false;
  const outside = await seenOutside(row, attempt.marker as string, resource, context, true);
  if (outside === null) trust.insideOnly = true;
  // A row that the app made nobody's cannot be seen by its maker, yet it is stored.
  return (outside ?? true) ? true : !isOwned(row, resource);
}

/** Rows that an anonymous request made are looked for as a signed-in person. */
const reader = (attempt: Attempt, context: CheckContext) =>
  attempt.actor.id === null ? (Object.values(context.bound.actors)[0] ?? attempt.actor) : attempt.actor;

/**
 * True: its owner can read the text from outside; false: reading works and it is not there; null: nothing here can be
 * read. By id where that works: a list would also show a copy. `anywhere` asks the list too.
 */
async function seenOutside(
  row: Row,
  marker: string,
  resource: BoundResource,
  context: CheckContext,
  anywhere: boolean,
): Promise<boolean | null> {
  const retrieve = resource.operations.retrieve[0];
  const canRetrieve = retrieve !== undefined && resource.confirmed.retrieve === true;
  if (canRetrieve) {
    const path = await rowPath(context.session, resource, retrieve, row);
    const answer = await context.session.send(row.owner, { method: 'GET', path });
    if (holds(answer.reply.body, marker)) return true;
    if (!anywhere) return false;
  }
  const canList = resource.confirmed.list === true;
  if (canList && holds((await requestList(context.session, resource, row.owner, marker, row)).text, marker))
    return true;
  return canRetrieve || canList ? false : null;
}

async function rowState(
  what: string,
  row: Row,
  attempt: Attempt,
  context: CheckContext,
  trust: Trust,
): Promise<Value> {
  const resource = attempt.resource as BoundResource;
  const inside =
    row.id === null
      ? null
      : await context.session.instance
          .call('rows.get', { model: resource.model.label, id: row.id })
          .catch(() => null);
  switch (what) {
    case 'updated': {
      if (attempt.marker === null) return MISSING;
      const outside = await seenOutside(row, attempt.marker, resource, context, false);
      if (outside === null) trust.insideOnly = true;
      return outside !== false && (inside === null || holds(JSON.stringify(inside.values), attempt.marker));
    }
    case 'gone': {
      const outside = await seenOutside(row, textNow(row, inside?.values, resource), resource, context, true);
      if (outside === null) trust.insideOnly = true;
      return !(outside ?? inside !== null);
    }
    case 'changed': {
      const outside = await seenOutside(row, row.marker, resource, context, false);
      return (
        outside === false ||
        (outside === null && inside === null) ||
        differs(row, inside?.values ?? null, resource)
      );
    }
    default:
      return MISSING;
  }
}

/** A step before may have changed the text by which the row is recognised. */
function textNow(
  { marker }: Row,
  values: Record<string, unknown> | undefined,
  resource: BoundResource,
): string {
  const text = resource.markerField === null ? undefined : values?.[resource.markerField];
  return typeof text === 'string' && text !== '' && !holds(text, marker) ? text : marker;
}

/** Values that are not what they were; moments are left out, because many an app notes when it was asked to change. */
function differs(row: Row, now: Record<string, unknown> | null, resource: BoundResource): boolean {
  if (now === null) return false;
  const leftOut = new Set(
    resource.model.fields
      .filter(({ automatic, kind }) => automatic || kind === 'datetime')
      .map((field) => field.name),
  );
  return Object.entries(row.values).some(
    ([name, value]) => !leftOut.has(name) && JSON.stringify(now[name]) !== JSON.stringify(value),
  );
}

/** Whose list holds the new row, when that tells; else the owner that the database has. */
async function ownerOf(attempt: Attempt, context: CheckContext): Promise<Value> {
  const resource = attempt.resource as BoundResource;
  const row = await findRow(context.session, resource, attempt.actor, attempt.marker as string);
  if (row === null) return MISSING;
  const actors = Object.values(context.bound.actors);
  const listing: string[] = [];
  if (resource.confirmed.list === true) {
    for (const actor of actors) {
      const { text } = await requestList(context.session, resource, actor, attempt.marker, {
        ...row,
        owner: actor,
      });
      if (holds(text, attempt.marker as string)) listing.push(actor.name);
    }
  }
  if (listing.length === 1) return listing[0];
  const field = ownerField(resource)?.name;
  const value = field === undefined ? undefined : (row.values[field] ?? row.values[`${field}_id`]);
  return actors.find((actor) => String(actor.id) === String(value))?.name ?? MISSING;
}

/** Where the login gives nothing, a token that the API accepted stands in for it, so that only the login loses points. */
const issued = (attempt: Attempt, { bound }: CheckContext): string | null =>
  Object.values(bound.actors).find((actor) => actor.person === attempt.standIn)?.issued?.access ?? null;

/** Seconds until the token expires. */
function lifetime(token: string | null): Value {
  const exp = decodeJwt(token ?? '')?.claims.exp;
  return typeof exp === 'number' ? Math.round(exp - Date.now() / 1000) : MISSING;
}

/** Days apart, whatever the time zones; an app may set a moment of its own, which is about now. */
function isOtherMoment(sent: unknown, stored: unknown): boolean {
  const [wanted, found] = [Date.parse(String(sent)), Date.parse(String(stored))];
  return Math.abs(wanted - found) > TWO_DAYS && Math.abs(Date.now() - found) > TWO_DAYS;
}
const TWO_DAYS = 2 * 24 * 3600 * 1000;

/** Whether the texts, flags and days that were sent are what is stored; what the app gives another form is not compared. */
async function kept(attempt: Attempt, sent: Sent, context: CheckContext): Promise<Value> {
  const resource = attempt.resource as BoundResource;
  const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker as string);
  const body = parseJson(sent.shown.exchange.requestBody ?? '');
  if (row === null || body === null || typeof body !== 'object' || Array.isArray(body)) return row !== null;
  const slots = (resource.create?.payload.fields ?? []).filter(({ slot }) => slot !== null);
  return slots.every(({ key, slot }) => {
    const value = (body as Record<string, unknown>)[key];
    const field = resource.slots[slot as string]?.field;
    const stored = row.values[field?.name ?? key];
    if (field?.kind === 'datetime' || field?.kind === 'date') return !isOtherMoment(value, stored);
    if (typeof value === 'boolean') return typeof stored !== 'boolean' || stored === value;
    return typeof value !== 'string' || typeof stored !== 'string' || holds(stored, value);
  });
}
