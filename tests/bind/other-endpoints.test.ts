/** What an API offers for its rows beside the five operations. */
import { expect, test } from 'vitest';
import type { Facts, Route } from '../../src/app/facts.ts';
import type { BoundResource } from '../../src/bind/bound.ts';
import { describeEndpoint } from '../../src/bind/endpoint.ts';
import { otherEndpoints } from '../../src/bind/other-endpoints.ts';
import { operationsOf } from '../../src/bind/resource.ts';
import { facts, handler, recipe, route } from './small-facts.ts';

const others = (routes: Route[]): string[] => {
  const all: Facts = facts([recipe], { routes });
  const resource = { model: recipe, operations: operationsOf(recipe, all) } as BoundResource;
  return otherEndpoints(resource, all).map(
    ({ endpoint, onRow }) => `${describeEndpoint(endpoint)}${onRow ? ' of a row' : ''}`,
  );
};

const OPERATIONS = [
  route('/api/recipes/', [handler('GET', 'list'), handler('POST', 'create')]),
  route('/api/recipes/{id}/', [
    handler('GET', 'retrieve'),
    handler('PUT', 'update'),
    handler('PATCH', 'partial_update'),
    handler('DELETE', 'destroy'),
  ]),
];

test('the five operations are none of them', () => expect(others(OPERATIONS)).toEqual([]));

test('actions of a row and second lists are, what changes many rows at once is not', () =>
  expect(
    others([
      ...OPERATIONS,
      route('/api/recipes/{id}/complete/', [handler('POST', 'complete')]),
      route('/api/recipes/overdue/', [handler('GET', 'overdue')]),
      route('/api/recipes/bulk/', [handler('DELETE', 'bulk')]),
    ]),
  ).toEqual(['POST /api/recipes/{id}/complete/ of a row', 'GET /api/recipes/overdue/']));

test('the list is, where its code reads parameters', () =>
  expect(
    others([
      route('/api/recipes/', [handler('GET', 'list', ['user']), handler('POST', 'create')]),
      ...OPERATIONS.slice(1),
    ]),
  ).toEqual(['GET /api/recipes/']));

test('pages beside an API are not, nor is what a package brings', () =>
  expect(
    others([
      ...OPERATIONS,
      route('/recipes/today/', [handler('GET', 'get')], { kind: 'class' }),
      route('/api/recipes/export/', [handler('GET', 'export')], { learner: false }),
    ]),
  ).toEqual([]));
