/** What a mentor does on the page: sort, filter, search, send a link, download, decide; with the mouse and with keys. */
import { readFile } from 'node:fs/promises';
import { execa } from 'execa';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionsSchema } from '../../../../src/cohort/model.ts';
import { writeDecisions } from '../../../../src/cohort/write.ts';
import { generate, type Truth, type TruthRow } from '../generate.ts';
import { type Pages, pagesOf } from './open.ts';
import { readTable } from './read-table.ts';

let pages: Pages;
let truth: Truth;
let rows: TruthRow[];
const before = {
  learner: 'somebody-else',
  exercise: 'blog',
  requirement: 'templates',
  commit: null,
  state: 'fail' as const,
  by: 'Mia',
  at: '2026-11-20T12:00:00Z',
  note: 'Seen in class.',
};

beforeAll(async () => {
  [pages, truth] = await pagesOf(
    async (folder) => {
      const made = await generate(folder, { learners: 80, seed: 5, exercises: ['blog', 'todo-api'] });
      await writeDecisions(folder, [before]);
      return made;
    },
    { whole: true },
  );
  rows = truth.rows.filter(({ exercise }) => exercise === 'blog');
});
afterAll(() => pages.close());

const names = async (page: Page) => (await readTable(page)).rows.map(({ name }) => name);
const namesOf = (some: TruthRow[]) => some.map(({ name }) => name);
const counted = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
const sorted = (page: Page, column: string, direction: string) =>
  page.locator(`[role=columnheader][aria-sort=${direction}]`).filter({ hasText: column }).waitFor();

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

  test('by words in name, id, group or repository', async () => {
    const { page } = await pages.open();
    const [one] = rows.slice(40);
    await page.getByRole('searchbox').fill(`  ${one?.id.toUpperCase()}  `);
    await counted(page, '1 of 80 learners');
    expect(await names(page)).toEqual([one?.name]);
    await page.getByRole('searchbox').fill('evening a');
    const expected = rows.filter(({ name, group, id }) => group === 'Evening' && /a/i.test(`${name}${id}`));
    await counted(page, `${expected.length} of 80 learners`);
    expect(await names(page)).toEqual(namesOf(expected));
    await page.getByRole('searchbox').fill('nobody at all');
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

describe('download', () => {
  async function downloaded(page: Page, button: string): Promise<[name: string, text: string]> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
  }

  test('CSV: what is shown, in its order, read back by another program', async () => {
    const { page } = await pages.open('#show=late&sort=-points');
    const shown = await readTable(page);
    const [name, text] = await downloaded(page, 'CSV');
    expect(name).toBe('Backend-course-autumn-2026-blog.csv');
    expect(text.endsWith('\r\n')).toBe(true);
    const script =
      'import csv, io, json, sys; print(json.dumps(list(csv.DictReader(io.StringIO(sys.stdin.read(), newline="")))))';
    const read = JSON.parse((await execa('python3', ['-c', script], { input: text })).stdout) as Record<
      string,
      string
    >[];
    expect(read.map((row) => row.name)).toEqual(shown.rows.map((row) => row.name));
    for (const row of read) {
      const known = rows.find(({ id }) => id === row.id);
      expect(row).toMatchObject({
        name: known?.name,
        group: known?.group,
        repository: known?.repository,
        earned: String(known?.earned),
        possible: String(known?.possible),
        'handed in': known?.at,
        late: 'true',
        commit: known?.commit,
        'pull request': `${known?.repository}/pull/1`,
        'requirement csrf': shown.rows.find((one) => one.name === row.name)?.cells[
          'The forms refuse a request without the CSRF token'
        ],
      });
    }
    await page.context().close();
  });

  test('JSON: the same, with the reasons', async () => {
    const { page } = await pages.open('#requirement=csrf&state=fail');
    const [name, text] = await downloaded(page, 'JSON');
    expect(name).toBe('Backend-course-autumn-2026-blog.json');
    const read = JSON.parse(text) as {
      id: string;
      requirements: Record<string, string>;
      reasons: Record<string, string>;
    }[];
    expect(read.map(({ id }) => id)).toEqual(
      rows.filter(({ states }) => states?.csrf === 'fail').map(({ id }) => id),
    );
    expect(new Set(read.map(({ requirements }) => requirements.csrf))).toEqual(new Set(['Failed']));
    expect(read.every(({ reasons }) => (reasons.csrf ?? '') !== '')).toBe(true);
    await page.context().close();
  });

  test('decisions: with name and time, added to those that are there', async () => {
    const { page } = await pages.open('#show=review');
    const waiting = rows.filter(({ states }) => Object.values(states ?? {}).includes('review'));
    await page.locator('.body .s-review').first().click();
    const form = page.getByRole('form', { name: /^Decide: Pages come from templates/ });
    const pass = form.getByRole('button', { name: 'Pass' });
    await form.getByLabel('Your name').fill('');
    expect(await pass.isDisabled()).toBe(true);
    await form.getByLabel('Your name').fill('Noor');
    await form.getByLabel('Note for the learner').fill('=1+1 <b>well done</b>');
    await form.getByLabel(/^Points/).fill('3.5');
    await pass.click();
    await page.getByText('Passed, decided by Noor.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.body .decided').getAttribute('aria-label')).toBe(
      'Passed, decided on this page',
    );
    const [name, text] = await downloaded(page, 'Download decisions.json');
    expect(name).toBe('decisions.json');
    const [kept, made, ...others] = decisionsSchema.parse(JSON.parse(text));
    expect(kept).toEqual(before);
    expect(others).toEqual([]);
    expect(made).toEqual({
      learner: waiting[0]?.id,
      exercise: 'blog',
      requirement: 'templates',
      commit: waiting[0]?.commit,
      state: 'pass',
      points: 3.5,
      by: 'Noor',
      at: expect.stringMatching(/^20\d\d-.*Z$/),
      note: '=1+1 <b>well done</b>',
    });
    await page.getByText('make the page again').waitFor();
    await page.context().close();
  });
});

