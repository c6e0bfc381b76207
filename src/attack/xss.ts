/**
 * Markup that would run as script, typed into every form, sent to every endpoint that stores text and put into every
 * parameter; then every page is read by an HTML parser, which says whether a browser would run it.
 */
import { type Endpoint, harms, openParams } from '../bind/endpoint.ts';
import { endpointOf } from '../bind/site/detail.ts';
import { placeOf } from '../bind/table.ts';
import type { Visit } from '../browse/browser.ts';
import { crawl } from '../browse/crawl.ts';
import { type ExecutingNode, executingNodes } from '../html/executing.ts';
import type { Control } from '../html/page.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { browserOf, isTaken, isTyped, openForm, send } from './forms.ts';
import { addressWith } from './parameters.ts';
import type { Parameter, SurfaceForm } from './surface.ts';

/** What was planted, by the mark in it. */
type Planted = Map<string, { where: string; field: string; kind: 'stored' | 'reflected' }>;

const MOST_PAGES = 80;

export async function xss(context: AttackContext): Promise<AttackResult> {
  const { surface } = context;
  const shown = surface.parameters.filter(({ api }) => !api);
  if (surface.pages.length === 0) return { tried: null, weaknesses: [] };
  const planted: Planted = new Map();
  const marks = counter(context.random.word(6));
  const found: Weakness[] = [];
  for (const form of surface.forms) found.push(...(await plantInForm(context, form, planted, marks)));
  for (const endpoint of surface.endpoints) await plantThroughApi(context, endpoint, planted, marks);
  for (const parameter of shown) found.push(...(await reflect(context, parameter, marks)));
  found.push(...(await harvest(context, planted, marks.prefix)));
  const places = surface.forms.length + shown.length + surface.endpoints.length;
  const tried =
    places === 0
      ? null
      : `${surface.forms.length} forms, ${shown.length} parameters and ${surface.endpoints.length} endpoints`;
  return { tried, weaknesses: distinct(found) };
}

interface Marks {
  prefix: string;
  next(): string;
}

function counter(word: string): Marks {
  const prefix = `mx${word}`;
  let count = 0;
  return { prefix, next: () => `${prefix}${(count++).toString(36).padStart(2, '0')}q` };
}

/**
 * Ends a script, an attribute and a tag that it may stand in. A new script is told from an old one that merely holds
 * the text by its id, an event handler by the quotes that got through.
 */
function payload(mark: string, maxLength: number | null, address: boolean): string {
  if (address) return `javascript:a('${mark}')`;
  const script = `'"></script><script id=${mark}>'${mark}'</script>`;
  const fits = [
    `${mark}${script}<img src=x onerror="a('${mark}')"> ${FINDABLE} ${inAddress(mark)}`,
    `${mark}${script}<img src=x onerror="a('${mark}')"> ${FINDABLE}`,
    script,
    `<svg onload="a('${mark}')">`,
  ];
  return fits.find(({ length }) => maxLength === null || length <= maxLength) ?? (fits.at(-1) as string);
}

/** Where only words that look like an address become links, they are often left as they are. */
const inAddress = (mark: string): string => `https://mp.example/<svg/onload="a('${mark}')">`;

/** A word beside the markup, by which a search finds what was planted. */
const FINDABLE = 'mpfindable';

const isAddress = (name: string, type = 'text'): boolean =>
  type === 'url' || /url|website|homepage|link|site$|href/i.test(name);

/** A form that is sent to its own page needs no second address. */
const whereIs = ({ form, path }: SurfaceForm): string =>
  form.action === path ? `the form on ${path}` : `the form ${form.action} on ${path}`;

async function plantInForm(
  context: AttackContext,
  target: SurfaceForm,
  planted: Planted,
  marks: Marks,
): Promise<Weakness[]> {
  const opened = await openForm(context, target);
  if (opened === null) return [];
  const typed = opened.form.controls.filter(isTyped);
  if (typed.length === 0) return [];
  const attempt = async (controls: Control[]): Promise<Visit> => {
    const again = (await openForm(context, target)) ?? opened;
    const changes = controls.map((control): [string, string] => {
      const mark = marks.next();
      planted.set(mark, {
        where: whereIs(target),
        field: control.name,
        kind: 'stored',
      });
      return [control.name, payload(mark, control.maxLength, isAddress(control.name, control.type))];
    });
    return send(again, { ...again.values, ...Object.fromEntries(changes) });
  };
  const all = await attempt(typed);
  const visits = [all];
  // One field that wants a number must not keep the others from being tried.
  if (!isTaken(all) && typed.length > 1)
    for (const one of typed.slice(0, 6)) visits.push(await attempt([one]));
  const found: Weakness[] = [];
  for (const visit of visits) found.push(...(await read(context, visit, planted, marks.prefix)));
  return found;
}

