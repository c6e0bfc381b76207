/**
 * Endpoints of a resource beside its five operations: `POST /books/{id}/lend/`, `GET /books/overdue/`, a second list.
 * They are where a check is easily forgotten.
 */
import type { Facts } from '../app/facts.ts';
import type { BoundResource } from './bound.ts';
import { type Endpoint, endpointsOf, isApiView } from './endpoint.ts';
import { namesRow, serves } from './resource.ts';

export interface OtherEndpoint {
  endpoint: Endpoint;
  /** the URL names a row of the resource */
  onRow: boolean;
  /** parameters that its code reads, apart from those that page and order */
  queries: string[];
  /** the list of the five operations */
  isList: boolean;
}

/**
 * Those that read, and those that may change the row in their URL; where the operations are an API, pages are none.
 * The list itself is among them where its code reads parameters: `?user=7` may show what the plain list does not.
 */
export function otherEndpoints({ model, operations }: BoundResource, facts: Facts): OtherEndpoint[] {
  const { list, retrieve, create, update, delete: remove } = operations;
  const used = [retrieve[0], ...create, ...update, ...remove];
  const isApi = [...used, list[0]].some((one) => one !== undefined && isApiView(one));
  const mine = endpointsOf(facts).filter((endpoint) => serves(endpoint, model) > 1);
  return mine
    .filter((one) => one.route.view.learner && isApiView(one) === isApi)
    .filter((one) => !used.some((other) => same(one, other)))
    .map((endpoint) => ({
      endpoint,
      onRow: namesRow(endpoint, mine, model),
      queries: endpoint.handler.queries.filter((name) => !/page|limit|offset|cursor|order|sort/i.test(name)),
      isList: same(endpoint, list[0]),
    }))
    .filter(({ endpoint, onRow, queries, isList }) =>
      isList ? queries.length > 0 : endpoint.method === 'GET' || onRow,
    );
}

const same = (one: Endpoint, other: Endpoint | undefined): boolean =>
  one.method === other?.method && one.path === other.path;
