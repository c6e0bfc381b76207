/** What `explain` says of a step. */
import { describe, expect, test } from 'vitest';
import { stepInWords } from '../../src/spec/in-words.ts';
import { exerciseIds, loadExercise, loadFile } from '../../src/spec/load.ts';
import { CALL_QUERIES, FACTS_QUERIES, stepSchema, THROTTLE_QUERIES } from '../../src/spec/steps.ts';

const { spec } = await loadFile('tests/spec/valid.yml');
const steps = spec.requirements.flatMap((one) => one.steps).map((step) => stepInWords(step, spec));

test('each kind of step', () => {
  expect(steps).toEqual([
    { does: 'What the framework says about book', expects: ['there is a field for the name'] },
    {
      does: 'Call register as anonymous',
      expects: ['the status is 201', 'the account exists afterwards'],
    },
    {
      does: 'Call book.create as alice',
      expects: ['the status is from 400 to 499'],
    },
    {
      does: 'alice has the book "own" (made through the app, or inside it where the app cannot)',
      expects: [],
    },
    {
      does: 'Call book.list / retrieve as alice',
      expects: ['the answer shows "own"'],
    },
    {
      does: 'Requests one after the other until the app refuses (alice; the first of book.list, token that has a limit), then one as bob',
      expects: ['the app refuses at some point'],
    },
  ]);
});

const wording = (probe: object, query: string, predicate: unknown): string | undefined =>
  stepInWords(stepSchema.parse({ ...probe, expect: { [query]: predicate } }), spec).expects[0];
const call = { probe: 'call', call: 'book.create', as: 'alice' };
const facts = { probe: 'facts', role: 'book' };
const throttle = { probe: 'throttle', calls: ['token'], as: 'alice', other: 'bob' };

describe('every query has words for yes, for no and for more', () => {
  const queries = [
    ...CALL_QUERIES.map((query) => [call, query] as const),
    ...FACTS_QUERIES.map((query) => [facts, query] as const),
    ...THROTTLE_QUERIES.map((query) => [throttle, query] as const),
  ];
  test.each(queries)('%j %s', (probe, query) => {
    const argument = { header: ' Allow', json: ' $.id', claim: ' exp', shows: ' own', row: ' own.gone' }[
      query as string
    ];
    const text = `${query}${argument ?? (['slot', 'kind', 'automatic'].includes(query) ? ' owner' : '')}`;
    const said = [true, false, { in: ['a', 'b'] }].map((predicate) => wording(probe, text, predicate));
    expect(new Set(said).size).toBe(3);
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object|\$\{/);
  });
});

test.each([
  ['row own.gone', true, '"own" is gone afterwards'],
  ['row own.changed', false, '"own" is as it was afterwards'],
  ['stored', false, 'no row is stored'],
  ['claim exp', { is: 'integer' }, 'the claim exp of the token is a whole number'],
  ['token', { is: 'jwt' }, 'the token is a JWT'],
  ['status', { in: [401, 403] }, 'the status is one of 401, 403'],
  ['body | count', { atMost: 10 }, 'body | count is at most 10'],
])('%s %j', (query, predicate, words) => {
  expect(wording(call, query, predicate)).toBe(words);
});

test.each(await exerciseIds('graders'))('%s has no step without words', async (id) => {
  const loaded = (await loadExercise('graders', id)).spec;
  const all = loaded.requirements.flatMap((one) => one.steps).map((step) => stepInWords(step, loaded));
  expect(JSON.stringify(all)).not.toMatch(/undefined|\[object|\$\{/);
});
