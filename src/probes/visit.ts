/** `visit`: opens a page as somebody and looks at what it shows, from outside. */

import type { BoundContent } from '../bind/site/bound-site.ts';
import { accountForm } from '../bind/site/login.ts';
import { type ContentRow, markOf } from '../bind/site/rows.ts';
import type { Visit } from '../browse/browser.ts';
import { capital } from '../config/capital.ts';
import { holds } from '../http/answer.ts';
import { evaluate, type Outcome, remembered } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { VisitStep } from '../spec/steps.ts';
import { executed } from './executed.ts';
import { pageEvidence } from './page-evidence.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import { actorNamed, contentOf, hindered, rowsNamed, withoutSlot } from './site-context.ts';
import { variants } from './variants.ts';
import { type Reading, readPage } from './visit-read.ts';

export const visit: Probe<VisitStep> = {
  name: 'visit',
  async run(step, context) {
    const cases: CaseResult[] = [];
    for (const { variant, label } of variants(step, `open ${step.page}`))
      cases.push(await runCase(variant, label, context));
    return cases;
  },
};

async function runCase(step: VisitStep, label: string, context: CheckContext): Promise<CaseResult> {
  const [role = '', page = ''] = step.page.split('.');
  const content = contentOf(context, role);
  const actor = actorNamed(context, step.as);
  if (content === undefined || actor === undefined)
    return unjudged(label, 'unbound', `No model for "${role}" was found in this project.`);
  const hindrance = step.slot === undefined ? null : withoutSlot(context, step.slot);
  if (hindrance !== null) return hindered(label, hindrance);
  if (step.target !== undefined && context.contents.get(step.target)?.length === 0)
    return unjudged(label, 'skipped', `Not asked: "${step.target}" was left out on this site.`);
  const wanted = Object.keys(step.expect).flatMap((query) =>
    rowsNamed(context, /^(?:shows|compared) ([\w-]+)/.exec(query)?.[1]),
  );
  const standin = step.standin === undefined ? undefined : context.bound.actors[step.standin];
  let reading = await readPage(content, page, step, context, actor, wanted);
  if (
    standin !== undefined &&
    reading !== null &&
    (isRefused(reading.visit) || crashed(reading.visit) || !showsAny(reading, step, wanted))
  )
    reading = (await readPage(content, page, step, context, standin, wanted)) ?? reading;
  if (reading === null) return unjudged(label, 'unbound', `No page that serves as ${step.page} was found.`);
  const seen = reading;
  // Where there is no page nothing is said about how it is made.
  if (isMissing(seen.visit) && !('status' in step.expect))
    return unjudged(
      label,
      'blocked',
      `Not judged: ${seen.visit.url} answered ${seen.visit.last.reply.status}.`,
      context.opening(step.page),
    );
  const resolve = remembered(
    (query, argument) => QUERIES[query]?.(argument, seen, context, content, step) ?? MISSING,
  );
  const outcomes = await evaluate(step.expect, resolve);
  if (outcomes.some(({ query, actual }) => query === 'executes' && actual === 'absent'))
    return unjudged(
      label,
      'blocked',
      `${capital(label)}: ${seen.visit.url} does not show what was written.`,
      context.opening(step.page),
    );
  const ok = outcomes.every((outcome) => outcome.ok);
  const summary = `${capital(label)} as ${seen.as.name}: ${describe(seen, outcomes)}`;
  const around = wanted.flatMap(({ marks }) => Object.values(marks));
  const evidence = pageEvidence(
    { exchanged: seen.visit.last, visit: seen.visit, endpoint: seen.endpoint, around },
    summary,
    outcomes,
    inWords,
  );
  return {
    state: ok ? 'pass' : 'fail',
    label,
    summary,
    expected: evidence.expected,
    actual: evidence.actual,
    evidence: [evidence],
    blockedBy: null,
    resolve,
  };
}

