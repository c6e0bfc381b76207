/** Looks at the admin: its change lists, what its search finds, what its filters leave. A row is found by the link to its page. */
import type { Facts } from '../app/facts.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { type ContentRow, markOf } from '../bind/site/rows.ts';
import type { Browser, Visit } from '../browse/browser.ts';
import { holds } from '../http/answer.ts';
import type { AdminStep } from '../spec/steps.ts';
import type { CheckContext } from './probe.ts';
import { rowsNamed } from './site-context.ts';

export type AdminModel = Facts['admin']['models'][number];

/** What was asked of the change list and what it showed. */
export interface Looked {
  /** null: the admin does not have the model */
  visits: Visit[];
  summary: string;
  managed: boolean;
  rows: Found;
  filter: string | null;
}
type Found = { ids: string[]; text: string };

export async function look(
  step: AdminStep,
  context: CheckContext,
  content: BoundContent,
  model: AdminModel,
  inline: boolean,
  browser: Browser,
): Promise<Looked> {
  const nothing: Found = { ids: [], text: '' };
  const base = { managed: false, rows: nothing, filter: null };
  if (step.search !== undefined) return search(step.search, context, content, model, browser);
  if (step.keeps !== undefined || step.hides !== undefined) {
    const wanted = {
      keeps: (step.keeps ?? []).map((id) => rowsNamed(context, id)[0]),
      hides: (step.hides ?? []).map((id) => rowsNamed(context, id)[0]),
    };
    return { ...base, ...(await filters(wanted, model, browser)) };
  }
  const list = await browser.visit(model.path);
  const add = model.add === null ? null : await browser.visit(model.add);
  const visits = add === null ? [list] : [list, add];
  const works =
    visits.every(({ last: { reply } }) => (reply.status ?? 500) < 400) && isAdmin(list, add, content, inline);
  const through = inline ? ` (inside ${model.model.split('.')[1]})` : '';
  const broken = visits.find(({ last: { reply } }) => (reply.status ?? 500) >= 400);
  const summary = works
    ? `${content.model.name} is listed and edited under ${model.path}${through}.`
    : broken === undefined
      ? `${list.url} is no change list of the admin.`
      : `${broken.url} answered ${broken.last.reply.status ?? 'nothing'}.`;
  return {
    ...base,
    visits: broken === undefined ? visits : [...visits.filter((one) => one !== broken), broken],
    managed: works,
    summary,
  };
}

/** Seen to be the admin: a form with a field of the model, or a change list. */
function isAdmin(list: Visit, add: Visit | null, { model }: BoundContent, inline: boolean): boolean {
  const names = model.fields.map(({ name }) => name);
  const edits = (add?.page.forms ?? []).some(
    ({ method, controls }) =>
      method === 'POST' &&
      controls.some(({ name }) =>
        names.includes(inline ? (name.split('-').at(-1) ?? '') : name.replace(/_\d$/, '')),
      ),
  );
  return edits || (add === null && /id="?changelist/.test(list.last.reply.body));
}

/** By a text slot its mark, by a person each name that the person has; the best of these counts. */
async function search(
  { slot, of }: NonNullable<AdminStep['search']>,
  context: CheckContext,
  content: BoundContent,
  model: AdminModel,
  browser: Browser,
): Promise<Looked> {
  const [row] = rowsNamed(context, of);
  const others = [...context.contents.values()].flat().filter((other) => other !== row);
  const person = row?.owner.person;
  const kind = content.spec.slots[slot]?.kind;
  const texts = kind === 'user' || kind === 'person' ? [person?.username, person?.email] : [row?.marks[slot]];
  let best: Looked | null = null;
  for (const text of texts) {
    if (text === undefined || row === undefined) continue;
    const path = `${model.path}?q=${encodeURIComponent(text)}`;
    const { visits, rows } = await changeList(browser, path);
    const found = has(rows, row);
    const alone = others.every((other) => !has(rows, other));
    const summary = `${path} answered ${visits[0]?.last.reply.status ?? 'nothing'} and ${found ? (alone ? 'shows the row that was meant' : 'also shows rows that were not meant') : 'does not show the row'}.`;
    const looked = { visits, summary, managed: true, rows, filter: null };
    if (found && alone) return looked;
    if (best === null || (found && !has(best.rows, row))) best = looked;
  }
  const empty = await browser.visit(model.path);
  return (
    best ?? {
      visits: [empty],
      summary: 'there is nothing to search for.',
      managed: true,
      rows: { ids: [], text: '' },
      filter: null,
    }
  );
}

const MAX_FILTERS = 60;

/** Follows each filter of the change list until one leaves what it must and takes away the others. */
async function filters(
  { keeps, hides }: { keeps: (ContentRow | undefined)[]; hides: (ContentRow | undefined)[] },
  model: AdminModel,
  browser: Browser,
): Promise<Pick<Looked, 'visits' | 'summary' | 'filter' | 'managed'>> {
  const list = await browser.visit(model.path);
  const offered = list.page.links.filter(
    ({ internal, path }) =>
      internal &&
      path.split('?')[0] === model.path &&
      /[?&](?!(o|p|q|all|e|_changelist_filters)=)[\w.]+=/.test(path),
  );
  const paths = [...new Set(offered.map(({ path }) => path))].slice(0, MAX_FILTERS);
  for (const path of paths) {
    const { visits, rows } = await changeList(browser, path);
    const right =
      keeps.every((row) => row !== undefined && has(rows, row)) &&
      hides.every((row) => row === undefined || !has(rows, row));
    if (right && keeps.length > 0)
      return {
        visits,
        filter: path,
        managed: true,
        summary: `the filter ${path} leaves the rows that were meant and takes away the others.`,
      };
  }
  const names = [...new Set(paths.map((path) => path.split('?')[1]?.split('=')[0] ?? ''))]
    .slice(0, 8)
    .join(', ');
  const summary =
    paths.length === 0
      ? `the change list ${model.path} offers no filter.`
      : `none of the ${paths.length} filters of ${model.path} (${names}) does this.`;
  return { visits: [list], filter: null, managed: true, summary };
}

const MAX_PAGES = 4;

/** The rows of a change list, page after page. */
async function changeList(browser: Browser, path: string): Promise<{ visits: Visit[]; rows: Found }> {
  const [base = ''] = path.split('?');
  const visits = [await browser.visit(path)];
  const first = visits[0] as Visit;
  const more = first.page.links
    .filter(({ internal, path: other }) => internal && /[?&]p=\d+/.test(other))
    .map(({ path: other }) => other);
  for (const next of [...new Set(more)].slice(0, MAX_PAGES - 1)) visits.push(await browser.visit(next));
  const tables = visits.flatMap(({ page }) => page.tables.filter(({ id }) => id === 'result_list'));
  const rows = tables.flatMap((table) => table.rows);
  return {
    visits,
    rows: {
      ids: rows.flatMap(({ links }) =>
        links
          .filter(({ path: link }) => link.startsWith(base))
          .map(({ path: link }) => /^([^/]+)\/(change\/)?(\?|$)/.exec(link.slice(base.length))?.[1] ?? ''),
      ),
      text: rows.map(({ text }) => text).join('\n'),
    },
  };
}

export const has = ({ ids, text }: Found, row: ContentRow): boolean =>
  ids.includes(String(row.id)) || holds(text, markOf(row));
