/**
 * `throttle`: requests one after the other until the app refuses them, then one as somebody else. One at a time, because
 * counters that read and then write lose requests that come at once (DRF documents its throttles as approximate).
 */

import type { Throttle } from '../app/facts.ts';
import { submit } from '../bind/accounts.ts';
import { describeEndpoint, type Endpoint } from '../bind/endpoint.ts';
import { fill } from '../bind/payload.ts';
import { makeMarker, makePerson } from '../bind/random.ts';
import { collectionPath, type Row, rowPath } from '../bind/rows.ts';
import { placeOf } from '../bind/table.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import type { Evidence, Timeline } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { Operation } from '../spec/schema.ts';
import type { ThrottleStep } from '../spec/steps.ts';
import type { CaseResult, CheckContext, Probe } from './probe.ts';
import { reproduce } from './reproduce.ts';

/** More requests than this are not sent: the counter is filled from inside up to the last two instead. */
const MOST_REQUESTS = 1_200;
const MOST_MILLISECONDS = 25_000;
/** Requests past the declared number that are still sent: clocks and windows are not exact. */
const SLACK = 3;

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

interface Target {
  endpoint: Endpoint;
  operation: string;
  declared: Throttle | null;
  /** nobody signed in: the limit counts addresses of anonymous clients only */
  asNobody: boolean;
  send(session: Session, actor: Actor): Promise<Exchanged>;
}

/** Where a limit is declared first, in the order of the spec; then the first endpoint, declared or not. */
function targetsOf(step: ThrottleStep, context: CheckContext): Target[] {
  const all = step.calls.flatMap((name) => targetFor(name, context));
  const declared = all.filter((target) => target.declared?.limit);
  const first = all
    .filter((target) => target.declared?.limit === undefined || target.declared.limit === null)
    .slice(0, 1);
  return [...declared.slice(0, 2), ...first];
}

function targetFor(name: string, context: CheckContext): Target[] {
  const { bound } = context;
  const [role = '', operation] = name.split('.');
  if (operation === undefined) {
    const found = role === 'register' ? bound.register : bound.token;
    if (found === null) return [];
    const declared = effective(found.endpoint.route.throttles, false);
    const wrong = makePerson('guest', context.random);
    return [
      {
        endpoint: found.endpoint,
        operation: name,
        declared,
        asNobody: true,
        send: (session, actor) => submit(session, found.endpoint, found.payload, wrong, actor),
      },
    ];
  }
  const resource = bound.resources[role];
  const endpoint = resource?.operations[operation as Operation][0];
  if (resource === undefined || endpoint === undefined) return [];
  const declared = effective(endpoint.route.throttles, true);
  const send = async (session: Session, actor: Actor): Promise<Exchanged> => {
    const row = [...context.rows.values()][0] as Row | undefined;
    const onRow = operation !== 'list' && operation !== 'create';
    const path =
      onRow && row !== undefined
        ? await rowPath(session, resource, endpoint, row)
        : await collectionPath(session, resource, endpoint, actor, null);
    const body =
      operation === 'create' && resource.create
        ? await fill(resource.create.payload, { session, actor, marker: makeMarker(context.random) })
        : undefined;
    return session.send(
      actor,
      { method: endpoint.method, path, body, encoding: resource.create?.payload.encoding },
      { renewOnLimit: false },
    );
  };
  return [{ endpoint, operation: name, declared, asNobody: false, send }];
}

/** What the rate says counts, also where the code makes something else of it: "60/min" promises 60. */
function declaredLimit(throttle: Throttle): Throttle {
  const written = /^\s*(\d+)\s*\/\s*[a-z]/i.exec(throttle.rate ?? '')?.[1];
  return written === undefined ? throttle : { ...throttle, limit: Number(written) };
}

/** The tightest limit that counts this kind of client. */
function effective(throttles: Throttle[], signedIn: boolean): Throttle | null {
  const counting = throttles
    .map(declaredLimit)
    .filter((one) => one.limit !== null && (signedIn ? one.counts !== 'anonymous' : one.counts !== 'user'));
  return (
    counting
      .toSorted(
        (a, b) =>
          (a.limit ?? 0) / (a.window ?? 1) - (b.limit ?? 0) / (b.window ?? 1) ||
          (a.limit ?? 0) - (b.limit ?? 0),
      )
      .toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))[0] ?? null
  );
}

interface Burst {
  sent: number;
  refused: Exchanged | null;
  filled: number;
  milliseconds: number;
  baseline: number | null;
  /** when each request was sent, and what it got */
  answers: Timeline['answers'];
  started: number;
}

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

async function sendBurst(
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
    if (limit === null || limit + SLACK <= MOST_REQUESTS || result.filled !== 0) continue;
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

/** Equal answers that follow each other are one entry: a limit of a thousand must not fill the report. */
function note({ answers, started }: Burst, { reply }: Exchanged, sentAt: number, as: string): void {
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
