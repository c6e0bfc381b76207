/**
 * What a script of the page loads: asked by the grader itself, where the page holds a script that names the address.
 * So a plain request proves what a browser would show, without one.
 */
import type { Visit } from '../../browse/browser.ts';
import type { Actor } from '../../checks/actor.ts';
import { type Endpoint, endpointsOf, mentions, openParams, splitWords } from '../endpoint.ts';
import type { BoundContent } from './bound-site.ts';
import { pathUnder } from './detail.ts';
import type { ContentRow } from './rows.ts';
import type { SiteTools } from './tools.ts';

const MAX_SCRIPTS = 6;

/** Text of the addresses that serve what belongs to the row and that a script on its page mentions. */
export async function shownByScript(
  tools: SiteTools,
  contents: Record<string, BoundContent>,
  parent: BoundContent,
  row: ContentRow,
  visit: Visit,
  as: Actor,
): Promise<string> {
  const children = Object.values(contents).filter(({ slots, spec }) =>
    Object.entries(spec.slots).some(
      ([slot, { kind }]) => kind === 'one' && slots[slot]?.field.related === parent.model.label,
    ),
  );
  const addresses = endpointsOf(tools.facts)
    .filter((endpoint) => endpoint.method === 'GET')
    .flatMap((endpoint) => pathsFor(endpoint, parent, row).map((path) => ({ endpoint, path })))
    .filter((one): one is { endpoint: Endpoint; path: string } => one.path !== null && one.path !== visit.url)
    .filter(({ path }) => !visit.page.links.some((link) => link.path === path));
  const speaksOf = ({ route, handler }: Endpoint, { model, spec }: BoundContent): boolean =>
    route.model === model.label ||
    handler.models.includes(model.label) ||
    mentions(splitWords(route.path), spec.words);
  const served = addresses.filter(
    ({ endpoint, path }) =>
      visit.last.reply.body.includes(`"${path}"`) || children.some((child) => speaksOf(endpoint, child)),
  );
  if (served.length === 0) return '';
  const code = await codeOf(tools, visit, as);
  const named = served.filter(({ endpoint, path }) => {
    const [fixed = ''] = endpoint.path.split('{');
    return code.includes(fixed.length > 1 ? fixed : path);
  });
  const browser = await tools.browser(as);
  const answers = await Promise.all(
    named.slice(0, 6).map(({ path }) => browser.fetch(visit.url, 'GET', path, null)),
  );
  return answers
    .filter(({ last }) => last.reply.status === 200)
    .map(({ last }) => last.reply.body)
    .join('\n');
}

/** The path of the row, or the path of all with the row in the query, under the keys that are usual. */
function pathsFor(endpoint: Endpoint, parent: BoundContent, row: ContentRow): (string | null)[] {
  if (openParams(endpoint).length > 0) return [pathUnder(endpoint, parent, row)];
  const name = parent.model.name.toLowerCase();
  const keys = [...new Set([...endpoint.handler.keys, `${name}_id`, name, 'id', 'pk'])].slice(0, 5);
  return keys.map((key) => `${endpoint.path}?${key}=${encodeURIComponent(String(row.id))}`);
}

/** What the page could do beyond HTML: its scripts, and the attributes that they read. */
export async function codeOf(tools: SiteTools, visit: Visit, as: Actor): Promise<string> {
  const browser = await tools.browser(as);
  const { inline, sources } = visit.page.scripts;
  const load = async (source: string): Promise<string> =>
    (await browser.fetch(visit.url, 'GET', source, null)).last.reply.body;
  const loaded = sources.slice(0, MAX_SCRIPTS).map((source) => {
    const known = tools.scripts.get(source) ?? load(source);
    tools.scripts.set(source, known);
    return known;
  });
  const attributes =
    visit.last.reply.body.match(/\b(data-[\w-]+|hx-post|on\w+)\s*=\s*("[^"]*"|'[^']*')/g) ?? [];
  return [...inline, ...(await Promise.all(loaded)), ...attributes].join('\n');
}
