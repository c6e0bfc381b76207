/** Where a content is written: a page of its own, the page of the row it belongs to, or a script. */
import type { Visit } from '../../browse/browser.ts';
import { isEnding } from '../../browse/ending.ts';
import type { Actor } from '../../checks/actor.ts';
import { type Endpoint, mentions, openParams, pagesOf, splitWords, wordsOf } from '../endpoint.ts';
import type { BoundContent } from './bound-site.ts';
import { suits } from './controls.ts';
import { pathUnder, visitDetail } from './detail.ts';
import { type FoundForm, formOn, learnForm, type Stand, type Unlearned } from './forms.ts';
import type { ContentRow } from './rows.ts';
import { codeOf } from './script-data.ts';
import { scriptedCandidates } from './scripted.ts';
import type { SiteTools } from './tools.ts';

const CREATE = [
  'create',
  'new',
  'add',
  'write',
  'compose',
  'submit',
  'publish',
  'crear',
  'nuevo',
  'nueva',
  'escribir',
  'agregar',
  'criar',
  'novo',
  'nova',
  'neu',
  'nouveau',
  'nouvelle',
  'ajouter',
];
const OTHER = [
  'edit',
  'update',
  'delete',
  'login',
  'logout',
  'register',
  'signup',
  'password',
  'search',
  'profile',
  'contact',
  'subscribe',
  'editar',
  'borrar',
  'eliminar',
];
const MAX_TRIED = 10;

/** Tries the people in order: the form of the first to whom one is shown and for whom it works is taken. */
export async function findCreate(
  tools: SiteTools,
  content: BoundContent,
  people: Actor[],
  mapped: Endpoint | null,
): Promise<FoundForm | null> {
  let shown: FoundForm | null = null;
  for (const as of people) {
    for (const form of await formsShown(tools, content, as, mapped)) {
      const learned = await learnForm(tools, form, null);
      if (learned.confirmed) return learned;
      shown ??= learned;
    }
    if (shown !== null) return shown;
  }
  return shown;
}

async function formsShown(
  tools: SiteTools,
  content: BoundContent,
  as: Actor,
  mapped: Endpoint | null,
): Promise<Unlearned[]> {
  const browser = await tools.browser(as);
  const found: (Unlearned & { score: number })[] = [];
  const seen = new Set<string>();
  const known = mapped === null ? [] : [{ path: mapped.path, endpoint: mapped, score: 100 }];
  for (const { path, endpoint, score } of [...known, ...(await places(tools, content, as))]) {
    if (seen.size >= MAX_TRIED) break;
    if (seen.has(path)) continue;
    seen.add(path);
    const visit = await browser.visit(path);
    const form = formOn(visit, content);
    if (form === null || (visit.last.reply.status ?? 500) >= 400) continue;
    found.push({
      content,
      open: async (own, actor) => (await own.browser(actor)).visit(path),
      endpoint,
      scripted: null,
      as,
      reasons: [`the page ${path} has a form for it`],
      score: score + suits(form, content),
    });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 3);
}

interface Place {
  path: string;
  endpoint: Endpoint | null;
  score: number;
}

/** Pages without parameters, the likeliest first, and links of the list that speak of writing. */
async function places(tools: SiteTools, content: BoundContent, as: Actor): Promise<Place[]> {
  const { model, spec } = content;
  const routes = pagesOf(tools.facts)
    .filter((endpoint) => openParams(endpoint).length === 0)
    .map((endpoint) => {
      const words = wordsOf(endpoint);
      const posting = endpoint.route.methods.find(({ method }) => method === 'POST');
      let score = 0;
      if (posting?.inputModel === model.label || endpoint.handler.inputModel === model.label) score += 5;
      else if (endpoint.route.model === model.label || endpoint.handler.models.includes(model.label))
        score += 1;
      if (mentions(words, CREATE)) score += 3;
      if (mentions(words, spec.words)) score += 1;
      if (mentions(splitWords(`${endpoint.path} ${endpoint.route.name ?? ''}`), OTHER)) score -= 4;
      return { path: endpoint.path, endpoint, score };
    })
    .filter(({ score }) => score > 0);
  const first = content.lists[0];
  const visit = first === undefined ? null : await (await tools.browser(as)).visit(first.endpoint.path);
  const linked = (visit?.page.links ?? [])
    .filter(
      ({ internal, path, text }) =>
        internal && !isEnding({ path, text }) && mentions(splitWords(`${path} ${text}`), CREATE),
    )
    .map(({ path }) => ({ path, endpoint: null, score: 2 }));
  return [...routes, ...linked].sort((a, b) => b.score - a.score);
}

