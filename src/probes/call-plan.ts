/** From a `call` step to the requests it means here: which endpoint, which payload, which credentials. */

import { submit } from '../bind/accounts.ts';
import type { BoundResource } from '../bind/bind.ts';
import { type Endpoint, mentions, splitWords } from '../bind/endpoint.ts';
import { type OtherEndpoint, otherEndpoints } from '../bind/other-endpoints.ts';
import type { Payload } from '../bind/payload.ts';
import { makeMarker, makePerson, type Person } from '../bind/random.ts';
import { collectionPath, type Row, requestList, rowPath } from '../bind/rows.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Operation } from '../spec/schema.ts';
import type { CallStep } from '../spec/steps.ts';
import { createBodies, faultyBodies, type Own, signedIn, updateBody } from './call-bodies.ts';
import { claimAttempts } from './claims.ts';
import type { CheckContext } from './probe.ts';
import { tokenVariant } from './token-variants.ts';

export interface Sent {
  /** the answer that the evidence shows */
  shown: Exchanged;
  /** text of every page that was read */
  text: string;
}

export interface Attempt {
  endpoint: Endpoint;
  resource: BoundResource | null;
  actor: Actor;
  person: Person | null;
  /** the row that the URL names */
  row: Row | null;
  /** a person whose accepted token answers where the login itself gives none */
  standIn: Person | null;
  /** the text by which a new or changed row is recognised */
  marker: string | null;
  send(): Promise<Sent>;
}

export interface Planned {
  attempts: Attempt[];
  /** any: one working way is enough · all: every way must behave */
  rule: 'any' | 'all';
}
export type Unjudged = {
  unjudged: 'unbound' | 'blocked' | 'skipped';
  why: string;
  blockedBy?: string | null;
};

/** The requirement that asks whether a call works for whoever may make it. */
export const working = (context: CheckContext, call: string): string | null =>
  context.requirementWith((one) => one.probe === 'call' && one.call === call && one.as !== 'anonymous');

export async function plan(step: CallStep, context: CheckContext): Promise<Planned | Unjudged> {
  const [role = '', operation] = step.call.split('.');
  return operation === undefined
    ? planAccount(role, step, context)
    : planResource(role, operation, step, context);
}

function planAccount(role: string, step: CallStep, context: CheckContext): Planned | Unjudged {
  const { bound, random } = context;
  const found = role === 'register' ? bound.register : bound.token;
  if (found === null) return { unjudged: 'unbound', why: `No endpoint for "${role}" was found.` };
  const wanted = step.send?.account ?? 'fresh';
  const known = context.people.get(wanted) ?? bound.actors[wanted]?.person ?? null;
  const base = known ?? makePerson('guest', random);
  if (step.id !== undefined) context.people.set(step.id, base);
  const password = passwordOf(base.password, step.send?.password);
  const person = { ...base, password };
  const actor = anonymous();
  const payload = step.send?.password === 'missing' ? withoutPassword(found.payload) : found.payload;
  const send = async (): Promise<Sent> => {
    const shown = await submit(context.session, found.endpoint, payload, person, actor);
    return { shown, text: shown.reply.body };
  };
  const right = (step.send?.password ?? 'right') === 'right';
  const standIn = role !== 'register' && right && step.standin ? base : null;
  const attempt = {
    endpoint: found.endpoint,
    resource: null,
    actor,
    person,
    row: null,
    marker: null,
    standIn,
    send,
  };
  return { attempts: [attempt], rule: 'any' };
}

const withoutPassword = (payload: Payload): Payload => ({
  ...payload,
  fields: payload.fields.filter(
    (field) => !field.candidates.some((one) => one.from === 'person' && one.part === 'password'),
  ),
});

/** `right` unless the step asks for another. */
const passwordOf = (right: string, asked: string | undefined): string =>
  asked === 'wrong' ? `${right}x` : asked === 'weak' ? '12345' : asked === 'empty' ? '' : right;

async function planResource(
  role: string,
  operation: string,
  step: CallStep,
  context: CheckContext,
): Promise<Planned | Unjudged> {
  const { bound } = context;
  const resource = bound.resources[role];
  if (resource === undefined)
    return { unjudged: 'unbound', why: `No model for "${role}" was found in this project.` };
  const chosen =
    operation === 'protected' ? resource.protected : (operation as Operation | 'other' | 'claimed');
  if (chosen === null)
    return {
      unjudged: 'blocked',
      why: 'Nothing here refuses anonymous requests, so what happens to a bad token cannot be seen.',
      blockedBy: context.requirementWith(
        (one) => one.probe === 'call' && one.as === 'anonymous' && one.call.startsWith(`${role}.`),
      ),
    };
  const beside = chosen === 'other' || chosen === 'claimed';
  const endpoints = beside ? [] : resource.operations[chosen];
  if (endpoints.length === 0 && !beside)
    return { unjudged: 'unbound', why: `No endpoint to ${chosen} was found.` };
  const actor = step.as === 'anonymous' ? anonymous() : bound.actors[step.as];
  if (actor === undefined) return { unjudged: 'unbound', why: `There is no actor "${step.as}".` };
  const variant = await tokenVariant(step.token, actor, context);
  if ('skip' in variant) return { unjudged: 'skipped', why: variant.skip };
  if ('blocked' in variant)
    return {
      unjudged: 'blocked',
      why: variant.blocked,
      blockedBy: context.requirementWith((one) => one.probe === 'call' && 'token' in one.expect),
    };
  const as: Actor = { ...actor, credentials: variant.credentials };
  const row = (step.target === undefined ? undefined : context.rows.get(step.target)) ?? null;
  const needsRow = chosen !== 'list' && chosen !== 'create';
  const target = row ?? (needsRow ? (context.rows.values().next().value ?? null) : null);
  if (needsRow && target === null)
    return {
      unjudged: 'blocked',
      why: 'There is no item to ask for.',
      blockedBy: working(context, `${role}.create`),
    };
  const own = { resource, actor: as, person: as.person, row: target, context, step };
  const used = chosen === 'update' || chosen === 'delete' ? endpoints : endpoints.slice(0, 1);
  const attempts =
    chosen === 'other'
      ? otherAttempts(own)
      : chosen === 'claimed'
        ? claimAttempts(own)
        : (await Promise.all(used.map((endpoint) => attemptsFor(chosen, endpoint, own)))).flat();
  if (attempts.length === 0)
    return { unjudged: 'skipped', why: 'This does not apply: the app takes no such value.' };
  const asOwner = target !== null && target.owner.name === as.name;
  // What must be refused must be refused every way.
  return { attempts, rule: asOwner && step.send?.fault === undefined ? 'any' : 'all' };
}

