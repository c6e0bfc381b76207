/**
 * What belongs to somebody alone and is shown to others. The app itself says what that is: it keeps a row back in one
 * place and shows it in another. What everybody sees everywhere is public on purpose.
 */
import { placeOf } from '../bind/table.ts';
import { parsePage } from '../html/page.ts';
import { type Place, type Sight, shows } from './access-sights.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { plain } from './offers.ts';
import { isHeldBack } from './publicity.ts';
import type { SurfaceRow, VisitorName } from './surface.ts';

export interface Seen {
  lists: Sight[];
  addresses: Sight[];
  /** rows of alice and one of bob for every model that belongs to somebody */
  rows: SurfaceRow[];
}

export interface ReadingResult {
  weaknesses: Weakness[];
  /** models of which bob is refused what belongs to alice */
  closed: Set<string>;
}

export function readingWeaknesses(context: AttackContext, seen: Seen): ReadingResult {
  const weaknesses: Weakness[] = [];
  const closed = new Set<string>();
  const labels = new Set(seen.rows.map(({ model }) => model.label));
  for (const label of labels) {
    const rows = seen.rows.filter(({ model }) => model.label === label);
    weaknesses.push(...heldBack(seen, rows));
    const found = othersRows(context, seen, rows);
    if (found.closed) closed.add(label);
    weaknesses.push(...found.weaknesses);
  }
  return { weaknesses: onePerPlace(weaknesses), closed };
}

/** Drafts and their like: somewhere the public row is shown and the other is not, elsewhere both are. */
function heldBack(seen: Seen, rows: SurfaceRow[]): Weakness[] {
  const mine = rows.filter(({ owner }) => owner === 'alice' || owner === null);
  const draft = mine.find(({ model, values }) => isHeldBack(model, values) === true);
  const open = mine.filter(({ model, values }) => isHeldBack(model, values) === false);
  if (draft === undefined || open.length === 0) return [];
  const found: Weakness[] = [];
  for (const as of ['anonymous', 'bob'] as const) {
    const inLists = byPlace(seen.lists.filter((sight) => sight.as === as));
    const hides = [...inLists.values()].find(
      (sights) =>
        open.every((row) => sights.some((sight) => shows(sight, row))) &&
        !sights.some((sight) => shows(sight, draft)),
    );
    const own = seen.addresses.filter((sight) => sight.as === as);
    const refused = byPlace(own);
    const refuses = [...refused.values()].find(
      (sights) =>
        open.some((row) => sights.some((sight) => sight.asked === row && shows(sight, row))) &&
        sights.some(({ asked }) => asked === draft) &&
        !sights.some((sight) => sight.asked === draft && shows(sight, draft)),
    );
    const [witness] = hides ?? refuses ?? [];
    if (witness === undefined) continue;
    for (const sight of [...seen.lists, ...own].filter((one) => one.as === as && shows(one, draft)))
      found.push(
        leak(sight, draft, `${witness.place.name} keeps it from the same visitor`, 'is not public yet'),
      );
  }
  return found;
}

function othersRows(
  context: AttackContext,
  seen: Seen,
  rows: SurfaceRow[],
): { weaknesses: Weakness[]; closed: boolean } {
  const mine = rows.filter(({ owner }) => owner === 'alice');
  const his = rows.find(({ owner }) => owner === 'bob');
  const own = rows[0]?.model.fields.find(({ related }) => related === context.tools.facts.user.model);
  if (mine.length === 0 || his === undefined) return { weaknesses: [], closed: false };
  const showsMine = (sight: Sight): boolean => mine.some((row) => shows(sight, row) > 0);
  const inLists = seen.lists.filter(showsMine);
  const bobs = inLists.filter(({ as }) => as === 'bob');
  const isPublic = [...inLists, ...seen.addresses.filter(showsMine)].some(({ as }) => as === 'anonymous');
  const refused = refusedPlaces(seen, mine, his);
  if (isPublic) return { weaknesses: [], closed: false };
  const personal = personalList(seen, mine, his);
  const weaknesses: Weakness[] = [];
  for (const sight of seen.addresses.filter((one) => one.as === 'bob')) {
    const row = sight.asked;
    if (row === null || !mine.includes(row) || shows(sight, row) === 0 || refused.includes(sight.place.name))
      continue;
    const [other] = refused;
    if (other !== undefined)
      weaknesses.push(leak(sight, row, `${other} refuses the same visitor`, 'belongs to alice'));
    else if (personal !== null && bobs.length === 0 && own?.unique !== true && isCounted(sight, row))
      weaknesses.push(
        leak(sight, row, `${personal.name} shows everybody only what is theirs`, 'belongs to alice'),
      );
  }
  for (const sight of bobs) {
    const row = mine.find((one) => shows(sight, one) > 0) as SurfaceRow;
    const other = refused.find((name) => !sight.place.api || name.startsWith(plain(sight.place.name)));
    if (other !== undefined && (sight.place.api || personal !== null))
      weaknesses.push(leak(sight, row, `${other} refuses the same visitor`, 'belongs to alice'));
  }
  return { weaknesses, closed: refused.length > 0 };
}

