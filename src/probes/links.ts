/** `links`: from page to page as a visitor and as a member, each link once; and the views that have no name. */

import { apiPatterns, harms, pathPattern } from '../bind/endpoint.ts';
import { makeMarker } from '../bind/random.ts';
import type { Browser, Visit } from '../browse/browser.ts';
import { crawl, isLost } from '../browse/crawl.ts';
import { signsOut } from '../browse/ending.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import { capital } from '../config/capital.ts';
import type { PageLink } from '../html/page.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { LinksStep } from '../spec/steps.ts';
import { pageEvidence } from './page-evidence.ts';
import { type CheckContext, type Probe, unjudged } from './probe.ts';
import { siteOf, toolsOf } from './site-context.ts';
import { distinctForms, reflected, unguarded } from './site-forms.ts';

interface Dead {
  path: string;
  on: string;
  visit: Visit;
}

const MAX_PAGES = 40;
const MOST_SHOWN = 6;

/** What one walk through the site came past. */
interface Walked {
  dead: Dead[];
  /** linked: a link led there, not the grader */
  visits: { visit: Visit; browser: Browser; linked: boolean }[];
}

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
    const asked = (query: string): boolean => Object.keys(step.expect).some((key) => key.startsWith(query));
    const apis = apiPatterns(context.bound.facts);
    const walked: Walked = { dead: [], visits: [] };
    // For the forms on pages of one kind, one of them is enough.
    const each = asked('dead') ? 2 : 1;
    const harmful = harms(context.bound.facts);
    const wanted = ({ path }: PageLink): boolean =>
      !/^\/(admin|media|static)\//.test(path) && !isApi(path, apis) && !harmful(path);
    for (const browser of [await tools.browser(anonymous()), await tools.browser(actor)])
      for (const { visit, path, on } of await crawl(browser, { starts, most: MAX_PAGES, each, wanted })) {
        walked.visits.push({ visit, browser, linked: on !== null });
        if (on !== null && isLost(visit) && !walked.dead.some((one) => one.path === path))
          walked.dead.push({ path, on, visit });
      }
    if (asked('dead')) walked.dead.push(...(await deadWayOut(walked, actor)));
    // What is told by the requirement of that page is not told again.
    const told = toldElsewhere(step, context);
    walked.dead = walked.dead.filter(
      ({ path }) => !told.some((pattern) => pattern.test(path.split('?')[0] ?? '')),
    );
    const forwarding = forwardingIn(walked.visits, actor);
    const unnamed = unnamedViews(context.bound.facts.routes).filter(({ path }) => !forwarding.has(path));
    const changing = distinctForms(walked.visits, 'POST');
    if (asked('unguarded') && changing.length === 0)
      return [
        unjudged(label, 'unbound', 'No form that changes something was found on the pages of this site.'),
      ];
    const open = asked('unguarded') ? await unguarded(changing) : [];
    const echoing = asked('reflected')
      ? await reflected(distinctForms(walked.visits, 'GET'), makeMarker(context.random))
      : [];
    const values: Record<string, Value> = {
      dead: walked.dead.map(({ path }) => path),
      crashing: walked.dead
        .filter(({ visit }) => (visit.last.reply.status ?? 0) >= 500)
        .map(({ path }) => path),
      unnamed: unnamed.map(({ path }) => path),
      pages: walked.visits.filter(({ visit, linked }) => linked && (visit.last.reply.status ?? 500) < 400)
        .length,
      unguarded: open.map(({ form }) => form.action),
      reflected: echoing.map(({ form }) => form.action),
    };
    const resolve = (query: string): Value => values[query] ?? MISSING;
    const outcomes = await evaluate(step.expect, resolve);
    const ok = outcomes.every((outcome) => outcome.ok);
    const about = (query: string) => outcomes.filter((outcome) => outcome.query.startsWith(query));
    const evidenceOf = (one: Visit, query: string, text: string): Evidence =>
      pageEvidence(
        { exchanged: one.first, visit: one, endpoint: null, around: [] },
        text,
        about(query),
        (name) => name,
      );
    const wrong = [
      ...walked.dead.map(({ path, on, visit }) =>
        evidenceOf(
          visit,
          'dead',
          `The link to ${path} on ${on} ${(visit.last.reply.status ?? 0) >= 500 ? 'leads to a crash' : 'leads nowhere'}: it answered ${visit.last.reply.status ?? 'nothing'}.`,
        ),
      ),
      ...(asked('pages') && values.pages === 0
        ? [plain('No page of this site leads to another one.', false, null)]
        : []),
      ...(asked('unnamed') ? unnamed.map(withoutName) : []),
      ...open.map(({ form, visit, answer }) =>
        evidenceOf(
          answer,
          'unguarded',
          `The form to ${form.action} on ${visit.url} was accepted without its CSRF token: ${answer.first.reply.status}.`,
        ),
      ),
      ...echoing.map(({ form, visit, answer }) =>
        evidenceOf(
          answer,
          'reflected',
          `What is searched for in the form on ${visit.url} (${form.action}) runs as script in the answer.`,
        ),
      ),
    ].slice(0, MOST_SHOWN);
    const summary =
      wrong[0]?.summary ?? `${walked.visits.length} pages were opened and are as they should be.`;
    const whole = ok
      ? `${capital(label)}: ${walked.visits.length} pages were opened and are as they should be.`
      : `${capital(label)}: ${summary}`;
    return [
      {
        state: ok ? 'pass' : 'fail',
        label,
        summary: whole,
        expected: null,
        actual: summary,
        evidence: ok ? [plain(whole, true, null)] : wrong,
        blockedBy: null,
        resolve,
      },
    ];
  },
};

