/**
 * Waits as GitHub asks when it is busy, within a budget, and then does the *whole* work again: what was true before a
 * wait (which comments exist, which commit is the newest) may not be true after it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { asFailure, type Failure, isRateLimit } from './failure.ts';

export interface Patience {
  /** Milliseconds that all waits together may take. */
  budget: number;
  attempts: number;
  sleep: (milliseconds: number) => Promise<unknown>;
  now: () => number;
}

export const patience: Patience = {
  budget: 90_000,
  attempts: 5,
  sleep: (milliseconds) => pause(milliseconds),
  now: Date.now,
};

export async function withPatience<T>(
  work: () => Promise<T>,
  { budget, attempts, sleep, now }: Patience,
): Promise<T> {
  let left = budget;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const failure = asFailure(error);
      const wait = failure && waitAfter(failure, attempt, now());
      if (wait === null || wait > left || attempt >= attempts) throw error;
      left -= wait;
      await sleep(wait);
    }
  }
}

/** Null: waiting would not help. */
function waitAfter(failure: Failure, attempt: number, now: number): number | null {
  if (isRateLimit(failure)) return rateLimitWait(failure.headers, now);
  // 500 stands for a lost connection too. Each wait is twice the one before.
  return failure.status >= 500 ? 1_000 * 2 ** (attempt - 1) : null;
}

/** In the order of GitHub's own rules; where it does not say, it wants at least a minute. */
function rateLimitWait(headers: Record<string, string>, now: number): number {
  const seconds = Number(headers['retry-after']);
  if (Number.isFinite(seconds) && seconds >= 0) return Math.max(seconds * 1_000, 1_000);
  const reset = Number(headers['x-ratelimit-reset']) * 1_000;
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset))
    return Math.max(reset - now + 1_000, 1_000);
  return 60_000;
}
