/** Answers that never come to their end: each is waited for once, and the report says so. */
import { expect, test, vi } from 'vitest';
import { gradeBuilt } from '../hostile/grading.ts';
import { hostile } from '../hostile/planted.ts';
import { expectWellFormed } from '../hostile/well-formed.ts';

vi.setConfig({ testTimeout: 240_000 });

test('a body that comes drop by drop', async () => {
  const run = await gradeBuilt(await hostile('http/slow-body'), { only: ['list'] });
  const report = await expectWellFormed(run);
  expect(run.exitCode).toBe(1);
  expect(report.outcome).toBe('completed');
  expect(report.requirements.filter(({ state }) => state === 'error' || state === 'pass')).toEqual([]);
  expect(JSON.stringify(report)).toMatch(/no complete answer within \d+ s/);
  expect(run.peakMb).toBeLessThan(250);
});
