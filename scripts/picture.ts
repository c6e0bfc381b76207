/**
 * Draws a comment as GitHub would show it, the report page and the terminal view, to look at: `npm run picture`.
 * Usage: picture.ts [REPORT.json] [COMMENT.png] [PAGE.png] [TERMINAL.png]. Needs Chromium (a Debian package).
 * The page is the `report.html` beside REPORT.json: it knows the run before.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';
import { renderComment } from '../src/report/comment.ts';
import { reportSchema } from '../src/report/schema.ts';
import { renderTerminal } from '../src/report/terminal.ts';

const [
  source = 'milepost-report/report.json',
  commentPicture = 'docs/comment.png',
  pagePicture = 'docs/report-page.png',
  terminalPicture,
] = process.argv.slice(2);
const report = reportSchema.parse(JSON.parse(await readFile(source, 'utf8')));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await draw(await commentPage(), 'article', commentPicture);
  await drawPage(resolve(dirname(source), 'report.html'), pagePicture);
  if (terminalPicture !== undefined) await draw(terminalPage(), 'pre', terminalPicture);
} finally {
  await browser.close();
}

async function commentPage(): Promise<string> {
  const css = await readFile(
    createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'),
    'utf8',
  );
  const body = micromark(renderComment(report, { repositoryUrl: 'https://github.com/learner/items' }), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const frame = 'article{width:820px;padding:16px;border:1px solid #d0d7de;border-radius:6px;font-size:14px}';
  return `<!doctype html><meta charset="utf-8"><style>${css}${frame}</style><article class="markdown-body">${body}</article>`;
}

function terminalPage(): string {
  const colours: Record<string, string> = {
    1: 'font-weight:bold',
    2: 'opacity:.6',
    31: 'color:#ff7b72',
    32: 'color:#56d364',
    33: 'color:#e3b341',
  };
  const escaped = renderTerminal(report, { colour: true, width: 100 }).replace(
    /[&<>]/g,
    (c) => `&#${c.charCodeAt(0)};`,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of our own
  const body = escaped.replace(/\u001b\[(\d+)m/g, (_, code: string) =>
    colours[code] === undefined ? '</span>' : `<span style="${colours[code]}">`,
  );
  const style =
    'pre{display:inline-block;background:#0d1117;color:#e6edf3;padding:16px;font:13px/1.35 "DejaVu Sans Mono",monospace}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre>${body}</pre>`;
}

/** The beginning of the page, light and dark beside each other. */
async function drawPage(file: string, picture: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 780, height: 1_000 }, deviceScaleFactor: 1.5 });
  const halves: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(file).href);
    halves.push((await page.screenshot()).toString('base64'));
  }
  await page.close();
  const both = halves.map((one) => `<img width="780" src="data:image/png;base64,${one}">`).join('');
  await draw(
    `<!doctype html><style>body{margin:0}main{display:flex;width:1560px}</style><main>${both}</main>`,
    'main',
    picture,
  );
}

async function draw(html: string, selector: string, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 800 }, deviceScaleFactor: 1.5 });
  await page.setContent(html);
  await page.locator(selector).screenshot({ path: file });
  await page.close();
}
