/**
 * States that only staff may give, such as "approved" or "paid": an operation that is refused to the owner turned a
 * field for staff, and the owner then sends the field along with what he may do.
 */
import { placeOf } from '../bind/table.ts';
import { bodyFor } from './access-bodies.ts';
import { type Memory, type Operation, requestFor } from './access-operations.ts';
import { didSomething, type Tried } from './access-writing.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { isHeldBack } from './publicity.ts';
import { callApi } from './requests.ts';
import { readRow, turnedIn } from './row-change.ts';
import { giveRow, parentsFor } from './rows.ts';

/** A value that is not the owner's to give. */
export interface Kept {
  label: string;
  field: string;
  value: unknown;
  /** the operation that gives it */
  by: string;
}

export function keptStates(all: readonly Tried[]): Kept[] {
  return all.flatMap(({ owner, operation, attempts }): Kept[] => {
    const { alice, staff } = attempts;
    if (owner !== 'alice' || alice === undefined || staff === undefined) return [];
    const refused = [302, 401, 403].includes(alice.answer.reply.status ?? 0) && !didSomething(alice);
    if (!refused || staff.change.gone || staff.after === null) return [];
    // What is taken from the public is nothing to gain.
    if (isHeldBack(operation.model, staff.after) === true) return [];
    return turnedIn(staff.change)
      .filter(({ field }) => field.kind === 'boolean' || field.choices !== null)
      .map(({ field, after }) => ({
        label: operation.model.label,
        field: field.name,
        value: after,
        by: operation.name,
      }));
  });
}

export async function stateWeaknesses(context: AttackContext, all: readonly Tried[]): Promise<Weakness[]> {
  const found: Weakness[] = [];
  for (const kept of distinct(keptStates(all))) {
    for (const { operation, owner } of all) {
      if (
        owner !== 'alice' ||
        operation.model.label !== kept.label ||
        operation.method === 'DELETE' ||
        operation.override
      )
        continue;
      const weakness = await byChanging(context, operation, kept);
      if (weakness !== null) found.push(weakness);
    }
    found.push(...(await byMaking(context, kept)));
  }
  return found;
}

const distinct = (all: Kept[]): Kept[] =>
  all.filter(
    (one, index) => all.findIndex(({ label, field }) => label === one.label && field === one.field) === index,
  );

async function byChanging(
  context: AttackContext,
  operation: Operation,
  kept: Kept,
): Promise<Weakness | null> {
  const { tools, surface } = context;
  const attempt = async (extra: Record<string, unknown>) => {
    const row = await giveRow(
      tools,
      surface.people,
      operation.model,
      'bob',
      true,
      parentsFor(operation.model, 'bob', surface.rows),
    );
    const memory: Memory = { repairs: new Map(), forms: new Map() };
    const request = row === null ? null : await requestFor(context, operation, row, 'bob', memory, extra);
    if (row === null || request === null || row.values[kept.field] === kept.value) return null;
    const answer = await request.send('bob');
    return { answer, value: (await readRow(tools, row))?.[kept.field] };
  };
  const plain = await attempt({});
  if (plain === null || plain.value === kept.value) return null;
  const forged = await attempt({ [kept.field]: kept.value });
  return forged !== null && forged.value === kept.value
    ? weakness(operation.name, kept, operation.model.name, forged.answer, placeOf(operation.endpoint))
    : null;
}

async function byMaking(context: AttackContext, kept: Kept): Promise<Weakness[]> {
  const { surface, tools } = context;
  const like = surface.rows.find(({ model, owner }) => model.label === kept.label && owner === 'bob');
  const found: Weakness[] = [];
  if (like === undefined) return [];
  for (const endpoint of surface.endpoints) {
    const { route, handler, method, path } = endpoint;
    if (
      method !== 'POST' ||
      path.includes('{') ||
      ![route.model, handler.inputModel, ...handler.models].includes(kept.label)
    )
      continue;
    const operation: Operation = { name: '', method, endpoint, model: like.model, api: true };
    const attempt = async (extra: Record<string, unknown>) => {
      const before = await newest();
      const body = { ...bodyFor(context, operation, like, new Map()), [kept.field]: undefined, ...extra };
      const answer = await callApi(context, 'bob', 'POST', path, body);
      const made = await newest();
      return made === null || made.id === before?.id ? null : { answer, value: made.values[kept.field] };
    };
    const newest = () => tools.session.instance.call('rows.newest', { model: kept.label }).catch(() => null);
    const plain = await attempt({});
    if (plain === null || plain.value === kept.value) continue;
    const forged = await attempt({ [kept.field]: kept.value });
    if (forged !== null && forged.value === kept.value)
      found.push(weakness(`POST ${path}`, kept, like.model.name, forged.answer, placeOf(endpoint)));
  }
  return found;
}

const weakness = (
  name: string,
  { field, value, by }: Kept,
  model: string,
  proof: Weakness['proof'],
  place: Weakness['place'],
): Weakness => ({
  summary: `Members give their own ${model} the ${field} ${JSON.stringify(value)} themselves: ${name} takes it.`,
  expected: `${field} is ignored: only ${by} sets it, which is for staff`,
  actual: `${proof.reply.status}, and ${field} is ${JSON.stringify(value)}; ${by} is refused to members`,
  danger: 'Whoever sends one field more approves, pays or publishes what others had to decide about.',
  fix: `Leave ${field} out of the fields that the form or serializer takes, or make it read-only there.`,
  proof,
  place,
});
