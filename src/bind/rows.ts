/** Rows of the resource: made through the app where that works, found again by their marker, named in URLs. */
import type { ModelField } from '../app/facts.ts';
import type { Key } from '../app/instance.ts';
import type { Actor } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import { holds, nextPage } from '../http/answer.ts';
import type { BoundResource } from './bound.ts';
import { type Endpoint, fillPath, openParams } from './endpoint.ts';
import { fill, type Payload } from './payload.ts';
import { personPart } from './person-param.ts';
import { ownerField } from './slots.ts';

export interface Row {
  marker: string;
  owner: Actor;
  id: Key | null;
  /** values of the row as the app's process sees them */
  values: Record<string, unknown>;
  through: 'app' | 'inside';
}

const MAX_PAGES = 12;

/** Creates a row by the learned payload; the marker says whether it worked. */
export async function requestCreate(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  marker: string,
  payload: Payload,
): Promise<Exchanged> {
  const endpoint = resource.operations.create[0] as Endpoint;
  const body = await fill(payload, { session, actor, marker });
  return session.send(actor, {
    method: endpoint.method,
    path: await collectionPath(session, resource, endpoint, actor, null),
    body,
    encoding: payload.encoding,
  });
}

/** A row for a check: through the app, else made inside, so that a broken create costs its own requirement only. */
export async function giveRow(
  session: Session,
  resource: BoundResource,
  owner: Actor,
  marker: string,
): Promise<Row | null> {
  if (resource.create?.confirmed) {
    await requestCreate(session, resource, owner, marker, resource.create.payload);
    const row = await findRow(session, resource, owner, marker);
    if (row !== null && isOwned(row, resource)) return row;
  }
  const field = resource.markerField;
  if (field === null) return null;
  const values = { ...(await parentsOf(session, resource, owner)), [field]: marker };
  const made = await session.instance
    .call('rows.create', { model: resource.model.label, values, user: owner.id })
    .catch(() => null);
  return made === null ? null : { marker, owner, id: made.id, values: made.values, through: 'inside' };
}

/** What the address of the list names: rows of other parents would not be on it. */
async function parentsOf(session: Session, resource: BoundResource, owner: Actor) {
  const list = resource.operations.list[0];
  const values: Record<string, unknown> = {};
  for (const { name } of list === undefined ? [] : openParams(list)) {
    const relation = parentRelation(resource, name);
    if (!relation?.related || relation.related === resource.userModel || owner.id === null) continue;
    const parent = await parentOf(session, relation.related, owner);
    if (parent !== null) values[relation.name] = parent;
  }
  return values;
}

/** False where the app left the owner empty: such a row is nobody's, and says nothing about what its owner may do. */
export function isOwned(row: Row, resource: BoundResource): boolean {
  const field = ownerField(resource)?.name;
  if (field === undefined) return true;
  return (row.values[field] ?? row.values[`${field}_id`] ?? null) !== null;
}

export async function findRow(
  session: Session,
  resource: BoundResource,
  owner: Actor,
  marker: string,
): Promise<Row | null> {
  const rows = await session.instance
    .call('rows.find', { model: resource.model.label, value: marker })
    .catch(() => []);
  const row = rows[0];
  return row === undefined ? null : { marker, owner, id: row.id, values: row.values, through: 'app' };
}

/** The URL of one row: its last parameter names the row, those before it its parents. */
export async function rowPath(
  session: Session,
  resource: BoundResource,
  endpoint: Endpoint,
  row: Row,
): Promise<string> {
  const params = openParams(endpoint);
  const own = params.at(-1);
  const parents = await parentParams(session, resource, params.slice(0, -1), row.owner, row);
  const value = own === undefined ? null : rowParam(own.name, row, resource);
  return fillPath(
    endpoint,
    own === undefined || value === null ? parents : { ...parents, [own.name]: value },
  );
}

/** The URL of list or create: every parameter names a parent, that of the row where one is given. */
export async function collectionPath(
  session: Session,
  resource: BoundResource,
  endpoint: Endpoint,
  actor: Actor,
  row: Row | null,
): Promise<string> {
  return fillPath(
    endpoint,
    await parentParams(session, resource, openParams(endpoint), row?.owner ?? actor, row),
  );
}

