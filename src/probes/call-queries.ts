/** What `expect` of a `call` step can ask: about the answer, and about what is there afterwards. */

import { query as jsonPath } from 'jsonpath-rfc9535';
import { accountOf, tokensIn } from '../bind/accounts.ts';
import type { BoundResource } from '../bind/bind.ts';
import { findRow, type Row, requestList, rowPath } from '../bind/rows.ts';
import { splitTokens } from '../http/answer.ts';
import { decodeJwt } from '../http/jwt.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { CallStep } from '../spec/steps.ts';
import type { Attempt, Sent } from './call-plan.ts';
import type { CheckContext } from './probe.ts';

export function answers(
  _step: CallStep,
  attempt: Attempt,
  sent: Sent,
  context: CheckContext,
): (name: string, argument: string) => Promise<Value> {
  const { reply, json } = sent.shown;
  const access = () => splitTokens(tokensIn(sent.shown)).access;
  const queries: Record<string, (argument: string) => Value | Promise<Value>> = {
    status: () => reply.status ?? MISSING,
    body: () => reply.body,
    header: (name) => reply.headers[name.toLowerCase()] ?? MISSING,
    json: (path) => (json === undefined ? MISSING : (jsonPath(json, path)[0] ?? MISSING)),
    reason: () =>
      /[\p{L}]{3,}/u.test(reply.body.replace(/<[^>]*>/g, '')) ? reply.body.slice(0, 300) : MISSING,
    crashed: () => (reply.status ?? 500) >= 500,
    token: () => access()?.token ?? MISSING,
    claim: (name) => decodeJwt(access()?.token ?? '')?.claims[name] ?? MISSING,
    exists: async () =>
      attempt.person !== null && (await accountOf(context.session, attempt.person)) !== null,
    account: async () =>
      attempt.person !== null &&
      (await context.session.instance.call('text.search', { value: attempt.person.password })).length > 0,
    discloses: () => holdsPassword(reply.body, attempt.person?.password ?? null),
    shows: (id) => shows(context.rows.get(id), sent.text),
    stored: async () =>
      attempt.marker !== null && attempt.resource !== null && (await isStored(attempt, context)),
    owner: async () =>
      attempt.marker === null || attempt.resource === null ? MISSING : ownerOf(attempt, context),
    row: async (argument) => {
      const [id = '', what = 'changed'] = argument.split('.');
      const row = context.rows.get(id);
      return row === undefined || attempt.resource === null ? MISSING : rowState(what, row, attempt, context);
    },
  };
  return async (name, argument) => (await queries[name]?.(argument)) ?? MISSING;
}

const shows = (row: Row | undefined, text: string): Value =>
  row === undefined ? MISSING : text.includes(row.marker);

/** Hashes of Django's own hashers, bcrypt and argon2 begin like this. */
const HASH = /(pbkdf2_sha\d+|scrypt|argon2\w*|bcrypt\w*|md5|sha1)\$|\$2[aby]\$\d\d\$|\$argon2/;
const holdsPassword = (body: string, password: string | null): boolean =>
  HASH.test(body) || (password !== null && password !== '' && body.includes(password));

/** Seen from outside by a list or retrieve of the actor; where neither works, as the app's process says. */
async function isStored(attempt: Attempt, context: CheckContext): Promise<boolean> {
  const resource = attempt.resource as BoundResource;
  const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker as string);
  if (row === null) return false;
  const outside = await seenOutside(row, attempt.marker as string, resource, context);
  return outside ?? true;
}

/** Rows that an anonymous request made are looked for as a signed-in person. */
const reader = (attempt: Attempt, context: CheckContext) =>
  attempt.actor.id === null ? (Object.values(context.bound.actors)[0] ?? attempt.actor) : attempt.actor;

/** True: its owner can read the text from outside; false: reading works and it is not there; null: nothing here can be read. */
async function seenOutside(
  row: Row,
  marker: string,
  resource: BoundResource,
  context: CheckContext,
): Promise<boolean | null> {
  const retrieve = resource.operations.retrieve[0];
  const canRetrieve = retrieve !== undefined && resource.confirmed.retrieve === true;
  if (canRetrieve) {
    const path = await rowPath(context.session, resource, retrieve, row);
    const answer = await context.session.send(row.owner, { method: 'GET', path });
    if (answer.reply.body.includes(marker)) return true;
  }
  const canList = resource.confirmed.list === true;
  if (canList && (await requestList(context.session, resource, row.owner, marker, row)).text.includes(marker))
    return true;
  return canRetrieve || canList ? false : null;
}

async function rowState(what: string, row: Row, attempt: Attempt, context: CheckContext): Promise<Value> {
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
      return (
        (await seenOutside(row, attempt.marker, resource, context)) ??
        Object.values(inside?.values ?? {}).includes(attempt.marker)
      );
    }
    case 'gone':
      return !((await seenOutside(row, row.marker, resource, context)) ?? inside !== null);
    case 'changed': {
      const outside = await seenOutside(row, row.marker, resource, context);
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

/** Values other than automatic ones that are not what they were. */
function differs(row: Row, now: Record<string, unknown> | null, resource: BoundResource): boolean {
  if (now === null) return false;
  const automatic = new Set(
    resource.model.fields.filter((field) => field.automatic).map((field) => field.name),
  );
  return Object.entries(row.values).some(
    ([name, value]) => !automatic.has(name) && JSON.stringify(now[name]) !== JSON.stringify(value),
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
      if (text.includes(attempt.marker as string)) listing.push(actor.name);
    }
  }
  if (listing.length === 1) return listing[0];
  const field = resource.slots.owner?.field.name;
  const value = field === undefined ? undefined : (row.values[field] ?? row.values[`${field}_id`]);
  return actors.find((actor) => String(actor.id) === String(value))?.name ?? MISSING;
}
