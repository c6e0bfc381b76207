import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import type { Report } from '../../src/report/schema.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { render } from './github.ts';
import { samples } from './samples/all.ts';

const repositoryUrl = 'https://github.com/learner/items';
const renderers = [
  ['comment', renderComment, 60_000],
  ['summary', renderSummary, 1_000_000],
] as const;

/** What the reports themselves draw with; everything else came from the learner. */
const OURS: Record<string, string[]> = {
  h2: [],
  h3: [],
  p: [],
  strong: [],
  em: [],
  code: ['class'],
  pre: [],
  span: [],
  sub: [],
  br: [],
  b: [],
  ul: [],
  li: [],
  details: ['open'],
  summary: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align'],
  td: ['align'],
  a: ['href'],
};

describe.each(renderers)('%s', (_, renderer, limit) => {
  describe.each(Object.entries(samples))('of %s', (name, report) => {
    const markdown = renderer(report, { repositoryUrl });
    const { elements, comments, references } = render(markdown);

    test('fits', () => {
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
      expect(markdown.length).toBeLessThanOrEqual(limit);
    });

    test('has only elements of ours', () => {
      const foreign = elements.filter(
        ({ name, attributes }) =>
          Object.keys(attributes).some((a) => !(OURS[name] ?? []).includes(a)) || OURS[name] === undefined,
      );
      expect(foreign).toEqual([]);
    });

    test('links only to lines of the graded commit', () => {
      const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href);
      const blob = `${repositoryUrl}/blob/${report.repository.commit}/`;
      expect(
        links.filter(
          (href) => href?.startsWith(blob) !== true || !/^[\w./%#-]+$/.test(href.slice(blob.length)),
        ),
      ).toEqual([]);
    });

    test('notifies nobody and refers to nothing', () => {
      expect(references).toEqual([]);
    });

    test('has no comments but its own first lines', () => {
      expect(comments).toHaveLength(renderer === renderComment ? 2 : 0);
    });

    test('has no control characters and no workflow commands', () => {
      expect(markdown).not.toMatch(/[^\P{C}\n\u{1F000}-\u{1FFFF}]/u);
      expect(markdown).not.toMatch(/^\s*::|##\[/m);
    });

    test('closes what it opens, and nothing more', () => {
      const folded = elements.filter((element) => element.name === 'details');
      if (name !== 'failed-run' && name !== 'stopped-run') expect(folded.length).toBeGreaterThan(0);
      expect(folded.filter(({ within }) => within.length > 0)).toEqual([]);
      expect(elements.filter((element) => element.name === 'sub').map(({ within }) => within)).toEqual([
        ['p'],
        ['p'],
      ]);
    });
  });
});

test('the marker is the first line, even when nothing else fits', () => {
  const comment = renderComment(samples.forty, { maxBytes: 3_000 });
  expect(comment.split('\n')[0]).toBe('<!-- milepost:item-api -->');
  expect(comment.split('\n')[1]).toMatch(/^<!-- milepost-states:/);
});

describe('with less room', () => {
  const sizes = [60_000, 40_000, 30_000, 20_000, 16_000, 12_000, 9_000];
  const comments = sizes.map((maxBytes) => renderComment(samples.forty, { maxBytes }));

  test.each(sizes.map((size, i) => [size, comments[i] ?? '']))(
    '%d bytes hold the score, what to fix first and all 40 results',
    (size, comment) => {
      expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(size);
      expect(comment).toContain('## ❌ Item API:');
      expect(comment).toContain('### Fix this first: Requirement 3');
      if (size >= 9_000) expect(comment.match(/^\| [✅❌]/gmu)).toHaveLength(40);
    },
  );

  test('evidence of what passed goes first, and that is said', () => {
    expect(renderComment(samples.forty, { maxBytes: 200_000 })).not.toContain('leaves out');
    const first = comments.find((comment) => comment.includes('leaves out')) ?? '';
    expect(first).toContain("*To fit into GitHub's limit, this leaves out the evidence of what passed");
    expect(first).toContain('👉');
  });
});

test.each([300, 1_000, 3_000])('a report with %d requirements fits', (n) => {
  const base = samples.forty.requirements[0];
  if (base === undefined) throw new Error('the sample is empty');
  const report: Report = {
    ...samples.forty,
    requirements: Array.from({ length: n }, (_, i) => ({
      ...base,
      id: `r${i}`,
      title: `${'✅'.repeat(90)} ${i}`,
    })),
  };
  expect(Buffer.byteLength(renderComment(report))).toBeLessThanOrEqual(60_000);
  expect(Buffer.byteLength(renderSummary(report))).toBeLessThanOrEqual(1_000_000);
});
