/** A cohort that is large enough to scroll and small enough to read whole. */
import type { Page } from 'playwright-core';
import type { Decision } from '../../../../src/cohort/model.ts';
import { writeDecisions } from '../../../../src/cohort/write.ts';
import { generate, type Truth, type TruthRow } from '../generate.ts';
import { type Pages, pagesOf } from './open.ts';
import { readTable } from './read-table.ts';

/** It was there before the page was made. */
export const before: Decision = {
  learner: 'somebody-else',
  exercise: 'blog',
  requirement: 'templates',
  commit: null,
  state: 'fail',
  by: 'Mia',
  at: '2026-11-20T12:00:00Z',
  note: 'Seen in class.',
};

export async function smallCohort(): Promise<{ pages: Pages; truth: Truth; rows: TruthRow[] }> {
  const [pages, truth] = await pagesOf(
    async (folder) => {
      const made = await generate(folder, { learners: 80, seed: 5, exercises: ['blog', 'todo-api'] });
      await writeDecisions(folder, [before]);
      return made;
    },
    { whole: true },
  );
  return { pages, truth, rows: truth.rows.filter(({ exercise }) => exercise === 'blog') };
}

export const names = async (page: Page): Promise<string[]> =>
  (await readTable(page)).rows.map(({ name }) => name);
export const namesOf = (rows: readonly TruthRow[]): string[] => rows.map(({ name }) => name);

/** Until the page says how many there are. */
export const counted = (page: Page, text: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

/** Until the table says that it is sorted so. */
export const sorted = (
  page: Page,
  column: string,
  direction: 'ascending' | 'descending' | 'none',
): Promise<void> =>
  page.locator(`[role=columnheader][aria-sort=${direction}]`).filter({ hasText: column }).waitFor();
