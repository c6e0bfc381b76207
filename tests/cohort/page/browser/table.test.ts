/** Sort, filter, search, and the address that brings somebody else to the same place. */
import { afterAll, describe, expect, test } from 'vitest';
import type { TruthRow } from '../generate.ts';
import { readTable } from './read-table.ts';
import { counted, names, namesOf, smallCohort, sorted } from './small-cohort.ts';

const { pages, rows, truth } = await smallCohort();
afterAll(() => pages.close());

describe('sort', () => {
  test('by name, up, down, and as they came', async () => {
    const { page } = await pages.open();
    const header = page.getByRole('columnheader', { name: 'Learner' });
    const byName = rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    await header.click();
    await sorted(page, 'Learner', 'ascending');
    expect(await names(page)).toEqual(namesOf(byName));
    await header.click();
    await sorted(page, 'Learner', 'descending');
    expect(await names(page)).toEqual(namesOf(byName.toReversed()));
    await header.click();
    await sorted(page, 'Learner', 'none');
    expect(await names(page)).toEqual(namesOf(rows));
    await page.context().close();
  });

  test('by points and by a requirement: who needs help first, who has no result last', async () => {
    const { page } = await pages.open();
    await page.getByRole('columnheader', { name: 'Points' }).click();
    await sorted(page, 'Points', 'ascending');
    const share = ({ states, earned, possible }: TruthRow) =>
      states === null ? Number.POSITIVE_INFINITY : earned / possible;
    expect(await names(page)).toEqual(
      namesOf(rows.toSorted((a, b) => (share(a) === share(b) ? 0 : share(a) - share(b)))),
    );
    await page.getByRole('columnheader', { name: /^The forms refuse/ }).click();
    await sorted(page, 'csrf', 'ascending');
    const order = ['fail', 'blocked', 'inconclusive', 'error', 'review', 'skipped', 'pass', undefined];
    const place = ({ states }: TruthRow) => order.indexOf(states?.csrf);
    expect(await names(page)).toEqual(namesOf(rows.toSorted((a, b) => place(a) - place(b))));
    await page.context().close();
  });
});

describe('filter', () => {
  test('by group, requirement and state at once; the shares are of those who are shown', async () => {
    const { page } = await pages.open();
    await page.getByRole('combobox', { name: 'Group' }).selectOption('Monday');
    await page.getByRole('combobox', { name: 'Requirement' }).selectOption('tag-model');
    await page.getByRole('combobox', { name: 'State' }).selectOption('fail');
    const expected = rows.filter((row) => row.group === 'Monday' && row.states?.['tag-model'] === 'fail');
    await counted(page, `${expected.length} of 80 learners`);
    const table = await readTable(page);
    expect(table.rows.map(({ name }) => name)).toEqual(namesOf(expected));
    expect(table.headers[5]).toBe(
      `Tags are a model of their own, many-to-many with the posts: 0 of ${expected.length} passed (0 %)`,
    );
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await counted(page, '80 learners');
    await page.context().close();
  });

  test('by words in name, id, group, and in the evidence from three letters on', async () => {
    const { page } = await pages.open();
    const [one] = rows.slice(40);
    await page.getByRole('searchbox').fill(`  ${one?.id.toUpperCase()}  `);
    await counted(page, '1 of 80 learners');
    expect(await names(page)).toEqual([one?.name]);
    await page.getByRole('searchbox').fill('evening a');
    const expected = rows.filter(({ name, group, id }) => group === 'Evening' && /a/i.test(`${name}${id}`));
    await counted(page, `${expected.length} of 80 learners`);
    expect(await names(page)).toEqual(namesOf(expected));
    const crashed = rows.filter(({ states, ways, outcome }) =>
      Object.entries(states ?? {}).some(
        ([id, state]) =>
          outcome === 'completed' && ['fail', 'review'].includes(state) && ways[id] === 'crash',
      ),
    );
    await page.getByRole('searchbox').fill('integrityerror');
    await counted(page, `${crashed.length} of 80 learners`);
    expect(await names(page)).toEqual(namesOf(crashed));
    await page.getByRole('searchbox').fill('zzz nobody');
    await page.getByText('Nobody fits these filters.').waitFor();
    await page.context().close();
  });
});

describe('the address', () => {
  test('brings somebody else to the very same place', async () => {
    const first = await pages.open();
    await first.page.getByRole('combobox', { name: 'Group' }).selectOption('Tuesday');
    await first.page.getByRole('combobox', { name: 'State' }).selectOption('fail');
    await first.page.getByRole('columnheader', { name: 'Points' }).click();
    await sorted(first.page, 'Points', 'ascending');
    const cell = first.page.locator('.body .s-fail').first();
    await cell.click();
    await first.page.getByRole('dialog').waitFor();
    const hash = await first.page.evaluate(() => location.hash);
    const second = await pages.open(hash);
    await second.page.getByRole('dialog').waitFor();
    expect(await second.page.getByRole('dialog').textContent()).toBe(
      await first.page.getByRole('dialog').textContent(),
    );
    expect(await readTable(second.page)).toEqual(await readTable(first.page));
    expect(second.complaints).toEqual([]);
    await first.page.context().close();
    await second.page.context().close();
  });

  test('goes back', async () => {
    const { page } = await pages.open();
    await page.getByRole('button', { name: /No result/ }).click();
    const none = rows.filter(({ states }) => states === null);
    await counted(page, `${none.length} of 80 learners`);
    await page.goBack();
    await counted(page, '80 learners');
    await page.goForward();
    await counted(page, `${none.length} of 80 learners`);
    await page.context().close();
  });

  test('leads from one exercise to the other', async () => {
    const { page } = await pages.open();
    await page.getByRole('button', { name: truth.exercises[1]?.title ?? '' }).click();
    await page.getByRole('columnheader', { name: /^Nobody can see/ }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#exercise=todo-api');
    await page.context().close();
  });
});
