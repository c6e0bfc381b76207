/** Which of the changes that strangers made are weaknesses: what was taken away or overwritten, and what the app keeps from them elsewhere. */
import { placeOf } from '../bind/table.ts';
import type { Table } from '../report/schema.ts';
import type { Operation } from './access-operations.ts';
import { type Attempt, didSomething, type Tried } from './access-writing.ts';
import { addressOfRow } from './address.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { browserOf } from './forms.ts';
import { offersTo } from './offers.ts';
import { isHeldBack } from './publicity.ts';
import { callApi, isRefusal } from './requests.ts';
import { turnedIn, writtenBy } from './row-change.ts';
import type { VisitorName } from './surface.ts';
import { aOrAn } from './words.ts';

const STRANGERS = ['anonymous', 'bob'] as const;

export async function writingWeaknesses(
  context: AttackContext,
  all: readonly Tried[],
  closed: ReadonlySet<string>,
): Promise<Weakness[]> {
  const found: Weakness[] = [];
  for (const tried of all)
    for (const as of STRANGERS) {
      const attempt = tried.attempts[as];
      if (attempt === undefined || !didSomething(attempt)) continue;
      const reason = await reasonOf(context, tried, attempt, all, closed);
      if (reason === null) continue;
      found.push(weakness(attempt, tried, reason));
      // What anybody may do, members may do too.
      break;
    }
  return found;
}

async function reasonOf(
  context: AttackContext,
  tried: Tried,
  attempt: Attempt,
  all: readonly Tried[],
  closed: ReadonlySet<string>,
): Promise<string | null> {
  const { change, sent, row } = attempt;
  const isHers = tried.owner === 'alice';
  const isTaken =
    change.gone ||
    writtenBy(change, sent).length > 0 ||
    turnedIn(change).some(({ field }) => field.name === 'password');
  if (isHers && isTaken) return 'it belongs to alice';
  if (isHers && closed.has(row.model.label)) return 'alice’s are not even shown to others';
  if (isHers && turnsPublicity(attempt))
    return 'it belongs to alice, and so does the choice whether it is shown';
  return (
    (await offeredElsewhere(context, tried, attempt)) ??
    (await closedAround(context, attempt)) ??
    softer(tried, attempt, all)
  );
}

function turnsPublicity({ row, before, after }: Attempt): boolean {
  if (before === null || after === null) return false;
  const [was, is] = [isHeldBack(row.model, before), isHeldBack(row.model, after)];
  return was !== null && is !== null && was !== is;
}

/** Pages lead its owner or staff there, and the stranger nowhere near. */
async function offeredElsewhere(
  context: AttackContext,
  { operation, owner }: Tried,
  { as }: Attempt,
): Promise<string | null> {
  if (operation.api) return null;
  const stranger = await offersTo(context, as);
  if (stranger.unknown) return null;
  const rows = context.surface.rows.filter(
    (row) => row.model.label === operation.model.label && (owner === 'staff' || row.owner === 'alice'),
  );
  const paths = rows.flatMap((row) => addressOfRow(operation.endpoint, row) ?? []);
  if (paths.some((path) => stranger.has(path))) return null;
  for (const other of owner === 'alice' ? (['alice', 'staff'] as const) : (['staff'] as const)) {
    const offers = await offersTo(context, other);
    if (offers.hasEndpoint(operation.endpoint))
      return other === 'staff' ? 'only staff are led there' : 'only its owner is led there';
  }
  return null;
}

/** The page itself, or the list above it, lets staff in and this visitor not. */
async function closedAround(
  context: AttackContext,
  { operation, path, as }: Attempt,
): Promise<string | null> {
  const above = operation.endpoint.path.split('{')[0] ?? '/';
  for (const asked of above.length > 5 ? [path, above, above.replace(/\/$/, '')] : [path]) {
    if (asked === path && operation.api) continue;
    const get = async (visitor: VisitorName) =>
      operation.api
        ? callApi(context, visitor, 'GET', asked)
        : (await (await browserOf(context, visitor)).visit(asked)).first;
    const stranger = await get(as);
    if (![301, 302, 401, 403].includes(stranger.reply.status ?? 0) || !isRefusal(context, stranger)) continue;
    const staff = await get('staff');
    if ((staff.reply.status ?? 500) < 300)
      return `${asked === path ? 'its own page' : asked} lets staff in and refuses the same visitor`;
  }
  return null;
}