/** What members may write through the API is shown on pages, too. */
async function plantThroughApi(
  context: AttackContext,
  endpoint: Endpoint,
  planted: Planted,
  marks: Marks,
): Promise<void> {
  const { surface, tools } = context;
  if (!['POST', 'PUT', 'PATCH'].includes(endpoint.method)) return;
  const { actor, api } = surface.people.alice;
  const rows = rowsBehind(endpoint, surface.rows, tools.facts).filter(
    ({ owner, hidden }) => owner === 'alice' && !hidden,
  );
  const [row] = rows;
  const path =
    openParams(endpoint).length === 0
      ? endpoint.path
      : row === undefined
        ? null
        : addressOfRow(endpoint, row);
  if (path === null) return;
  const fields = (endpoint.handler.input ?? []).filter(({ readOnly }) => !readOnly);
  const body: Record<string, unknown> = {};
  for (const { name, kind, choices, maxLength, required, related } of fields) {
    if ((kind === 'text' || kind === 'longtext' || kind === 'url') && choices === null) {
      const mark = marks.next();
      planted.set(mark, { where: `${endpoint.method} ${path}`, field: name, kind: 'stored' });
      body[name] = payload(mark, maxLength, kind === 'url');
    } else if (required && related !== null)
      body[name] = surface.rows.find(({ model }) => model.label === related)?.id ?? 1;
    else if (required) body[name] = row?.values[name] ?? choices?.[0] ?? 1;
  }
  if (Object.keys(body).length > 0)
    await tools.session.send(actor, { method: endpoint.method, path, body }, { credentials: api });
}

async function reflect(context: AttackContext, parameter: Parameter, marks: Marks): Promise<Weakness[]> {
  const browser = await browserOf(context, parameter.as);
  const mark = marks.next();
  const planted: Planted = new Map([
    [mark, { where: parameter.path, field: parameter.name, kind: 'reflected' }],
  ]);
  const texts =
    isAddress(parameter.name) || /next|redirect|return|back/i.test(parameter.name) ? [true, false] : [false];
  const found: Weakness[] = [];
  for (const address of texts) {
    const asked = addressWith(parameter, payload(mark, null, address));
    found.push(...(await read(context, await browser.visit(asked), planted, marks.prefix)));
  }
  return found;
}

/** Every page again, as everybody, for what was planted on the way. */
async function harvest(context: AttackContext, planted: Planted, prefix: string): Promise<Weakness[]> {
  const found: Weakness[] = [];
  const harmful = harms(context.tools.facts);
  for (const as of ['anonymous', 'alice', 'staff'] as const) {
    const browser = await browserOf(context, as);
    const starts = [
      ...new Set(context.surface.pages.filter((page) => page.as === as).map(({ path }) => path)),
    ];
    const wanted = ({ path }: { path: string }): boolean =>
      !/^\/(admin|media|static)\//.test(path) && !harmful(path);
    for (const { visit } of await crawl(browser, { starts, most: MOST_PAGES, each: 6, wanted }))
      found.push(...(await read(context, visit, planted, prefix)));
    for (const parameter of context.surface.parameters.filter((one) => one.as === as && !one.api))
      found.push(
        ...(await read(context, await browser.visit(addressWith(parameter, FINDABLE)), planted, prefix)),
      );
  }
  return found;
}

/** What would run on this page of what was planted. */
async function read(
  context: AttackContext,
  visit: Visit,
  planted: Planted,
  prefix: string,
): Promise<Weakness[]> {
  const html = visit.last.reply.body;
  if (!html.includes(prefix) || !isShown(visit)) return [];
  const marks = [...planted.keys()].filter((mark) => html.includes(mark));
  const found: Weakness[] = [];
  for (const mark of marks) {
    const node = executingNodes(html, `'${mark}'`).find(
      ({ attribute, shown }) => attribute !== null || shown.includes(`id="${mark}"`),
    );
    const origin = planted.get(mark);
    if (node === undefined || origin === undefined) continue;
    const endpoint = await endpointOf(context.tools, visit.url.split('?')[0] ?? visit.url);
    const around =
      [`<script id=${mark}`, `="a('${mark}`, `:a('${mark}`].find((text) => html.includes(text)) ?? mark;
    found.push({ ...weakness(origin, node, visit, endpoint), around });
  }
  return found;
}

/** As a page: what is downloaded, or is plain text, runs nothing. */
const isShown = ({ last: { reply } }: Visit): boolean =>
  /html|svg|xml/i.test(reply.headers['content-type'] ?? '') &&
  !/attachment/i.test(reply.headers['content-disposition'] ?? '');

const weakness = (
  { where, field, kind }: { where: string; field: string; kind: 'stored' | 'reflected' },
  { tag, attribute, shown }: ExecutingNode,
  visit: Visit,
  endpoint: Endpoint | null,
): Weakness => ({
  summary:
    kind === 'stored'
      ? `What is typed into "${field}" (${where}) runs as script on ${endpoint?.path ?? visit.url.split('?')[0]}.`
      : `What stands in the parameter "${field}" of ${where} runs as script on that page.`,
  expected: 'the text is shown as text: < as &lt;, " as &quot;',
  actual: `a browser would run ${attribute === null ? `a new <${tag}> element` : `the attribute ${attribute} of <${tag}>`}: ${shown}`,
  danger: 'Whoever opens the page runs the script of a stranger, who can then act in that person’s name.',
  fix: 'Let the template escape it: remove |safe, mark_safe and autoescape off from what people write; allow markup only through a sanitizer such as nh3; put data into scripts with json_script; allow only http(s) in links.',
  proof: visit.last,
  place: endpoint === null ? null : placeOf(endpoint),
});

/** One sentence per field and page is enough. */
function distinct(found: Weakness[]): Weakness[] {
  const seen = new Set<string>();
  return found.filter(({ summary }) => (seen.has(summary) ? false : seen.add(summary) !== undefined));
}
