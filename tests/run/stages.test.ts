import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stages } from '../../src/run/stages.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what a stage waits for is said again where nothing else is said for long, and no more when it is over', async () => {
  const said: string[] = [];
  const line = stages(({ stage, message }) => said.push(`${stage}: ${message}`));
  await line.run('start', async (say) => {
    await vi.advanceTimersByTimeAsync(15_000);
    say('starting the app');
    await vi.advanceTimersByTimeAsync(14_000);
    say('starting the app again');
    await vi.advanceTimersByTimeAsync(31_000);
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([
    'start: still busy (for 15 s)',
    'start: starting the app',
    'start: starting the app again',
    'start: still starting the app again (for 15 s)',
    'start: still starting the app again (for 30 s)',
  ]);
  expect(line.current()).toBe('start');
});
