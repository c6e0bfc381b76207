/** The page of one row: by the address that the model gives, by the link on the list, or by filling a URL. */
import type { Visit } from '../../browse/browser.ts';
import { isEnding } from '../../browse/ending.ts';
import type { Actor } from '../../checks/actor.ts';
import { holds } from '../../http/answer.ts';
import { type Endpoint, endpointsOf, fillPath, mentions, openParams, pagesOf, wordsOf } from '../endpoint.ts';
import { type FoundList, readList } from './list.ts';
import type { ContentModel } from './models.ts';
import { type ContentRow, markOf } from './rows.ts';
import type { SiteTools } from './tools.ts';

export type Way = 'link' | 'url' | 'fill';
const SURER: Record<Way, number> = { link: 2, url: 1, fill: 0 };
export interface FoundDetail {
  way: Way;
  /** the URL pattern behind it, where it is known */
  endpoint: Endpoint | null;
  as: Actor;
  confirmed: boolean;
}

const EDITS = [
  'edit',
  'delete',
  'update',
  'new',
  'create',
  'remove',
  'publish',
  'draft',
  'preview',
  'like',
  'share',
  'editar',
  'borrar',
];

/** Tries the ways in order; the first whose page shows what the row holds is taken. */
export async function findDetail(
  tools: SiteTools,
  content: ContentModel,
  row: ContentRow,
  lists: FoundList[],
  people: Actor[],
): Promise<FoundDetail | null> {
  // Among pages that do not show the row, the one that a link on the list leads to is meant, even where it crashes.
  let answered: FoundDetail | null = null;
  for (const way of ['url', 'link', 'fill'] as const) {
    for (const as of people) {
      for (const { path, endpoint } of await addresses(tools, content, row, lists, way, as)) {
        const visit = await (await tools.browser(as)).visit(path);
        const found = { way, endpoint: endpoint ?? (await endpointOf(tools, path)), as };
        if (shows(visit, row)) return { ...found, confirmed: true };
        if (answered === null || SURER[way] > SURER[answered.way]) answered = { ...found, confirmed: false };
      }
    }
  }
  return answered;
}

/** Every mark that the page of a row is recognised by: the last one is its longest text. */
const shows = ({ last, page }: Visit, row: ContentRow): boolean =>
  (last.reply.status ?? 500) < 400 && holds(page.text, Object.values(row.marks).at(-1) ?? markOf(row));

/** The page of a row; null where no address is known. */
export async function visitDetail(
  tools: SiteTools,
  content: ContentModel & { lists: FoundList[]; detail: FoundDetail | null },
  row: ContentRow,
  as: Actor,
): Promise<Visit | null> {
  const { detail, lists } = content;
  if (detail === null) return null;
  const browser = await tools.browser(as);
  let first: Visit | null = null;
  for (const way of [detail.way, 'url', 'link', 'fill'] as const) {
    const [address] = await addresses(tools, content, row, lists, way, as, detail.endpoint);
    if (address === undefined || address.path === first?.url) continue;
    const visit = await browser.visit(address.path);
    if (shows(visit, row)) return visit;
    first ??= visit;
  }
  return first;
}

interface Address {
  path: string;
  endpoint: Endpoint | null;
}

async function addresses(
  tools: SiteTools,
  content: ContentModel,
  row: ContentRow,
  lists: FoundList[],
  way: Way,
  as: Actor,
  only: Endpoint | null = null,
): Promise<Address[]> {
  switch (way) {
    case 'url': {
      const answer = await tools.session.instance
        .call('rows.url', { model: content.model.label, id: row.id })
        .catch(() => null);
      return answer?.url == null ? [] : [{ path: answer.url, endpoint: null }];
    }
    case 'link':
      return linkOnList(tools, row, lists, as);
    case 'fill':
      return filled(tools, content, row, only);
  }
}

