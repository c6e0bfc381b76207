/** From link to link, each page once, the pages of one kind only so often. */
import type { PageLink } from '../html/page.ts';
import type { Browser, Visit } from './browser.ts';
import { isEnding } from './ending.ts';

export interface CrawlOptions {
  starts: string[];
  /** how many pages are opened at most */
  most: number;
  /** how many pages of one kind: a hundred rows say no more than two */
  each: number;
  /** whether a link is worth following */
  wanted(link: PageLink): boolean;
}

export interface Crawled {
  visit: Visit;
  path: string;
  /** the page that leads there; null: the grader went there itself */
  on: string | null;
}

/** Signing out would end the crawl, so what leads there is never followed. */
export async function crawl(browser: Browser, options: CrawlOptions): Promise<Crawled[]> {
  const waiting: { path: string; on: string | null }[] = options.starts.map((path) => ({ path, on: null }));
  const seen = new Set(options.starts);
  const shapes = new Map<string, number>();
  const crawled: Crawled[] = [];
  while (waiting.length > 0 && crawled.length < options.most) {
    const { path, on } = waiting.shift() as { path: string; on: string | null };
    // As a browser does: views that go back to where one came from ask for it.
    const visit = await browser.visit(path, on === null ? {} : { Referer: `http://localhost${on}` });
    crawled.push({ visit, path, on });
    if (isLost(visit)) continue;
    for (const link of visit.page.links) {
      if (!link.internal || seen.has(link.path) || isEnding(link) || !options.wanted(link)) continue;
      const shape = shapeOf(link.path);
      const times = shapes.get(shape) ?? 0;
      seen.add(link.path);
      if (times >= options.each) continue;
      shapes.set(shape, times + 1);
      waiting.push({ path: link.path, on: visit.url });
    }
  }
  return crawled;
}

/** There is no such page, or it crashes. */
export function isLost({ last }: Visit): boolean {
  const status = last.reply.status ?? 0;
  return status === 404 || status === 410 || status >= 500 || status === 0;
}

/** The address without what tells one row from another. */
export const shapeOf = (path: string): string => (path.split('?')[0] ?? path).replace(/[^/]*\d[^/]*/g, '#');
