/** Rows for checks of pages: made inside the app and made public, so that a broken form costs its own requirement only. */
import type { Key } from '../../app/instance.ts';
import type { Actor } from '../../checks/actor.ts';
import { markup } from '../../html/markup.ts';
import { mentions, splitWords } from '../endpoint.ts';
import type { Random } from '../random.ts';
import type { ContentModel } from './models.ts';
import type { SiteTools } from './tools.ts';

export interface ContentRow {
  role: string;
  owner: Actor;
  id: Key;
  /** the text by which each slot is recognised on a page */
  marks: Record<string, string>;
  /** values of the row as the app's process sees them */
  values: Record<string, unknown>;
  /** the row that it is attached to */
  onto: ContentRow | null;
}

export interface GiveContent {
  role: string;
  content: ContentModel;
  owner: Actor;
  daysOld?: number;
  /** its long texts hold markup that would run as script */
  markup?: boolean;
  /** the row that it belongs to */
  under?: { row: ContentRow; content: ContentModel } | null;
  /** the row that it is attached to */
  onto?: { row: ContentRow; content: ContentModel } | null;
}

export async function giveContent(tools: SiteTools, wish: GiveContent): Promise<ContentRow | null> {
  const { instance } = tools.session;
  const { content, owner, role } = wish;
  const model = content.model.label;
  const marks = marksFor(content, tools.random);
  // Without a text of its own a row could not be recognised on a page.
  if (Object.keys(marks).length === 0) return null;
  const values: Record<string, unknown> = {};
  for (const [slot, mark] of Object.entries(marks)) {
    const field = content.slots[slot]?.field;
    if (field === undefined) continue;
    const text = textFor(content, slot, mark, field.maxLength);
    const dressed = wish.markup === true && content.spec.slots[slot]?.kind === 'longtext';
    values[field.name] = dressed ? text.replaceAll(mark, markup(mark, field.maxLength)) : text;
  }
  Object.assign(values, writtenNow(content));
  const byName = nameOfAuthor(content);
  if (byName !== undefined) values[byName] = owner.person?.username ?? owner.name;
  // What a form would derive from the text: a row whose slug says something else would be a stranger to the site.
  for (const field of content.model.fields)
    if (field.kind === 'slug' && field.editable && !/^Auto/.test(field.type))
      values[field.name] = slugOf(Object.values(values)[0]);
  const parent = wish.under == null ? undefined : parentField(content, wish.under.content);
  if (parent !== undefined && wish.under != null) values[parent] = wish.under.row.id;
  const made = await instance.call('rows.create', { model, values, user: owner.id }).catch(() => null);
  if (made === null) return null;
  const { id } = made;
  for (const other of [parent === undefined ? wish.under : null, wish.onto])
    if (other != null)
      await instance
        .call('rows.link', { model, id, to: other.content.model.label, toId: other.row.id })
        .catch(() => null);
  await publish(tools, content, id);
  if (wish.daysOld !== undefined)
    await instance.call('rows.set', { model, id, values: dates(content, wish.daysOld) }).catch(() => null);
  const now = await instance.call('rows.get', { model, id }).catch(() => null);
  return { role, owner, id, marks, values: now?.values ?? made.values, onto: wish.onto?.row ?? null };
}

/**
 * What a person would write: a title of two words, so that it is not its own slug; a text whose mark stands at its end,
 * where a summary does not reach.
 */
export function textFor(
  { spec, slots }: ContentModel,
  slot: string,
  mark: string,
  maxLength: number | null,
): string {
  const kind = spec.slots[slot]?.kind;
  const isTitle = kind === 'text' && Object.values(spec.slots).some((one) => one.kind === 'longtext');
  if (isTitle) return cut(`${mark} today`, maxLength);
  if (kind !== 'longtext') return cut(mark, maxLength);
  const isAnswer = Object.values(spec.slots).some((one) => one.kind === 'one');
  // Without a title it is the beginning of the text by which a summary is recognised.
  const alone = !Object.entries(spec.slots).some(
    ([name, one]) => one.kind === 'text' && slots[name] !== undefined,
  );
  const words = `${alone && !isAnswer ? `${mark} ` : ''}${isAnswer ? SHORT : LONG}`;
  const room = (maxLength ?? Number.POSITIVE_INFINITY) - mark.length - 1;
  return words.length <= room ? `${words} ${mark}` : `${words.slice(0, Math.max(0, room))} ${mark}`.trim();
}

const SHORT = 'A few plain words that a person could have written here, and then';
const LONG = Array(6)
  .fill('These are plain words that say enough to be taken for something that a person wrote one evening.')
  .join(' ');

const cut = (text: string, maxLength: number | null): string =>
  maxLength === null ? text : text.slice(0, maxLength);

/** As Django's slugify() makes it of plain words. */
const slugOf = (text: unknown): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** A text that names the author where no relation does: the name of somebody who exists. */
function nameOfAuthor({ spec, slots, model }: ContentModel): string | undefined {
  const [slot, wanted] = Object.entries(spec.slots).find(([, { kind }]) => kind === 'user') ?? [];
  if (slot === undefined || slots[slot] !== undefined) return undefined;
  const taken = Object.values(slots).map(({ field }) => field.name);
  return model.fields.find(
    ({ kind, name }) =>
      kind === 'text' && !taken.includes(name) && mentions(splitWords(name), wanted?.words ?? []),
  )?.name;
}

/**
 * The moment of writing, where the model leaves it to a default. One that was computed once (`default=timezone.now()`)
 * is the same for all rows of a process, and then no order of them is certain.
 */
const writtenNow = ({ spec, slots }: ContentModel): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([slot, { field }]) =>
      spec.slots[slot]?.kind === 'datetime' &&
      field.kind === 'datetime' &&
      field.hasDefault &&
      field.editable &&
      !field.automatic
        ? [[field.name, new Date().toISOString()]]
        : [],
    ),
  );

/** Every date of the row: a site may order and filter by another one than that which was recognised. */
function dates({ model }: ContentModel, daysOld: number): Record<string, string> {
  const then = new Date(Date.now() - daysOld * 86_400_000).toISOString();
  const days = model.fields.filter(({ kind }) => kind === 'datetime' || kind === 'date');
  return Object.fromEntries(days.map(({ name, kind }) => [name, kind === 'date' ? then.slice(0, 10) : then]));
}

/** Makes a row public the way the model says: a status, a flag, a date. */
export const publish = (tools: SiteTools, { model }: ContentModel, id: Key): Promise<unknown> =>
  tools.session.instance.call('rows.publish', { model: model.label, id }).catch(() => null);

/** A text for every slot that holds one; names of people are left to the model. */
export function marksFor(content: ContentModel, random: Random): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const [slot, { kind }] of Object.entries(content.spec.slots)) {
    const field = content.slots[slot]?.field;
    if (field === undefined || (kind !== 'text' && kind !== 'longtext')) continue;
    marks[slot] = plainMark(random);
  }
  return marks;
}

/** Letters only: some forms take nothing else in a title or a name. */
const plainMark = (random: Random): string => `mp${random.letters(11)}`;

const parentField = (content: ContentModel, parent: ContentModel): string | undefined =>
  Object.entries(content.spec.slots)
    .filter(([, { kind }]) => kind === 'one')
    .map(([slot]) => content.slots[slot]?.field)
    .find((field) => field?.related === parent.model.label)?.name;

/** The mark by which a row is recognised: that of its first slot with a text. */
export const markOf = (row: ContentRow): string => Object.values(row.marks)[0] ?? '';
