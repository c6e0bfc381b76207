/** Who sees which row where: every list and every address of a row, opened as everybody. */

import { type Endpoint, endpointsOf, openParams, pagesOf, takesAway } from '../bind/endpoint.ts';
import type { Exchanged } from '../checks/session.ts';
import { parsePage } from '../html/page.ts';
import { holds, nextPage } from '../http/answer.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import { isApi } from './api-views.ts';
import type { AttackContext } from './attack.ts';
import { browserOf } from './forms.ts';
import { plain } from './offers.ts';
import { callApi } from './requests.ts';
import type { SurfaceRow, VisitorName } from './surface.ts';

export interface Place {
  /** the URL pattern, or the address of a list */
  name: string;
  kind: 'list' | 'address';
  api: boolean;
  endpoint: Endpoint | null;
}

export interface Sight {
  place: Place;
  as: VisitorName;
  path: string;
  /** what was asked for by its address; null on lists */
  asked: SurfaceRow | null;
  answer: Exchanged;
  /** what was searched for, which a page may say again */
  searched: string | null;
  /** a file that its owner gets, byte by byte */
  file: boolean;
}

const VISITORS = ['anonymous', 'bob', 'alice'] as const;
const MOST_PAGES = 3;

/** Every list, as everybody but staff. */
export async function lists(context: AttackContext): Promise<Sight[]> {
  const { surface, tools } = context;
  const isPlain = (one: Endpoint): boolean => one.method === 'GET' && openParams(one).length === 0;
  const pages = pagesOf(tools.facts).filter((one) => isPlain(one) && !isElsewhere(one.path));
  const apis = surface.endpoints.filter((one) => isPlain(one) && !isElsewhere(one.path));
  const sights: Sight[] = [];
  for (const endpoint of [...pages, ...apis])
    for (const as of VISITORS) {
      const place: Place = { name: endpoint.path, kind: 'list', api: isApi(endpoint), endpoint };
      sights.push(...(await read(context, place, endpoint.path, as, null)));
    }
  return sights;
}

const isElsewhere = (path: string): boolean =>
  /^\/(admin|media|static|__debug__)(\/|$)|schema|openapi|swagger|docs/.test(path);

/** Every address of these rows, as everybody but staff. */
export async function addresses(context: AttackContext, rows: readonly SurfaceRow[]): Promise<Sight[]> {
  const { tools } = context;
  const open = endpointsOf(tools.facts).filter(
    (one) => one.method === 'GET' && openParams(one).length > 0 && !isElsewhere(one.path) && !takesAway(one),
  );
  const sights: Sight[] = [];
  for (const endpoint of open)
    for (const row of rowsBehind(endpoint, rows, tools.facts)) {
      const path = addressOfRow(endpoint, row);
      if (path === null) continue;
      const place: Place = { name: endpoint.path, kind: 'address', api: isApi(endpoint), endpoint };
      const all: Sight[] = [];
      for (const as of ['anonymous', 'bob', 'alice'] as const)
        all.push(...(await read(context, place, path, as, row)));
      const own =
        all.find(({ as }) => as === 'alice' && row.owner === 'alice') ?? all.find(({ as }) => as === 'bob');
      sights.push(
        ...all.map((sight) => ({
          ...sight,
          file: own !== undefined && isFile(own) && isSameFile(sight, own),
        })),
      );
    }
  return sights;
}

const typeOf = ({ answer }: Sight): string => answer.reply.headers['content-type'] ?? '';

/** Nothing that tells about the row in words, such as a picture or what is to be saved. */
const isFile = (sight: Sight): boolean =>
  sight.answer.reply.status === 200 &&
  (!/html|json/.test(typeOf(sight)) ||
    /attachment/i.test(sight.answer.reply.headers['content-disposition'] ?? ''));

const isSameFile = (sight: Sight, own: Sight): boolean =>
  sight.answer.reply.status === 200 &&
  typeOf(sight) === typeOf(own) &&
  sight.answer.reply.body === own.answer.reply.body;

/** A list with its next pages. */
export async function read(
  context: AttackContext,
  place: Place,
  path: string,
  as: VisitorName,
  asked: SurfaceRow | null,
): Promise<Sight[]> {
  const sights: Sight[] = [];
  let next: string | null = path;
  for (let page = 0; next !== null && page < MOST_PAGES; page++) {
    const answer: Exchanged = place.api
      ? await callApi(context, as, 'GET', next)
      : await open(context, as, next);
    sights.push({ place, as, path: next, asked, answer, searched: null, file: false });
    next =
      asked !== null || (answer.reply.status ?? 500) >= 400 ? null : further(place, answer, path, page + 2);
  }
  return sights;
}

/** Who is sent elsewhere sees the other page, not this one. */
async function open(context: AttackContext, as: VisitorName, path: string): Promise<Exchanged> {
  const visit = await (await browserOf(context, as)).visit(path);
  const isHere = plain(visit.url).replace(/\/$/, '') === plain(path).replace(/\/$/, '');
  return isHere ? visit.last : visit.first;
}

function further({ api }: Place, answer: Exchanged, path: string, number: number): string | null {
  if (api) return nextPage(answer.json);
  const links = parsePage(answer.reply.body, path).links;
  const wanted = new RegExp(`[?&]\\w+=${number}(&|$)`);
  return (
    links.find((link) => link.internal && plain(link.path) === path && wanted.test(link.path))?.path ?? null
  );
}

/** Texts by which a row is recognised: short ones may stand anywhere. */
export const marksOf = ({ marks }: SurfaceRow): string[] =>
  Object.values(marks).filter((mark) => mark.length >= 10);

/** How many of the row's own texts the answer shows; what was searched for only where it is a link or data. */
export function shows({ answer, searched, place, file, asked }: Sight, row: SurfaceRow): number {
  if ((answer.reply.status ?? 500) >= 400) return 0;
  if (file && asked === row) return 1;
  const { body } = answer.reply;
  const found = marksOf(row).filter((mark) => holds(body, mark) && (place.api || mark !== searched));
  const linked = place.kind === 'list' && !place.api && row.url !== null && body.includes(`"${row.url}"`);
  return found.length + (linked ? 1 : 0);
}
