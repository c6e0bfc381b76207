/** Whether the app does anything: where nothing works, that nothing gets through proves nothing. */
import { openParams } from '../bind/endpoint.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import { holds } from '../http/answer.ts';
import { addressOf } from './address.ts';
import type { Surface } from './surface.ts';

const MOST_ASKED = 30;

/** Somebody can sign up or log in, or an answer shows what stands in one of the rows: a page, the API, or the admin. */
export async function isAlive(tools: SiteTools, surface: Surface): Promise<boolean> {
  const { login, signUp, pages, rows, endpoints, people } = surface;
  if (login?.confirmed || signUp?.confirmed) return true;
  const marks = rows.flatMap((row) => Object.values(row.marks));
  const names = rows.flatMap(({ ownerName }) => ownerName ?? []);
  // An app that says again what it was asked shows no rows.
  const shows = (body: string, path: string): boolean =>
    [...marks, ...names].some((text) => !holds(decodeURIComponent(path), text) && holds(body, text));
  if (pages.some(({ visit, path }) => shows(visit.last.reply.body, path))) return true;
  const asked = endpoints
    .filter(({ method }) => method === 'GET')
    .toSorted((a, b) => openParams(a).length - openParams(b).length)
    .flatMap((endpoint) => addressOf(endpoint, rows, tools.facts).slice(0, 1))
    .slice(0, MOST_ASKED);
  for (const path of asked)
    for (const { actor, api } of [people.alice, people.staff]) {
      const answer = await tools.session.send(actor, { method: 'GET', path }, { credentials: api });
      if ((answer.reply.status ?? 500) < 300 && shows(answer.reply.body, path)) return true;
    }
  const browser = await tools.browser(people.staff.actor);
  for (const { path } of changeLists(tools, rows)) {
    const { last } = await browser.visit(path);
    if ((last.reply.status ?? 500) < 300 && shows(last.reply.body, path)) return true;
  }
  return false;
}

const changeLists = ({ facts }: SiteTools, rows: Surface['rows']) =>
  facts.admin.models
    .filter(({ model }) => rows.some((row) => row.model.label === model))
    .slice(0, MOST_ASKED);
