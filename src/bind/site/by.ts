/** The page that shows what belongs to a label: by the link that carries its name, or by filling a URL. */
import type { Visit } from '../../browse/browser.ts';
import { isEnding } from '../../browse/ending.ts';
import type { Actor } from '../../checks/actor.ts';
import { holds } from '../../http/answer.ts';
import { type Endpoint, fillPath, mentions, openParams, pagesOf, wordsOf } from '../endpoint.ts';
import type { BoundContent } from './bound-site.ts';
import { endpointOf, visitDetail } from './detail.ts';
import { readList } from './list.ts';
import { type ContentRow, markOf } from './rows.ts';
import type { SiteTools } from './tools.ts';

export interface FoundBy {
  /** how the page was found: it is looked for in the same way again */
  way: Way;
  endpoint: Endpoint | null;
  as: Actor;
  confirmed: boolean;
}

interface Labelled {
  label: ContentRow;
  /** the row that it is attached to */
  row: ContentRow;
}

/** Finds a page that shows the row to which the label is attached. */
export async function findBy(
  tools: SiteTools,
  content: BoundContent,
  label: BoundContent,
  labelled: Labelled,
  people: Actor[],
): Promise<FoundBy | null> {
  let answered: FoundBy | null = null;
  for (const way of WAYS) {
    // What the model or a link says is the page of the label, whatever it shows; the rest are guesses.
    if (answered !== null && way !== 'link') return answered;
    for (const as of people) {
      for (const { path, endpoint } of await addresses(tools, content, label, labelled, as, way)) {
        const browser = await tools.browser(as);
        const visit = await browser.visit(path);
        const found = { way, endpoint: endpoint ?? (await endpointOf(tools, path)), as };
        const shown = shows(visit, labelled.row);
        if (shown && !(way === 'query' && shows(await browser.visit(nonsense(path)), labelled.row)))
          return { ...found, confirmed: true };
        if (way === 'link' || way === 'url') answered ??= { ...found, confirmed: false };
      }
    }
  }
  return answered;
}

/** The same question with an answer that there cannot be: a list that ignores it shows the same. */
const nonsense = (path: string): string => path.replace(/=.*$/, '=milepost-nothing');

const shows = ({ last, page }: Visit, row: ContentRow): boolean =>
  (last.reply.status ?? 500) < 400 && holds(page.text, markOf(row));

/** The page of a label, looked for as it was found; in other ways where that shows nothing. */
export async function visitBy(
  tools: SiteTools,
  content: BoundContent,
  label: BoundContent,
  labelled: Labelled,
  as: Actor,
  found: FoundBy,
): Promise<Visit | null> {
  let first: Visit | null = null;
  for (const way of [found.way, ...WAYS.filter((other) => other !== found.way && other !== 'query')]) {
    const only = way === found.way ? found.endpoint : null;
    for (const { path } of await addresses(tools, content, label, labelled, as, way, only)) {
      const visit = await (await tools.browser(as)).visit(path);
      if (shows(visit, labelled.row)) return visit;
      first ??= visit;
    }
    // The page that was found before shows nothing now: that is what there is to see.
    if (found.confirmed && first !== null && (first.last.reply.status ?? 500) < 400) return first;
  }
  return first;
}

/** By the address that the model gives, the link that carries the name, a URL with name, slug or key, or a query. */
const WAYS = ['url', 'link', 'slug', 'name', 'id', 'query'] as const;
type Way = (typeof WAYS)[number];

interface Address {
  path: string;
  endpoint: Endpoint | null;
}

async function addresses(
  tools: SiteTools,
  content: BoundContent,
  label: BoundContent,
  { label: tag, row }: Labelled,
  as: Actor,
  way: Way,
  only: Endpoint | null = null,
): Promise<Address[]> {
  switch (way) {
    case 'url': {
      const call = { model: label.model.label, id: tag.id };
      const answer = await tools.session.instance.call('rows.url', call).catch(() => null);
      return answer?.url == null ? [] : [{ path: answer.url, endpoint: null }];
    }
    case 'link':
      return linked(tools, content, tag, row, as);
    case 'query': {
      const keys = [...new Set([...label.spec.words.slice(0, 1), label.model.name.toLowerCase(), 'q'])];
      const values = [tag.values.slug, markOf(tag), tag.id].filter((value) => value != null);
      return content.lists.flatMap(({ endpoint }) =>
        keys.flatMap((key) =>
          values.map((value) => ({
            path: `${endpoint.path}?${key}=${encodeURIComponent(String(value))}`,
            endpoint,
          })),
        ),
      );
    }
    default: {
      const value = way === 'id' ? tag.id : way === 'name' ? markOf(tag) : tag.values.slug;
      if (value == null) return [];
      const endpoints = only !== null ? [only] : guesses(tools, label);
      return endpoints
        .filter((endpoint) => takes(endpoint, String(value)))
        .map((endpoint) => ({ endpoint, path: fillPath(endpoint, { [nameOf(endpoint)]: String(value) }) }));
    }
  }
}

const nameOf = (endpoint: Endpoint): string => openParams(endpoint)[0]?.name ?? '';
const takes = (endpoint: Endpoint, value: string): boolean =>
  openParams(endpoint)[0]?.converter !== 'int' || /^\d+$/.test(value);

const guesses = ({ facts }: SiteTools, label: BoundContent): Endpoint[] =>
  pagesOf(facts)
    .filter((endpoint) => openParams(endpoint).length === 1)
    .filter((endpoint) => mentions(wordsOf(endpoint), [...label.spec.words, label.model.name.toLowerCase()]))
    .slice(0, 4);

/** The links on the page of the row, and on the lists, whose text is the name of the label. */
async function linked(
  tools: SiteTools,
  content: BoundContent,
  tag: ContentRow,
  row: ContentRow,
  as: Actor,
): Promise<Address[]> {
  const detail = await visitDetail(tools, content, row, as);
  const own = new Set([detail?.url, ...content.lists.map(({ endpoint }) => endpoint.path)]);
  const naming = ({ page }: Visit): string[] =>
    page.links
      .filter((link) => link.internal && !own.has(link.path) && !isEnding(link))
      .filter(({ text }) => holds(text, markOf(tag)) && !holds(text, markOf(row)))
      .map(({ path }) => path);
  let paths = detail === null ? [] : naming(detail);
  for (const list of content.lists)
    if (paths.length === 0)
      paths = (await readList(tools, list, as, [markOf(row)])).pages.flatMap((visit) => naming(visit));
  return [...new Set(paths)].slice(0, 2).map((path) => ({ path, endpoint: null }));
}
