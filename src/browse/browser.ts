/**
 * A browser without a screen: cookies, redirects within the site, forms sent as HTML says. One per actor and session.
 * Every request goes through the session, so that it is bounded, recorded and shown like any other.
 */
import { Cookie } from 'tough-cookie';
import type { Actor } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import { encodeBody, type FormBody, formBody, type Values } from '../html/fill.ts';
import { type Form, type Page, parsePage } from '../html/page.ts';

export interface Visit {
  /** path and query of the page that was reached */
  url: string;
  /** what the first request was answered, before redirects */
  first: Exchanged;
  /** what the page was answered with */
  last: Exchanged;
  /** every page of the way */
  hops: Exchanged[];
  page: Page;
}

export interface SubmitOptions {
  /** false: fields and header of the CSRF token are left out */
  csrf?: boolean;
  /** pairs that no control of the form has */
  extra?: [string, string][];
  /** instead of what a browser would say by itself, e.g. where the request comes from */
  headers?: Record<string, string>;
}

export interface Browser {
  readonly actor: Actor;
  readonly cookies: Map<string, string>;
  visit(path: string, headers?: Record<string, string>): Promise<Visit>;
  submit(from: Pick<Visit, 'url'>, form: Form, values: Values, options?: SubmitOptions): Promise<Visit>;
  /** A request as a script of the page would send it. */
  fetch(from: string, method: string, path: string, body: Body | null, csrf?: boolean): Promise<Visit>;
}

export interface Body {
  contentType: string;
  text: string;
}

const MAX_REDIRECTS = 6;
const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export function openBrowser(
  session: Session,
  actor: Actor,
  csrf: { cookie: string; header: string },
): Browser {
  const cookies = new Map(
    actor.credentials.kind === 'cookies' ? Object.entries(actor.credentials.cookies) : [],
  );
  const nobody = { kind: 'none' } as const;

  const request = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    raw?: string | Buffer,
  ): Promise<Exchanged> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const exchanged = await session.send(
      actor,
      {
        method,
        path,
        raw,
        headers: { Accept: HTML, ...(cookie === '' ? {} : { Cookie: cookie }), ...headers },
      },
      { credentials: nobody },
    );
    for (const line of exchanged.reply.setCookies) keep(cookies, line);
    return exchanged;
  };

  /** Goes where the answer leads; a POST is followed by GET, as browsers do (Fetch standard, 4.4). */
  const follow = async (first: Exchanged, from: string): Promise<Visit> => {
    const hops = [first];
    let last = first;
    let url = from;
    while (hops.length <= MAX_REDIRECTS) {
      const target = redirectOf(last, url);
      if (target === null) break;
      last = await request('GET', target, { Referer: `http://localhost${url}` });
      hops.push(last);
      url = target;
    }
    return { url, first, last, hops, page: parsePage(isHtml(last) ? last.reply.body : '', url) };
  };

  return {
    actor,
    cookies,
    visit: async (path, headers = {}) => {
      const asked = onThisSite(path);
      return follow(await request('GET', asked, headers), asked);
    },
    async submit(from, form, values, options = {}) {
      const body = formBody(form, values);
      const kept: FormBody = {
        ...body,
        pairs: [
          ...(options.csrf === false ? body.pairs.filter(([name]) => !isCsrf(name)) : body.pairs),
          ...(options.extra ?? []),
        ],
      };
      const here = { Referer: `http://localhost${from.url}`, Origin: 'http://localhost' };
      const headers = { ...here, ...options.headers };
      if (form.method === 'GET') {
        const query = new URLSearchParams(kept.pairs).toString();
        const path = `${form.action.split('?')[0]}?${query}`;
        return follow(await request('GET', path, headers), path);
      }
      const { contentType, body: raw } = encodeBody(kept, 'milepost-part-of-a-form');
      return follow(
        await request('POST', onThisSite(form.action), { ...headers, 'Content-Type': contentType }, raw),
        onThisSite(form.action),
      );
    },
    async fetch(from, method, path, body, withCsrf = true) {
      const token = cookies.get(csrf.cookie);
      const headers: Record<string, string> = {
        Accept: 'application/json, text/html, */*',
        'X-Requested-With': 'XMLHttpRequest',
        Referer: `http://localhost${from}`,
        Origin: 'http://localhost',
        ...(body === null ? {} : { 'Content-Type': body.contentType }),
        ...(withCsrf && token !== undefined ? { [csrf.header]: token } : {}),
      };
      const asked = onThisSite(path);
      return follow(await request(method, asked, headers, body?.text), asked);
    },
  };
}

/** The hidden field of Django's `{% csrf_token %}`, and what other frameworks call it. */
export const isCsrf = (name: string): boolean => /csrf|xsrf|authenticity_token/i.test(name);

/** As a browser would write it into its address bar: a space or a letter of another script is encoded. */
function onThisSite(path: string): string {
  try {
    const { pathname, search } = new URL(path, 'http://localhost');
    return pathname + search;
  } catch {
    return '/';
  }
}

const isHtml = ({ reply }: Exchanged): boolean => /html|^$/.test(reply.headers['content-type'] ?? '');

function redirectOf({ reply }: Exchanged, from: string): string | null {
  const location = reply.headers.location;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(reply.status ?? 0)) return null;
  try {
    const target = new URL(location, `http://localhost${from}`);
    return target.hostname === 'localhost' ? target.pathname + target.search : null;
  } catch {
    return null;
  }
}

/** One Set-Cookie line; one that has run out takes the cookie away. */
function keep(cookies: Map<string, string>, line: string): void {
  const cookie = Cookie.parse(line);
  if (cookie === undefined || cookie.key === '') return;
  if (cookie.TTL() <= 0) cookies.delete(cookie.key);
  else cookies.set(cookie.key, cookie.value);
}