const times = (text: string, mark: string): number => text.toLowerCase().split(mark.toLowerCase()).length - 1;

/** Some pages show to members only what they are about. */
function showsAny({ text }: Reading, { expect }: VisitStep, wanted: ContentRow[]): boolean {
  const asked = Object.keys(expect).some((query) => query.startsWith('shows'));
  return !asked || wanted.some((row) => holds(text, markOf(row)));
}

const crashed = ({ last }: Visit): boolean => (last.reply.status ?? 500) >= 500;
const isMissing = ({ last }: Visit): boolean => (last.reply.status ?? 500) >= 400;

/** Sent to the login, or turned away. */
const isRefused = ({ first, last, page, hops }: Visit): boolean =>
  [401, 403].includes(last.reply.status ?? 0) ||
  (hops.length > 1 && first.reply.status !== 200 && accountForm({ page } as Visit, false) !== null);

type Query = (
  argument: string,
  seen: Reading,
  context: CheckContext,
  content: BoundContent,
  step: VisitStep,
) => Value | Promise<Value>;
const QUERIES: Record<string, Query> = {
  status: (_, { visit: { last } }) => last.reply.status ?? MISSING,
  crashed: (_, { visit: { last } }) => (last.reply.status ?? 500) >= 500,
  text: (_, { text }) => text,
  shows: (argument, { text }, context) => {
    const [id = '', slot] = argument.split('.');
    const rows = rowsNamed(context, id);
    if (rows.length === 0) return MISSING;
    const marks = rows.map((row) => (slot === undefined ? markOf(row) : row.marks[slot]));
    if (marks.some((mark) => mark === undefined)) return MISSING;
    return marks.every((mark) => holds(text, mark as string));
  },
  // What stands on every page (a column of the newest, say) stands on both alike.
  compared: (id, { text, other }, context) => {
    const [row] = rowsNamed(context, id);
    if (row === undefined || other === null) return MISSING;
    const difference = times(text, markOf(row)) - times(other, markOf(row));
    return difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
  },
  // A page that does not show the text proves nothing about it.
  executes: (_, { visit, text }, context, { spec }, step) => {
    const [row] = rowsNamed(context, step.target);
    if (row === undefined) return MISSING;
    const long = Object.entries(row.marks).filter(([slot]) => spec.slots[slot]?.kind === 'longtext');
    const isShown = long.length > 0 && long.every(([, mark]) => holds(text, mark));
    return executed([visit], row.marks).length > 0 || (isShown ? false : MISSING);
  },
  template: async (_, { visit: { last } }, context) => {
    const rendered = await context.session.instance
      .call('rendered', { request: last.request })
      .catch(() => []);
    const own = rendered.filter(({ learner }) => learner);
    return own.length === 0 ? 'none' : own.some((one) => one.extends) ? 'extends' : 'plain';
  },
};

function describe({ visit: { last, url } }: Reading, outcomes: Outcome[]): string {
  const status =
    last.reply.status === null
      ? `gave no answer (${last.reply.failure ?? 'unknown'})`
      : `answered ${last.reply.status}`;
  const wrong = outcomes.filter(({ ok, query }) => !ok && query !== 'status');
  const detail = wrong.map(({ query, actual }) => `${inWords(query)}: ${actual}`).slice(0, 3);
  return `${url} ${status}${detail.length > 0 ? `; ${detail.join('; ')}` : ''}.`;
}

/** Queries as a reader would say them. */
function inWords(query: string): string {
  const [name = '', argument = ''] = query.split(' ');
  const [row, slot] = argument.split('.');
  if (name === 'shows')
    return slot === undefined ? `"${row}" can be seen` : `the ${slot} of "${row}" can be seen`;
  if (name === 'executes') return 'what was written runs as script';
  if (name === 'compared') return `how often "${row}" is shown here, compared with the other page`;
  if (name === 'template')
    return 'how the page is made (extends: from a template that extends another; plain: from one that does not; none: in the view)';
  return name;
}
