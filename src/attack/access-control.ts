/**
 * Who may read and change what: rows of alice as another member and as nobody, what is for staff as a member, and
 * requests that name somebody else than who sends them.
 */
import { addedByNobody, addedToClosed } from './access-adding.ts';
import { forgingWeaknesses } from './access-forging.ts';
import { operationsOf } from './access-operations.ts';
import { readingWeaknesses } from './access-reading.ts';
import { searches } from './access-searches.ts';
import { addresses, lists } from './access-sights.ts';
import { staffPages } from './access-staff.ts';
import { stateWeaknesses } from './access-states.ts';
import { accessTable, writingWeaknesses } from './access-verdict.ts';
import { type Tried, tryOperation } from './access-writing.ts';
import type { AttackContext, AttackResult } from './attack.ts';
import { isHeldBack } from './publicity.ts';
import { giveRow, parentsFor } from './rows.ts';
import type { SurfaceRow } from './surface.ts';

const MOST_ROWS = 40;

export async function accessControl(context: AttackContext): Promise<AttackResult> {
  const { tools } = context;
  const rows = withOwnPages(await rowsToSee(context));
  const isKnown = ({ model, id }: SurfaceRow): boolean =>
    context.surface.rows.some((row) => row.model === model && row.id === id);
  const known = rows.filter(isKnown);
  const seen = {
    under: await rowsUnder(context, rows),
    lists: [...(await lists(context)), ...(await searches(context, known))],
    addresses: await addresses(context, known),
    rows,
  };
  const reading = readingWeaknesses(context, seen);
  const staff = await staffPages(context, seen);
  // People come last: a changed password ends what alice can do.
  const operations = operationsOf(context).toSorted(
    (a, b) =>
      Number(a.model.label === tools.facts.user.model) - Number(b.model.label === tools.facts.user.model),
  );
  const tried: Tried[] = [];
  for (const operation of operations) {
    const one = await tryOperation(context, operation);
    if (one !== null) tried.push(one);
  }
  const writing = await writingWeaknesses(context, tried, reading.closed);
  const adding = [
    ...(await addedToClosed(context, reading.closed)),
    ...(await addedByNobody(context, tried)),
    ...(await stateWeaknesses(context, tried)),
  ];
  const forging = await forgingWeaknesses(context);
  const looks = seen.lists.length + seen.addresses.length;
  return {
    tried:
      looks + tried.length === 0
        ? null
        : `${tried.length} ways to change a row, ${looks} looks at lists and rows, ${forging.tried} requests in the name of others`,
    weaknesses: [...writing, ...reading.weaknesses, ...staff, ...adding, ...forging.weaknesses],
    ...(tried.length > 0 ? { table: accessTable(tried) } : {}),
  };
}

/** One of every kind as public as it gets, one of every state that its model knows, and one that came last. */
async function rowsToSee({ surface, tools }: AttackContext): Promise<SurfaceRow[]> {
  const rows = surface.rows.slice(0, MOST_ROWS);
  const owned = rows.filter(({ owner, hidden, model }) => owner === 'alice' && !hidden && model.learner);
  for (const { model } of owned.filter((row) => row.model.label !== tools.facts.user.model)) {
    const status = model.fields.find(
      ({ choices, kind }) => choices !== null && choices.length <= 6 && kind !== 'boolean',
    );
    for (const choice of status?.choices ?? []) {
      const row = await giveRow(tools, surface.people, model, 'alice', true, {
        ...parentsFor(model, 'alice', surface.rows),
        [status?.name as string]: choice,
      });
      if (row !== null) rows.push({ ...row, hidden: false });
    }
    const last = await giveRow(
      tools,
      surface.people,
      model,
      'alice',
      false,
      parentsFor(model, 'alice', surface.rows),
    );
    if (last !== null) rows.push(last);
  }
  return rows;
}

/** A link to a page tells of a row only where the page is its own, and not that of what it hangs on. */
const withOwnPages = (rows: SurfaceRow[]): SurfaceRow[] =>
  rows.map((row) => {
    const isShared = rows.some((other) => other !== row && other.url === row.url);
    const keys = [row.id, row.values.slug].map(String);
    const isOwn = !isShared && row.url !== null && row.url.split('/').some((part) => keys.includes(part));
    return isOwn ? row : { ...row, url: null };
  });

/** Rows that hang on what is not public yet, such as an answer to a draft. */
async function rowsUnder(
  { surface, tools }: AttackContext,
  rows: SurfaceRow[],
): Promise<Map<SurfaceRow, SurfaceRow[]>> {
  const found = new Map<SurfaceRow, SurfaceRow[]>();
  for (const draft of rows.filter(
    ({ model, values, owner }) => owner === 'alice' && isHeldBack(model, values) === true,
  )) {
    for (const model of tools.facts.models.filter(({ learner }) => learner)) {
      const parent = model.fields.find(
        ({ related, kind }) => kind === 'relation' && related === draft.model.label,
      );
      if (parent === undefined || model.label === draft.model.label) continue;
      const row = await giveRow(tools, surface.people, model, 'alice', false, { [parent.name]: draft.id });
      if (row !== null) found.set(draft, [...(found.get(draft) ?? []), row]);
    }
  }
  return found;
}
