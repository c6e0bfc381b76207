/** Answers made to break the reader: named in the report, nobody else is visited, the grader stays small. Slow ones: tests/waiting. */
import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { gradeBuilt } from './grading.ts';
import { listen } from './listener.ts';
import { hostile } from './planted.ts';
import { expectWellFormed } from './well-formed.ts';

vi.setConfig({ testTimeout: 240_000, maxConcurrency: 2 });

const only = ['list', 'login', 'create'];
const NAMED: Record<string, RegExp> = {
  'http/gzip-bomb': /content-encoding: gzip|"content-encoding":"gzip"/,
  'http/headers': /headers are longer than 16 KiB|X-Many|x-many/,
  'http/broken-answers': /switched protocols \(101\)|in the middle of the answer|answered 599/,
  // One of its answers, whichever comes when.
  'http/odd-json': /\[{20}|results|__proto__|ud800/,
};

describe.concurrent('answers of', () => {
  test.for(Object.entries(NAMED))('%s', async ([module, named]) => {
    const run = await gradeBuilt(await hostile(module), { only });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.outcome).toBe('completed');
    expect(stuck(report)).toEqual([]);
    expect(JSON.stringify(report)).toMatch(named);
    expect(run.peakMb).toBeLessThan(250);
  });

  test('redirects lead nobody elsewhere', async () => {
    const outside = await listen();
    const folder = await hostile('http/redirects');
    await outside.tell(folder);
    for (const engine of ['docker', 'process'] as const) {
      const run = await gradeBuilt(folder, { engine, only });
      const report = await expectWellFormed(run);
      expect(run.exitCode).toBe(1);
      expect(stuck(report)).toEqual([]);
    }
    expect(outside.visitors()).toBe(0);
  });
});

/** Passed or broken by an answer, where each should have failed for a reason. */
const stuck = (report: Report): string[] =>
  report.requirements.filter(({ state }) => state === 'error' || state === 'pass').map(({ id }) => id);
