/** `report.html` in a real browser, opened from disk: what people do with it, with and without a mouse, eyes, colour, paper. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/render.ts';
import { samples } from '../report/samples/all.ts';
import { type Opened, open, seriousFindings, sidewaysScroll, startChromium } from './chromium.ts';

let browser: Browser;
let folder = '';
let opened: Opened[] = [];

const previous = {
  requirements: new Map(
    samples.mixed.requirements.map(({ id, state, points }) => [id, { state, earned: points.earned }]),
  ),
};
previous.requirements.set('jwt', { state: 'pass', earned: 3 });
const pages = Object.entries(samples).map(
  ([name, report]) =>
    [
      name,
      renderHtml(report, {
        previous: name === 'mixed' ? previous : null,
        repositoryUrl: 'https://github.com/learner/items',
      }),
    ] as const,
);

beforeAll(async () => {
  browser = await startChromium();
  folder = await mkdtemp(join(tmpdir(), 'milepost-page-'));
  for (const [name, text] of pages) await writeFile(join(folder, `${name}.html`), text);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  const last = opened;
  opened = [];
  for (const { page, requests, said } of last) {
    await page.context().close();
    // Nothing is loaded but the file itself, whatever was pressed; nothing was blocked, because nothing was tried.
    expect(requests.filter((url) => !url.startsWith(`file://${folder}/`))).toEqual([]);
    expect(said).toEqual([]);
  }
});

async function show(
  name: keyof typeof samples,
  options: BrowserContextOptions & { hash?: string } = {},
): Promise<Page> {
  const one = await open(browser, join(folder, `${name}.html`), options);
  opened.push(one);
  return one.page;
}

const names = pages.map(([name]) => name as keyof typeof samples);
const everyLook = [
  ...names.map((name) => [name, 'on a phone', { viewport: { width: 320, height: 640 } }] as const),
  ...(['mixed', 'tools'] as const).flatMap((name) => [
    [name, 'light', { colorScheme: 'light' }] as const,
    [name, 'dark', { colorScheme: 'dark' }] as const,
  ]),
];

test.each(everyLook)(
  '%s, %s, unfolded: nothing serious for axe, no sideways scroll',
  async (name, _, options) => {
    const page = await show(name, options);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  },
);

test('axe would see a fault', async () => {
  const page = await show('mixed');
  await page.evaluate('document.querySelector(".standing").style.opacity = "0.2"');
  expect(await seriousFindings(page)).toEqual([expect.stringMatching(/^color-contrast .standing/)]);
});

describe('by keyboard', () => {
  test('the first stop skips to the report', async () => {
    const page = await show('mixed');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  test('arrow keys choose what is shown', async () => {
    const page = await show('mixed');
    await page.locator('input[value=all]').focus();
    expect(await shown(page)).toHaveLength(15);
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).not.toContain('Registration');
    expect(await shown(page)).toHaveLength(11);
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toEqual(['Item model', 'Registration', 'Login', 'Create']);
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toEqual(['Token']);
  });

  test('Enter unfolds a requirement', async () => {
    const page = await show('mixed');
    const one = page.locator('#r-validation');
    await one.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByText("KeyError: 'title'").waitFor({ state: 'visible' });
    await page.keyboard.press('Enter');
    expect(await one.getAttribute('open')).toBeNull();
  });
});

test('for a screen reader it has landmarks, an order of headings, and tables with names', async () => {
  const page = await show('mixed');
  for (const role of ['banner', 'main', 'contentinfo'] as const)
    expect(await page.getByRole(role).count()).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([
    'Item API: 12 of 30 points',
  ]);
  const levels = (await page.evaluate(
    '[...document.querySelectorAll("h1,h2,h3,h4")].map((one) => Number(one.tagName[1]))',
  )) as number[];
  expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  await page.locator('#r-ownership > summary').click();
  const matrix = page.getByRole('table', { name: "What each person may do with alice's item" });
  expect(await matrix.getByRole('columnheader').allInnerTexts()).toEqual([
    'Operation',
    'alice (owner)',
    'bob',
    'not signed in',
    'Verdict',
  ]);
  expect(await matrix.getByRole('rowheader').allInnerTexts()).toEqual([
    'list',
    'see',
    'change',
    'delete',
    'create for alice',
  ]);
  expect(await page.getByRole('img', { name: '12 earned, 13 lost, 5 open' }).count()).toBe(1);
});

test('what to fix first stands open; a link leads to any other, even one that is filtered out', async () => {
  const page = await show('mixed');
  expect(await page.locator('.requirements > li > details[open] h3').allInnerTexts()).toEqual(['Retrieve']);
  await page.getByText('Passed 4').click();
  await page.getByRole('link', { name: 'Token' }).click();
  expect(await page.locator('#r-jwt').getAttribute('open')).toBe('');
  expect(await shown(page)).toHaveLength(15);
  expect(await page.evaluate('document.activeElement.parentElement.id')).toBe('r-jwt');
});

test('a link from outside opens its requirement', async () => {
  const page = await show('mixed', { hash: '#r-ownership' });
  await page.getByText('bob may see and change the item of alice.').waitFor({ state: 'visible' });
});

test('a command is copied as it is', async () => {
  const page = await show('mixed', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('#r-validation > summary').click();
  await page.locator('#r-validation').getByRole('button', { name: 'Copy the command that shows it' }).click();
  await page.getByRole('status').getByText('Copied.').waitFor({ state: 'attached' });
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    'curl -i -X POST http://127.0.0.1:8000/api/items/ -d \'{"description": "no title"}\'',
  );
});

test('one press unfolds all requirements, and folds them again', async () => {
  const page = await show('mixed');
  const folded = page.locator('.requirements > li > details:not([open])');
  await page.getByRole('button', { name: 'Open all' }).click();
  expect(await folded.count()).toBe(0);
  await page.getByRole('button', { name: 'Close all' }).click();
  expect(await folded.count()).toBe(15);
});

test('without a script everything can be read and filtered, and no button is there that does nothing', async () => {
  const page = await show('mixed', { javaScriptEnabled: false });
  await page.getByText('Not passed 11').click();
  expect(await shown(page)).toHaveLength(11);
  await page.locator('#r-ownership > summary').click();
  await page.getByText('bob may see and change the item of alice.').waitFor({ state: 'visible' });
  expect(await page.getByRole('button').count()).toBe(0);
});

test('on paper nothing is folded, filtered, cut or dark', async () => {
  const page = await show('mixed', { colorScheme: 'dark' });
  await page.getByText('Passed 4').click();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(
    '[getComputedStyle(document.body), getComputedStyle(document.querySelector(".fail b"))].map((one) => one.backgroundColor + one.color)',
  );
  expect(colours).toEqual(['rgb(255, 255, 255)rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)rgb(179, 38, 30)']);
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  expect(await shown(page)).toHaveLength(15);
  expect(await page.locator('details:not([open])').count()).toBe(0);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  expect(await page.locator('.requirements > li > details[open]').count()).toBe(1);
});

test('each request of a limit is where its time is, and the limit is drawn', async () => {
  const page = await show('tools');
  await page.locator('#r-limit > summary').click();
  const [alice = [], bob = []] = (await page.evaluate(`(() => {
    const rails = [...document.querySelectorAll('.timeline .rail')].map((one) => one.getBoundingClientRect());
    const width = rails[0].width;
    const at = (one) => { const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
    const marks = [...document.querySelectorAll('.timeline > svg circle, .timeline > svg > svg path')].map(at);
    return rails.map((rail) => marks.filter(([, y]) => Math.abs(y - rail.y) < 3).map(([x]) => Math.round(240 * (x - rail.x) / width)));
  })()`)) as number[][];
  expect(alice).toEqual([0, 18, 35, 55, 71, 90, 112, 130, 151, 170, 188, 204, 221]);
  expect(bob).toEqual([240]);
  expect(await page.locator('.timeline > svg > .limit').count()).toBe(1);
});

test('what a learner wrote runs nowhere, also where the policy would not forbid it', async () => {
  const page = await show('hostile', { bypassCSP: true });
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  expect(await page.locator('img, iframe, script').count()).toBe(1);
  expect(await page.title()).toBe('Item API: 2 of 34 points');
});

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.innerText');

const shown = (page: Page): Promise<string[]> =>
  page.locator('.requirements > li:visible > details > summary h3').allInnerTexts();
