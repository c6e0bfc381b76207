/** Bodies of requests to an API: from what its schema says, and from what it complains about. */
import { namedKeys } from '../bind/learn.ts';
import { isEmailName, isPasswordName, valuesFor } from '../bind/values.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Operation } from './access-operations.ts';
import type { AttackContext } from './attack.ts';
import type { SurfaceRow } from './surface.ts';

/** Values that the app asked for by name when it refused a request. */
export type Repairs = Map<string, unknown>;

export function bodyFor(
  { random }: AttackContext,
  { endpoint, method }: Operation,
  row: SurfaceRow,
  repairs: Repairs,
): Record<string, unknown> {
  const { input, keys } = endpoint.handler;
  const body: Record<string, unknown> = {};
  const text = (name: string, most: number | null): string =>
    isEmailName(name) ? `mp${random.word(10)}@example.com` : `mp${random.word(10)}`.slice(0, most ?? 20);
  for (const { name, kind, maxLength, choices, required, readOnly, source } of input ?? []) {
    if (readOnly || repairs.get(name) === OMITTED) continue;
    const field = row.model.fields.find((one) => [source, name, name.replace(/_id$/, '')].includes(one.name));
    if (kind === 'password' || isPasswordName(name)) body[name] = `Vq${random.word(9)}!7Kp`;
    else if (['text', 'longtext', 'email'].includes(kind) && choices === null)
      body[name] = text(name, maxLength);
    else if (repairs.has(name)) body[name] = repairs.get(name);
    else if (field !== undefined && row.values[field.name] != null) {
      if (method !== 'PATCH') body[name] = row.values[field.name];
    } else if (required)
      body[name] = valuesFor({ name, kind, maxLength, choices, related: null }, random, null)[0];
  }
  if (input === null)
    for (const name of keys) {
      const field = row.model.fields.find(
        (one) => one.name === name || one.name === name.replace(/_id$/, ''),
      );
      const isText = field === undefined || ['text', 'longtext', 'email'].includes(field.kind);
      body[name] =
        isText && field?.choices == null
          ? text(name, field?.maxLength ?? null)
          : row.values[field?.name ?? name];
    }
  for (const [name, value] of repairs) if (!(name in body) && value !== OMITTED) body[name] = value;
  return body;
}

const OMITTED = Symbol('omitted');

/** Learns from a refusal what the body lacks; false: nothing more can be learned. */
export function repair(
  { random }: AttackContext,
  { endpoint }: Operation,
  answer: Exchanged,
  row: SurfaceRow,
  repairs: Repairs,
): boolean {
  if (![400, 415, 422, 500].includes(answer.reply.status ?? 0)) return false;
  const input = endpoint.handler.input ?? [];
  const named = namedKeys(answer, [...input.map(({ name }) => name), ...Object.keys(row.values)]);
  let learned = false;
  for (const name of named) {
    if (repairs.get(name) === OMITTED) continue;
    const field = input.find((one) => one.name === name);
    const tried = repairs.has(name);
    const value =
      field === undefined ? (row.values[name] ?? `mp${random.word(10)}`) : valuesFor(field, random, null)[0];
    repairs.set(name, tried ? OMITTED : (value ?? OMITTED));
    learned = true;
  }
  return learned;
}
