/** `visit`: opens a page as somebody and looks at what it shows, from outside. */

import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { visitBy } from '../bind/site/by.ts';
import { visitDetail } from '../bind/site/detail.ts';
import { readList } from '../bind/site/list.ts';
import { accountForm } from '../bind/site/login.ts';
import { type ContentRow, markOf } from '../bind/site/rows.ts';
import { shownByScript } from '../bind/site/script-data.ts';
import type { Visit } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import { capital } from '../config/capital.ts';
import { holds } from '../http/answer.ts';
import { evaluate, type Outcome, remembered } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { VisitStep } from '../spec/steps.ts';
import { executed } from './executed.ts';
import { pageEvidence } from './page-evidence.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import { actorNamed, contentOf, hindered, rowsNamed, toolsOf, withoutSlot } from './site-context.ts';
import { variants } from './variants.ts';

export const visit: Probe<VisitStep> = {
  name: 'visit',
  async run(step, context) {
    const cases: CaseResult[] = [];
    for (const { variant, label } of variants(step, `open ${step.page}`))
      cases.push(await runCase(variant, label, context));
    return cases;
  },
};

/** A page, and the text of everything that it goes on with. */
interface Reading {
  visit: Visit;
  text: string;
  endpoint: Endpoint | null;
  as: Actor;
  /** text of the page of the same kind that it is compared with */
  other: string | null;
}

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
  let reading = await read(content, page, step, context, actor, wanted);
  if (
    standin !== undefined &&
    reading !== null &&
    (isRefused(reading.visit) || crashed(reading.visit) || !showsAny(reading, step, wanted))
  )
    reading = (await read(content, page, step, context, standin, wanted)) ?? reading;
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

async function read(
  content: BoundContent,
  page: string,
  step: VisitStep,
  context: CheckContext,
  as: Actor,
  wanted: ContentRow[],
): Promise<Reading | null> {
  const tools = toolsOf(context);
  const marks = wanted.map(markOf);
  const [target] = rowsNamed(context, step.target);
  if (page === 'list') {
    const reading = await readLists(content, context, as, marks);
    if (reading === null || count(reading.text, marks) === marks.length) return reading;
    // It may come from a cache, which is no fault here: a new process has nothing in it.
    await context.session.renew();
    return readLists(content, context, as, marks);
  }
  if (page === 'create') {
    const { create } = content;
    const opened = create === null || create.scripted !== null ? null : await create.open(tools, as, null);
    return opened === null
      ? null
      : { visit: opened, text: opened.page.text, endpoint: create?.endpoint ?? null, as, other: null };
  }
  if (target === undefined) return null;
  const [compared] = rowsNamed(context, step['compared-with']);
  const own = await readOne(content, page, target, context, as);
  const other = compared === undefined ? null : await readOne(content, page, compared, context, as);
  return own === null ? null : { ...own, other: other?.text ?? null };
}

/** The list that shows all the rows, or else the most. */
async function readLists(
  content: BoundContent,
  context: CheckContext,
  as: Actor,
  marks: string[],
): Promise<Reading | null> {
  let best: Reading | null = null;
  for (const list of content.lists) {
    const { first, text } = await readList(toolsOf(context), list, as, marks);
    const reading = { visit: first, text, endpoint: list.endpoint, as, other: null };
    if (best === null || count(text, marks) > count(best.text, marks)) best = reading;
    if (count(text, marks) === marks.length) break;
  }
  return best;
}

/** The page of a row, or of a label with one of the rows that it is attached to. */
async function readOne(
  content: BoundContent,
  page: string,
  target: ContentRow,
  context: CheckContext,
  as: Actor,
): Promise<Reading | null> {
  const tools = toolsOf(context);
  if (page === 'detail') {
    const opened = await visitDetail(tools, content, target, as);
    if (opened === null) return null;
    const loaded = await shownByScript(
      tools,
      context.bound.site?.contents ?? {},
      content,
      target,
      opened,
      as,
    );
    const endpoint = content.detail?.endpoint ?? null;
    return { visit: opened, text: `${opened.page.text}\n${loaded}`, endpoint, as, other: null };
  }
  const role = page.replace(/^by-/, '');
  const label = contentOf(context, role);
  const found = content.by[role];
  const attached = target.onto;
  if (label === undefined || attached === null || found === undefined) return null;
  const opened = await visitBy(tools, content, label, { label: target, row: attached }, as, found);
  if (opened === null) return null;
  return { visit: opened, text: opened.page.text, endpoint: found.endpoint, as, other: null };
}

const count = (text: string, marks: string[]): number => marks.filter((mark) => holds(text, mark)).length;

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