async function attemptsFor(operation: Operation, endpoint: Endpoint, own: Own): Promise<Attempt[]> {
  const { resource, actor, person, row, context, step } = own;
  const { session } = context;
  const base = { endpoint, resource, actor, person, row, standIn: null };
  switch (operation) {
    case 'list':
      return [
        {
          ...base,
          marker: null,
          send: async () => {
            const { shown, text } = await requestList(
              session,
              resource,
              actor,
              row?.marker ?? lastMarker(context),
              row,
            );
            return { shown, text };
          },
        },
      ];
    case 'retrieve':
      return [{ ...base, marker: null, send: () => sendTo(own, endpoint, undefined) }];
    case 'delete':
      return [
        {
          ...base,
          marker: null,
          send: () => sendTo(own, endpoint, endpoint.method === 'DELETE' ? undefined : {}),
        },
      ];
    case 'update': {
      const marker = makeMarker(context.random);
      const bodies =
        step.send?.fault === undefined
          ? [{ marker, body: () => updateBody(own, endpoint, marker) }]
          : faultyBodies(own, endpoint, marker, (text) => () => updateBody(own, endpoint, text));
      return bodies.map(({ marker: sent, body }) => ({
        ...base,
        marker: sent,
        send: async () => sendTo(own, endpoint, await body()),
      }));
    }
    case 'create':
      return (await createBodies(own, endpoint)).map(({ marker, body, raw }) => ({
        ...base,
        marker,
        send: async () => {
          const path = await collectionPath(session, resource, endpoint, signedIn(actor, context), null);
          const sent = await session.send(actor, {
            method: endpoint.method,
            path,
            body: raw === undefined ? await body() : undefined,
            raw,
            encoding: resource.create?.payload.encoding,
          });
          return { shown: sent, text: sent.reply.body };
        },
      }));
  }
}

/** Whatever else the app offers for its rows: each is asked for this one. */
function otherAttempts(own: Own): Attempt[] {
  const { resource, actor, person, row, context } = own;
  const base = { resource, actor, person, row, standIn: null };
  return otherEndpoints(resource, context.bound.facts).flatMap((other): Attempt[] => {
    const { endpoint, onRow } = other;
    if (onRow) {
      const marker = endpoint.method === 'GET' ? null : makeMarker(context.random);
      const body = async (): Promise<Record<string, unknown> | undefined> =>
        marker === null ? undefined : updateBody(own, endpoint, marker);
      return [{ ...base, endpoint, marker, send: async () => sendTo(own, endpoint, await body()) }];
    }
    return lookups(other, row).map((query) => ({
      ...base,
      endpoint,
      marker: null,
      send: async () => {
        const path = await collectionPath(context.session, resource, endpoint, signedIn(actor, context), row);
        const shown = await context.session.send(actor, { method: endpoint.method, path: `${path}${query}` });
        return { shown, text: shown.reply.body };
      },
    }));
  });
}

/** Parameters by which a list is narrowed, or opened: the text of the row, whose it is; and none, for a list of its own. */
function lookups({ queries, isList }: OtherEndpoint, row: Row | null): string[] {
  const ofOwner = [row?.owner.id, row?.owner.person?.username];
  const pairs = queries.slice(0, 4).flatMap((name) => {
    const isPerson = mentions(splitWords(name), ['user', 'owner', 'author', 'creator']);
    // Not the whole text: an answer that repeats what was looked for shows nothing.
    const values = (isPerson ? ofOwner : [row?.marker.slice(0, -3)]).filter((value) => value != null);
    return values.map((value) => new URLSearchParams({ [name]: String(value) }));
  });
  return [...(isList ? [] : ['']), ...pairs.map((pair) => `?${pair}`)];
}

async function sendTo(
  { context, resource, actor, row }: Own,
  endpoint: Endpoint,
  body: Record<string, unknown> | undefined,
): Promise<Sent> {
  const path = await rowPath(context.session, resource, endpoint, row as Row);
  const shown = await context.session.send(actor, {
    method: endpoint.method,
    path,
    body,
    encoding: resource.create?.payload.encoding,
  });
  return { shown, text: shown.reply.body };
}

const lastMarker = (context: CheckContext): string | null =>
  [...context.rows.values()].at(-1)?.marker ?? null;
