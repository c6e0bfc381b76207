/** Confirms a resource by using it: learns what create and update want, and sees which endpoint does what is expected. */
import type { Facts } from '../app/facts.ts';
import type { Actor } from '../checks/actor.ts';
import type { Session } from '../checks/session.ts';
import { holds } from '../http/answer.ts';
import { withBrokenSignature } from '../http/jwt.ts';
import type { Operation } from '../spec/schema.ts';
import type { BoundResource } from './bound.ts';
import { resourceDraft, resourceField } from './drafts.ts';
import type { Endpoint } from './endpoint.ts';
import { learn } from './learn.ts';
import { fill } from './payload.ts';
import { makeMarker, type Random } from './random.ts';
import { collectionPath, findRow, giveRow, type Row, requestCreate, requestList, rowPath } from './rows.ts';
import { isRefused, type Probe } from './transport.ts';
import { unknownField } from './values.ts';

export type Probes = Partial<Record<Operation, Probe>>;

/** Requests that show whether somebody is let in, without changing anything. */
export function probesOf(session: Session, resource: BoundResource): Probes {
  const probe =
    (endpoint: Endpoint, body?: Record<string, unknown>): Probe =>
    async (actor, credentials) =>
      session.send(
        actor,
        {
          method: endpoint.method,
          path: await collectionPath(session, resource, endpoint, actor, null),
          body,
        },
        { credentials },
      );
  const { list, create } = resource.operations;
  return {
    ...(list[0] === undefined ? {} : { list: probe(list[0]) }),
    ...(create[0] === undefined ? {} : { create: probe(create[0], {}) }),
  };
}

export async function learnCreate(
  session: Session,
  resource: BoundResource,
  facts: Facts,
  random: Random,
  actor: Actor,
): Promise<void> {
  const endpoints = resource.operations.create;
  for (const [index, endpoint] of endpoints.entries()) {
    let marker = '';
    const attempt = { ...resource, operations: { ...resource.operations, create: [endpoint] } };
    const learned = await learn({
      ...resourceDraft(endpoint, resource.slots, resource.model.fields, facts, random),
      attempt: (payload) => {
        marker = makeMarker(random);
        return requestCreate(session, attempt, actor, marker, payload);
      },
      accepted: async ({ reply }) =>
        (reply.status ?? 500) < 400 && (await isStored(session, attempt, actor, marker)),
      candidatesFor: (key) =>
        resourceField(
          unknownField(key),
          resource.model.fields.find((one) => one.name === key) ?? null,
          null,
          resource.slots,
          facts,
          random,
        ).candidates,
    });
    if (resource.create === null || learned.accepted)
      resource.create = { payload: learned.payload, confirmed: learned.accepted, last: learned.last };
    if (!learned.accepted) continue;
    resource.operations.create = [endpoint, ...endpoints.filter((_, other) => other !== index)];
    resource.confirmed.create = true;
    return;
  }
}

/** Stored and, where the list works, listed: a view that saves a row which its owner never sees again is asked differently first. */
async function isStored(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  marker: string,
): Promise<boolean> {
  return (await findRow(session, resource, actor, marker)) !== null;
}

export async function confirmOperations(
  session: Session,
  resource: BoundResource,
  random: Random,
  actor: Actor,
  probes: Probes,
): Promise<void> {
  const row = await giveRow(session, resource, actor, makeMarker(random));
  if (row !== null) {
    const { marker } = row;
    await confirmFirst(resource, 'list', async () =>
      holds((await requestList(session, resource, actor, marker, row)).text, marker),
    );
    const other = await giveRow(session, resource, actor, makeMarker(random));
    await confirmFirst(resource, 'retrieve', async (endpoint) => {
      const ask = async (asked: Row): Promise<string> => {
        const path = await rowPath(session, resource, endpoint, asked);
        return (await session.send(actor, { method: endpoint.method, path })).reply.body;
      };
      // An endpoint that shows the same row whatever was asked for says nothing about either.
      return holds(await ask(row), marker) && (other === null || holds(await ask(other), other.marker));
    });
    await learnUpdates(session, resource, random, actor, row);
    if (other !== null) await confirmDelete(session, resource, actor, other);
  }
  resource.protected = await findProtected(session, resource, actor, row, probes);
}

/**
 * The first operation that turns away who has not signed in, asked without changing anything; where all are open, one
 * that turns away a token whose signature is broken.
 */
async function findProtected(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  row: Row | null,
  probes: Probes,
): Promise<Operation | null> {
  const nobody = { credentials: { kind: 'none' } } as const;
  for (const operation of ['list', 'create'] as const) {
    const probe = probes[operation];
    if (probe !== undefined && isRefused(await probe(actor, nobody.credentials))) return operation;
  }
  for (const operation of ['retrieve', 'update'] as const) {
    const endpoint = resource.operations[operation][0];
    if (endpoint === undefined || row === null) continue;
    const path = await rowPath(session, resource, endpoint, row);
    const body = operation === 'update' ? {} : undefined;
    if (isRefused(await session.send(actor, { method: endpoint.method, path, body }, nobody)))
      return operation;
  }
  const { issued } = actor;
  const broken = issued?.jwt ? issued.carrying(withBrokenSignature(issued.access)) : null;
  return broken !== null && probes.list !== undefined && isRefused(await probes.list(actor, broken))
    ? 'list'
    : null;
}

/** Deletes a row of its own, so that the table of what was found does not rest on a guess. */
async function confirmDelete(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  row: Row,
): Promise<void> {
  const endpoint = resource.operations.delete[0];
  if (endpoint === undefined) return;
  const path = await rowPath(session, resource, endpoint, row);
  await session.send(actor, { method: endpoint.method, path });
  resource.confirmed.delete = (await findRow(session, resource, actor, row.marker)) === null;
}

/** What creates a row usually replaces it too; where it does not, the refusals say what to send. */
async function learnUpdates(
  session: Session,
  resource: BoundResource,
  random: Random,
  actor: Actor,
  row: Row,
): Promise<void> {
  if (resource.create === null) return;
  for (const endpoint of resource.operations.update.filter(({ method }) => method !== 'PATCH')) {
    let marker = '';
    const learned = await learn({
      draft: resource.create.payload,
      spare: [],
      attempt: async (payload) => {
        marker = makeMarker(random);
        const body = await fill(payload, { session, actor, marker });
        const path = await rowPath(session, resource, endpoint, row);
        return session.send(actor, { method: endpoint.method, path, body, encoding: payload.encoding });
      },
      accepted: async ({ reply }) =>
        (reply.status ?? 500) < 400 && (await findRow(session, resource, actor, marker)) !== null,
      candidatesFor: () => [],
    });
    if (!learned.accepted) continue;
    resource.updates.set(endpoint, learned.payload);
    resource.confirmed.update = true;
  }
}

/** Several endpoints may serve an operation; the first that does what is expected is taken. */
async function confirmFirst(
  resource: BoundResource,
  operation: Operation,
  works: (endpoint: Endpoint) => Promise<boolean>,
): Promise<void> {
  const endpoints = resource.operations[operation];
  for (const endpoint of endpoints) {
    resource.operations[operation] = [endpoint, ...endpoints.filter((other) => other !== endpoint)];
    if (await works(endpoint)) {
      resource.confirmed[operation] = true;
      return;
    }
  }
  resource.operations[operation] = endpoints;
}
