/** What `expect` of a `submit` step can ask: about the answer, and about what is there and to be seen afterwards. */

import type { Key } from '../app/instance.ts';
import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { controlSlots } from '../bind/site/controls.ts';
import { visitDetail } from '../bind/site/detail.ts';
import { newRow, type Sent } from '../bind/site/forms.ts';
import { readList } from '../bind/site/list.ts';
import { signedIn } from '../bind/site/login.ts';
import { release } from '../bind/site/release.ts';
import type { ContentRow } from '../bind/site/rows.ts';
import { shownByScript } from '../bind/site/script-data.ts';
import type { Visit } from '../browse/browser.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import { executingNodes } from '../html/executing.ts';
import { holds } from '../http/answer.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { CheckContext } from './probe.ts';
import { contentOf, rowsNamed, toolsOf } from './site-context.ts';

export interface Submitted extends Sent {
  role: string;
  /** null: a form of accounts */
  content: BoundContent | null;
  /** the row on whose page the form stands */
  row: ContentRow | null;
  as: Actor;
  endpoint: Endpoint | null;
  /** how many rows there were before */
  before: number | null;
}

/** How many rows of the content there are; null for a form of accounts. */
export async function countOf(
  { content }: Pick<Submitted, 'content'>,
  { session }: CheckContext,
): Promise<number> {
  if (content === null) return 0;
  return (await session.instance.call('rows.count', { model: content.model.label })).count;
}

export function submitAnswers(sent: Submitted, context: CheckContext) {
  const tools = toolsOf(context);
  const { visit, content, marks } = sent;
  let known: Promise<Awaited<ReturnType<typeof newRow>>> | null = null;
  const made = () => {
    known ??= content === null ? Promise.resolve(null) : newRow(tools, content, marks);
    return known;
  };
  const queries: Record<string, (argument: string) => Value | Promise<Value>> = {
    status: () => visit.first.reply.status ?? MISSING,
    crashed: () => (visit.first.reply.status ?? 500) >= 500,
    complaint: () =>
      [...visit.page.forms.flatMap(({ errors }) => errors), ...visit.page.messages][0] ?? MISSING,
    'signed-in': () => signedIn(visit, context.bound.facts.site.sessionCookie),
    // What was sent empty holds nothing to be recognised by: then it counts whether there is one row more.
    stored: async () =>
      (await made()) !== null || (sent.before !== null && (await countOf(sent, context)) > sent.before),
    kept: async () => kept(await made(), sent),
    author: async () => authorOf(await made(), sent, context),
    belongs: async (id) => belongs(await made(), rowsNamed(context, id)[0], sent, context),
    shown: async () => {
      const row = await made();
      return row === null ? false : (await pagesWith(row.id, row.values, sent, context)).length > 0;
    },
    executes: async () => {
      const row = await made();
      const pages = row === null ? [] : await pagesWith(row.id, row.values, sent, context);
      const nodes = [visit, ...pages].flatMap(({ last }) =>
        isHtml(last.reply.headers)
          ? Object.values(marks).flatMap((mark) =>
              quoted(mark).flatMap((text) => executingNodes(last.reply.body, text)),
            )
          : [],
      );
      return nodes[0] === undefined ? (row === null ? MISSING : false) : true;
    },
  };
  return async (name: string, argument: string): Promise<Value> =>
    (await queries[name]?.(argument)) ?? MISSING;
}

/** As the payloads hold it: a script of the site that mentions the text with its quotes escaped runs none of it. */
const quoted = (mark: string): string[] => [`"${mark}"`, `'${mark}'`];

const isHtml = (headers: Record<string, string>): boolean => /html|^$/.test(headers['content-type'] ?? '');

/** Whether every text that the form took is in the row. */
function kept(row: Made | null, { marks, values }: Submitted): Value {
  if (row === null) return MISSING;
  const sent = Object.values(values).filter((value) => typeof value === 'string');
  const stored = JSON.stringify(row.values);
  return Object.values(marks)
    .filter((mark) => sent.some((value) => value.includes(mark)))
    .every((mark) => holds(stored, mark));
}

interface Made {
  id: Key;
  values: Record<string, unknown>;
}

