/** The requests that ask an endpoint for an operation on a row: path, payload, and the text by which its effect is recognised. */

import type { BoundResource } from '../bind/bound.ts';
import { type Endpoint, mentions, splitWords } from '../bind/endpoint.ts';
import { type OtherEndpoint, otherEndpoints } from '../bind/other-endpoints.ts';
import { makeMarker, type Person } from '../bind/random.ts';
import { collectionPath, type Row, requestList, rowPath } from '../bind/rows.ts';
import type { Actor } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Operation } from '../spec/schema.ts';
import { createBodies, faultyBodies, type Own, signedIn, updateBody } from './call-bodies.ts';
import type { CheckContext } from './probe.ts';

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

export async function attemptsFor(operation: Operation, endpoint: Endpoint, own: Own): Promise<Attempt[]> {
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
export function otherAttempts(own: Own): Attempt[] {
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
