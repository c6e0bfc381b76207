/** Forms for a content: found on pages, tried, and sent the way that worked. */
import type { SubmitOptions, Visit } from '../../browse/browser.ts';
import type { Actor } from '../../checks/actor.ts';
import type { Values } from '../../html/fill.ts';
import type { Form } from '../../html/page.ts';
import type { Endpoint } from '../endpoint.ts';
import { suits, takenSlots } from './controls.ts';
import { type FormWish, fillForm } from './fill-form.ts';
import type { ContentModel } from './models.ts';
import { type ContentRow, marksFor } from './rows.ts';
import { type ScriptedForm, sendScripted } from './scripted.ts';
import type { SiteTools } from './tools.ts';

/** Where a form stands: on a page of its own, or on that of a row. */
export type Stand = (tools: SiteTools, as: Actor, row: ContentRow | null) => Promise<Visit | null>;

export interface FoundForm {
  content: ContentModel;
  open: Stand;
  /** the view that the form is sent to */
  endpoint: Endpoint | null;
  /** sent by a script of the page instead of by the form itself */
  scripted: ScriptedForm | null;
  /** also fill what need not be filled */
  everything: boolean;
  as: Actor;
  confirmed: boolean;
  reasons: string[];
  /** what the last attempt was answered */
  last: Sent | null;
  /** the row that it made */
  made: Record<string, unknown> | null;
}

export interface Sent {
  visit: Visit;
  values: Values;
  marks: Record<string, string>;
  /** slots that the form took something for */
  taken: string[];
}

export interface SendWish {
  as: Actor;
  /** the row on whose page the form stands */
  row: ContentRow | null;
  rows?: Record<string, ContentRow[]>;
  marks?: Record<string, string>;
  /** changes what was filled in, knowing the form */
  change?: (values: Values, form: Form) => Values;
  /** the address that it is sent to, instead of the form's own */
  readdress?: (action: string) => string;
  options?: SubmitOptions;
}

/** The best form for the content on a page. */
export const formOn = (visit: Visit, content: ContentModel): Form | null => bestOf(visit.page.forms, content);

const bestOf = (forms: Form[], content: ContentModel): Form | null =>
  forms
    .map((form) => ({ form, score: suits(form, content) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]?.form ?? null;

/** Opens the page as the actor, fills the form and sends it; null where the actor does not get to see the form. */
export async function sendForm(tools: SiteTools, found: FoundForm, wish: SendWish): Promise<Sent | null> {
  const marks = wish.marks ?? marksFor(found.content, tools.random);
  const filling = fillingOf(tools, found, wish, marks);
  if (found.scripted !== null) return sendScripted(tools, found.scripted, found.content, filling, wish);
  const visit = await found.open(tools, wish.as, wish.row);
  const form = visit === null ? null : formOn(visit, found.content);
  if (visit === null || form === null) return null;
  const browser = await tools.browser(wish.as);
  const send = async (from: Visit, one: Form): Promise<Sent> => {
    const filled = fillForm(one, found.content, filling);
    const values = wish.change?.(filled, one) ?? filled;
    const action = wish.readdress?.(one.action) ?? one.action;
    return {
      visit: await browser.submit(from, { ...one, action }, values, wish.options),
      values,
      marks,
      taken: takenSlots(one, found.content, values),
    };
  };
  const sent = await send(visit, form);
  const next = nextStep(sent.visit, form, found.content);
  if (next === null) return sent;
  const second = await send(sent.visit, next);
  return {
    ...second,
    values: { ...sent.values, ...second.values },
    taken: [...new Set([...sent.taken, ...second.taken])],
  };
}

/** Some sites ask in two steps: the answer is another form for the same, which is sent to another address. */
function nextStep({ hops, last, page }: Visit, first: Form, content: ContentModel): Form | null {
  if (hops.length > 1 || (last.reply.status ?? 500) >= 300) return null;
  const others = page.forms.filter(({ method, action }) => method === 'POST' && action !== first.action);
  return page.forms.some(({ action }) => action === first.action) ? null : bestOf(others, content);
}

/** What is typed, chosen and ticked. */
export const fillingOf = (
  tools: SiteTools,
  { content, everything }: Pick<FoundForm, 'content' | 'everything'>,
  wish: SendWish,
  marks: Record<string, string>,
): FormWish => ({
  marks,
  person: wish.as.person ?? guest(tools),
  random: tools.random,
  rows: { ...parentOf(content, wish.row), ...wish.rows },
  everything,
});

/** What somebody who has not signed in types about themselves. */
function guest({ random }: SiteTools) {
  const name = random.word(8);
  return { actor: 'anonymous', username: name, email: `${name}@example.com`, password: '' };
}

function parentOf(content: ContentModel, row: ContentRow | null): Record<string, ContentRow[]> {
  const slot = Object.entries(content.spec.slots).find(([, { kind }]) => kind === 'one')?.[0];
  return row === null || slot === undefined ? {} : { [slot]: [row] };
}

/** True when a new row holds what was sent. */
export async function newRow(tools: SiteTools, content: ContentModel, marks: Record<string, string>) {
  for (const value of Object.values(marks)) {
    const rows = await tools.session.instance
      .call('rows.find', { model: content.model.label, value })
      .catch(() => []);
    if (rows[0] !== undefined) return rows[0];
  }
  return null;
}

export type Unlearned = Omit<FoundForm, 'everything' | 'confirmed' | 'last' | 'made'>;

/** Tries the form with what must be filled, then with everything. */
export async function learnForm(
  tools: SiteTools,
  form: Unlearned,
  row: ContentRow | null,
): Promise<FoundForm> {
  let last: Sent | null = null;
  for (const everything of [false, true]) {
    const found = { ...form, everything, confirmed: false, last, made: null };
    last = await sendForm(tools, found, { as: form.as, row });
    if (last === null) break;
    const stored = await newRow(tools, form.content, last.marks);
    if (stored !== null) return { ...found, confirmed: true, last, made: stored.values };
  }
  return { ...form, everything: false, confirmed: false, last, made: null };
}
