import { describe, expect, test } from 'vitest';
import { firstFix } from '../../src/report/first-fix.ts';
import { viewOf } from '../../src/report/model.ts';
import type { RequirementResult } from '../../src/report/schema.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement } from './samples/builders.ts';

const fail = (id: string, possible: number, changes: Partial<RequirementResult> = {}) =>
  requirement(id, id, { state: 'fail', points: { earned: 0, possible }, ...changes });
const blocked = (id: string, blockedBy: string) =>
  requirement(id, id, { state: 'blocked', blockedBy, reason: `${id} waits.` });
const first = (...requirements: RequirementResult[]) => firstFix(reportOf({ requirements }))?.title;

describe('the first thing to fix', () => {
  test('is the root cause of most that is blocked', () => {
    expect(first(fail('big', 50), fail('cause', 1), blocked('x', 'cause'), blocked('y', 'cause'))).toBe(
      'cause',
    );
  });
  test('is what the grader could not find, when more waits for it than for any failure', () => {
    expect(
      first(fail('big', 50), requirement('lost', 'lost', { state: 'inconclusive' }), blocked('x', 'lost')),
    ).toBe('lost');
  });
  test('is a stage of the run, when most waits for that', () => {
    const fix = firstFix(
      reportOf({ requirements: [fail('a', 9), blocked('x', 'migrations'), blocked('y', 'migrations')] }),
    );
    expect(fix).toMatchObject({
      requirement: null,
      title: 'migrations',
      reason: 'x waits.',
      unlocks: ['x', 'y'],
    });
  });
  test('is else a failure before a guess', () => {
    expect(
      first(
        requirement('lost', 'lost', { state: 'inconclusive', points: { earned: 0, possible: 9 } }),
        fail('a', 1),
      ),
    ).toBe('a');
  });
  test('is else what is worth most, counting what is lost', () => {
    expect(first(fail('a', 4, { points: { earned: 3, possible: 4 } }), fail('b', 2), fail('c', 2))).toBe('b');
  });
  test('is never advice, nor something that only a mentor or the grader can settle', () => {
    expect(
      first(
        fail('a', 4, { advice: true }),
        requirement('b', 'b', { state: 'error' }),
        requirement('c', 'c', { state: 'review' }),
      ),
    ).toBeUndefined();
  });
  test('is starting the app, where it did not start', () => {
    expect(firstFix(samples['no-app'])).toMatchObject({
      title: 'Make the app start',
      place: { file: 'items/models.py', line: 14 },
    });
  });
});

test.each([
  ['everything passed', [requirement('a', 'A')], 'Everything passes. There is nothing to fix.'],
  [
    'only advice is left',
    [requirement('a', 'A'), fail('b', 0, { advice: true })],
    'Everything that counts passes. What is left is advice.',
  ],
  [
    'a mentor is needed',
    [requirement('a', 'A', { state: 'review' })],
    'Ask your mentor to look at the requirements marked "Needs a mentor".',
  ],
  [
    'the grader broke',
    [requirement('a', 'A', { state: 'error' })],
    'Run the grading again. If it breaks again, show this report to your mentor: it is not your fault.',
  ],
  ['nothing was judged', [], 'Nothing could be judged. Show this report to your mentor.'],
])('when %s, that is said', (_, requirements, sentence) => {
  expect(viewOf(reportOf({ requirements }))).toMatchObject({ first: null, nothingToFix: sentence });
});

test.each([
  ['full-pass', '✅'],
  ['mixed', '❌'],
  ['no-app', '❌'],
  ['failed-run', '⚠️'],
] as const)('the symbol of %s is %s', (name, symbol) => {
  expect(viewOf(samples[name]).words.symbol).toBe(symbol);
});

test('a run in which nothing was judged is never green', () => {
  expect(viewOf(reportOf({ requirements: [] })).words.symbol).toBe('⚠️');
  expect(viewOf(reportOf({ requirements: [requirement('a', 'A', { state: 'skipped' })] })).words.symbol).toBe(
    '⚠️',
  );
});
