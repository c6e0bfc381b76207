/**
 * Side doors to a row: something of the actor's own that names rows of the resource, such as a membership, a share or
 * the list on a profile. Who may rewrite it without a check makes somebody else's row their own.
 */
import type { Key } from '../app/instance.ts';
import { type Endpoint, endpointsOf, fillPath, isApiView, openParams } from '../bind/endpoint.ts';
import { requestList } from '../bind/rows.ts';
import { valuesFor } from '../bind/values.ts';
import type { Attempt, Sent } from './call-attempts.ts';
import type { Own } from './call-bodies.ts';
import type { CheckContext } from './probe.ts';

export function claimAttempts(own: Own): Attempt[] {
  const { resource, actor, person, row, context } = own;
  return endpointsOf(context.bound.facts).flatMap((endpoint): Attempt[] => {
    const key = namingKey(endpoint, own);
    if (key === null || row === null) return [];
    const send = (): Promise<Sent> => claim(own, endpoint, key);
    return [{ endpoint, resource, actor, person, row, standIn: null, marker: null, send }];
  });
}

/** The key of its body under which a change of another row names rows of the resource. */
function namingKey(endpoint: Endpoint, { resource }: Own): Naming | null {
  const { method, route, handler } = endpoint;
  if (!route.view.learner || !isApiView(endpoint) || rowsOf(endpoint) === resource.model.label) return null;
  if (PARAMETERS[method] !== openParams(endpoint).length) return null;
  const field = (handler.input ?? []).find(
    ({ readOnly, related }) => !readOnly && related === resource.model.label,
  );
  return field === undefined ? null : { name: field.name, listed: field.kind === 'relations' };
}

/** What makes a row has no parameter, what changes one has its key. */
const PARAMETERS: Record<string, number> = { POST: 0, PATCH: 1 };

interface Naming {
  name: string;
  listed: boolean;
}

const rowsOf = ({ route, handler }: Endpoint): string | null => handler.inputModel ?? route.model;

async function claim(own: Own, endpoint: Endpoint, key: Naming): Promise<Sent> {
  const { resource, actor, row, context } = own;
  const named = { [key.name]: key.listed ? [row?.id] : row?.id };
  const [param] = openParams(endpoint);
  const isNew = param === undefined;
  const shown = await context.session.send(actor, {
    method: endpoint.method,
    path: fillPath(endpoint, isNew ? {} : { [param.name]: String(await ownRow(own, rowsOf(endpoint))) }),
    body: isNew ? { ...required(endpoint, context), ...named } : named,
  });
  const { text } = await requestList(context.session, resource, actor, row?.marker ?? null, row);
  // The answer may hold all of it at once.
  return { shown, text: `${shown.reply.body}\n${text}` };
}

const required = ({ handler }: Endpoint, { random }: CheckContext): Record<string, unknown> =>
  Object.fromEntries(
    (handler.input ?? [])
      .filter((field) => field.required && !field.readOnly)
      .map((field) => [field.name, valuesFor(field, random, null)[0]]),
  );

/** The key of a row of this model that belongs to the actor, or of one that is made for them. */
async function ownRow({ actor, context }: Own, model: string | null): Promise<Key | null> {
  const { instance } = context.session;
  const user = context.bound.facts.user.model;
  if (model === user || model === null || actor.id === null) return actor.id;
  const { ids } = await instance
    .call('rows.related', { model: user, id: actor.id, to: model })
    .catch(() => ({ ids: [] }));
  const made = ids.length > 0 ? null : instance.call('rows.create', { model, values: {}, user: actor.id });
  return ids[0] ?? (await made?.catch(() => null))?.id ?? null;
}
