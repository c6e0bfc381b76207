/** Validated and read by the reference implementation of CTRF. */
import { parse, validate } from 'ctrf';
import { describe, expect, test } from 'vitest';
import { renderCtrf } from '../../src/report/ctrf.ts';
import { samples } from './samples/all.ts';

describe.each(Object.entries(samples))('%s', (_, report) => {
  const text = renderCtrf(report);

  test('is valid, and its numbers add up', () => {
    expect(validate(JSON.parse(text))).toMatchObject({ valid: true });
    const { summary, tests } = parse(text).results;
    expect(summary.tests).toBe(tests.length);
    expect(summary.passed + summary.failed + summary.skipped + summary.pending + summary.other).toBe(
      tests.length,
    );
  });

  test('passed is what is passed, and nothing that was not judged looks so', () => {
    const { tests } = parse(text).results;
    const passed = report.requirements.filter(({ state }) => state === 'pass').length;
    expect(tests.filter(({ status }) => status === 'passed')).toHaveLength(
      report.outcome === 'stopped' ? 0 : passed,
    );
  });
});

test('each state', () => {
  const { tests, summary } = parse(renderCtrf(samples.mixed)).results;
  expect(tests.map(({ name, status, rawStatus }) => [name, status, rawStatus])).toEqual([
    ['Item model', 'passed', 'pass'],
    ['Registration', 'passed', 'pass'],
    ['Login', 'passed', 'pass'],
    ['Token', 'failed', 'fail'],
    ['Create', 'passed', 'pass'],
    ['Retrieve', 'other', 'inconclusive'],
    ['Update', 'skipped', 'blocked'],
    ['Delete', 'skipped', 'blocked'],
    ['Validation', 'failed', 'fail'],
    ['Ownership', 'failed', 'fail'],
    ['Rate limit', 'failed', 'fail'],
    ['Pagination', 'other', 'error'],
    ['Commit history', 'pending', 'review'],
    ['Live updates', 'skipped', 'skipped'],
    ['API documentation (advice)', 'other', 'advice'],
  ]);
  expect(summary.extra).toEqual({ ...samples.mixed.score, outcome: 'completed' });
  expect(tests[9]).toMatchObject({
    filePath: 'items/views.py',
    line: 41,
    duration: 120,
    suite: ['Item API'],
  });
});

test.each(['no-app', 'failed-run', 'stopped-run'] as const)('a run that judged nothing fails: %s', (name) => {
  expect(parse(renderCtrf(samples[name])).results.summary).toMatchObject({ failed: 1, passed: 0 });
});
