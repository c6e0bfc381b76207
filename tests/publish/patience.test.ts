import { expect, test } from 'vitest';
import { withPatience } from '../../src/publish/patience.ts';
import {
  badGateway,
  notFound,
  primaryLimit,
  type Refusal,
  secondaryLimit,
  withoutPermission,
} from '../github-api/faults.ts';

const NOW = 1_700_000_000;

test.each<[string, Refusal, number[]]>([
  ['a secondary limit with Retry-After: what it says', secondaryLimit(403, 7), [7_000]],
  ['the same as 429', secondaryLimit(429, 7), [7_000]],
  ['a secondary limit without it: a minute', secondaryLimit(403, null), [60_000]],
  ['the same as 429, without it: a minute', secondaryLimit(429, null), [60_000]],
  ['the hourly limit: until it starts anew, and a second', primaryLimit(403, NOW + 30), [31_000]],
  ['the same as 429', primaryLimit(429, NOW + 30), [31_000]],
  ['a time that has passed already: a moment', primaryLimit(429, NOW - 30), [1_000]],
])('waits for %s', async (_, refusal, expected) => {
  const { waits, result } = await tryWith([refusal]);
  expect(waits).toEqual(expected);
  expect(result).toBe('done');
});

test('waits twice as long after each error of the server', async () => {
  const { waits, result } = await tryWith([badGateway, badGateway, badGateway]);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(result).toBe('done');
});

test('gives up after five attempts', async () => {
  const { waits, result } = await tryWith(Array(9).fill(badGateway));
  expect(waits).toHaveLength(4);
  expect(result).toMatchObject({ status: 502 });
});

test.each<[string, Refusal]>([
  ['a missing permission', withoutPermission],
  ['a thing that is not there', notFound],
  ['a limit that ends in an hour', primaryLimit(403, NOW + 3_600)],
  ['a Retry-After of ten minutes', secondaryLimit(429, 600)],
])('does not wait at all for %s', async (_, refusal) => {
  const { waits, result } = await tryWith([refusal]);
  expect(waits).toEqual([]);
  expect(result).toMatchObject({ status: refusal.status });
});

test('all waits together stay within the budget', async () => {
  const { waits, result } = await tryWith([secondaryLimit(429, 70), secondaryLimit(429, 70)]);
  expect(waits).toEqual([70_000]);
  expect(result).toMatchObject({ status: 429 });
});

test('a mistake of ours is not tried again', async () => {
  const { waits, result } = await tryWith([new TypeError('x is not a function')]);
  expect(waits).toEqual([]);
  expect(result).toBeInstanceOf(TypeError);
});

async function tryWith(failures: (Refusal | Error)[]) {
  const waits: number[] = [];
  const left = [...failures];
  const work = async () => {
    const failure = left.shift();
    if (failure === undefined) return 'done';
    throw failure instanceof Error
      ? failure
      : Object.assign(new Error(failure.message), {
          status: failure.status,
          response: { headers: failure.headers ?? {} },
        });
  };
  const result = await withPatience(work, {
    budget: 120_000,
    attempts: 5,
    now: () => NOW * 1_000,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  }).catch((error: unknown) => error);
  return { waits, result };
}
