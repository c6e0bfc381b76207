/** `call`: requests to a role as an actor; judged by the answer and by what it changed, seen from outside where that can be. */

import { describeEndpoint } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import { capital } from '../config/capital.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate, type Outcome, remembered } from '../spec/expect.ts';
import type { CallStep } from '../spec/steps.ts';
import type { Attempt } from './call-attempts.ts';
import { type Planned, plan, working } from './call-plan.ts';
import { answers } from './call-queries.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import { reproduce } from './reproduce.ts';
import { variants } from './variants.ts';

export const call: Probe<CallStep> = {
  name: 'call',
  async run(step, context) {
    const cases: CaseResult[] = [];
    for (const { variant, label } of variants(step, `${step.call} as ${step.as}`))
      cases.push(await runCase(variant, label, context));
    return cases;
  },
};

async function runCase(step: CallStep, label: string, context: CheckContext): Promise<CaseResult> {
  const needed = step.needs === undefined ? 'pass' : context.decided.get(step.needs);
  const unmet = needed !== undefined && needed !== 'pass';
  const blocked = (): CaseResult =>
    unjudged(label, 'blocked', `Not judged: ${step.needs} does not work yet.`, step.needs ?? null);
  if (unmet && step.control === undefined) return blocked();
  const planned = await plan(step, context);
  if ('unjudged' in planned)
    return unmet
      ? blocked()
      : unjudged(
          label,
          planned.unjudged,
          planned.why,
          planned.unjudged === 'blocked' ? (planned.blockedBy ?? null) : null,
        );
  const judged: Judged[] = [];
  for (const attempt of planned.attempts) {
    const one = await judge(step, attempt, context);
    judged.push(one);
    if (planned.rule === 'any' && one.ok) break;
  }
  const result = summarise(label, step, planned, judged, context);
  if (!unmet) return result;
  return result.state === 'pass' && (await isAnsweredOtherwise(step, judged, context)) ? result : blocked();
}

/**
 * The same request, valid and of somebody who may send it, gets another answer: so it was refused for what is wrong
 * with it. Success would be no proof of that where `needs` says that nothing is done: only a fault shows there.
 */
async function isAnsweredOtherwise(
  { control = 'anonymous', ...step }: CallStep,
  judged: Judged[],
  context: CheckContext,
): Promise<boolean> {
  const planned = await plan({ ...step, as: control, send: undefined }, context);
  if ('unjudged' in planned) return false;
  const [attempt] = planned.attempts;
  const status = attempt === undefined ? null : (await attempt.send()).shown.reply.status;
  if (status === null || (status < 400 && step.send?.fault === undefined)) return false;
  return judged.every(({ evidence }) => evidence.exchange?.status !== status);
}

interface Judged {
  ok: boolean;
  attempt: Attempt;
  outcomes: Outcome[];
  evidence: Evidence;
  resolve: CaseResult['resolve'];
  /** a success was answered that did not happen */
  lied: boolean;
  fromInsideOnly: boolean;
}

async function judge(step: CallStep, attempt: Attempt, context: CheckContext): Promise<Judged> {
  const sent = await attempt.send();
  const { resolve: ask, fromInsideOnly } = answers(step, attempt, sent, context);
  const resolve = remembered(ask);
  const outcomes = await evaluate(step.expect, resolve);
  const wrong = outcomes.filter((outcome) => !outcome.ok);
  const status = sent.shown.reply.status ?? 0;
  return {
    ok: wrong.length === 0,
    attempt,
    outcomes,
    resolve,
    lied: wrong.length > 0 && status >= 200 && status < 300,
    fromInsideOnly: fromInsideOnly(),
    evidence: {
      summary: describe(attempt, sent.shown.exchange.status, sent.shown.exchange.failure, wrong, outcomes),
      ok: wrong.length === 0,
      source: 'observed',
      expected: (wrong.length > 0 ? wrong : outcomes)
        .map(({ query, expected }) => `${inWords(query)}: ${expected}`)
        .join('; '),
      actual: (wrong.length > 0 ? wrong : outcomes)
        .map(({ query, actual }) => `${inWords(query)}: ${actual}`)
        .join('; '),
      exchange: sent.shown.exchange,
      place: sent.shown.place ?? (wrong.length > 0 ? placeOf(attempt.endpoint) : null),
      exception: sent.shown.exception,
      table: null,
      reproduce: reproduce(sent.shown.exchange),
    },
  };
}