async function parentParams(
  session: Session,
  resource: BoundResource,
  params: Endpoint['params'],
  actor: Actor,
  row: Row | null,
) {
  const values: Record<string, string> = {};
  for (const { name } of params) {
    const part = personPart(name, resource.model);
    const value =
      part === null || part === 'id'
        ? await parentParam(session, resource, name, actor, row)
        : (actor.person?.[part] ?? null);
    if (value !== null) values[name] = value;
  }
  return values;
}

function rowParam(name: string, row: Row, resource: BoundResource): string | null {
  const isField = resource.model.fields.some(
    (field) => field.name === name && !field.primaryKey && field.related === null,
  );
  const value = isField ? row.values[name] : row.id;
  return value === null || value === undefined ? null : String(value);
}

/** `/lists/{list_id}/items/`: the relation of the model whose name the parameter or the path mentions, else the only one. */
function parentRelation(resource: BoundResource, name: string): ModelField | undefined {
  const relations = resource.model.fields.filter(
    (field) => field.kind === 'relation' && field.related !== null,
  );
  const stem = name.replace(/_(id|pk|uuid|slug)$/, '');
  return (
    relations.find((field) => field.name === stem) ??
    relations.find((field) => field.related?.toLowerCase().endsWith(`.${stem.replace(/_/g, '')}`)) ??
    relations.find((field) => field.name !== ownerField(resource)?.name) ??
    relations[0]
  );
}

async function parentParam(
  session: Session,
  resource: BoundResource,
  name: string,
  actor: Actor,
  row: Row | null,
): Promise<string | null> {
  const parent = parentRelation(resource, name);
  if (parent === undefined) return null;
  const known = row?.values[parent.name] ?? row?.values[`${parent.name}_id`];
  if (known !== null && known !== undefined) return String(known);
  if (actor.id !== null && parent.related !== null) {
    if (parent.related === resource.userModel) return String(actor.id);
    const made = await parentOf(session, parent.related, actor);
    return made === null ? null : String(made);
  }
  return null;
}

const parents = new WeakMap<Session, Map<string, Key>>();

/** One parent per session and actor: list and create must speak of the same one. */
async function parentOf(session: Session, model: string, actor: Actor): Promise<Key | null> {
  const known = parents.get(session) ?? new Map<string, Key>();
  parents.set(session, known);
  const key = `${model} ${String(actor.id)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = await session.instance
    .call('rows.create', { model, values: {}, user: actor.id })
    .catch(() => null);
  if (made === null) return null;
  known.set(key, made.id);
  return made.id;
}

/** Asks for the list, page after page, until the marker is seen or the pages end. */
export async function requestList(
  session: Session,
  resource: BoundResource,
  actor: Actor,
  marker: string | null,
  row: Row | null = null,
) {
  const endpoint = resource.operations.list[0] as Endpoint;
  const first = await session.send(actor, {
    method: 'GET',
    path: await collectionPath(session, resource, endpoint, actor, row),
  });
  const pages = [first];
  const seen = new Set<string>([first.exchange.url]);
  let current = first;
  while (marker !== null && !holds(current.reply.body, marker) && pages.length < MAX_PAGES) {
    const next = nextPage(current.json) ?? guessNext(first, pages.length + 1, resource);
    if (next === null || seen.has(next)) break;
    seen.add(next);
    current = await session.send(actor, { method: 'GET', path: next });
    if ((current.reply.status ?? 500) >= 400 || pages.some((page) => page.reply.body === current.reply.body))
      break;
    pages.push(current);
  }
  return {
    first,
    pages,
    text: pages.map((page) => page.reply.body).join('\n'),
    shown: pages.find((page) => marker !== null && holds(page.reply.body, marker)) ?? first,
  };
}

/** Where the answer names no next page: the usual parameter is tried, and given up when it changes nothing. */
function guessNext(first: Exchanged, page: number, resource: BoundResource): string | null {
  if (page > 6) return null;
  const pagination = resource.operations.list[0]?.route.pagination;
  const size = pagination?.size ?? 10;
  const query = /limit|offset/i.test(pagination?.style ?? '')
    ? `limit=${size}&offset=${size * (page - 1)}`
    : `page=${page}`;
  return `${first.exchange.url}${first.exchange.url.includes('?') ? '&' : '?'}${query}`;
}