/** Places that show alice what is hers and bob what is his, and refuse bob what is alice's; forms to change it do so rightly. */
function refusedPlaces(seen: Seen, mine: SurfaceRow[], his: SurfaceRow): string[] {
  return [...byPlace(seen.addresses)].flatMap(([name, sights]) => {
    const by = (as: VisitorName, row: SurfaceRow): Sight | undefined =>
      sights.find((one) => one.as === as && one.asked === row);
    const refuses = mine.some((row) => {
      const [hers, bobs] = [by('alice', row), by('bob', row)];
      if (hers === undefined || bobs === undefined || shows(hers, row) === 0 || isForm(hers)) return false;
      return shows(bobs, row) === 0 && (bobs.answer.reply.status ?? 500) >= 400;
    });
    const bobsOwn = by('bob', his);
    return refuses && bobsOwn !== undefined && shows(bobsOwn, his) > 0 ? [name] : [];
  });
}

/** A page that is there to change or delete the row: it is for the owner, whoever may read. */
function isForm({ place, answer, path }: Sight): boolean {
  if (place.api) return false;
  return parsePage(answer.reply.body, path).forms.some(
    ({ method, action }) => method === 'POST' && plain(action) === path,
  );
}

/** A list on which everybody finds what is theirs and nothing else. */
function personalList(seen: Seen, mine: SurfaceRow[], his: SurfaceRow): Place | null {
  for (const sights of byPlace(seen.lists).values()) {
    const shown = (as: VisitorName, row: SurfaceRow): boolean =>
      sights.some((sight) => sight.as === as && shows(sight, row) > 0);
    const [hers] = mine.filter((row) => shown('alice', row));
    if (
      hers !== undefined &&
      shown('bob', his) &&
      !shown('alice', his) &&
      !mine.some((row) => shown('bob', row))
    )
      return (sights[0] as Sight).place;
  }
  return null;
}

/** An address that can be guessed: a random key is passed on by whoever may. */
const isCounted = ({ path }: Sight, { id }: SurfaceRow): boolean =>
  path.split(/[/?=&]/).includes(String(id)) && /^\d+$/.test(String(id));

function byPlace(sights: Sight[]): Map<string, Sight[]> {
  const found = new Map<string, Sight[]>();
  for (const sight of sights) found.set(sight.place.name, [...(found.get(sight.place.name) ?? []), sight]);
  return found;
}

const onePerPlace = (all: Weakness[]): Weakness[] =>
  all.filter(({ summary }, index) => all.findIndex((one) => one.summary === summary) === index);

const who = (as: VisitorName): string => (as === 'anonymous' ? 'Anybody' : 'Any member');

function leak(
  { place, as, path, answer }: Sight,
  { model }: SurfaceRow,
  witness: string,
  what: string,
): Weakness {
  return {
    summary: `${who(as)} reads at ${place.name} a ${model.name} that ${what}.`,
    expected: '404 (or 403), and no trace of it in lists',
    actual: `GET ${path} as ${as} shows its text, while ${witness}`,
    danger:
      'Whoever counts the number in the address up, or looks at the list, reads what was not meant for them.',
    fix: 'Filter in get_queryset() (or in get_object_or_404) by request.user, and by what is public, in every view and serializer alike.',
    proof: answer,
    place: place.endpoint === null ? null : placeOf(place.endpoint),
  };
}
