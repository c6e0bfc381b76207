import { describe, expect, test } from 'vitest';
import { changeSummary, digest, marker, readDigest } from '../../src/report/changes.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement } from './samples/builders.ts';

const before = reportOf({
  requirements: [
    requirement('a', 'A', { state: 'fail' }),
    requirement('b', 'B', { state: 'pass', points: { earned: 2, possible: 2 } }),
    requirement('c', 'C', { state: 'fail', points: { earned: 1, possible: 2 } }),
    requirement('d', 'D', { state: 'inconclusive' }),
  ],
});
const now = reportOf({
  requirements: [
    requirement('a', 'A', { state: 'pass', points: { earned: 2, possible: 2 } }),
    requirement('b', 'B', { state: 'fail' }),
    requirement('c', 'C', { state: 'fail', points: { earned: 1.5, possible: 2 } }),
    requirement('d', 'D', { state: 'inconclusive' }),
    requirement('e', 'E', { state: 'pass' }),
  ],
});

test('a comment carries its states to the next run', () => {
  const comment = renderComment(now, { previous: renderComment(before) });
  expect(comment).toContain('Since the last push: 1 newly passed, 1 no longer passed, 1 changed otherwise.');
  const cells = comment
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').at(-1));
  expect(cells).toEqual([
    'Since the last push |',
    'was: Failed |',
    'was: Passed |',
    'was: 1 of 2 |',
    ' |',
    'new |',
  ]);
});

test('the terminal says the same', () => {
  const text = renderTerminal(now, {
    colour: false,
    width: 120,
    previous: readDigest(renderComment(before), 'item-api'),
  });
  expect(text.replace(/\s+/g, ' ')).toContain('1 newly passed, 1 no longer passed, 1 changed otherwise.');
  expect(text).toContain('A (was: Failed)');
});

test('the same result again says that nothing changed, without a column of nothing', () => {
  const comment = renderComment(now, { previous: renderComment(now) });
  expect(comment).toContain('Nothing changed since the last push.');
  expect(comment).not.toContain('Since the last push |');
});

describe('an earlier comment is not trusted', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
  const head = marker('item-api');
  test.each([
    ['empty', ''],
    ['of another exercise', renderComment(before).replace('item-api', 'note-api')],
    ['with the marker further down', `hello\n${renderComment(before)}`],
    ['without states', `${head}\nhello`],
    ['with states further down', `${head}\n\n${digest(before)}`],
    ['with broken states', `${head}\n<!-- milepost-states:AAAA -->`],
    ['with foreign states', `${head}\n<!-- milepost-states:${encoded([['a', 'perfect', 1]])} -->`],
    ['with a number that is none', `${head}\n<!-- milepost-states:${encoded([['a', 'pass', '1']])} -->`],
    [
      'with too many states',
      `${head}\n<!-- milepost-states:${encoded(Array.from({ length: 201 }, () => ['a', 'pass', 1]))} -->`,
    ],
    ['with endless states', `${head}\n<!-- milepost-states:${'A'.repeat(1_000_000)} -->`],
    ['with an object', `${head}\n<!-- milepost-states:${encoded({ __proto__: null, a: 'pass' })} -->`],
  ])('%s', (_, comment) => {
    expect(readDigest(comment, 'item-api')).toBeNull();
    expect(renderComment(now, { previous: comment })).toBe(renderComment(now));
  });

  test('unknown requirements in it are never shown', () => {
    const states = encoded([
      ['@octocat', 'pass', 1],
      ['a', 'review', 999_999],
    ]);
    const comment = renderComment(now, { previous: `${head}\n<!-- milepost-states:${states} -->` });
    expect(comment).not.toContain('octocat');
    expect(comment).toContain('was: Needs a mentor');
  });
});

test.each(Object.entries(samples))('the states of %s are small and readable again', (_, report) => {
  const line = digest(report);
  expect(line.length).toBeLessThan(9_000);
  const read = readDigest(`${marker('item-api')}\n${line}`, 'item-api');
  expect(read?.requirements.size).toBe(report.requirements.length);
  if (read !== null) expect(changeSummary(report, read)).toBe('Nothing changed since the last push.');
});

test('the marker is one harmless line whatever the exercise is called', () => {
  expect(marker('a-->\n<b>--x')).toBe('<!-- milepost:a-b-x -->');
});
