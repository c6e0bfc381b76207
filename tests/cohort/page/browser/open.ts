/** The page of a generated cohort in a real browser, built from the sources as they are now. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { bundlePage } from '../../../../scripts/bundle-page.mjs';
import { buildPageData } from '../../../../src/cohort/page/build-data.ts';
import { renderPage } from '../../../../src/cohort/page/render.ts';
import { wholeReports } from '../../../../src/cohort/page/whole-reports.ts';
import { readCohort } from '../../../../src/cohort/read.ts';
import { writeWhole } from '../../../../src/cohort/write.ts';
import { NOW } from '../generate.ts';

export interface Opened {
  page: Page;
  /** What the page asked of the network, and what went wrong in it. */
  complaints: string[];
}

export class Pages {
  readonly folder: string;
  readonly #browser: Browser;
  readonly #file: string;

  constructor(folder: string, browser: Browser, file: string) {
    this.folder = folder;
    this.#browser = browser;
    this.#file = file;
  }

  /** A browser of its own each time, so that nothing is left of the test before. */
  async open(hash = '', options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('blob:'))
        complaints.push(request.url());
    });
    await page.goto(`${this.#file}${hash}`);
    await page.locator('[role=rowheader], .nobody, .own').first().waitFor();
    return { page, complaints };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await rm(this.folder, { recursive: true });
  }
}

export async function pagesOf<T>(
  make: (folder: string) => Promise<T>,
  { learner, whole = false }: { learner?: (made: T) => string; whole?: boolean } = {},
): Promise<[Pages, T]> {
  const folder = await mkdtemp(join(tmpdir(), 'cohort-page-'));
  const made = await make(join(folder, 'cohort'));
  const data = await buildPageData(await readCohort(join(folder, 'cohort')), {
    now: NOW,
    learner: learner?.(made),
    whole: whole ? wholeReports(folder) : undefined,
  });
  const file = join(folder, 'cohort.html');
  await writeWhole(file, renderPage(data, await bundlePage()));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return [new Pages(folder, browser, pathToFileURL(file).href), made];
}
