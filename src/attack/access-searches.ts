/** Searches for what belongs to alice, on every parameter with which she herself finds it. */
import { type Endpoint, endpointsOf } from '../bind/endpoint.ts';
import { marksOf, type Place, read, type Sight, shows } from './access-sights.ts';
import { rowsBehind } from './address.ts';
import type { AttackContext } from './attack.ts';
import type { SurfaceRow, VisitorName } from './surface.ts';

type Ask = (as: VisitorName, searched: string) => Promise<Sight | undefined>;

/** Searches for a row of alice's, on every parameter with which alice herself finds one. */
export async function searches(context: AttackContext, rows: readonly SurfaceRow[]): Promise<Sight[]> {
  const { surface } = context;
  const sights: Sight[] = [];
  const seen = new Set<string>();
  for (const { path, name, api } of surface.parameters) {
    if (seen.has(`${path} ${name}`) || NO_SEARCH.test(name) || seen.size >= 40) continue;
    seen.add(`${path} ${name}`);
    const endpoint = endpointAt(context, path);
    const place: Place = {
      name: `${path}?${name}=…`,
      kind: 'list',
      api,
      endpoint,
    };
    const ask: Ask = async (as, searched) => {
      const asked = `${path}?${new URLSearchParams({ [name]: searched })}`;
      const [sight] = await read(context, place, asked, as, null);
      return sight === undefined ? undefined : { ...sight, searched };
    };
    const open = rows.filter(({ owner, hidden }) => owner === 'alice' && !hidden);
    const behind = endpoint === null ? [] : rowsBehind(endpoint, open, context.tools.facts);
    const kind = await firstFound(behind.length > 0 ? behind : open, ask);
    if (kind === null) continue;
    for (const row of rows.filter((one) => one.owner === 'alice' && one.model.label === kind.model.label))
      for (const as of ['alice', 'bob', 'anonymous'] as const)
        sights.push(...[await ask(as, firstOf(row))].flatMap((one) => one ?? []));
  }
  return sights;
}

const NO_SEARCH =
  /^(page|p|order|ordering|sort|sort_by|limit|offset|per_page|next|page_size|csrfmiddlewaretoken)$/i;

/** The first kind of row that the parameter finds: a list is about one model. */
async function firstFound(rows: SurfaceRow[], ask: Ask): Promise<SurfaceRow | null> {
  const tried = new Set<string>();
  for (const row of rows) {
    const mark = firstOf(row);
    if (mark === '' || tried.has(row.model.label) || tried.size >= 3) continue;
    tried.add(row.model.label);
    const sight = await ask('alice', mark);
    if (sight !== undefined && shows(sight, row) > 0) return row;
  }
  return null;
}

const firstOf = (row: SurfaceRow): string => marksOf(row)[0] ?? '';

const endpointAt = ({ tools }: AttackContext, path: string): Endpoint | null =>
  endpointsOf(tools.facts).find((one) => one.method === 'GET' && one.path === path) ?? null;
