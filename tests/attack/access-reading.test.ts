/** What is told of who sees what, without an app. */
import { expect, test } from 'vitest';
import { readingWeaknesses, type Seen } from '../../src/attack/access-reading.ts';
import type { Place, Sight } from '../../src/attack/access-sights.ts';
import type { AttackContext } from '../../src/attack/attack.ts';
import type { SurfaceRow, VisitorName } from '../../src/attack/surface.ts';
import type { Exchanged } from '../../src/checks/session.ts';
import { facts, field, model, toUser } from '../bind/small-facts.ts';

const letter = model('desk.Letter', [
  field('text', 'longtext'),
  field('status', 'choice', { choices: ['draft', 'published'] }),
  toUser('writer'),
]);
const context = {
  tools: { facts: facts([letter]) },
  surface: { people: { alice: { actor: { id: 7, person: { username: 'alice' } } } } },
} as unknown as AttackContext;

const row = (id: number, owner: 'alice' | 'bob', status = 'published'): SurfaceRow => ({
  model: letter,
  id,
  owner,
  ownerName: owner,
  marks: { text: `mpletter000${id}` },
  values: { status },
  hidden: status === 'draft',
  url: null,
});
const [hers, his, draft] = [row(1, 'alice'), row(2, 'bob'), row(3, 'alice', 'draft')];

const list = (name: string): Place => ({ name, kind: 'list', api: true, endpoint: null });
const address = (name: string): Place => ({ name, kind: 'address', api: true, endpoint: null });

function sight(
  place: Place,
  as: VisitorName,
  asked: SurfaceRow | null,
  shown: SurfaceRow[],
  status = 200,
): Sight {
  const path = asked === null ? place.name : place.name.replace('{id}', String(asked.id));
  const body = JSON.stringify(shown.map(({ marks }) => marks));
  const answer = { reply: { status, body, headers: {} } } as unknown as Exchanged;
  return { place, as, path, asked, answer, searched: null, file: false };
}
const all = (place: Place, shown: Record<'anonymous' | 'bob' | 'alice', SurfaceRow[]>): Sight[] =>
  Object.entries(shown).map(([as, rows]) => sight(place, as as VisitorName, null, rows));
const one = (place: Place, asked: SurfaceRow, allowed: VisitorName[]): Sight[] =>
  (['anonymous', 'bob', 'alice'] as const).map((as) =>
    allowed.includes(as) ? sight(place, as, asked, [asked]) : sight(place, as, asked, [], 404),
  );

const told = (seen: Partial<Seen>): [string, string][] =>
  readingWeaknesses(context, {
    lists: [],
    addresses: [],
    rows: [hers, his],
    under: new Map(),
    ...seen,
  }).weaknesses.map(({ summary, actual }) => [summary, actual]);

const own = list('/letters/');
const page = address('/letters/{id}/');
const personal = all(own, { anonymous: [], bob: [his], alice: [hers] });

test('who finds only what is theirs on the list, and others’ by their number', () => {
  expect(
    told({ lists: personal, addresses: [...one(page, hers, ['alice', 'bob']), ...one(page, his, ['bob'])] }),
  ).toEqual([
    [
      'Any member reads at /letters/{id}/ a Letter that belongs to alice.',
      'GET /letters/1/ as bob shows its text, while /letters/ shows everybody only what is theirs',
    ],
  ]);
});

test('a list that shows what its own addresses refuse', () => {
  const lists = all(own, { anonymous: [], bob: [his, hers], alice: [hers, his] });
  expect(told({ lists, addresses: [...one(page, hers, ['alice']), ...one(page, his, ['bob'])] })).toEqual([
    [
      'Any member reads at /letters/ a Letter that belongs to alice.',
      'GET /letters/ as bob shows its text, while /letters/{id}/ keeps it from the same visitor',
    ],
  ]);
});

test('what every member sees in a list is meant for members', () => {
  const lists = all(own, { anonymous: [], bob: [his, hers], alice: [hers, his] });
  expect(
    told({ lists, addresses: [...one(page, hers, ['alice', 'bob']), ...one(page, his, ['alice', 'bob'])] }),
  ).toEqual([]);
});

test('what anybody sees in a list is public, whatever else is refused', () => {
  const lists = all(list('/'), { anonymous: [hers, his], bob: [hers, his], alice: [hers, his] });
  const mine = address('/mine/{id}/');
  expect(told({ lists, addresses: [...one(mine, hers, ['alice']), ...one(mine, his, ['bob'])] })).toEqual([]);
});

test('a draft that the list leaves out and its address shows', () => {
  const lists = all(list('/'), { anonymous: [hers, his], bob: [hers, his], alice: [hers, his, draft] });
  const addresses = [
    ...one(page, hers, ['anonymous', 'bob', 'alice']),
    ...one(page, draft, ['anonymous', 'bob', 'alice']),
  ];
  expect(told({ lists, addresses, rows: [hers, his, draft] })).toEqual([
    [
      'Anybody reads at /letters/{id}/ a Letter that is not public yet.',
      'GET /letters/3/ as anonymous shows its text, while / keeps it from the same visitor',
    ],
  ]);
});

test('a status that nothing is kept back for says nothing', () => {
  const lists = all(list('/'), { anonymous: [hers, draft], bob: [hers, draft], alice: [hers, draft] });
  expect(told({ lists, rows: [hers, his, draft] })).toEqual([]);
});

test('what two people write each other, at the address of one of them; what one has written is for members', () => {
  const corner = address('/people/alice/letters/');
  const addresses = [
    sight(corner, 'anonymous', hers, [], 302),
    sight(corner, 'bob', hers, [hers]),
    sight(corner, 'alice', hers, [hers]),
  ];
  expect(told({ lists: personal, addresses })).toEqual([]);
  const between = { ...letter, fields: [...letter.fields, toUser('reader')] };
  const rows = [hers, his].map((one) => ({ ...one, model: between }));
  expect(told({ lists: personal, addresses, rows }).map(([summary]) => summary)).toEqual([
    'Any member reads at /people/alice/letters/ a Letter that belongs to alice.',
  ]);
});