/** On the page of the row that it belongs to, on a page that is linked there, or by a script. */
export async function findUnder(
  tools: SiteTools,
  content: BoundContent,
  parent: BoundContent,
  row: ContentRow,
  people: Actor[],
): Promise<FoundForm | null> {
  let shown: FoundForm | null = null;
  for (const as of people) {
    for (const form of await formsUnder(tools, content, parent, row, as)) {
      const learned = await learnForm(tools, form, row);
      if (learned.confirmed) return learned;
      shown ??= learned;
    }
  }
  for (const as of people) {
    const scripted = await learnScripted(tools, content, parent, row, as);
    if (scripted !== null) return scripted;
  }
  return shown;
}

async function formsUnder(
  tools: SiteTools,
  content: BoundContent,
  parent: BoundContent,
  row: ContentRow,
  as: Actor,
): Promise<Unlearned[]> {
  const base = { content, scripted: null, as };
  const onDetail = onPageOf(parent);
  const browser = await tools.browser(as);
  const detail = await onDetail(tools, as, row);
  const endpoint = parent.detail?.endpoint ?? null;
  if (detail !== null && formOn(detail, content) !== null)
    return [
      {
        ...base,
        open: onDetail,
        endpoint,
        reasons: [`the page of the ${parent.model.name} has a form for it`],
      },
    ];
  const found: Unlearned[] = [];
  for (const page of pagesFor(tools, content)) {
    const path = pathUnder(page, parent, row);
    const visit = path === null ? null : await browser.visit(path);
    if (visit === null || formOn(visit, content) === null) continue;
    const open: Stand = async (own, actor, target) => {
      const where = pathUnder(page, parent, target);
      return where === null ? null : (await own.browser(actor)).visit(where);
    };
    found.push({ ...base, open, endpoint: page, reasons: [`the page ${page.path} has a form for it`] });
  }
  const link = linkedForm(detail, content);
  if (found.length === 0 && link !== null) {
    const open: Stand = async (own, actor, target) => {
      const next = linkedForm(await onDetail(own, actor, target), content);
      return next === null ? null : (await own.browser(actor)).visit(next);
    };
    found.push({
      ...base,
      open,
      endpoint: null,
      reasons: [`a link on the page of the ${parent.model.name} leads to a form for it`],
    });
  }
  return found;
}

const onPageOf =
  (parent: BoundContent): Stand =>
  async (tools, actor, row) =>
    row === null ? null : visitDetail(tools, parent, row, actor);

const pagesFor = ({ facts }: SiteTools, { model, spec }: BoundContent): Endpoint[] =>
  pagesOf(facts)
    .filter(
      ({ route, handler }) =>
        handler.inputModel === model.label ||
        route.methods.some((one) => one.inputModel === model.label || one.models.includes(model.label)),
    )
    .filter(
      (endpoint) =>
        mentions(wordsOf(endpoint), [...CREATE, ...spec.words]) && !mentions(wordsOf(endpoint), OTHER),
    )
    .slice(0, 4);

const linkedForm = (visit: Visit | null, { spec }: BoundContent): string | null =>
  visit?.page.links.find(
    ({ internal, path, text }) =>
      internal &&
      mentions(splitWords(`${path} ${text}`), spec.words) &&
      mentions(splitWords(`${path} ${text}`), CREATE),
  )?.path ?? null;

async function learnScripted(
  tools: SiteTools,
  content: BoundContent,
  parent: BoundContent,
  row: ContentRow,
  as: Actor,
): Promise<FoundForm | null> {
  const page = await onPageOf(parent)(tools, as, row);
  const code = page === null ? '' : await codeOf(tools, page, as);
  for (const endpoint of scriptedCandidates(tools, content)) {
    // A script that nobody wrote sends nothing: the page must name the address.
    if (!code.includes((pathUnder(endpoint, parent, row) ?? '\n').split(String(row.id))[0] as string))
      continue;
    for (const encoding of ['json', 'form'] as const) {
      const found = await learnForm(
        tools,
        {
          content,
          open: async () => null,
          endpoint,
          scripted: { endpoint, encoding, parent, page: onPageOf(parent) },
          as,
          reasons: [`a script sends it to ${endpoint.path} as ${encoding === 'json' ? 'JSON' : 'form data'}`],
        },
        row,
      );
      if (found.confirmed) return found;
    }
  }
  return null;
}
