import { expect, test } from 'vitest';
import type { App } from '../../src/app/start.ts';
import { patienceFor } from '../../src/checks/patience.ts';
import type { Reply } from '../../src/http/client.ts';

const app = (): App => ({}) as App;
const hung = (milliseconds: number): Reply => ({
  status: null,
  headers: {},
  setCookies: [],
  body: '',
  cut: false,
  failure: 'no complete answer',
  milliseconds,
});

test('an endpoint that hung is given less time, whichever row it is asked for; others keep theirs', () => {
  const one = app();
  const first = patienceFor(one, 'GET', '/items/12/');
  expect(first.milliseconds).toBe(10_000);
  expect(first.took(hung(10_000)).failure).toBe('no complete answer');
  const second = patienceFor(one, 'GET', '/items/13/?page=2');
  expect(second.milliseconds).toBe(2_000);
  expect(second.took(hung(2_000)).failure).toBe('no complete answer, and an earlier request waited longer');
  expect(patienceFor(one, 'GET', '/items/').milliseconds).toBe(10_000);
  expect(patienceFor(one, 'PUT', '/items/12/').milliseconds).toBe(10_000);
  expect(patienceFor(app(), 'GET', '/items/12/').milliseconds).toBe(10_000);
});

test('an answer, or a connection that breaks at once, is not taken for hanging', () => {
  const one = app();
  patienceFor(one, 'GET', '/a/').took({ ...hung(9_900), status: 200, failure: null });
  patienceFor(one, 'GET', '/a/').took(hung(20));
  expect(patienceFor(one, 'GET', '/a/').milliseconds).toBe(10_000);
});

test('where everything hangs, everything gets less time', () => {
  const one = app();
  for (const path of ['/a/', '/b/', '/c/']) patienceFor(one, 'GET', path).took(hung(10_000));
  expect(patienceFor(one, 'GET', '/d/').milliseconds).toBe(3_000);
});
