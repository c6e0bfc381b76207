import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project } from './small-site.ts';
import { make } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const alice = { username: 'alice', email: 'alice@example.com', password: 'A-long-secret-9' };
test('rows are connected in every way, from both sides, past managers that hide rows', async () => {
  const instance = await (await runningApp(project)).app.fork();
  const { id: user } = await instance.call('user.create', alice);
  const book = await make(instance, 'shelf.Book', {}, user);
  const atlas = await make(instance, 'shelf.Atlas', {}, user);
  const ways = [
    ['shelf.Genre', 'shelf.Book.genres'],
    ['shelf.Place', 'shelf.Book.places'],
    ['taggit.Tag', 'shelf.Book.words'],
    ['shelf.Remark', 'shelf.Remark.about'],
    ['shelf.Reader', 'shelf.Loan'],
    ['auth.User', 'shelf.Book.owner'],
  ] as const;
  for (const [to, how] of ways) {
    const other = to === 'auth.User' ? await make(instance, to) : await make(instance, to, {}, user);
    for (const [model, row] of [
      ['shelf.Book', book],
      ['shelf.Atlas', atlas],
    ] as const) {
      const own = how === 'shelf.Remark.about' ? await make(instance, to) : other;
      const there = { model, id: row.id, to };
      const back = { model: to, id: own.id, to: model };
      const before = (await instance.call('rows.related', there)).ids;
      expect(before).toEqual(to === 'auth.User' ? [user] : []);
      expect(await instance.call('rows.link', { ...there, toId: own.id })).toEqual({ linked: true, how });
      expect(await instance.call('rows.link', { ...back, toId: row.id })).toEqual({ linked: true, how });
      expect(await instance.call('rows.related', there)).toEqual({ ids: [own.id] });
      expect((await instance.call('rows.related', back)).ids).toContain(row.id);
    }
  }
  expect(await instance.call('rows.count', { model: 'shelf.Standing' })).toEqual({ count: 2 });
  expect(await instance.call('rows.count', { model: 'shelf.Loan' })).toEqual({ count: 2 });
});

test('there is no connection between models that do not refer to one another', async () => {
  const instance = await (await runningApp(project)).app.fork();
  const [one, two] = [await make(instance, 'shelf.Genre'), await make(instance, 'shelf.Place')];
  const there = { model: 'shelf.Genre', id: one.id, to: 'shelf.Place' };
  expect(await instance.call('rows.link', { ...there, toId: two.id })).toEqual({
    linked: false,
    how: null,
  });
  expect(await instance.call('rows.related', there)).toEqual({ ids: [] });
  await expect(instance.call('rows.related', { ...there, id: 'nothing' })).rejects.toMatchObject({
    inside: { type: 'LookupError' },
  });
});

test('what is one to one and taken stays so', async () => {
  const instance = await (await runningApp(project)).app.fork();
  const { id: user } = await instance.call('user.create', alice);
  const [one, two] = [
    await make(instance, 'shelf.Cover', {}, user),
    await make(instance, 'shelf.Cover', {}, user),
  ];
  const there = { model: 'shelf.Book', id: Number(one.values.book), to: 'shelf.Cover' };
  expect(await instance.call('rows.link', { ...there, toId: two.id })).toEqual({ linked: false, how: null });
  expect(await instance.call('rows.related', there)).toEqual({ ids: [one.id] });
});

test('connections are set while a row is made, by keys and by names', async () => {
  const instance = await (await runningApp(project)).app.fork();
  const { id: user } = await instance.call('user.create', alice);
  const genre = await make(instance, 'shelf.Genre', { name: 'known' });
  const genres = [genre.id, 'known', 'new'];
  const book = await make(instance, 'shelf.Book', { genres, places: ['north'], words: ['b', 'a'] }, user);
  const related = async (to: string) =>
    (await instance.call('rows.related', { model: 'shelf.Book', id: book.id, to })).ids;
  expect(await related('shelf.Genre')).toEqual([1, 2]);
  expect(await related('shelf.Place')).toEqual([1]);
  expect(await related('taggit.Tag')).toHaveLength(2);
  await instance.call('rows.set', {
    model: 'shelf.Book',
    id: book.id,
    values: { genres: [2], words: [1] },
  });
  expect(await related('shelf.Genre')).toEqual([2]);
  expect(await related('taggit.Tag')).toEqual([1]);
});
