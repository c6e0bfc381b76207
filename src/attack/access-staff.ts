/**
 * Pages for staff that let members in. Proof: only staff are led there, and the pages beside it send the same member
 * away; a name alone says nothing.
 */
import { placeOf } from '../bind/table.ts';
import type { Seen } from './access-reading.ts';
import type { Sight } from './access-sights.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { offersTo, plain } from './offers.ts';
import { isRefusal } from './requests.ts';

export async function staffPages(context: AttackContext, { lists, addresses }: Seen): Promise<Weakness[]> {
  const pages = [...lists, ...addresses].filter(({ place }) => !place.api && place.endpoint !== null);
  const [bob, alice, nobody, staff] = await Promise.all(
    (['bob', 'alice', 'anonymous', 'staff'] as const).map((as) => offersTo(context, as)),
  );
  if (bob === undefined || alice === undefined || nobody === undefined || staff === undefined) return [];
  if (bob.unknown || staff.unknown) return [];
  const found = new Map<string, Weakness>();
  for (const sight of pages) {
    const { place, as, answer } = sight;
    const endpoint = place.endpoint;
    if (endpoint === null || found.has(place.name) || (as !== 'bob' && as !== 'anonymous')) continue;
    if (answer.reply.status !== 200) continue;
    if (!staff.hasEndpoint(endpoint) || [bob, alice, nobody].some((offers) => offers.hasEndpoint(endpoint)))
      continue;
    const beside = lists.find(
      (other) => other.as === as && isBeside(place.name, other.place.name) && isClosed(context, other),
    );
    if (beside === undefined) continue;
    found.set(place.name, {
      summary: `${as === 'anonymous' ? 'Anybody, without an account,' : 'Any member'} can open ${place.name}, which is for staff.`,
      expected: 'a redirect to the login, or 403',
      actual: `GET ${sight.path} as ${as} was answered with 200; only staff are led there, and ${beside.place.name} beside it lets staff in and refuses the same visitor`,
      danger:
        'Whoever guesses the address sees, and perhaps does, what is meant for the people who run the site.',
      fix: 'Check it in the view: UserPassesTestMixin with is_staff, @staff_member_required or @permission_required; a hidden link protects nothing.',
      proof: answer,
      place: placeOf(endpoint),
    });
  }
  return [...found.values()];
}

/** Under the same first part of the address. */
function isBeside(page: string, other: string): boolean {
  const first = (path: string): string => path.split('/')[1] ?? '';
  return page !== other && first(page) !== '' && !first(page).startsWith('{') && first(page) === first(other);
}

function isClosed(context: AttackContext, { answer, place }: Sight): boolean {
  const status = answer.reply.status ?? 0;
  if (status !== 401 && status !== 403 && !(status < 400 && isRefusal(context, answer))) return false;
  return context.surface.pages.some(
    ({ as, path, visit }) => as === 'staff' && plain(path) === place.name && plain(visit.url) === place.name,
  );
}
