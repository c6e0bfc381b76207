/** What the app itself offers to whom: where its pages lead a visitor, link by link, from the first page on. */
import { type Endpoint, openParams, pathPattern } from '../bind/endpoint.ts';
import { shapeOf } from '../browse/crawl.ts';
import { isEnding } from '../browse/ending.ts';
import type { AttackContext } from './attack.ts';
import { browserOf } from './forms.ts';
import type { Surface, SurfacePage, VisitorName } from './surface.ts';

const MOST_OPENED = 25;

export interface Offers {
  /** a page that the visitor is led to links to it, or has a form for it */
  has(path: string): boolean;
  /** the same of any address of the endpoint */
  hasEndpoint(endpoint: Endpoint): boolean;
  /** the app has no pages that lead anywhere, so nothing can be said */
  unknown: boolean;
}

const known = new WeakMap<Surface, Map<VisitorName, Promise<Offers>>>();

export function offersTo(context: AttackContext, as: VisitorName): Promise<Offers> {
  const { surface } = context;
  const ofAll = known.get(surface) ?? new Map<VisitorName, Promise<Offers>>();
  known.set(surface, ofAll);
  const found = ofAll.get(as) ?? follow(context, as);
  ofAll.set(as, found);
  return found;
}

async function follow(context: AttackContext, as: VisitorName): Promise<Offers> {
  const { surface, tools } = context;
  const pages = new Map<string, SurfacePage['visit']>();
  for (const page of surface.pages.filter((one) => one.as === as)) {
    pages.set(plain(page.path), page.visit);
    pages.set(plain(page.visit.url), page.visit);
  }
  const landing = tools.facts.settings.LOGIN_REDIRECT_URL;
  const starts = ['/', ...(typeof landing === 'string' && landing.startsWith('/') ? [landing] : [])];
  const waiting = starts.filter((path) => pages.has(path));
  const seen = new Set(waiting);
  const shapes = new Set([...pages.keys()].map(shapeOf));
  const offered = new Set<string>();
  let opened = 0;
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    const visit = pages.get(path) ?? (opened++ < MOST_OPENED ? await open(context, as, path) : null);
    if (visit === null) continue;
    const { links, forms } = visit.page;
    for (const form of forms) if (form.internal) offered.add(plain(form.action));
    for (const link of links.filter(({ internal }) => internal)) {
      const target = plain(link.path);
      offered.add(target);
      if (seen.has(target)) continue;
      seen.add(target);
      // The survey opened two pages of a kind; a kind that it did not come to is opened now.
      if (pages.has(target) || (!shapes.has(shapeOf(target)) && !isEnding(link))) waiting.push(target);
      shapes.add(shapeOf(target));
    }
  }
  return {
    has: (path) => offered.has(plain(path)),
    hasEndpoint: (endpoint) =>
      openParams(endpoint).length === 0
        ? offered.has(endpoint.path)
        : [...offered].some((path) => pathPattern(endpoint).test(path)),
    unknown: offered.size < 3,
  };
}

async function open(context: AttackContext, as: VisitorName, path: string) {
  const visit = await (await browserOf(context, as)).visit(path);
  return (visit.last.reply.status ?? 500) < 400 ? visit : null;
}

export const plain = (path: string): string => path.split('?')[0] ?? path;
