/**
 * Side doors to a row: something of the actor's own that names rows of the resource, such as a membership, a share or
 * the list on a profile. Who may rewrite it without a check makes somebody else's row their own.
 */
import { type Endpoint, endpointsOf, fillPath, isApiView, openParams } from '../bind/endpoint.ts';
import { requestList } from '../bind/rows.ts';
import type { Own } from './call-bodies.ts';
import type { Attempt, Sent } from './call-plan.ts';

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
function namingKey(endpoint: Endpoint, { resource }: Own): Key | null {
  const { method, route, handler } = endpoint;
  if (method !== 'PATCH' || !route.view.learner || !isApiView(endpoint)) return null;
  if (openParams(endpoint).length !== 1 || rowsOf(endpoint) === resource.model.label) return null;
  const field = (handler.input ?? []).find(
    ({ readOnly, related }) => !readOnly && related === resource.model.label,
  );
  return field === undefined ? null : { name: field.name, listed: field.kind === 'relations' };
}

interface Key {
  name: string;
  listed: boolean;
}

const rowsOf = ({ route, handler }: Endpoint): string | null => handler.inputModel ?? route.model;

async function claim({ resource, actor, row, context }: Own, endpoint: Endpoint, key: Key): Promise<Sent> {
  const { session, bound } = context;
  const { instance } = session;
  const model = rowsOf(endpoint);
  const user = bound.facts.user.model;
  const mine =
    model === null || actor.id === null
      ? { ids: [] }
      : model === user
        ? { ids: [actor.id] }
        : await instance
            .call('rows.related', { model: user, id: actor.id, to: model })
            .catch(() => ({ ids: [] }));
  const id =
    mine.ids[0] ??
    (await instance.call('rows.create', { model: model ?? '', values: {}, user: actor.id }).catch(() => null))
      ?.id;
  const [param] = openParams(endpoint);
  const shown = await session.send(actor, {
    method: endpoint.method,
    path: fillPath(endpoint, { [param?.name ?? '']: String(id ?? '') }),
    body: { [key.name]: key.listed ? [row?.id] : row?.id },
  });
  const { text } = await requestList(session, resource, actor, row?.marker ?? null, row);
  return { shown, text };
}
