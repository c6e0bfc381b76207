/** The page that shows what belongs to a label: by the link that carries its name, or by filling a URL. */
import type { Visit } from '../../browse/browser.ts';
import { isEnding } from '../../browse/ending.ts';
import type { Actor } from '../../checks/actor.ts';
import { holds } from '../../http/answer.ts';
import { type Endpoint, endpointsOf, fillPath, mentions, openParams, wordsOf } from '../endpoint.ts';
import type { BoundContent } from './bound-site.ts';
import { visitDetail } from './detail.ts';
import { readList } from './list.ts';
import { type ContentRow, markOf } from './rows.ts';
import type { SiteTools } from './tools.ts';

export interface FoundBy {
  endpoint: Endpoint | null;
  as: Actor;
  confirmed: boolean;
}

/** Finds a page that shows the row to which the label is attached. */
export async function findBy(
  tools: SiteTools,
  content: BoundContent,
  label: BoundContent,
  labelled: { label: ContentRow; row: ContentRow },
  people: Actor[],
): Promise<FoundBy | null> {
  let answered: FoundBy | null = null;
  for (const as of people) {
    for (const { path, endpoint } of await addresses(tools, content, label, labelled, as)) {
      const visit = await (await tools.browser(as)).visit(path);
      if (shows(visit, labelled.row)) return { endpoint, as, confirmed: true };
      if (!path.includes('?')) answered ??= { endpoint, as, confirmed: false };
    }
  }
  return answered;
}

const shows = ({ last, page }: Visit, row: ContentRow): boolean =>
  (last.reply.status ?? 500) < 400 && holds(page.text, markOf(row));

/** The page of a label; the pages that it goes on with are read too. */
export async function visitBy(
  tools: SiteTools,
  content: BoundContent,
  label: BoundContent,
  labelled: { label: ContentRow; row: ContentRow },
  as: Actor,
): Promise<Visit | null> {
  let first: Visit | null = null;
  for (const { path } of await addresses(tools, content, label, labelled, as)) {
    const visit = await (await tools.browser(as)).visit(path);
    if (shows(visit, labelled.row)) return visit;
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
  content: BoundContent,
  label: BoundContent,
  { label: tag, row }: { label: ContentRow; row: ContentRow },
  as: Actor,
): Promise<Address[]> {
  const detail = await visitDetail(tools, content, row, as);
  const lists = await Promise.all(content.lists.map((list) => readList(tools, list, as, [markOf(row)])));
  const pages = [detail, ...lists.flatMap((list) => list.pages)].flatMap((visit) =>
    visit === null ? [] : [visit],
  );
  const own = new Set([detail?.url, ...content.lists.map(({ endpoint }) => endpoint.path)]);
  const linked = pages
    .flatMap(({ page }) => page.links)
    .filter(({ internal, path, text }) => internal && !own.has(path) && holds(text, markOf(tag)))
    .filter((link) => !holds(link.text, markOf(row)) && !isEnding(link))
    .map(({ path }) => ({ path, endpoint: null }));
  const url = await tools.session.instance
    .call('rows.url', { model: label.model.label, id: tag.id })
    .catch(() => null);
  const guessed = endpointsOf(tools.facts)
    .filter((endpoint) => endpoint.method === 'GET' && openParams(endpoint).length === 1)
    .filter((endpoint) => mentions(wordsOf(endpoint), label.spec.words))
    .flatMap((endpoint) =>
      valuesOf(endpoint, label, tag).map((value) => ({ endpoint, path: fillPath(endpoint, value) })),
    );
  const asked = content.lists.flatMap(({ endpoint }) =>
    ['tag', label.model.name.toLowerCase(), 'q'].flatMap((key) =>
      [tag.values.slug, markOf(tag), tag.id]
        .filter((value) => value !== undefined)
        .map((value) => ({ path: `${endpoint.path}?${key}=${encodeURIComponent(String(value))}`, endpoint })),
    ),
  );
  const all = [...linked, ...(url?.url == null ? [] : [{ path: url.url, endpoint: null }]), ...guessed];
  return unique(all.length > 0 ? all : asked).slice(0, 8);
}

function valuesOf(endpoint: Endpoint, { model }: BoundContent, tag: ContentRow): Record<string, string>[] {
  const name = openParams(endpoint)[0]?.name ?? '';
  const field = model.fields.find((one) => one.name === name);
  const known = field === undefined ? undefined : tag.values[field.name];
  const values = [known, tag.values.slug, markOf(tag), tag.id].filter(
    (value) => value !== undefined && value !== null,
  );
  return [...new Set(values.map(String))].map((value) => ({ [name]: value }));
}

const unique = (addresses: Address[]): Address[] =>
  addresses.filter(({ path }, index) => addresses.findIndex((other) => other.path === path) === index);
