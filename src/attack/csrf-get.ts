/**
 * Changes by GET: a link, a picture or a redirect of any other site can make a browser open an address, and no token
 * goes along. What was there before and is gone or turned afterwards is the proof. A logout by GET is none: Django's
 * own did so until version 5, and nothing is lost.
 */

import { type Endpoint, endsSession, openParams, pagesOf, pathPattern } from '../bind/endpoint.ts';
import { fillPlainly } from '../bind/site/fill-form.ts';
import { placeOf } from '../bind/table.ts';
import type { Visit } from '../browse/browser.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import { isApi } from './api-views.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { ELSEWHERE, type Forgeries } from './csrf-forgery.ts';
import { fingerprint } from './fingerprint.ts';
import { browserOf } from './forms.ts';
import { plain } from './offers.ts';
import { isRefusal } from './requests.ts';
import { changeOf, readRow, turnedIn } from './row-change.ts';
import { giveRow, parentsFor } from './rows.ts';
import type { SurfaceRow } from './surface.ts';

export async function changesByGet(context: AttackContext): Promise<Forgeries> {
  const { tools } = context;
  const pages = pagesOf(tools.facts).filter(
    (one) => !/^\/(admin|media|static)\//.test(one.path) && !isApi(one) && !endsSession(one),
  );
  const weaknesses: Weakness[] = [];
  for (const endpoint of pages.filter((one) => openParams(one).length > 0)) {
    const found = await byAddress(context, endpoint);
    if (found !== null) weaknesses.push(found);
  }
  weaknesses.push(...(await byQuery(context)), ...(await byForm(context)));
  return { tried: pages.length, weaknesses };
}

async function byAddress(context: AttackContext, endpoint: Endpoint): Promise<Weakness | null> {
  const { surface, tools } = context;
  const kinds = new Map(
    rowsBehind(endpoint, surface.rows, tools.facts)
      .filter(
        ({ owner, hidden, model }) => owner !== 'bob' && !hidden && model.label !== tools.facts.user.model,
      )
      .map((row) => [row.model.label, row]),
  );
  for (const known of kinds.values()) {
    const path = (row: SurfaceRow): string | null => addressOfRow(endpoint, row);
    const found = await opened(context, known, path, endpoint);
    if (found !== null) return found;
  }
  return null;
}

/** Forms that are sent by GET: one that searches changes nothing, one that writes leads on. */
async function byForm(context: AttackContext): Promise<Weakness[]> {
  const { surface, random } = context;
  const browser = await browserOf(context, 'alice');
  const found: Weakness[] = [];
  const seen = new Set<string>();
  for (const { visit, as } of surface.pages)
    for (const form of visit.page.forms) {
      const action = plain(form.action);
      if (as !== 'alice' || form.method !== 'GET' || !form.internal || seen.has(action)) continue;
      seen.add(action);
      const before = await fingerprint(context);
      const values = fillPlainly(form, { random, person: surface.people.alice.actor.person });
      const answer = await browser.submit(visit, form, values, { headers: { Referer: ELSEWHERE.Referer } });
      const status = answer.first.reply.status ?? 500;
      if (status < 300 || status >= 400 || (await fingerprint(context)) === before) continue;
      const endpoint = pagesOf(context.tools.facts).find((one) => pathPattern(one).test(action)) ?? null;
      found.push(weakness(action, 'what the form sends is saved', answer, endpoint));
    }
  return found;
}

/** Links such as ?delete=3 on the pages that alice sees, for rows of hers. */
async function byQuery(context: AttackContext): Promise<Weakness[]> {
  const { surface } = context;
  const links = new Set(
    surface.pages
      .filter(({ as }) => as === 'alice')
      .flatMap(({ visit }) => visit.page.links.filter(({ internal, path }) => internal && path.includes('?')))
      .map(({ path }) => path),
  );
  const found: Weakness[] = [];
  const seen = new Set<string>();
  for (const row of surface.rows.filter(({ owner, hidden }) => owner === 'alice' && !hidden))
    for (const link of links) {
      const [before = '', query = ''] = link.split('?');
      const pair = [...new URLSearchParams(query)].find(([, value]) => value === String(row.id));
      if (pair === undefined || seen.has(`${before} ${pair[0]} ${row.model.label}`)) continue;
      seen.add(`${before} ${pair[0]} ${row.model.label}`);
      const path = (other: SurfaceRow): string => {
        const pairs = new URLSearchParams(query);
        pairs.set(pair[0], String(other.id));
        return `${before}?${pairs}`;
      };
      const endpoint = pagesOf(context.tools.facts).find((one) => pathPattern(one).test(before)) ?? null;
      const weakness = await opened(context, row, path, endpoint);
      if (weakness !== null) found.push(weakness);
    }
  return found;
}

async function opened(
  context: AttackContext,
  { model, owner, hidden }: SurfaceRow,
  pathOf: (row: SurfaceRow) => string | null,
  endpoint: Endpoint | null,
): Promise<Weakness | null> {
  const { tools, surface } = context;
  // What its owner may not do, staff may: their browsers can be sent there, too.
  for (const as of owner === null ? (['staff'] as const) : ([owner, 'staff'] as const)) {
    const row = await giveRow(
      tools,
      surface.people,
      model,
      owner,
      hidden,
      parentsFor(model, owner, surface.rows),
    );
    const path = row === null ? null : pathOf(row);
    if (row === null || path === null) return null;
    const before = await state(context, row);
    const browser = await browserOf(context, as);
    const visit = await browser.visit(path, { Referer: ELSEWHERE.Referer });
    const what = await done(context, row, before, visit);
    if (what !== null) return weakness(path, what, visit, endpoint);
    if (!isRefusal(context, visit.first)) return null;
  }
  return null;
}

interface State {
  values: Awaited<ReturnType<typeof readRow>>;
  /** people who are connected with it: who likes it, who has kept it */
  people: string;
}

async function state({ tools }: AttackContext, row: SurfaceRow): Promise<State> {
  const related = await tools.session.instance
    .call('rows.related', { model: row.model.label, id: row.id, to: tools.facts.user.model })
    .catch(() => ({ ids: [] }));
  return { values: await readRow(tools, row), people: related.ids.map(String).sort().join() };
}

/** A page that shows the row may note that it was read; an answer that leads on did something else. */
async function done(
  context: AttackContext,
  row: SurfaceRow,
  before: State,
  visit: Visit,
): Promise<string | null> {
  const after = await state(context, row);
  const change = changeOf(row, before.values, after.values);
  if (change.gone) return 'the row is gone';
  const shown =
    (visit.first.reply.status ?? 500) === 200 && /html/.test(visit.first.reply.headers['content-type'] ?? '');
  if (shown) return null;
  const [turned] = turnedIn(change);
  if (turned !== undefined) return `${turned.field.name} was ${turned.before} and is ${turned.after}`;
  return before.people === after.people ? null : 'whom it is connected with has changed';
}

const weakness = (path: string, what: string, visit: Visit, endpoint: Endpoint | null): Weakness => ({
  summary: `Opening ${path} changes something at once: ${what}.`,
  expected: 'GET shows, and only POST with a token changes',
  actual: `${visit.first.reply.status} to a plain GET that came from another site, and ${what}`,
  danger:
    'A link or a picture on any other page does the same in the name of whoever looks at it, and so does a browser that loads links ahead.',
  fix: 'Let the view change things for POST only (@require_POST, or check request.method), and offer it as a form with {% csrf_token %}.',
  proof: visit.first,
  place: endpoint === null ? null : placeOf(endpoint),
});
