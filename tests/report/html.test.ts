/** The page as text and as a tree: everything is in it, nothing of a learner's became part of it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/render.ts';
import type { Report } from '../../src/report/schema.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement, seen } from './samples/builders.ts';
import { attacks } from './samples/hostile.ts';

type Element = DefaultTreeAdapterTypes.Element;

const repositoryUrl = 'https://github.com/learner/items';

describe.each(Object.entries(samples))('%s', (_, report) => {
  const text = renderHtml(report, { repositoryUrl });
  const page = read(text);

  test('is made of our elements and attributes only', () => {
    expect(page.elements.map(({ tagName }) => tagName).filter((name) => !ELEMENTS.has(name))).toEqual([]);
    expect(page.attributes.map(({ name }) => name).filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
    const targets = page.attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
    expect(targets.filter((target) => !TARGET.test(target))).toEqual([]);
  });

  test('links lead to something on the page, and no id is there twice', () => {
    const ids = page.attributes.filter(({ name }) => name === 'id').map(({ value }) => value);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = page.attributes
      .filter(({ name, value }) => (name === 'href' && value.startsWith('#')) || name === 'aria-labelledby')
      .map(({ value }) => value.replace('#', ''));
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('nothing may run but its own script, and nothing may be loaded', () => {
    const policy = page.attributes.find(({ value }) => value.startsWith('default-src'))?.value;
    expect(policy).toBe(
      `default-src 'none'; style-src ${hashOf(page.only('style'))}; script-src ${hashOf(page.only('script'))}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('holds no character that is not seen', () => {
    expect(text.match(/[^\P{Cc}\n]|\p{Cf}|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu)).toBeNull();
  });

  test('says the score and each requirement', () => {
    const { earned, possible } = report.score;
    expect(page.text).toContain(`${earned} of ${possible} points`);
    expect(page.elements.filter(({ tagName }) => tagName === 'h3').length).toBeGreaterThanOrEqual(
      report.requirements.length,
    );
  });
});

test.each(Object.entries(attacks))('%s is shown and does nothing', (_, attack) => {
  const harmless = shapeOf(withEverywhere('words'));
  expect(shapeOf(withEverywhere(attack))).toEqual(harmless);
});

test('a message of a megabyte costs a few kilobytes', () => {
  const short = renderHtml(withEverywhere('x')).length;
  expect(renderHtml(withEverywhere('x'.repeat(1_000_000))).length - short).toBeLessThan(100_000);
});

test('a link of a tool that is no address of the web is none', () => {
  const page = renderHtml(withEverywhere('javascript:alert(1)'));
  expect(page).not.toContain('href="javascript');
});

test('mixed, whole', async () => {
  await expect(body(renderHtml(samples.mixed, { repositoryUrl }))).toMatchFileSnapshot(
    'golden/mixed.report.html',
  );
});

test('tools, whole', async () => {
  await expect(body(renderHtml(samples.tools))).toMatchFileSnapshot('golden/tools.report.html');
});

test('only the frame of the page writes text as it is, and everything else through one template', async () => {
  const sources = (await readdir('src', { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all(
    sources.map(async (name) => [name, await readFile(join('src', name), 'utf8')] as const),
  );
  const using = (what: RegExp) =>
    texts
      .filter(([, text]) => what.test(text))
      .map(([name]) => name)
      .sort();
  expect(using(/@remix-run\/html-template/)).toEqual([
    'report/badge.ts',
    'report/html/document.ts',
    'report/html/page.ts',
  ]);
  expect(using(/\braw\.raw`|html\.raw`|escaped\.raw`/)).toEqual(['report/html/document.ts']);
});

test('what changed since the run before', () => {
  const requirements = new Map(
    samples.mixed.requirements.map(({ id, state, points }) => [id, { state, earned: points.earned }]),
  );
  requirements.set('jwt', { state: 'pass', earned: 3 });
  requirements.set('create', { state: 'fail', earned: 0 });
  const page = read(renderHtml(samples.mixed, { previous: { requirements, name: 'the run before' } }));
  expect(page.text).toContain('Since the run before: 1 newly passed, 1 no longer passed.');
  expect(page.text).toContain(
    'Passed now Create: Passed, 2 / 2 was: Failed Not passed Token: Failed, 2 / 3 was: Passed',
  );
  expect(page.text).toContain('Changed 2');
});

/** The same text in every place that a learner can write to. */
function withEverywhere(text: string): Report {
  return reportOf({
    requirements: [
      requirement('one', text, {
        state: 'fail',
        reason: text,
        hint: text,
        fragment: text,
        evidence: [
          seen(text, {
            ok: false,
            expected: text,
            actual: text,
            exception: text,
            place: { file: text, line: 3, code: text },
            table: { title: text, columns: [text, text], rows: [[text, text]] },
            finding: { tool: text, rule: text, title: text, link: text, severity: 'low', confidence: 'low' },
            timeline: { limit: 1, filled: 0, answers: [{ as: text, status: 200, at: [0, 5] }] },
            reproduce: text,
            exchange: {
              as: text,
              method: text,
              url: text,
              requestHeaders: { Cookie: text },
              requestBody: text,
              status: 200,
              responseHeaders: { Location: text },
              responseBody: text,
              failure: text,
              milliseconds: 1,
            },
          }),
        ],
      }),
    ],
    remedies: [{ what: text, why: text }],
    notes: [text],
    binding: [{ role: text, target: text, confirmed: true, reasons: [text], place: null }],
  });
}

/** Elements with their attributes' names, in order, but the `code` that backticks make within sentences. */
function shapeOf(report: Report): string[] {
  return read(renderHtml(report)).elements.flatMap(({ tagName, attrs }) =>
    tagName === 'code' ? [] : [`${tagName} ${attrs.map(({ name }) => name).join(' ')}`],
  );
}

function read(text: string) {
  const elements: Element[] = [];
  let all = '';
  const walk = (nodes: DefaultTreeAdapterTypes.ChildNode[]): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') all += textOf(node);
      if (!('tagName' in node)) continue;
      elements.push(node);
      if (node.tagName === 'style' || node.tagName === 'script') continue;
      walk(node.childNodes);
    }
  };
  walk(parse(text).childNodes);
  return {
    elements,
    attributes: elements.flatMap(({ attrs }) => attrs),
    text: all.replace(/\s+/g, ' '),
    only: (name: string) => {
      const found = elements.filter(({ tagName }) => tagName === name);
      expect(found).toHaveLength(1);
      return textOf(found[0]?.childNodes[0]);
    },
  };
}

const textOf = (node: DefaultTreeAdapterTypes.ChildNode | undefined): string =>
  (node as DefaultTreeAdapterTypes.TextNode | undefined)?.value ?? '';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const body = (page: string): string =>
  page.slice(page.indexOf('<body>')).replace(/<script>[\s\S]*<\/script>\n/, '');

const TARGET =
  /^(#[\w.-]+|https:\/\/github\.com\/learner\/items\/blob\/[0-9a-f]{40}\/[\w./%-]+#L\d+|https:\/\/bandit\.[\w./-]+)$/;
const ELEMENTS = new Set(
  `html head meta title style script body a header main section footer h1 h2 h3 p span strong b i code pre div ul ol li dl dt dd
  details summary table caption thead tbody tr th td fieldset legend label input button figure figcaption svg rect circle path line
  text`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `lang charset http-equiv content name class id href rel role aria-label aria-labelledby aria-hidden tabindex open hidden type value
  checked scope width height x y x1 x2 y1 y2 cx cy r rx d overflow`.split(/\s+/),
);
