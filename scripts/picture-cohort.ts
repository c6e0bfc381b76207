/**
 * Draws the mentor's page of a generated class of 60 for the README: `npm run picture-cohort`.
 * Usage: picture-cohort.ts [FOLDER]. Needs Chromium (a Debian package).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { buildPageData } from '../src/cohort/page/build-data.ts';
import { renderPage } from '../src/cohort/page/render.ts';
import { readCohort } from '../src/cohort/read.ts';
import { writeWhole } from '../src/cohort/write.ts';
import { generate, NOW } from '../tests/cohort/page/generate.ts';
import { bundlePage } from './bundle-page.mjs';

const [folder = 'docs'] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'picture-cohort-'));
const truth = await generate(join(scratch, 'cohort'), {
  learners: 60,
  seed: 7,
  exercises: ['blog', 'todo-api'],
});
const data = await buildPageData(await readCohort(join(scratch, 'cohort')), { now: NOW });
const file = join(scratch, 'cohort.html');
await writeWhole(file, renderPage(data, await bundlePage()));
const toDecide = truth.rows.find(
  ({ exercise, states }) =>
    exercise === 'blog' && states?.templates === 'review' && states['tag-model'] === 'fail',
);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await draw('cohort-page.png', '', { width: 1440, height: 1080 });
  await draw('cohort-learner.png', `#show=review&open=${toDecide?.id}&at=templates`, {
    width: 1440,
    height: 860,
  });
} finally {
  await browser.close();
  await rm(scratch, { recursive: true, force: true });
}

async function draw(name: string, hash: string, viewport: { width: number; height: number }): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  await page
    .locator(hash === '' ? '[role=rowheader]' : '[role=dialog]')
    .first()
    .waitFor();
  await page.screenshot({ path: join(folder, name) });
  await page.close();
}
