/** Whatever an app uses up is its own: it costs the requirement concerned, the others are judged, the machine feels nothing. */
import { randomInt } from 'node:crypto';
import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { gradeBuilt, ROOT } from './grading.ts';
import { running } from './left-overs.ts';
import { hostile, scratchFolder } from './planted.ts';
import { expectNothingLeft, expectWellFormed } from './well-formed.ts';

// One after the other: a bomb takes the time of whatever runs beside it.
vi.setConfig({ testTimeout: 180_000 });

/** The grader itself, whatever the app does. */
const MOST_MEMORY = 250;

describe('an app that never stops', () => {
  test('spinning in one view costs that view only', async () => {
    const run = await gradeBuilt(await hostile('resource/spin-view'));
    const report = await expectWellFormed(run);
    expect(stateOf(report, 'retrieve')).toBe('fail');
    expect(reasonOf(report, 'retrieve')).toMatch(/no complete answer within \d+ s/);
    for (const id of ['model', 'register', 'login', 'jwt', 'create', 'list', 'rate-limit'])
      expect(stateOf(report, id), id).toBe('pass');
    expect(run.peakMb).toBeLessThan(MOST_MEMORY);
  });

  test.for(['docker', 'process'] as const)('processes that ignore signals are gone, %s', async (engine) => {
    const folder = await hostile('resource/outlives');
    const seconds = String(randomInt(100_000, 1_000_000));
    await appendFile(join(folder, 'seconds.txt'), seconds);
    const run = await gradeBuilt(folder, { engine, only: ['list'] });
    const report = await expectWellFormed(run);
    expect(stateOf(report, 'list')).toBe('pass');
    expect(run.seconds * 1_000 - (report.timings.total ?? 0)).toBeLessThan(5_000);
    expect(await running('sleep', seconds)).toEqual([]);
  });
});

const BOMBS: Record<string, RegExp> = {
  'memory-bomb': /memory|closed the connection|no complete answer|no answer|ended/i,
  'fork-bomb': /process|closed the connection|no complete answer|no answer/i,
  'thread-bomb': /RuntimeError|thread|closed the connection|no complete answer/i,
};

describe('an app that takes all it can get', () => {
  test.for(Object.entries(BOMBS))('%s', async ([module, named]) => {
    const run = await gradeBuilt(await hostile(`resource/${module}`), {
      only: ['model', 'register', 'list', 'create'],
    });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(stateOf(report, 'model')).toBe('pass');
    expect(stateOf(report, 'create')).toBe('fail');
    expect(JSON.stringify(report)).toMatch(named);
    expect(run.peakMb).toBeLessThan(MOST_MEMORY);
  });

  test('log-bomb', async () => {
    const run = await gradeBuilt(await hostile('resource/log-bomb'), { only: ['model', 'list', 'create'] });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.requirements.filter(({ state }) => state === 'error')).toEqual([]);
    expect(stateOf(report, 'list')).toBe('blocked');
    expect(reasonOf(report, 'list')).toMatch(/wrote more than 32 MB of output/);
    expect(run.peakMb).toBeLessThan(MOST_MEMORY);
  });

  test('disk-bomb', async () => {
    const run = await gradeBuilt(await hostile('resource/disk-bomb'), { only: ['model', 'list'] });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.outcome).toBe('no-app');
    expect(report.problem?.message).toMatch(/had filled the disk space that it may use/);
    expect(run.peakMb).toBeLessThan(MOST_MEMORY);
  });
});

describe('a repository that is too much', () => {
  test('a hundred thousand files', async () => {
    const folder = await scratchFolder();
    await cp(join(ROOT, 'fixtures/todo-api/reference'), folder, { recursive: true });
    for (let part = 0; part < 200; part++) {
      const inner = join(folder, `data/${part}`);
      await mkdir(inner, { recursive: true });
      await Promise.all(Array.from({ length: 500 }, (_, n) => writeFile(join(inner, `${n}.txt`), '')));
    }
    const run = await gradeBuilt(folder);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/holds more than 20,000 files/);
    expect(run.seconds).toBeLessThan(5);
    expectNothingLeft(run);
  });

  test('three hundred folders one in another', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, ...Array.from({ length: 300 }, () => 'd')), { recursive: true });
    const run = await gradeBuilt(folder);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/nested more than 40 deep/);
    expect(run.seconds).toBeLessThan(5);
    expectNothingLeft(run);
  });
});

const stateOf = (report: Report, id: string): string | undefined =>
  report.requirements.find((one) => one.id === id)?.state;
const reasonOf = (report: Report, id: string): string =>
  report.requirements.find((one) => one.id === id)?.reason ?? '';
