/** Reads what every kind of page tells the browser: those that were seen, the admin's login, a page that is not there. */
import type { Facts } from '../app/facts.ts';
import { fillPath, openParams, pathPattern } from '../bind/endpoint.ts';
import { shapeOf } from '../browse/crawl.ts';
import type { Exchanged } from '../checks/session.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { FRAMING, type HeaderRule, POLICY, REFERRER, SNIFFING } from './header-rules.ts';
import { callApi, placeAt } from './requests.ts';

interface Seen {
  path: string;
  exchanged: Exchanged;
  /** which of the rules do not apply to it */
  without: HeaderRule[];
}

const RULES = [FRAMING, SNIFFING, REFERRER, POLICY];
const MOST_ENDPOINTS = 8;

export async function headers(context: AttackContext): Promise<AttackResult> {
  const pages = await pagesOf(context);
  const answers = await answersOf(context);
  const seen = [...pages, ...answers];
  const weaknesses: Weakness[] = [];
  const elsewhere: string[] = [];
  for (const rule of RULES) {
    const wrong = seen.filter((one) => !one.without.includes(rule) && faultOf(rule, one) !== null);
    // Pages that a library draws, such as the documentation of an API, need scripts of their own.
    const own = rule === POLICY ? await ownOf(context, wrong) : wrong;
    const of = seen.filter((one) => !one.without.includes(rule)).length;
    // The app was started with the settings of developers: what stands nowhere there may be added in production.
    if (wrong.length > 0 && wrong.length === of && (await isInProduction(context, rule))) {
      elsewhere.push(rule.header);
      continue;
    }
    const weakness = await weaknessOf(context, rule, own, of);
    if (weakness !== null) weaknesses.push(weakness);
  }
  const inSettings =
    elsewhere.length === 0 ? '' : `; ${elsewhere.join(', ')} as the settings of production add it`;
  return {
    tried:
      seen.length === 0
        ? null
        : `${pages.length} kinds of pages and ${answers.length} answers of the API${inSettings}`,
    weaknesses,
  };
}

async function isInProduction({ production }: AttackContext, rule: HeaderRule): Promise<boolean> {
  const sent = (await production?.()) ?? null;
  return sent !== null && rule.fault(sent, '') === null;
}

const faultOf = (rule: HeaderRule, { exchanged: { reply } }: Seen): string | null =>
  rule.fault(reply.headers, reply.body);

/** One page of each kind, of whoever saw it first: the survey has read them already. */
async function pagesOf({ surface, tools }: AttackContext): Promise<Seen[]> {
  const shapes = new Map<string, Seen>();
  const note = (path: string, exchanged: Exchanged, without: HeaderRule[] = []): void => {
    const kind = kindOf(tools.facts, path);
    if (isHtml(exchanged) && !shapes.has(kind)) shapes.set(kind, { path, exchanged, without });
  };
  for (const { visit } of surface.pages) note(visit.url, visit.last);
  const browser = await tools.visitor();
  // The page on which the admin asks for a password is often the only page of an API.
  for (const path of tools.facts.admin.sites.slice(0, 2).map((site) => `${site.path}login/`)) {
    const { url, last } = await browser.visit(path);
    if (last.reply.status === 200) note(url, last);
  }
  const missing = '/milepost/nothing-is-here/';
  const { last } = await browser.visit(missing);
  // With DEBUG on, Django shows a page of its own there, which needs inline styles and scripts.
  const drawn = tools.facts.settings.DEBUG === true ? [POLICY] : [];
  if (last.reply.status === 404) note(missing, last, drawn);
  return [...shapes.values()];
}

/** Programs put nothing into frames and run no scripts: of an answer of an API only its type must be believed. */
async function answersOf(context: AttackContext): Promise<Seen[]> {
  const plain = context.surface.endpoints.filter(
    (one) => one.method === 'GET' && openParams(one).length === 0,
  );
  const seen: Seen[] = [];
  for (const endpoint of plain.slice(0, MOST_ENDPOINTS)) {
    const path = fillPath(endpoint, {});
    const exchanged = await callApi(context, 'alice', 'GET', path);
    if ((exchanged.reply.status ?? 500) < 400 && !isHtml(exchanged))
      seen.push({ path, exchanged, without: [FRAMING, REFERRER, POLICY] });
  }
  return seen;
}

const isHtml = ({ reply }: Exchanged): boolean => /html/.test(reply.headers['content-type'] ?? '');

async function ownOf({ tools }: AttackContext, seen: Seen[]): Promise<Seen[]> {
  const own: Seen[] = [];
  for (const one of seen) {
    const path = one.path.split('?')[0] ?? one.path;
    const match = await tools.session.instance.call('routes.match', { path }).catch(() => null);
    if (match === null || match.place !== null || /(^|\.)contrib\.|LoginView|generic/.test(match.view))
      own.push(one);
  }
  return own;
}

async function weaknessOf(
  context: AttackContext,
  rule: HeaderRule,
  wrong: Seen[],
  of: number,
): Promise<Weakness | null> {
  const [first] = wrong;
  if (first === undefined) return null;
  const paths = wrong.slice(0, 4).map(({ path }) => path);
  const more = wrong.length > paths.length ? ` and ${wrong.length - paths.length} more` : '';
  return {
    summary: `${said(wrong.length, of)} the header ${rule.header} as it should be: ${paths.join(', ')}${more}.`,
    expected: rule.wanted,
    actual: faultOf(rule, first) ?? '',
    danger: rule.danger,
    fix: rule.fix,
    proof: first.exchanged,
    // One page alone has a view to blame; all of them, the settings.
    place: wrong.length === of ? null : await placeAt(context, first.path, 'GET'),
  };
}

const said = (wrong: number, of: number): string =>
  wrong === of ? 'No answer has' : `${wrong} of ${of} kinds of answers ${wrong === 1 ? 'lacks' : 'lack'}`;

/** The URL pattern: a hundred rows are of one kind, whatever they are called. */
const kindOf = ({ routes }: Facts, path: string): string => {
  const asked = path.split('?')[0] ?? path;
  return routes.find((route) => pathPattern(route).test(asked))?.path ?? shapeOf(asked);
};

/** One page of each kind that everybody may see, for attacks that look at the same pages. */
export function kindsOfPages({ surface, tools }: AttackContext): string[] {
  const kinds = new Map<string, string>();
  for (const { visit } of surface.pages.filter(({ as }) => as === 'anonymous')) {
    const kind = kindOf(tools.facts, visit.url);
    if (!kinds.has(kind)) kinds.set(kind, visit.url);
  }
  return [...kinds.values()];
}