/** The links whose text, or whose neighbour, is the title: a date and a slug in a URL cannot be guessed. */
async function linkOnList(
  tools: SiteTools,
  row: ContentRow,
  lists: FoundList[],
  as: Actor,
): Promise<Address[]> {
  for (const list of lists) {
    const { pages } = await readList(tools, list, as, [markOf(row)]);
    const page = pages.find((one) => holds(one.page.text, markOf(row)));
    const links = (page?.page.links ?? []).filter((link) => link.internal && !isEnding(link));
    const named = links.filter(({ text }) => holds(text, markOf(row)));
    const key = String(row.id);
    const slug = Object.values(row.values).filter(
      (value) => typeof value === 'string' && holds(value, markOf(row)),
    );
    const pointing = links.filter(
      ({ path }) =>
        path.split(/[/?=&]/).includes(key) || slug.some((value) => path.split('/').includes(String(value))),
    );
    const paths = [...new Set([...named, ...pointing].map(({ path }) => path))].filter(
      (path) => !mentions(path.toLowerCase().split(/[^a-z]+/), EDITS),
    );
    if (paths.length > 0) return paths.slice(0, 3).map((path) => ({ path, endpoint: null }));
  }
  return [];
}

/** URL patterns with parameters that the row has values for. */
async function filled(
  tools: SiteTools,
  content: ContentModel,
  row: ContentRow,
  only: Endpoint | null,
): Promise<Address[]> {
  const endpoints =
    only !== null ? [only] : pagesOf(tools.facts).filter((endpoint) => fits(endpoint, content));
  return endpoints
    .map((endpoint) => ({ endpoint, values: paramsFor(endpoint, content, row) }))
    .filter(({ values }) => values !== null)
    .map(({ endpoint, values }) => ({ endpoint, path: fillPath(endpoint, values as Record<string, string>) }))
    .slice(0, 4);
}

function fits(endpoint: Endpoint, { model }: ContentModel): boolean {
  if (openParams(endpoint).length === 0) return false;
  if (mentions(wordsOf(endpoint), EDITS)) return false;
  return endpoint.route.model === model.label || endpoint.handler.models.includes(model.label);
}

/** Values for the parameters of a URL, from the row, its date and its owner; null where one has none. */
export function paramsFor(
  endpoint: Endpoint,
  { slots, model, spec }: ContentModel,
  row: ContentRow,
): Record<string, string> | null {
  const ofKind = (kind: string): string =>
    slots[Object.keys(spec.slots).find((slot) => spec.slots[slot]?.kind === kind) ?? '']?.field.name ?? kind;
  const date = String(row.values[ofKind('datetime')] ?? '');
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const values: Record<string, string> = {};
  for (const { name } of openParams(endpoint)) {
    const field = model.fields.find((one) => one.name === name && one.related === null && !one.primaryKey);
    const value =
      field !== undefined
        ? row.values[field.name]
        : /slug/i.test(name)
          ? row.values[ofKind('slug')]
          : /^year|^ano|^jahr/i.test(name)
            ? year
            : /^month|^mes|^monat/i.test(name)
              ? month
              : /^day|^dia|^tag$/i.test(name)
                ? day
                : /user|author|owner/i.test(name)
                  ? row.owner.person?.username
                  : row.id;
    if (value === undefined || value === null) return null;
    values[name] = String(value);
  }
  return values;
}

/** The URL pattern that answers a path. */
export async function endpointOf(tools: SiteTools, path: string): Promise<Endpoint | null> {
  const match = await tools.session.instance.call('routes.match', { path }).catch(() => null);
  if (match === null) return null;
  return endpointsOf(tools.facts).find((one) => one.method === 'GET' && one.path === match.route) ?? null;
}

/** The path of a page that belongs to a row, such as `/items/{id}/notes/new/`. */
export function pathUnder(
  endpoint: Endpoint,
  parent: ContentModel | null,
  row: ContentRow | null,
): string | null {
  if (openParams(endpoint).length === 0) return fillPath(endpoint, {});
  if (parent === null || row === null) return null;
  const values = paramsFor(endpoint, parent, row);
  return values === null ? null : fillPath(endpoint, values);
}