describe('the evidence of a learner', () => {
  test('stands beside the table, with links to all that there is', async () => {
    const row = rows.find((one) => one.states?.csrf === 'fail' && one.outcome === 'completed') as TruthRow;
    const { page } = await pages.open(`#open=${row.id}&at=csrf`);
    const panel = page.getByRole('dialog', { name: `Results of ${row.name}` });
    const links = await panel
      .locator('.where a')
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
    expect(links).toEqual([
      ['Repository', row.repository],
      ['Pull request', `${row.repository}/pull/1`],
      ['Run', `${row.repository}/actions/runs/${1_000 + row.runs.length}`],
      ['Commit', `${row.repository}/commit/${row.commit}`],
      ['Whole report', `reports/${row.id}/blog.html`],
    ]);
    const item = panel.locator('[data-requirement=csrf]');
    expect(await item.getAttribute('open')).toBe('');
    expect(await item.locator('.reason').textContent()).not.toBe('');
    expect(await item.locator('.place a').getAttribute('href')).toMatch(
      new RegExp(`^${row.repository}/blob/${row.commit}/${row.names.path}/views\\.py#L\\d+$`),
    );
    expect(await panel.locator('.standing b').textContent()).toBe(
      `${row.earned} / ${row.possible} points (${Math.round((100 * row.earned) / row.possible)} %)`,
    );
    const states = await panel
      .locator('.requirement')
      .evaluateAll((all) =>
        all.map(
          (one) => [(one as HTMLElement).dataset.requirement, (one as HTMLElement).dataset.state] as const,
        ),
      );
    expect(Object.fromEntries(states)).toEqual(row.states);
    await Promise.all([
      page.waitForEvent('popup'),
      panel.getByRole('link', { name: 'Whole report' }).click(),
    ]).then(([report]) => report.getByText(`${row.earned}`).first().waitFor());
    await page.context().close();
  });
});

test('everything is reached with keys, and the focus is never lost', async () => {
  const { page } = await pages.open();
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement as HTMLElement | null;
      return [cell?.dataset.row, cell?.dataset.column].map(Number);
    });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the table');
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'rowheader');
  expect(await at()).toEqual([0, 0]);
  const reach = async (row: number, column: number, ...keys: string[]) => {
    await press(...keys);
    await page.waitForFunction(
      ([wantedRow, wantedColumn]) => {
        const cell = document.activeElement as HTMLElement | null;
        return cell?.dataset.row === String(wantedRow) && cell.dataset.column === String(wantedColumn);
      },
      [row, column],
    );
    const box = await page.locator(':focus').boundingBox();
    const frame = await page.locator('.scroller').boundingBox();
    const inside =
      box !== null &&
      frame !== null &&
      box.y >= frame.y - 1 &&
      box.y + box.height <= frame.y + frame.height + 1;
    expect(inside, `row ${row} is seen`).toBe(true);
  };
  await reach(1, 1, 'ArrowDown', 'ArrowRight');
  await reach(79, 1, 'Control+ArrowDown');
  await reach(64, 1, 'PageUp');
  await reach(64, 23, 'End');
  await reach(0, 0, 'Control+Home');
  await reach(-1, 0, 'ArrowUp');
  await press('Enter');
  await sorted(page, 'Learner', 'ascending');
  await reach(2, 3, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(
    await page.evaluate(() => document.querySelector('[role=dialog]')?.contains(document.activeElement)),
  ).toBe(true);
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await at()).toEqual([2, 3]);
  await page.context().close();
});
