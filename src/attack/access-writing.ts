/** Tries one operation on a row: as strangers, then as whoever may do it, so that a refusal means something. */
import type { Exchanged } from '../checks/session.ts';
import { repair } from './access-bodies.ts';
import { type Memory, type Operation, requestFor } from './access-operations.ts';
import { addressOfRow } from './address.ts';
import type { AttackContext } from './attack.ts';
import { changeOf, type RowChange, type RowValues, readRow, turnedIn, writtenBy } from './row-change.ts';
import { giveRow, parentsFor } from './rows.ts';
import type { PersonName, SurfaceRow, VisitorName } from './surface.ts';

export interface Attempt {
  operation: Operation;
  as: VisitorName;
  row: SurfaceRow;
  path: string;
  sent: Record<string, unknown>;
  /** the row before it */
  before: RowValues;
  after: RowValues;
  change: RowChange;
  answer: Exchanged;
}

export interface Tried {
  operation: Operation;
  /** whose row it was; staff: nobody's in particular */
  owner: PersonName;
  /** the last attempt of everybody who tried */
  attempts: Partial<Record<VisitorName, Attempt>>;
}

/** It did something to the row, more than a visit does. */
export const didSomething = ({ change, sent }: Attempt): boolean =>
  change.gone || turnedIn(change).length > 0 || writtenBy(change, sent).length > 0;

export async function tryOperation(context: AttackContext, operation: Operation): Promise<Tried | null> {
  const { surface } = context;
  const owned = surface.rows.some(
    ({ model, owner }) => model.label === operation.model.label && owner === 'alice',
  );
  const owner = owned ? 'alice' : 'staff';
  const memory: Memory = { repairs: new Map(), forms: new Map() };
  let tried: Tried | null = null;
  for (const variant of variantsOf(context, operation)) {
    const found = await tryOn(context, operation, owner, variant, memory);
    if (found === null) continue;
    tried ??= found;
    const answers = Object.values(found.attempts);
    // Done, or nothing that is done by this method.
    if (answers.some(didSomething)) return found;
    if (answers.every(({ answer }) => answer.reply.status === 405)) return tried;
  }
  return tried;
}

interface Variant {
  /** made public as far as its model says how */
  hidden: boolean;
  values: Record<string, unknown>;
}

/** Some things can be done in one state only: what waits can be approved, what was paid can be sent. */
function variantsOf({ surface, tools }: AttackContext, { model, override }: Operation): Variant[] {
  const plain = { hidden: false, values: {} };
  if (model.label === tools.facts.user.model || override) return [plain];
  const held = surface.rows.find((row) => row.model.label === model.label && row.hidden);
  const status = model.fields.find(
    ({ choices, kind }) => choices !== null && choices.length <= 6 && kind !== 'boolean',
  );
  const states = (status?.choices ?? []).map((choice) => ({
    hidden: true,
    values: { [status?.name as string]: choice },
  }));
  return [
    plain,
    ...(held === undefined && status === undefined ? [] : [{ hidden: true, values: {} }]),
    ...states,
  ];
}

async function tryOn(
  context: AttackContext,
  operation: Operation,
  owner: PersonName,
  variant: Variant,
  memory: Memory,
): Promise<Tried | null> {
  const give = (): Promise<SurfaceRow | null> => target(context, operation, owner, variant);
  let row = await give();
  const attempts: Tried['attempts'] = {};
  const attempt = async (as: VisitorName): Promise<Attempt | null> => {
    if (row === null) return null;
    let made = await attemptAs(context, operation, row, owner, as, memory);
    if (made === null) {
      // Some pages do their work as soon as they are opened, as for their form: then it is sent without one.
      row = await give();
      const path = row === null ? null : addressOfRow(operation.endpoint, row);
      if (row === null || path === null) return null;
      memory.forms.set(path, null);
      made = await attemptAs(context, operation, row, owner, as, memory);
    }
    if (made === null) return null;
    attempts[as] = made;
    if (didSomething(made)) row = await give();
    return made;
  };
  const bob = await attempt('bob');
  if (bob === null) return null;
  await attempt('anonymous');
  const learned = memory.repairs.size;
  for (const as of owner === 'alice' ? (['alice', 'staff'] as const) : (['staff'] as const)) {
    let own = await attempt(as);
    for (let round = 0; round < 4 && own !== null && row !== null && !didSomething(own); round++) {
      if (!operation.api || !repair(context, operation, own.answer, row, memory.repairs)) break;
      own = await attempt(as);
    }
    if (own !== null && didSomething(own)) break;
  }
  // What bob sent was refused for its form, not for his sake.
  if (memory.repairs.size > learned && !didSomething(bob)) {
    await attempt('bob');
    await attempt('anonymous');
  }
  return { operation, owner, attempts };
}

async function target(
  { surface, tools }: AttackContext,
  { model }: Operation,
  owner: PersonName,
  { hidden, values }: Variant,
): Promise<SurfaceRow | null> {
  const person = owner === 'alice' ? 'alice' : null;
  if (model.label === tools.facts.user.model)
    return surface.rows.find((row) => row.model.label === model.label && row.owner === 'alice') ?? null;
  const parents = parentsFor(model, person, surface.rows);
  return giveRow(tools, surface.people, model, person, hidden, { ...parents, ...values });
}

async function attemptAs(
  context: AttackContext,
  operation: Operation,
  row: SurfaceRow,
  owner: PersonName,
  as: VisitorName,
  memory: Memory,
): Promise<Attempt | null> {
  const request = await requestFor(context, operation, row, owner, memory);
  if (request === null) return null;
  const before = await readRow(context.tools, row);
  if (before === null) return null;
  const answer = await request.send(as);
  const after = await readRow(context.tools, row);
  const { path, sent } = request;
  return { operation, as, row, path, sent, before, after, change: changeOf(row, before, after), answer };
}
