/**
 * `throttle`: requests until one is refused. One at a time, because counters that read and then write lose requests that
 * come at once (DRF documents its throttles as approximate).
 */
import type { Actor } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import type { Timeline } from '../report/schema.ts';
import type { ThrottleStep } from '../spec/steps.ts';
import type { Target } from './throttle-targets.ts';

/** More requests than this are not sent: the counter is filled from inside up to the last two instead. */
const MOST_REQUESTS = 1_200;
const MOST_MILLISECONDS = 25_000;
/** Requests past the declared number that are still sent: clocks and windows are not exact. */
const SLACK = 3;

export interface Burst {
  sent: number;
  refused: Exchanged | null;
  filled: number;
  milliseconds: number;
  baseline: number | null;
  /** when each request was sent, and what it got */
  answers: Timeline['answers'];
  started: number;
}

export async function sendBurst(
  step: ThrottleStep,
  target: Target,
  actor: Actor,
  session: Session,
): Promise<{ result: Burst; session: Session }> {
  const limit = target.declared?.limit ?? null;
  const started = performance.now();
  const result: Burst = {
    sent: 0,
    refused: null,
    filled: 0,
    milliseconds: 0,
    baseline: null,
    answers: [],
    started,
  };
  let left = limit === null ? step.undeclared : Math.min(limit + SLACK, MOST_REQUESTS);
  while (left > 0 && performance.now() - started < MOST_MILLISECONDS) {
    const at = performance.now();
    const exchanged = await target.send(session, actor);
    note(result, exchanged, at, target.asNobody ? 'a client that is not signed in' : step.as);
    left -= 1;
    result.sent += 1;
    result.baseline ??= exchanged.reply.status;
    if (exchanged.reply.status === 429 || isNewRefusal(exchanged, result.baseline)) {
      result.refused = exchanged;
      break;
    }
    if (limit === null || result.filled !== 0 || !isOutOfReach(limit, left, at - started)) continue;
    const { filled } = await session.instance
      .call('throttle.fill', { path: exchanged.exchange.url, limit, leave: 2 })
      .catch(() => ({ filled: 0 }));
    result.filled = filled > 0 ? limit - 2 : -1;
    if (filled > 0) {
      result.sent = limit - 2;
      left = 2 + SLACK;
    }
  }
  result.milliseconds = performance.now() - started;
  return { result, session };
}

/** So many requests are never sent; or this app is so slow that they would not be answered in time. */
const isOutOfReach = (limit: number, left: number, elapsed: number): boolean =>
  limit + SLACK > MOST_REQUESTS || (elapsed > MOST_MILLISECONDS / 2 && left > 2 + SLACK);

/** Equal answers that follow each other are one entry: a limit of a thousand must not fill the report. */
export function note({ answers, started }: Burst, { reply }: Exchanged, sentAt: number, as: string): void {
  const at = Math.round(sentAt - started);
  const last = answers.at(-1);
  if (last?.status === reply.status && last.as === as) last.at.push(at);
  else answers.push({ as, status: reply.status, at: [at] });
}

/** After answers of one kind the app refuses: 403 and 503 are what limiters other than DRF's answer. */
const isNewRefusal = ({ reply }: Exchanged, baseline: number | null): boolean =>
  reply.status !== baseline &&
  baseline !== null &&
  baseline < 500 &&
  [403, 420, 503].includes(reply.status ?? 0);
