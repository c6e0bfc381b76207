/** Ctrl-C at any stage: it ends soon, says so, and nothing is left running. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { until } from '../hostile/grading.ts';
import { milepost, REFERENCE } from './command-line.ts';

describe.each(['docker', 'process'])('engine %s', (engine) => {
  test.each([
    ['SIGINT', 'start'],
    ['SIGINT', 'checks'],
    ['SIGTERM', 'bind'],
  ] as const)('%s while the stage is "%s"', async (signal, stage) => {
    const run = await milepost(['grade', REFERENCE, '--engine', engine], {
      during: async (child, printed) => {
        await until(printed, new RegExp(`\\b${stage}\\b`));
        await sleep(50);
        child.kill(signal);
      },
    });
    expect(run.exitCode, run.stderr).toBe(130);
    expect(run.stderr).toMatch(/Stopping/);
    expect(run.seconds).toBeLessThan(30);
    expect(run.left).toEqual([]);
  });

  test('twice: it leaves at once, and what it started ends all the same', async () => {
    const run = await milepost(['grade', REFERENCE, '--engine', engine], {
      during: async (child, printed) => {
        await until(printed, /\bchecks\b/);
        child.kill('SIGINT');
        await until(printed, /Stopping/);
        child.kill('SIGINT');
      },
    });
    expect(run.exitCode ?? 130).toBe(130);
    expect(run.left).toEqual([]);
  });
});
