/**
 * A cohort that was really graded: mutants of both exercises, each of which breaks one requirement on purpose, by the program
 * as it is shipped; then its page, in which exactly that must be seen.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { chromium, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { workingCopy } from '../../../../scripts/proof/working-copy.ts';
import { readTable } from './read-table.ts';

/** By exercise: who has what; null is the application that passes everything. */
const LEARNERS: Record<string, Record<string, string | null>> = {
  'todo-api': {
    'right-api': null,
    'anonymous-create': 'authenticated-only',
    'jwt-expired-accepted': 'jwt',
    'delete-leaves-row': 'delete',
  },
  blog: {
    'right-blog': null,
    'admin-search-none': 'admin-search',
    'admin-filter-none': 'admin-filter',
    'comment-model-no-date': 'comment-model',
  },
};
const DIST = resolve(process.env.MILEPOST_DIST ?? 'dist');

test('every mutant fails its own requirement on the page, and nothing else', {
  timeout: 1_500_000,
}, async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'graded-cohort-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  for (const [exercise, learners] of Object.entries(LEARNERS))
    for (const [name, broken] of Object.entries(learners)) {
      const patch = broken === null ? undefined : `fixtures/${exercise}/mutants/reference/${name}.patch`;
      if (patch !== undefined)
        expect(await readFile(patch, 'utf8')).toMatch(new RegExp(`^Breaks: ${broken}\n`));
      await workingCopy(`fixtures/${exercise}/reference`, join(scratch, 'learners', name), patch);
    }
  const milepost = (...args: string[]) =>
    execa(process.execPath, [join(DIST, 'cli.js'), 'cohort', ...args], { cwd: scratch, all: true });
  await milepost(
    'grade',
    'learners',
    '--engine',
    'process',
    '--out',
    'cohort',
    '--title',
    'Mutants',
    '--jobs',
    '2',
  );
  await milepost('report', 'cohort', '--out', 'page');

  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const [exercise, learners] of Object.entries(LEARNERS)) await compare(page, exercise, learners);

  async function compare(at: Page, exercise: string, learners: Record<string, string | null>) {
    await at.goto('about:blank');
    await at.goto(
      `${pathToFileURL(join(scratch, 'page', 'cohort.html')).href}#exercise=${exercise}&sort=name`,
    );
    await at.locator('[role=columnheader][aria-sort=ascending]').waitFor();
    const ids = await at
      .locator('.c-requirement .label')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    const counted = ids.filter((id) => !id.endsWith('*'));
    const { headers, rows } = await readTable(at);
    const titles = headers.filter((header) => / passed \(/.test(header));
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(learners).sort());
    const broken = new Set(Object.values(learners));
    for (const [index, id] of ids.entries())
      if (counted.includes(id))
        expect(titles[index], id).toMatch(
          broken.has(id) ? / 3 of 4 passed \(75 %\)$/ : / 4 of 4 passed \(100 %\)$/,
        );
    for (const { name, cells } of rows) {
      const states = Object.values(cells).slice(3, 3 + ids.length);
      const failed = ids.filter((id, index) => counted.includes(id) && states[index] !== 'Passed');
      expect(failed, name).toEqual(learners[name] === null ? [] : [learners[name]]);
      expect(states[ids.indexOf(learners[name] ?? '')] ?? 'Failed').toBe('Failed');
    }
  }
});
