/** Ten thousand learners: the same numbers, in a file that can still be sent, in a table that still moves. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate, type Truth } from '../generate.ts';
import { isOpen, percent, shareOf, stuckOf } from './expected.ts';
import { type Pages, pagesOf } from './open.ts';

let pages: Pages;
let truth: Truth;

beforeAll(async () => {
  [pages, truth] = await pagesOf((folder) => generate(folder, { learners: 10_000, seed: 10 }));
}, 600_000);
afterAll(() => pages.close());

test('the file holds about a kilobyte per learner', async () => {
  expect((await stat(join(pages.folder, 'cohort.html'))).size).toBeLessThan(20 * 2 ** 20);
});

test('every number of the class, and the last row', { timeout: 240_000 }, async () => {
  const { page, complaints } = await pages.open();
  const [exercise] = truth.exercises;
  if (exercise === undefined) throw new Error('there is no exercise');
  const { rows } = truth;
  const graded = rows.filter(({ states }) => states !== null);
  const counts = {
    Learners: rows.length,
    'All passed': graded.filter((row) => !isOpen(row, exercise)).length,
    Stuck: rows.filter((row) => stuckOf(row, exercise) !== null).length,
    'No result': rows.length - graded.length,
    Late: rows.filter(({ late }) => late).length,
    'To decide': graded.filter(({ states }) => Object.values(states ?? {}).includes('review')).length,
    Unverified: graded.filter(({ unverified }) => unverified.length > 0).length,
    'App does not start': graded.filter(({ outcome }) => outcome === 'no-app').length,
  };
  const tiles = await page
    .locator('.tile')
    .evaluateAll((all) =>
      all.map(
        (tile) =>
          [
            tile.querySelector('span')?.textContent,
            Number(tile.querySelector('strong')?.textContent),
          ] as const,
      ),
    );
  expect(Object.fromEntries(tiles)).toEqual(counts);
  const headers = await page
    .locator('.head .c-requirement')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(headers).toEqual(
    exercise.requirements.map(({ id, title }) => {
      const { passed, known } = shareOf(rows, id);
      return `${title}: ${passed} of ${known} passed (${percent(passed, known)})`;
    }),
  );
  await page.locator('[role=rowheader]').first().focus();
  await page.keyboard.press('Control+End');
  await page.getByRole('rowheader', { name: rows.at(-1)?.name ?? '' }).waitFor();
  expect(await page.locator('[role=row]').count()).toBeLessThan(100);
  expect(complaints).toEqual([]);
  await page.context().close();
});
