/** `links`: from page to page as a visitor and as a member, each link once; and the views that have no name. */
import type { Browser, Visit } from '../browse/browser.ts';
import { anonymous } from '../checks/actor.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { LinksStep } from '../spec/steps.ts';
import { pageEvidence } from './page-evidence.ts';
import { type Probe, unjudged } from './probe.ts';
import { siteOf, toolsOf } from './site-context.ts';

interface Dead {
  path: string;
  on: string;
  visit: Visit;
}

const MAX_PAGES = 40;
/** Links that end what is being looked at. */
const ENDING = /log-?out|sign-?out|salir|cerrar|desconnexion|abmelden|delete|remove|eliminar|borrar/i;

export const links: Probe<LinksStep> = {
  name: 'links',
  async run(step, context) {
    const label = step.title ?? 'follow the links';
    const site = siteOf(context);
    const actor = context.bound.actors[step.as];
    if (site === null || actor === undefined)
      return [unjudged(label, 'unbound', 'This exercise has no pages.')];
    const tools = toolsOf(context);
    const lists = Object.values(site.contents).flatMap((content) =>
      content.lists.map(({ endpoint }) => endpoint.path),
    );
    const starts = [...new Set([...lists, '/'])];
    const dead: Dead[] = [];
    let pages = 0;
    for (const browser of [await tools.browser(anonymous()), await tools.browser(actor)])
      pages += await crawl(browser, starts, dead);
    const unnamed = unnamedViews(context.bound.facts.routes);
    const resolve = (query: string): Value =>
      query === 'dead'
        ? dead.map(({ path }) => path)
        : query === 'unnamed'
          ? unnamed.map(({ path }) => path)
          : query === 'pages'
            ? pages
            : MISSING;
    const outcomes = await evaluate(step.expect, resolve);
    const ok = outcomes.every((outcome) => outcome.ok);
    const summary = `${capital(label)}: ${describe(
      pages,
      dead,
      unnamed.map(({ path, view }) => `${path} (${view.name})`),
    )}`;
    const shown = dead.slice(0, 4).map((one) =>
      pageEvidence(
        { exchanged: one.visit.last, visit: one.visit, endpoint: null, around: [] },
        `The link to ${one.path} on ${one.on} leads nowhere: it answered ${one.visit.last.reply.status ?? 'nothing'}.`,
        outcomes.filter(({ query }) => query.startsWith('dead')),
        (query) => query,
      ),
    );
    const named = unnamed.slice(0, 5).map((route) => ({
      summary: `The URL ${route.path} (${route.view.name}) has no name.`,
      ok: false,
      source: 'reported' as const,
      expected: 'a name in path()',
      actual: 'none',
      exchange: null,
      place: route.view.place === null ? null : { ...route.view.place, code: null },
      exception: null,
      table: null,
      reproduce: null,
    }));
    const fine = {
      summary,
      ok: true,
      source: 'observed' as const,
      expected: null,
      actual: null,
      exchange: null,
      place: null,
      exception: null,
      table: null,
      reproduce: null,
    };
    return [
      {
        state: ok ? 'pass' : 'fail',
        label,
        summary,
        expected: null,
        actual: summary,
        evidence: ok ? [fine] : [...shown, ...named],
        blockedBy: null,
        resolve,
      },
    ];
  },
};

async function crawl(browser: Browser, starts: string[], dead: Dead[]): Promise<number> {
  const waiting = starts.map((path) => ({ path, on: 'the address bar' }));
  const seen = new Set(starts);
  const shapes = new Map<string, number>();
  let pages = 0;
  while (waiting.length > 0 && pages < MAX_PAGES) {
    const { path, on } = waiting.shift() as { path: string; on: string };
    const visit = await browser.visit(path);
    pages += 1;
    const status = visit.last.reply.status ?? 0;
    const lost = status === 404 || status === 410 || status >= 500 || status === 0;
    if (lost && on !== 'the address bar' && !dead.some((one) => one.path === path))
      dead.push({ path, on, visit });
    if (lost) continue;
    for (const link of visit.page.links) {
      const target = link.path;
      if (!link.internal || seen.has(target) || ENDING.test(`${target} ${link.text}`)) continue;
      if (/^\/(admin|media|static)\//.test(target)) continue;
      // A hundred pages of one kind say no more than three.
      const shape = target.split('?')[0]?.replace(/[^/]*\d[^/]*/g, '#') ?? target;
      const times = shapes.get(shape) ?? 0;
      seen.add(target);
      if (times >= 3) continue;
      shapes.set(shape, times + 1);
      waiting.push({ path: target, on: visit.url });
    }
  }
  return pages;
}

type Routes = Parameters<typeof siteOf>[0]['bound']['facts']['routes'];

/** Views of the learner's, and library views under the learner's URLs, that cannot be named in a template. */
const unnamedViews = (routes: Routes): Routes =>
  routes.filter(
    ({ name, view, path }) =>
      name === null &&
      (view.learner || /django\.contrib\.auth\.views/.test(view.name)) &&
      !/^\/(static|media|admin)\//.test(path),
  );

function describe(pages: number, dead: Dead[], unnamed: string[]): string {
  const parts = [
    dead.length > 0
      ? `${dead.length === 1 ? 'a link leads' : `${dead.length} links lead`} nowhere: ${dead
          .slice(0, 4)
          .map(({ path, on }) => `${path} (on ${on})`)
          .join(', ')}`
      : null,
    unnamed.length > 0 ? `without a name: ${unnamed.slice(0, 4).join(', ')}` : null,
  ].filter((part) => part !== null);
  return parts.length > 0
    ? `${parts.join('; ')}.`
    : `${pages} pages were opened, every link leads somewhere, every URL has a name.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
