/** Light and dark, wide and on a phone, for eyes and for a screen reader. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate, type Truth } from '../generate.ts';
import { type Pages, pagesOf } from './open.ts';

let pages: Pages;
let own: Pages;
let truth: Truth;
const axe = createRequire(import.meta.url).resolve('axe-core');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: [string, BrowserContextOptions][] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', PHONE],
  ['dark phone', { ...PHONE, colorScheme: 'dark' }],
];

beforeAll(async () => {
  const make = (folder: string) =>
    generate(folder, { learners: 60, seed: 7, exercises: ['blog', 'todo-api'] });
  [pages, truth] = await pagesOf(make);
  [own] = await pagesOf(make, { learner: (made) => made.rows[2]?.id ?? '' });
});
afterAll(() => Promise.all([pages.close(), own.close()]));

/** With MILEPOST_PICTURES=FOLDER the pages are also drawn there, to be looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MILEPOST_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
}

async function violations(page: Page): Promise<string[]> {
  // The page's own policy lets no script in, so this goes in past it, as the browser's tools do.
  await page.addScriptTag({ path: axe }).catch(() => undefined);
  const found = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
    };
    interface Finding {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    return (await tool.run({ resultTypes: ['violations'] })).violations.map(
      ({ id, impact, nodes }) =>
        `${impact} ${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html)
          .join(' ')}`,
    );
  });
  return found;
}

describe.each(looks)('%s', (look, options) => {
  test('nothing is wider than the window, and no accessibility finding', async () => {
    const { page, complaints } = await pages.open('', { ...options, bypassCSP: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await picture(page, look);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('the same with a learner open, and a decision to make', async () => {
    const row = truth.rows.find(
      ({ exercise, states }) => exercise === 'blog' && Object.values(states ?? {}).includes('review'),
    );
    const { page } = await pages.open(`#open=${row?.id}&at=templates`, { ...options, bypassCSP: true });
    await page.getByRole('form').waitFor();
    await picture(page, `${look} learner`);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("a learner's own page", async () => {
    const { page, complaints } = await own.open('', { ...options, bypassCSP: true });
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual(truth.exercises.map(({ title }) => title));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(truth.rows[2]?.name);
    expect(complaints).toEqual([]);
    await picture(page, `${look} own`);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test('on a phone the name stays while the table is moved, and the header stays on top', async () => {
  const { page } = await pages.open('', PHONE);
  const name = page.getByRole('rowheader').nth(3);
  const before = await name.boundingBox();
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollBy(400, 0));
  expect((await name.boundingBox())?.x).toBe(before?.x);
  const header = page.getByRole('columnheader', { name: 'Learner' });
  const top = await header.boundingBox();
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollBy(0, 900));
  expect((await header.boundingBox())?.y).toBe(top?.y);
  await page.context().close();
});

test('on paper stands every learner', async () => {
  const { page } = await pages.open('#exercise=blog');
  const names = page.getByRole('rowheader');
  const onScreen = await names.count();
  const learners = truth.rows.filter(({ exercise }) => exercise === 'blog').length;
  expect(onScreen).toBeLessThan(learners);
  // What a browser does before it prints; the rows have to be there when the handlers have returned.
  const laidOut = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return document.querySelectorAll('[role=rowheader]').length;
  });
  expect(laidOut).toBe(learners);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(() => names.count()).toBe(onScreen);
  await page.context().close();
});