/** A lesser thing is refused to the same visitor: who may not change it may not take it away. */
function softer(tried: Tried, { as }: Attempt, all: readonly Tried[]): string | null {
  if (!tried.operation.api) return null;
  const lesser = all.find(({ operation, attempts }) => {
    const stranger = attempts[as];
    return (
      operation !== tried.operation &&
      operation.api &&
      operation.model === tried.operation.model &&
      rank(operation) <= rank(tried.operation) &&
      [401, 403].includes(stranger?.answer.reply.status ?? 0) &&
      Object.values(attempts).some((one) => one !== stranger && didSomething(one))
    );
  });
  return lesser === undefined ? null : `${lesser.operation.name} is refused to the same visitor`;
}

const rank = ({ method }: Operation): number => (method === 'DELETE' ? 2 : 1);

function weakness(
  { operation, as, path, change, sent, answer, row }: Attempt,
  { owner }: Tried,
  reason: string,
): Weakness {
  const who = as === 'anonymous' ? 'Anybody, without an account,' : 'Any member';
  const whose = owner === 'alice' ? `${aOrAn(row.model.name)} of somebody else` : `${aOrAn(row.model.name)}`;
  const [field] = [...writtenBy(change, sent), ...turnedIn(change)];
  const done = change.gone
    ? 'removes'
    : field?.field.name === 'password'
      ? 'sets the password of'
      : 'changes';
  const proof = change.gone
    ? 'the row is gone'
    : `${field?.field.name} was ${shown(field?.before)} and is ${shown(field?.after)}`;
  return {
    summary: `${who} ${done} ${whose}: ${operation.name}.`,
    expected: '403 or 404, and the row stays as it is',
    actual: `${operation.method} ${path} as ${as} was answered with ${answer.reply.status}, and ${proof}; ${reason}`,
    danger:
      'Whoever knows or counts up the address does it to every row; that no button is shown keeps nobody away.',
    fix: 'Look the row up among those of request.user (get_queryset, get_object_or_404(..., owner=request.user)), or check with UserPassesTestMixin, @permission_required or a DRF permission with has_object_permission.',
    proof: answer,
    place: placeOf(operation.endpoint),
  };
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? 'nothing';

/** An address that its owner, or staff, can do something at. */
const isThere = ({ attempts }: Tried): boolean =>
  Object.values(attempts).some(didSomething) ||
  ![404, 405].includes((attempts.alice ?? attempts.staff)?.answer.reply.status ?? 404);

/** Who did what: what the report shows of all that was tried. */
export function accessTable(all: readonly Tried[]): Table {
  const word = ({ attempts, owner }: Tried, as: VisitorName): string => {
    const attempt = attempts[as];
    if (attempt === undefined) return as === 'staff' && owner === 'alice' ? '–' : 'not tried';
    if (!didSomething(attempt)) return `${attempt.answer.reply.status ?? 'no answer'}`;
    return attempt.change.gone ? 'removed' : 'changed';
  };
  return {
    title: 'Who could do what to a row that is alice’s, or nobody’s in particular',
    columns: ['operation', 'row', 'alice', 'bob', 'anonymous', 'staff'],
    rows: all
      .filter(isThere)
      .map((tried) => [
        tried.operation.name,
        `${tried.operation.model.name}${tried.owner === 'alice' ? ' of alice' : ''}`,
        ...(['alice', 'bob', 'anonymous', 'staff'] as const).map((as) => word(tried, as)),
      ]),
  };
}
