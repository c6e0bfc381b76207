/**
 * The survey: goes through the whole app as a visitor, as two members and as staff, with rows of everybody's, and
 * notes every page, form, parameter and endpoint. No exercise, and so no name of a model or page, is known here.
 */

import { endpointsOf, harms, pagesOf, takesAway } from '../bind/endpoint.ts';
import { findLogin, findSignUp } from '../bind/site/login.ts';
import { makePeople, makeStaff, somebody } from '../bind/site/people.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import { crawl, shapeOf } from '../browse/crawl.ts';
import { anonymous } from '../checks/actor.ts';
import type { PageLink } from '../html/page.ts';
import { addressOf } from './address.ts';
import { apiCredentials } from './api-credentials.ts';
import { isApi } from './api-views.ts';
import { parametersOf } from './parameters.ts';
import { giveRows } from './rows.ts';
import type { PersonName, Surface, SurfaceForm, SurfacePage, VisitorName } from './surface.ts';

/** Of one visitor: more pages than a learner's app has kinds of. */
const MOST_PAGES = 60;
const MOST_FORMS = 60;

export async function survey(
  tools: SiteTools,
  hints: { prefixes: string[]; headers: string[] },
  progress: (message: string) => void,
): Promise<Surface> {
  const { facts } = tools;
  progress('signing a new user up');
  const { found: signUp, person } = await findSignUp(tools);
  progress('logging in');
  const login = await findLogin(tools, person ?? (await somebody(tools)));
  const actors = {
    ...(await makePeople(tools, ['alice', 'bob'], { login, signUp })),
    staff: await makeStaff(tools),
  };
  const people = {} as Surface['people'];
  for (const [name, actor] of Object.entries(actors))
    people[name as PersonName] = { actor, api: await apiCredentials(tools, actor, hints) };
  progress('making rows of everybody');
  const rows = await giveRows(tools, people);
  progress('looking through the app');
  const starts = startsOf(tools, rows);
  const endpoints = endpointsOf(facts).filter(isApi);
  const apis = new Set(endpoints.map(({ path }) => shapeOf(path.replace(/\{[^}]*\}/g, '0'))));
  const harmful = harms(facts);
  const isForPeople = (path: string): boolean => !apis.has(shapeOf(path)) && !harmful(path);
  const pages: SurfacePage[] = [];
  for (const as of ['anonymous', 'alice', 'bob', 'staff'] as const)
    pages.push(...(await look(tools, people, as, starts, isForPeople)));
  return {
    people,
    rows,
    pages,
    forms: formsOf(pages),
    parameters: parametersOf(facts, pages, endpoints, rows),
    endpoints,
    login,
    signUp,
  };
}

/** Every page that has an address of its own, and that of every row. */
function startsOf({ facts }: SiteTools, rows: Surface['rows']): string[] {
  const pages = pagesOf(facts).filter((one) => !isElsewhere(one.path) && !takesAway(one));
  const own = rows.flatMap(({ url }) => (url === null ? [] : [url]));
  const filled = pages.flatMap((endpoint) => addressOf(endpoint, rows, facts));
  return [...new Set(['/', ...own, ...filled])];
}

/** The admin is Django's own, and files are no pages. */
const isElsewhere = (path: string): boolean => /^\/(admin|media|static|__debug__)(\/|$)/.test(path);

async function look(
  tools: SiteTools,
  people: Surface['people'],
  as: VisitorName,
  starts: string[],
  isForPeople: (path: string) => boolean,
): Promise<SurfacePage[]> {
  const browser = await tools.browser(as === 'anonymous' ? anonymous() : people[as].actor);
  const wanted = ({ path }: PageLink): boolean => !isElsewhere(path) && isForPeople(path);
  const crawled = await crawl(browser, { starts, most: MOST_PAGES, each: 2, wanted });
  return crawled
    .filter(({ visit }) => (visit.last.reply.status ?? 500) < 400)
    .map(({ visit, path }) => ({ visit, path, as }));
}

/** The same form for a visitor and for members is tried as a member: more is let through to the view. */
function formsOf(pages: SurfacePage[]): SurfaceForm[] {
  const order: VisitorName[] = ['alice', 'anonymous', 'bob', 'staff'];
  const seen = new Set<string>();
  return pages
    .toSorted((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
    .flatMap(({ visit, as }) => visit.page.forms.map((form) => ({ path: visit.url, as, form, visit })))
    .filter(({ form }) => form.method === 'POST' && form.internal)
    .filter(({ form }) => {
      const shape = `${shapeOf(form.action)} ${form.controls.map(({ name }) => name).join()}`;
      return seen.has(shape) ? false : seen.add(shape) !== undefined;
    })
    .slice(0, MOST_FORMS);
}