/** The actor whom the row says to be its author: directly, or through a row such as a profile. */
async function authorOf(
  row: Made | null,
  { content }: Submitted,
  { bound, session }: CheckContext,
): Promise<Value> {
  const slot = Object.entries(content?.spec.slots ?? {}).find(
    ([, { kind }]) => kind === 'user' || kind === 'person',
  )?.[0];
  const field = slot === undefined ? undefined : content?.slots[slot]?.field;
  if (row === null) return MISSING;
  if (field === undefined) return 'unrecorded';
  const value = row.values[field.name] ?? row.values[`${field.name}_id`] ?? null;
  const named = (key: unknown): string | undefined =>
    Object.values(bound.actors).find(
      ({ id, person }) => String(id) === String(key) || person?.username === key || person?.email === key,
    )?.name;
  if (value === null) return 'nobody';
  if (field.related === null || field.related === bound.facts.user.model)
    return named(value) ?? 'somebody else';
  const between = await session.instance
    .call('rows.get', { model: field.related, id: value as Key })
    .catch(() => null);
  const user = bound.facts.models
    .find(({ label }) => label === field.related)
    ?.fields.find(({ related }) => related === bound.facts.user.model)?.name;
  return (
    named(user === undefined ? undefined : (between?.values[user] ?? between?.values[`${user}_id`])) ??
    'somebody else'
  );
}

/** Whether the new row is connected with another; MISSING where the form takes no such thing. */
async function belongs(
  row: Made | null,
  other: ContentRow | undefined,
  sent: Submitted,
  context: CheckContext,
): Promise<Value> {
  const { content } = sent;
  const to = other === undefined ? undefined : contentOf(context, other.role);
  if (row === null || other === undefined || content === null || to === undefined) return MISSING;
  const slot = Object.entries(content.spec.slots).find(([, one]) => one.to === other.role);
  if (slot?.[1].kind === 'many' && !offers(sent, slot[0])) return MISSING;
  const { instance } = context.session;
  const related = await instance
    .call('rows.related', { model: content.model.label, id: row.id, to: to.model.label })
    .catch(() => ({ ids: [] }));
  return related.ids.some((id) => String(id) === String(other.id));
}

/** Whether the form had a control for the slot, and it was used. */
function offers({ visit, values, content }: Submitted, slot: string): boolean {
  const name = content?.slots[slot]?.field.name;
  const used = Object.entries(values).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== '',
  );
  if (used.some(([key]) => key === name)) return true;
  return visit.page.forms.some(
    (form) =>
      content !== null &&
      [...controlSlots(form, content)].some(
        ([control, own]) => own === slot && used.some(([key]) => key === control.name),
      ),
  );
}

/** The pages that show the new row: its own or that of the row it belongs to, and the list; published where it must be. */
async function pagesWith(
  id: Key,
  values: Record<string, unknown>,
  sent: Submitted,
  context: CheckContext,
): Promise<Visit[]> {
  const { content, role, as, marks, row, visit } = sent;
  if (content === null) return [];
  const tools = toolsOf(context);
  const author = as.id === null ? (Object.values(context.bound.actors)[0] ?? as) : as;
  const own: ContentRow = { role, owner: author, id, marks, values };
  const mark = Object.values(marks)[0] ?? '';
  const parentRole = Object.values(content.spec.slots).find(({ kind }) => kind === 'one')?.to;
  const parent = parentRole === undefined ? undefined : contentOf(context, parentRole);
  const look = async (viewer: Actor): Promise<Visit[]> => {
    const found: Visit[] = [];
    if (parent !== undefined && row !== null) {
      const page = await visitDetail(tools, parent, row, viewer);
      if (page !== null) {
        const loaded = await shownByScript(
          tools,
          context.bound.site?.contents ?? {},
          parent,
          row,
          page,
          viewer,
        );
        if (holds(page.page.text, mark) || holds(loaded, mark)) found.push(page);
      }
      return found;
    }
    const page = await visitDetail(tools, content, own, viewer);
    if (page !== null && holds(page.page.text, mark)) found.push(page);
    for (const list of content.lists) {
      const { pages } = await readList(tools, list, viewer, [mark]);
      found.push(...pages.filter((one) => holds(one.page.text, mark)));
    }
    return found;
  };
  for (const viewer of [anonymous(), author]) {
    const found = await look(viewer);
    if (found.length > 0) return found;
  }
  // A draft, or what waits for approval: made public as the site lets its author or its staff do it.
  const detail = await visitDetail(tools, content, own, author);
  const seen = detail === null ? [visit] : [visit, detail];
  const staff = context.bound.site?.staff ?? author;
  if (!(await release(tools, { content, id, author, staff, seen }))) return [];
  for (const viewer of [anonymous(), author]) {
    const found = await look(viewer);
    if (found.length > 0) return found;
  }
  return [];
}
