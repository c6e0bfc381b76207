/** The pages that list a content, and reading one to its end. */

import type { Visit } from '../../browse/browser.ts';
import { isEnding } from '../../browse/ending.ts';
import type { Actor } from '../../checks/actor.ts';
import { holds } from '../../http/answer.ts';
import {
  type Endpoint,
  endpointsOf,
  mentions,
  openParams,
  pagesOf,
  pathPattern,
  splitWords,
  wordsOf,
} from '../endpoint.ts';
import type { ContentModel } from './models.ts';
import { type ContentRow, markOf } from './rows.ts';
import type { SiteTools } from './tools.ts';

export interface FoundList {
  endpoint: Endpoint;
  /** who can read it */
  as: Actor;
  /** how many of the rows that were there it showed */
  shown: number;
}

const NO_LIST = [
  'login',
  'logout',
  'register',
  'signup',
  'password',
  'create',
  'new',
  'add',
  'edit',
  'delete',
  'update',
  'search',
  'feed',
  'rss',
  'atom',
  'sitemap',
  'robots',
  'profile',
  'dashboard',
  'draft',
  'drafts',
  'nueva',
  'nuevo',
  'crear',
];
const LIST = ['list', 'index', 'home', 'all', 'lista', 'archive', 'inicio', 'main', 'feed'];
const MAX_TRIED = 14;

/** Pages that show the rows, the most complete first. */
export async function findLists(
  tools: SiteTools,
  content: ContentModel,
  rows: ContentRow[],
  people: Actor[],
): Promise<FoundList[]> {
  const candidates = pagesOf(tools.facts)
    .filter((endpoint) => openParams(endpoint).length === 0)
    .map((endpoint) => ({ endpoint, score: weigh(endpoint, content) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_TRIED);
  for (const as of people) {
    const browser = await tools.browser(as);
    const found: (FoundList & { score: number })[] = [];
    for (const { endpoint, score } of candidates) {
      const { last, page } = await browser.visit(endpoint.path);
      if ((last.reply.status ?? 500) >= 400) continue;
      const shown = rows.filter((row) => holds(page.mainText, markOf(row))).length;
      if (shown > 0) found.push({ endpoint, as, shown, score: score + shown * 2 });
    }
    if (found.length > 0) return found.sort((a, b) => b.score - a.score).slice(0, 3);
  }
  return [];
}

function weigh(endpoint: Endpoint, { model, spec }: ContentModel): number {
  const { route, handler } = endpoint;
  const words = wordsOf(endpoint);
  let score = 0;
  if (route.model === model.label) score += 4;
  else if (handler.models.includes(model.label)) score += 2;
  if (mentions(words, spec.words)) score += 1;
  if (mentions(words, LIST)) score += 1;
  if (route.path === '/') score += 2;
  if (mentions(splitWords(`${route.path} ${route.name ?? ''}`), NO_LIST)) score -= 5;
  return score - route.path.split('/').length / 4;
}

const MAX_PAGES = 14;

export interface ListReading {
  first: Visit;
  pages: Visit[];
  text: string;
}

/** Turns the pages of a list until every mark was seen or there are no more. */
export async function readList(
  tools: SiteTools,
  list: FoundList,
  as: Actor,
  marks: string[],
): Promise<ListReading> {
  const browser = await tools.browser(as);
  const first = await browser.visit(list.endpoint.path);
  const pages = [first];
  const seen = new Set([list.endpoint.path, first.url]);
  const isList = sameView(tools, list);
  const waiting = turns(first, seen, isList);
  const read = (): string => pages.map(({ page }) => page.mainText).join('\n');
  while (waiting.length > 0 && pages.length < MAX_PAGES && !marks.every((mark) => holds(read(), mark))) {
    const next = waiting.shift() as string;
    if (seen.has(next)) continue;
    seen.add(next);
    const visit = await browser.visit(next);
    if ((visit.last.reply.status ?? 500) >= 400) continue;
    pages.push(visit);
    waiting.push(...turns(visit, seen, isList));
  }
  return { first, pages, text: read() };
}

/**
 * Links that turn to another page of the same list. Names of parameters and words differ from language to language: a
 * link to the same path whose query has one number more or another one is a turn, so is a numbered path of the same view.
 */
function turns({ page, url }: Visit, seen: Set<string>, isList: (path: string) => boolean): string[] {
  const own = new URL(url, 'http://localhost');
  const found = page.links
    .filter((link) => link.internal && !seen.has(link.path) && !isEnding(link))
    .filter(({ path }) => {
      const target = new URL(path, 'http://localhost');
      if (target.pathname === own.pathname) return isTurn(own.searchParams, target.searchParams);
      return /\/\d+\/?$/.test(target.pathname) && isList(target.pathname);
    })
    .map(({ path }) => path);
  return [...new Set(found)];
}

/** Whether a path is answered by the view that answers the list: `/items/` and `/items/page/2/` are. */
function sameView({ facts }: SiteTools, { endpoint }: FoundList): (path: string) => boolean {
  const patterns = endpointsOf(facts)
    .filter(({ method, route }) => method === 'GET' && route.view.name === endpoint.route.view.name)
    .map(pathPattern);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** One number that is another one; what else stands in the query (an order, a search) may stand there or not. */
function isTurn(own: URLSearchParams, target: URLSearchParams): boolean {
  const changed = [...target].filter(([name, value]) => own.get(name) !== value);
  const numbers = changed.filter(([name, value]) => /^\d+$/.test(value) || /cursor|after/i.test(name));
  return numbers.length === 1;
}
