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
import { aOrAn } from './words.ts';

export interface Seen {
  lists: Sight[];
  addresses: Sight[];
  /** rows of alice and one of bob for every model that belongs to somebody */
  rows: SurfaceRow[];
  /** what hangs on a row that is not public yet */
  under: Map<SurfaceRow, SurfaceRow[]>;
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
    const own = seen.addresses.filter((sight) => sight.as === as);
    const inLists = byPlace(seen.lists.filter((sight) => sight.as === as && sight.searched === null));
    const hides = [...inLists.values()].find(
      (sights) =>
        open.every((row) => sights.some((sight) => shows(sight, row))) &&
        !sights.some((sight) => shows(sight, draft)),
    );
    const refuses = [...byPlace(own).values()].find(
      (sights) =>
        open.some((row) => sights.some((sight) => sight.asked === row && shows(sight, row))) &&
        sights.some(({ asked }) => asked === draft) &&
        !sights.some((sight) => sight.asked === draft && shows(sight, draft)),
    );
    const [witness] = hides ?? refuses ?? [];
    if (witness === undefined) continue;
    const reason = `${witness.place.name} keeps it from the same visitor`;
    for (const sight of [...seen.lists, ...own].filter((one) => one.as === as)) {
      if (shows(sight, draft)) found.push(leak(sight, draft, reason, 'is not public yet'));
      const under =
        refuses === undefined ? undefined : seen.under.get(draft)?.find((row) => shows(sight, row));
      if (under !== undefined)
        found.push(
          leak(sight, under, reason, `is part of ${aOrAn(draft.model.name)} that is not public yet`),
        );
    }
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
  const nothing = { weaknesses: [], closed: false };
  if (mine.length === 0 || his === undefined) return nothing;
  const hers = (sight: Sight): SurfaceRow | undefined => mine.find((row) => shows(sight, row) > 0);
  const inLists = seen.lists.filter(hers);
  const atAddress = seen.addresses.filter(hers);
  if (inLists.some(({ as }) => as === 'anonymous')) return nothing;
  const isPublic = atAddress.some(({ as }) => as === 'anonymous');
  // The page of a person is public in most places, whatever one may change elsewhere.
  if (isPublic && own?.unique === true) return nothing;
  const bobs = inLists.filter(({ as }) => as === 'bob');
  const refused = refusedPlaces(seen, mine, his, 400);
  const missing = refusedPlaces(seen, mine, his, 404);
  const personal = personalList(seen, mine, his);
  const weaknesses: Weakness[] = [];
  const [other] = refused;
  for (const sight of atAddress.filter(({ as, place }) => as !== 'alice' && !refused.includes(place.name))) {
    const row = hers(sight) as SurfaceRow;
    if (other !== undefined) {
      if (sight.as === 'bob' || isCounted(sight))
        weaknesses.push(leak(sight, row, `${other} keeps it from other members`, 'belongs to alice'));
    } else if (
      !isPublic &&
      personal !== null &&
      bobs.length === 0 &&
      own?.unique !== true &&
      (isCounted(sight) || (isBetweenTwo(row, context.tools.facts.user.model) && isNamed(sight, context)))
    )
      weaknesses.push(
        leak(sight, row, `${personal.name} shows everybody only what is theirs`, 'belongs to alice'),
      );
  }
  for (const sight of bobs) {
    const { place, searched } = sight;
    const under = (name: string): boolean => plain(place.name) !== '/' && name.startsWith(plain(place.name));
    // What does not exist for him where it is shown alone has no place in his list either.
    const beside = refused.find((name) => under(name) && (place.api || missing.includes(name)));
    const witness =
      beside ?? (personal === null ? undefined : (other ?? (searched === null ? undefined : personal.name)));
    if (witness !== undefined)
      weaknesses.push(
        leak(
          sight,
          hers(sight) as SurfaceRow,
          `${witness} keeps it from the same visitor`,
          'belongs to alice',
        ),
      );
  }
  return { weaknesses, closed: refused.length > 0 };
}

/** Places that show alice what is hers and bob what is his, and refuse bob what is alice's; forms to change it do so rightly. */
function refusedPlaces(seen: Seen, mine: SurfaceRow[], his: SurfaceRow, status: 400 | 404): string[] {
  return [...byPlace(seen.addresses)].flatMap(([name, sights]) => {
    const refuses = sights.some((sight) => {
      if (
        sight.as !== 'alice' ||
        sight.asked?.hidden !== false ||
        isForm(sight) ||
        !mine.some((row) => shows(sight, row) > 0)
      )
        return false;
      const bobs = sights.find((one) => one.as === 'bob' && one.path === sight.path);
      const answered = bobs?.answer.reply.status ?? 0;
      return status === 404 ? answered === 404 : answered >= 400;
    });
    return refuses && sights.some((sight) => sight.as === 'bob' && shows(sight, his) > 0) ? [name] : [];
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
  for (const sights of byPlace(seen.lists.filter(({ searched }) => searched === null)).values()) {
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
const isCounted = ({ path, asked }: Sight): boolean =>
  asked !== null && /^\d+$/.test(String(asked.id)) && path.split(/[/?=&]/).includes(String(asked.id));

/** A message has a sender and somebody whom it is for; what one person alone has written may be for all to read. */
const isBetweenTwo = ({ model }: SurfaceRow, user: string): boolean =>
  model.fields.filter(({ kind, related }) => kind === 'relation' && related === user).length > 1;

/** An address with the name or number of the person whose rows it shows. */
const isNamed = ({ path }: Sight, { surface }: AttackContext): boolean => {
  const { id, person } = surface.people.alice.actor;
  return path.split('/').some((part) => part === String(id) || part === person?.username);
};

function byPlace(sights: Sight[]): Map<string, Sight[]> {
  const found = new Map<string, Sight[]>();
  for (const sight of sights) found.set(sight.place.name, [...(found.get(sight.place.name) ?? []), sight]);
  return found;
}

/** What anybody reads, members read, too. */
const onePerPlace = (all: Weakness[]): Weakness[] => {
  const place = ({ summary }: Weakness): string => summary.replace(/^.*? reads/, '');
  const sorted = all.toSorted(
    (a, b) => Number(b.summary.startsWith(who('anonymous'))) - Number(a.summary.startsWith(who('anonymous'))),
  );
  return sorted.filter((one, index) => sorted.findIndex((other) => place(other) === place(one)) === index);
};

const who = (as: VisitorName): string => (as === 'anonymous' ? 'Anybody' : 'Any member');

function leak(
  { place, as, path, answer }: Sight,
  { model }: SurfaceRow,
  witness: string,
  what: string,
): Weakness {
  return {
    summary: `${who(as)} reads at ${place.name} ${aOrAn(model.name)} that ${what}.`,
    expected: '404 (or 403), and no trace of it in lists',
    actual: `GET ${path} as ${as} shows its text, while ${witness}`,
    danger:
      'Whoever counts the number in the address up, or looks at the list, reads what was not meant for them.',
    fix: 'Filter in get_queryset() (or in get_object_or_404) by request.user, and by what is public, in every view and serializer alike.',
    proof: answer,
    place: place.endpoint === null ? null : placeOf(place.endpoint),
  };
}