/** The way out, last: since Django 5 a link to its logout view is refused (405), unless a script sends a form instead. */
async function deadWayOut({ visits }: Walked, member: Actor): Promise<Dead[]> {
  for (const { visit, browser } of visits) {
    if (browser.actor !== member) continue;
    const link = visit.page.links.find((one) => one.internal && signsOut(one));
    const bySubmit = visit.page.forms.some(
      ({ method, action }) => method === 'POST' && action === link?.path,
    );
    if (link === undefined || bySubmit) continue;
    const out = await browser.visit(link.path);
    return out.last.reply.status === 405 ? [{ path: link.path, on: visit.url, visit: out }] : [];
  }
  return [];
}

/** Paths of the pages whose own requirement has failed. */
function toldElsewhere(step: LinksStep, context: CheckContext): RegExp[] {
  const failed = (step['apart-from'] ?? []).filter((id) => context.decided.get(id) === 'fail');
  const endpoints = failed
    .flatMap((id) => context.pagesOf(id))
    .map((page) => {
      const [role = '', kind = ''] = page.split('.');
      const content = siteOf(context)?.contents[role];
      return kind === 'detail' ? content?.detail?.endpoint : content?.by[kind.replace(/^by-/, '')]?.endpoint;
    });
  return endpoints.flatMap((endpoint) => (endpoint == null ? [] : [pathPattern(endpoint)]));
}

const isApi = (path: string, apis: RegExp[]): boolean =>
  apis.some((pattern) => pattern.test(path.split('?')[0] ?? ''));

type Routes = Parameters<typeof siteOf>[0]['bound']['facts']['routes'];

/** Addresses that only send a member on, as many a "/" does: nothing links to them, so nothing needs their name. */
function forwardingIn(visits: Walked['visits'], member: Actor): Set<string> {
  const sent = visits.filter(
    ({ visit, browser }) =>
      browser.actor === member && visit.hops.length > 1 && visit.first.exchange.method === 'GET',
  );
  return new Set(sent.map(({ visit }) => visit.first.exchange.url.split('?')[0] ?? ''));
}

/** Views of the learner's, and library views under the learner's URLs, that cannot be named in a template. */
const unnamedViews = (routes: Routes): Routes =>
  routes.filter(
    ({ name, view, path }) =>
      name === null &&
      (view.learner || /django\.contrib\.auth\.views/.test(view.name)) &&
      !/^\/(static|media|admin)\//.test(path),
  );

const withoutName = (route: Routes[number]): Evidence =>
  plain(`The URL ${route.path} (${route.view.name}) has no name.`, false, route.view.place);

const plain = (summary: string, ok: boolean, place: { file: string; line: number } | null): Evidence => ({
  summary,
  ok,
  source: ok ? 'observed' : 'reported',
  expected: null,
  actual: null,
  exchange: null,
  place: place === null ? null : { ...place, code: null },
  exception: null,
  table: null,
  reproduce: null,
});
