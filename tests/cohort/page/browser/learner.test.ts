/** One learner beside the table, and everything reached with keys. */
import { afterAll, describe, expect, test } from 'vitest';
import type { TruthRow } from '../generate.ts';
import { smallCohort, sorted } from './small-cohort.ts';

const { pages, rows } = await smallCohort();
afterAll(() => pages.close());

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
  // With the wheel far from where the focus is, the next key goes on from there.
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
  await page.locator('[data-row="0"]').first().waitFor();
  await reach(65, 23, 'ArrowDown');
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