function summarise(
  label: string,
  step: CallStep,
  planned: Planned,
  judged: Judged[],
  context: CheckContext,
): CaseResult {
  const good = judged.filter((one) => one.ok);
  // As the owner one working way is enough, but none may answer success and do nothing; for anybody else every way counts.
  const passed =
    planned.rule === 'any'
      ? good.length > 0 && !judged.some((one) => one.lied)
      : good.length === judged.length;
  // What comes from inside can be forged: alone it earns nothing.
  if (passed && good.every((one) => one.fromInsideOnly))
    return unseen(label, good, working(context, step.call.replace(/\..*/, '.list')));
  const telling = judged.find((one) => (passed ? one.ok : !one.ok)) ?? (judged[0] as Judged);
  const evidence =
    passed && planned.rule === 'any' ? good.map((one) => one.evidence) : judged.map((one) => one.evidence);
  return {
    state: passed ? 'pass' : 'fail',
    label,
    summary: `${capital(label)} as ${step.as}: ${telling.evidence.summary}`,
    expected: telling.evidence.expected,
    actual: telling.evidence.actual,
    evidence: evidence.map((one) => ({ ...one, summary: `${capital(label)} as ${step.as}: ${one.summary}` })),
    blockedBy: null,
    resolve: telling.resolve,
  };
}

const unseen = (label: string, good: Judged[], by: string | null): CaseResult => ({
  ...unjudged(
    label,
    'blocked',
    `${capital(label)}: only the app's own process says that it worked. Neither the list nor the page of one item shows it, so it cannot be confirmed.`,
    by,
  ),
  evidence: good.map((one) => ({ ...one.evidence, source: 'reported' as const })),
});

function describe(
  attempt: Attempt,
  status: number | null,
  failure: string | null,
  wrong: Outcome[],
  all: Outcome[],
): string {
  const broken = failure === null ? '' : `, but ${failure}`;
  const answered = status === null ? `no answer (${failure ?? 'unknown'})` : `answered ${status}${broken}`;
  const detail = (wrong.length > 0 ? wrong : all)
    .filter(({ query }) => query !== 'status')
    .map(({ query, actual }) => `${inWords(query)}: ${actual}`)
    .slice(0, 3);
  return `${describeEndpoint(attempt.endpoint)} ${answered}${detail.length > 0 ? `; ${detail.join('; ')}` : ''}.`;
}

/** Queries as a reader would say them. */
function inWords(query: string): string {
  const [name = '', ...rest] = query.split(/[. ]/);
  const argument = rest.join(' ');
  switch (name) {
    case 'shows':
      return 'the item can be seen in the answer';
    case 'row':
      return `the item is ${rest.at(-1) ?? 'changed'} afterwards`;
    case 'stored':
      return 'a new item is stored';
    case 'exists':
      return 'an account was made';
    case 'account':
      return argument === 'stored-plain'
        ? 'the password stands readable in the database'
        : `account ${argument}`;
    case 'discloses':
      return 'the answer holds the password or its hash';
    case 'owner':
      return 'owner of the new item';
    case 'claim':
      return `claim ${argument}`;
    case 'kept':
      return 'what was sent is what is stored';
    case 'lifetime':
      return 'seconds until the token expires';
    case 'reason':
      return 'a reason';
    case 'status':
      return 'status';
    default:
      return query;
  }
}
