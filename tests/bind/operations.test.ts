/** Which endpoint serves which operation. */
import { expect, test } from 'vitest';
import type { Route } from '../../src/app/facts.ts';
import { describeEndpoint } from '../../src/bind/endpoint.ts';
import { operationsOf } from '../../src/bind/resource.ts';
import { facts, handler, recipe, route } from './small-facts.ts';

const operations = (routes: Route[]): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(operationsOf(recipe, facts([recipe], { routes })))
      .filter(([, endpoints]) => endpoints.length > 0)
      .map(([operation, endpoints]) => [operation, endpoints.map(describeEndpoint)]),
  );

test('a view set', () =>
  expect(
    operations([
      route('/api/recipes/', [handler('GET', 'list'), handler('POST', 'create')]),
      route('/api/recipes/{id}/', [
        handler('GET', 'retrieve'),
        handler('PUT', 'update'),
        handler('PATCH', 'partial_update'),
        handler('DELETE', 'destroy'),
      ]),
    ]),
  ).toEqual({
    list: ['GET /api/recipes/'],
    create: ['POST /api/recipes/'],
    retrieve: ['GET /api/recipes/{id}/'],
    update: ['PUT /api/recipes/{id}/', 'PATCH /api/recipes/{id}/'],
    delete: ['DELETE /api/recipes/{id}/'],
  }));

test('a POST to the page of the row updates it where nothing else does', () => {
  const list = route('/api/recipes/', [handler('GET', 'get'), handler('POST', 'post')]);
  const one = (...methods: string[]): Route =>
    route(
      '/api/recipes/{id}/',
      methods.map((method) => handler(method, method.toLowerCase())),
    );
  expect(operations([list, one('GET', 'POST')]).update).toEqual(['POST /api/recipes/{id}/']);
  expect(operations([list, one('GET', 'POST', 'PUT')]).update).toEqual(['PUT /api/recipes/{id}/']);
});

test('an action of a row is no update', () =>
  expect(
    operations([
      route('/api/recipes/', [handler('GET', 'list')]),
      route('/api/recipes/{id}/', [handler('GET', 'retrieve')]),
      route('/api/recipes/{id}/cooked/', [handler('POST', 'cooked')]),
    ]),
  ).toEqual({ list: ['GET /api/recipes/'], retrieve: ['GET /api/recipes/{id}/'] }));

test('a person in the URL makes it a list; what the row itself has names the row', () => {
  const of = (name: string): Record<string, string[]> => {
    const params = [{ name, converter: 'str', constant: null }];
    return operations([
      { ...route(`/api/recipes/of/{${name}}/`, [handler('GET', 'list')]), params },
      { ...route(`/api/recipes/new/{${name}}/`, [handler('POST', 'create')]), params },
    ]);
  };
  for (const param of ['email', 'username', 'user_name', 'user_id', 'owner'])
    expect(of(param)).toEqual({
      list: [`GET /api/recipes/of/{${param}}/`],
      create: [`POST /api/recipes/new/{${param}}/`],
    });
  expect(of('title').list).toBeUndefined();
});
