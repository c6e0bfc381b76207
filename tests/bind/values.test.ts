/** What is sent for fields that mean nothing to an exercise. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/bind/random.ts';
import { isEnd, valuesFor } from '../../src/bind/values.ts';
import { field } from './small-facts.ts';

const first = (name: string, kind: 'date' | 'datetime' | 'time'): unknown =>
  valuesFor(field(name, kind), seededRandom(1), null)[0];

test.each([
  ['starts_at', 'ends_at'],
  ['start', 'end'],
  ['check_in', 'check_out'],
  ['from_date', 'to_date'],
  ['inicio', 'fim'],
  ['borrowed', 'due_date'],
])('%s lies before %s', (begins, ends) => {
  for (const kind of ['date', 'datetime', 'time'] as const)
    expect(String(first(begins, kind)) < String(first(ends, kind))).toBe(true);
});

test('words that only begin like an end are none', () =>
  expect(['endereco', 'gender', 'token', 'outline', 'published', 'created_at'].filter(isEnd)).toEqual([]));
