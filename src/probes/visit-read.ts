/** Opens the page of a role, and reads what it shows and goes on with. */

import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { visitBy } from '../bind/site/by.ts';
import { visitDetail } from '../bind/site/detail.ts';
import { readList } from '../bind/site/list.ts';
import { type ContentRow, markOf } from '../bind/site/rows.ts';
import { shownByScript } from '../bind/site/script-data.ts';
import type { Visit } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import { holds } from '../http/answer.ts';
import type { VisitStep } from '../spec/steps.ts';
import type { CheckContext } from './probe.ts';
import { contentOf, rowsNamed, toolsOf } from './site-context.ts';

/** A page, and the text of everything that it goes on with. */
export interface Reading {
  visit: Visit;
  text: string;
  endpoint: Endpoint | null;
  as: Actor;
  /** text of the page of the same kind that it is compared with */
  other: string | null;
}

/** Null: there is no such page here. */
export async function readPage(
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
