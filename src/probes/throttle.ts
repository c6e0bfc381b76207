/** `throttle`: requests one after the other until the app refuses them, then one as somebody else. */

import { describeEndpoint } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { ThrottleStep } from '../spec/steps.ts';
import type { CaseResult, CheckContext, Probe } from './probe.ts';
import { reproduce } from './reproduce.ts';
import { type Burst, note, sendBurst } from './throttle-burst.ts';
import { type Target, targetsOf } from './throttle-targets.ts';

export const throttle: Probe<ThrottleStep> = {
  name: 'throttle',
  async run(step, context) {
    const targets = targetsOf(step, context);
    if (targets.length === 0) return [unbound()];
    let last: CaseResult | null = null;
    for (const target of targets) {
      last = await tryTarget(step, target, context);
      if (last.state === 'pass') return [last];
      if (target.declared !== null && last.actual?.includes('429') !== true) continue;
      if (last.actual !== null && !last.actual.startsWith('none')) return [last];
    }
    return [last as CaseResult];
  },
};

async function tryTarget(step: ThrottleStep, target: Target, context: CheckContext): Promise<CaseResult> {
  const { bound } = context;
  const actor = target.asNobody ? anonymous(31) : { ...(bound.actors[step.as] as Actor), client: 31 };
  const other = target.asNobody ? anonymous(32) : { ...(bound.actors[step.other] as Actor), client: 32 };
  let burst = await sendBurst(step, target, actor, await context.freshSession());
  // A window that began a moment ago may have ended in the middle of the burst.
  if (burst.result.refused === null && target.declared !== null)
    burst = await sendBurst(step, target, actor, await context.freshSession());
  const { result, session } = burst;
  const otherAt = performance.now();
  const asOther = result.refused === null ? null : await target.send(session, other);
  if (asOther !== null) note(result, asOther, otherAt, target.asNobody ? 'another client' : step.other);
  const otherRefused =
    asOther !== null &&
    asOther.reply.status === result.refused?.reply.status &&
    asOther.reply.status !== result.baseline;
  const resolve = answer(result, otherRefused);
  const outcomes = await evaluate(step.expect, resolve);
  const wrong = outcomes.filter((outcome) => !outcome.ok);
  const evidence = drawn(target, result, asOther, otherRefused, wrong.length === 0);
  return {
    state: wrong.length === 0 ? 'pass' : 'fail',
    label: target.operation,
    summary: evidence.summary,
    expected: wrong.map(({ query, expected }) => `${query}: ${expected}`).join('; ') || null,
    actual:
      result.refused === null
        ? `none of ${result.sent} requests was refused`
        : `${result.refused.reply.status} at request ${result.sent}`,
    evidence: [evidence],
    blockedBy: null,
    resolve,
  };
}

function answer(result: Burst, otherRefused: boolean): CaseResult['resolve'] {
  const queries: Record<string, () => Value> = {
    limited: () => result.refused !== null,
    status: () => result.refused?.reply.status ?? MISSING,
    'retry-after': () => retryAfter(result.refused),
    'other-client': () => otherRefused,
  };
  return (name) => queries[name]?.() ?? MISSING;
}

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfter(refused: Exchanged | null): Value {
  const value = refused?.reply.headers['retry-after'];
  if (value === undefined) return MISSING;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Math.ceil(Number(value));
  const date = Date.parse(value);
  return Number.isNaN(date) ? value : Math.max(0, Math.round((date - Date.now()) / 1000));
}

function drawn(
  target: Target,
  result: Burst,
  asOther: Exchanged | null,
  otherRefused: boolean,
  ok: boolean,
): Evidence {
  const { declared, endpoint } = target;
  const rate =
    declared === null ? 'none found' : `${declared.rate ?? `${declared.limit} requests`} (${declared.name})`;
  const at =
    result.refused === null
      ? `not within ${result.sent} requests`
      : `request ${result.sent}, status ${result.refused.reply.status}`;
  const rows = [
    ['declared limit', rate],
    ['where', describeEndpoint(endpoint)],
    ['first refusal', at],
    ['Retry-After', result.refused?.reply.headers['retry-after'] ?? 'absent'],
    [
      'another client right after',
      asOther === null ? 'not asked' : `status ${asOther.reply.status}${otherRefused ? ', refused too' : ''}`,
    ],
    ['time', `${(result.milliseconds / 1000).toFixed(1)} s`],
    ...(result.filled > 0
      ? [['how', `the counter was filled to ${result.filled} inside the app, then real requests were sent`]]
      : []),
  ];
  return {
    summary:
      result.refused === null
        ? `${describeEndpoint(endpoint)}: ${result.sent} requests one after the other were all answered; declared limit: ${rate}.`
        : `${describeEndpoint(endpoint)} refused request ${result.sent} with ${result.refused.reply.status}; declared limit: ${rate}.`,
    ok,
    source: 'observed',
    expected: declared?.limit
      ? `429 at request ${declared.limit + 1}`
      : '429 after the declared number of requests',
    actual: at,
    exchange: result.refused?.exchange ?? null,
    place: ok ? null : placeOf(endpoint),
    exception: null,
    table: { title: 'Rate limit', columns: ['what', 'seen'], rows },
    timeline: {
      limit: declared?.limit ?? null,
      filled: Math.max(result.filled, 0),
      answers: result.answers,
    },
    reproduce: result.refused === null ? null : reproduce(result.refused.exchange),
  };
}

const unbound = (): CaseResult => ({
  state: 'unbound',
  label: 'rate limit',
  summary: 'No endpoint was found on which a limit could be tried.',
  expected: null,
  actual: null,
  evidence: [],
  blockedBy: null,
  resolve: () => MISSING,
});
