/** Requests that a visitor sends without having been offered the form or the button: with a token of one's own. */
import { endpointsOf } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import { type Browser, isCsrf, type Visit } from '../browse/browser.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Values } from '../html/fill.ts';
import type { Form } from '../html/page.ts';
import type { Place } from '../report/schema.ts';
import type { AttackContext } from './attack.ts';
import { browserOf } from './forms.ts';
import type { VisitorName } from './surface.ts';

const TOKEN_FIELD = 'csrfmiddlewaretoken';

export interface Sent {
  /** whose fields are sent; null: nothing but the token */
  form?: Form | null;
  values?: Values;
  extra?: [string, string][];
}

/** A form sent to an address, whether or not a page offers it to this visitor. */
export async function postAs(
  context: AttackContext,
  as: VisitorName,
  action: string,
  { form = null, values = {}, extra = [] }: Sent = {},
): Promise<Visit> {
  const browser = await browserOf(context, as);
  const token = await ownToken(context, as, browser);
  return browser.submit({ url: action }, { ...(form ?? EMPTY), action, method: 'POST' }, values, {
    csrf: false,
    extra: [[TOKEN_FIELD, token], ...extra],
  });
}

const EMPTY: Form = {
  action: '',
  internal: true,
  method: 'POST',
  encoding: 'urlencoded',
  controls: [],
  submitters: [],
  text: '',
  heading: '',
  region: 'main',
  errors: [],
  scripted: { attributes: {} },
};

const tokens = new WeakMap<Browser, Promise<string>>();

/** The visitor's own token: whoever can open one page with a form has one. */
export function ownToken(context: AttackContext, as: VisitorName, browser: Browser): Promise<string> {
  const known = tokens.get(browser) ?? findToken(context, as, browser);
  tokens.set(browser, known);
  return known;
}

async function findToken(
  { surface, tools }: AttackContext,
  as: VisitorName,
  browser: Browser,
): Promise<string> {
  const withForm = surface.pages.filter(
    (page) => page.as === as && page.visit.page.forms.some((form) => tokenIn(form) !== undefined),
  );
  for (const { path } of withForm.slice(0, 3)) {
    const { page } = await browser.visit(path);
    const token = page.forms.map(tokenIn).find((value) => value !== undefined);
    if (token !== undefined) return token;
  }
  // Django compares cookie and field only: any 32 letters that agree are a valid pair.
  const token = 'milepostmilepostmilepostmilepost';
  browser.cookies.set(tools.facts.site.csrfCookie, token);
  return token;
}

const tokenIn = ({ controls }: Form): string | undefined =>
  controls.find(({ name, value }) => isCsrf(name) && value !== '')?.value;

/** A request of a program in the name of the visitor. */
export function callApi(
  { surface, tools }: AttackContext,
  as: VisitorName,
  method: string,
  path: string,
  body?: Record<string, unknown>,
  headers?: Record<string, string>,
): Promise<Exchanged> {
  const outgoing = { method, path, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) };
  if (as === 'anonymous') return tools.session.send(anonymous(), outgoing);
  const { actor, api } = surface.people[as];
  return tools.session.send(actor, outgoing, { credentials: api });
}

/** The app says no, or asks to sign in first. */
export function isRefusal({ surface, tools }: AttackContext, { reply }: Exchanged): boolean {
  const status = reply.status ?? 500;
  if (status >= 400) return true;
  const { location } = reply.headers;
  if (status < 300 || location === undefined) return false;
  const target = location.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '';
  const login = [surface.login?.path, tools.facts.site.loginUrl].map((path) => path?.split('?')[0]);
  return login.includes(target) || /log-?_?in|sign-?_?in/i.test(target) || /[?&]next=/.test(location);
}

/** The view that answers an address, as the report shows it. */
export async function placeAt({ tools }: AttackContext, path: string, method: string): Promise<Place | null> {
  const asked = path.split('?')[0] ?? path;
  const match = await tools.session.instance.call('routes.match', { path: asked }).catch(() => null);
  if (match === null) return null;
  const behind = endpointsOf(tools.facts).filter((one) => one.path === match.route);
  const endpoint = behind.find((one) => one.method === method) ?? behind[0];
  if (endpoint !== undefined) return placeOf(endpoint);
  return match.place === null ? null : { ...match.place, code: null };
}
