/** What is downloaded: the rows that are shown, and decisions with name and time. */
import { readFile } from 'node:fs/promises';
import { execa } from 'execa';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { decisionsSchema } from '../../../../src/cohort/model.ts';
import { readTable } from './read-table.ts';
import { before, smallCohort } from './small-cohort.ts';

const { pages, rows } = await smallCohort();
afterAll(() => pages.close());

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
    const left = waiting.length - 1;
    await page.getByRole('heading', { name: `${left} ${left === 1 ? 'decision' : 'decisions'}` }).waitFor();
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
