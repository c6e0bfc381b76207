/** What `explain` says of a step. */
import { describe, expect, test } from 'vitest';
import { stepInWords } from '../../src/spec/in-words.ts';
import { exerciseIds, loadExercise, loadFile } from '../../src/spec/load.ts';
import { QUERIES, stepSchema } from '../../src/spec/steps.ts';

const { spec } = await loadFile('tests/spec/valid.yml');
const { spec: pages } = await loadFile('tests/spec/pages.yml');
const ofAll = (of: typeof spec) =>
  of.requirements.flatMap((one) => one.steps).map((step) => stepInWords(step, of));

test('each kind of step of an API', () => {
  expect(ofAll(spec)).toEqual([
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

test('each kind of step of pages', () => {
  expect(ofAll(pages)).toEqual([
    {
      does: 'What the framework says about recipe',
      expects: [
        'there is a field for the address',
        'no two rows have the same address, where that can be told',
      ],
    },
    { does: 'What the framework says about the project', expects: ['migrations that are missing: 0'] },
    { does: 'alice has the recipe "old", 30 days old (made inside the app)', expects: [] },
    {
      does: 'bob has the recipe "many", more of them than one page shows (made inside the app)',
      expects: [],
    },
    {
      does: 'bob has the review "praise", under "old", where there is such a model (made inside the app)',
      expects: [],
    },
    { does: 'alice has the kitchen "nordic", attached to "old" (made inside the app)', expects: [] },
    { does: 'bob has the kitchen "arctic", attached to "many" (made inside the app)', expects: [] },
    {
      does: 'Open recipe.list (anonymous, recipe.list)',
      expects: ['the page shows "old"', 'the page shows "many"'],
    },
    {
      does: 'Open recipe.detail (bob, recipe.detail)',
      expects: [
        'the page shows the method of "old"',
        'the page shows "praise", where that can be told',
        'the page is made from a template that extends another',
      ],
    },
    {
      does: 'Open recipe.by-kitchen (anonymous, recipe.by-kitchen)',
      expects: ['the page shows "old"', '"many" is shown less often than on the other page'],
    },
    { does: 'alice has the recipe "own" (made inside the app)', expects: [] },
    { does: 'alice has the kitchen "hot" (made inside the app)', expects: [] },
    {
      does: 'Send recipe.create (alice, form recipe.create)',
      expects: [
        'what was written is saved',
        'the author of what was written is alice',
        'it belongs to "hot"',
      ],
    },
    { does: 'Send recipe.create (alice, form recipe.create)', expects: ['the app does not crash'] },
    {
      does: 'Send recipe.create (alice, form recipe.create)',
      expects: ['the author of what was written is anything but bob'],
    },
    { does: 'Send review.create (bob, form review.create)', expects: ['it belongs to "own"'] },
    { does: 'Send login (anonymous, form login)', expects: ['the visitor is not signed in'] },
    { does: 'alice has the recipe "mine" (made inside the app)', expects: [] },
    { does: 'bob has the recipe "theirs" (made inside the app)', expects: [] },
    { does: 'bob has the kitchen "side" (made inside the app)', expects: [] },
    { does: 'Use the admin of kitchen', expects: ['the admin lists and edits them'] },
    { does: 'Search the admin of recipe by the cook of "mine"', expects: ['"mine" is found'] },
    {
      does: 'Look in the admin of recipe for a filter that leaves "mine" and hides "theirs"',
      expects: ['a filter does that'],
    },
    { does: 'Follow the links', expects: ['links that lead nowhere: 0'] },
  ]);
});

/** A step of each kind, to ask its queries. */
const STEPS = {
  call: { probe: 'call', call: 'book.create', as: 'alice' },
  facts: { probe: 'facts', role: 'book' },
  throttle: { probe: 'throttle', calls: ['token'], as: 'alice', other: 'bob' },
  visit: { probe: 'visit', page: 'recipe.list' },
  submit: { probe: 'submit', form: 'recipe.create' },
  admin: { probe: 'admin', of: 'recipe' },
  links: { probe: 'links', as: 'alice' },
};
const wording = (probe: keyof typeof STEPS, query: string, predicate: unknown): string | undefined =>
  stepInWords(stepSchema.parse({ ...STEPS[probe], expect: { [query]: predicate } }), spec).expects[0];

const ARGUMENTS: Record<string, string> = {
  header: ' Allow',
  json: ' $.id',
  claim: ' exp',
  shows: ' own',
  row: ' own.gone',
  slot: ' owner',
  kind: ' owner',
  automatic: ' owner',
  unmistakable: ' owner',
  migrations: ' missing',
  compared: ' own',
  belongs: ' own',
  finds: ' own',
};

describe('every query has words for yes, for no, for more, and for what must only not be', () => {
  const queries = Object.keys(STEPS).flatMap((probe) =>
    QUERIES[probe as keyof typeof STEPS].map((query) => [probe as keyof typeof STEPS, query] as const),
  );
  test.each(queries)('%s %s', (probe, query) => {
    const text = `${query}${ARGUMENTS[query] ?? ''}`;
    const said = [true, false, { in: ['a', 'b'] }].map((predicate) => wording(probe, text, predicate));
    expect(new Set(said).size).toBe(3);
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object|\$\{/);
    expect(wording(probe, text, { not: false })).toBe(`${said[0]}, where that can be told`);
    expect(wording(probe, text, { not: true })).toBe(`${said[1]}, where that can be told`);
  });
});

test.each([
  ['call', 'row own.gone', true, '"own" is gone afterwards'],
  ['call', 'row own.changed', false, '"own" is as it was afterwards'],
  ['call', 'stored', false, 'no row is stored'],
  ['call', 'claim exp', { is: 'integer' }, 'the claim exp of the token is a whole number'],
  ['call', 'token', { is: 'jwt' }, 'the token is a JWT'],
  ['call', 'status', { in: [401, 403] }, 'the status is one of 401, 403'],
  ['call', 'status', { in: [403] }, 'the status is 403'],
  ['call', 'body | count', { atMost: 10 }, 'body | count is at most 10'],
  ['call', 'shows own', { not: null }, 'whether the answer shows "own" is anything but null'],
  ['submit', 'stored', false, 'nothing is saved'],
  ['visit', 'shows own.name', false, 'the page does not show the name of "own"'],
  ['visit', 'template', 'none', 'the page is put together in the view'],
  [
    'visit',
    'compared own',
    { not: 'same' },
    'how often "own" is shown, compared with the other page, is anything but the same',
  ],
  ['links', 'dead | count', 0, 'links that lead nowhere: 0'],
  ['links', 'dead | first', '/x', 'dead | first is /x'],
  ['facts', 'migrations broken', { exists: false }, 'no migration is broken'],
] as const)('%s %s %j', (probe, query, predicate, words) => {
  expect(wording(probe, query, predicate)).toBe(words);
});

test.each(await exerciseIds('graders'))('%s has no step without words', async (id) => {
  const loaded = (await loadExercise('graders', id)).spec;
  const all = loaded.requirements.flatMap((one) => one.steps).map((step) => stepInWords(step, loaded));
  expect(JSON.stringify(all)).not.toMatch(/undefined|\[object|\$\{/);
});
