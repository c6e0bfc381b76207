/** Payloads with exactly one fault. A fault that the field cannot have (too long where nothing is too long) does not apply. */
import type { Facts, FieldKind } from '../app/facts.ts';
import type { BoundResource } from '../bind/bound.ts';
import { takenBy } from '../bind/drafts.ts';
import type { Endpoint } from '../bind/endpoint.ts';

interface FaultyBody {
  marker: string;
  body: () => Promise<Record<string, unknown>>;
}

export function faultyBody(
  fault: string,
  slot: string,
  resource: BoundResource,
  endpoint: Endpoint,
  marker: string,
  valid: () => Promise<Record<string, unknown>>,
): FaultyBody[] {
  const key = keyOf(slot, resource, endpoint);
  const field = resource.slots[slot]?.field;
  if (key === null || field === undefined) return [];
  const put = (value: unknown) => async (): Promise<Record<string, unknown>> => ({
    ...(await valid()),
    [key]: value,
  });
  switch (fault) {
    case 'missing':
      // A field that may be left out is not missed.
      if (field.blank || field.hasDefault || field.null) return [];
      return [
        {
          marker,
          body: async () =>
            Object.fromEntries(Object.entries(await valid()).filter(([name]) => name !== key)),
        },
      ];
    case 'null':
      return field.null ? [] : [{ marker, body: put(null) }];
    case 'overlong':
      return field.maxLength === null || field.maxLength > 20_000
        ? []
        : [{ marker, body: put(`${marker}${'x'.repeat(field.maxLength)}`) }];
    case 'wrong-type':
      return [
        { marker, body: put(field.kind === 'boolean' ? `not a boolean ${marker}` : { text: [marker] }) },
      ];
    default:
      return [];
  }
}

/** Fields are many, and so would be the requests: the first ones tell how this view treats what it did not expect. */
const MOST = 6;

/**
 * A row or choice that does not exist, a text for a number, no date for a date: in each field that is no slot, one after another.
 * Texts are left out, as almost anything is a text.
 */
export function faultsElsewhere(
  resource: BoundResource,
  endpoint: Endpoint,
  facts: Facts,
  newMarker: () => string,
  validWith: (marker: string) => () => Promise<Record<string, unknown>>,
): FaultyBody[] {
  const { slots, model } = resource;
  return takenBy(endpoint, slots, model.fields)
    .flatMap(({ key, kind, related, slot }) => {
      const value = slot === null ? unfit(key, kind, related, facts) : undefined;
      return value === undefined ? [] : [{ key, value }];
    })
    .slice(0, MOST)
    .map(({ key, value }) => {
      const marker = newMarker();
      const valid = validWith(marker);
      return { marker, body: async () => ({ ...(await valid()), [key]: value }) };
    });
}

function unfit(key: string, kind: FieldKind, related: string | null, facts: Facts): unknown {
  const row = missingRow(related, facts);
  if (/_ids?$/i.test(key) && ['integer', 'list', 'other'].includes(kind))
    return /s$/i.test(key) ? [row] : row;
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return 'not a number';
    case 'choice':
      return 'no such choice';
    case 'date':
    case 'datetime':
    case 'time':
      return 'not a date';
    case 'relation':
      return row;
    case 'relations':
      return [row];
    default:
      return undefined;
  }
}

function missingRow(related: string | null, facts: Facts): unknown {
  const key = facts.models.find(({ label }) => label === related)?.fields.find((field) => field.primaryKey);
  return key?.kind === 'uuid' ? 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6' : 987_654_321;
}

/** The key of the payload that carries the slot: as it was learned, else as the endpoint names it. */
function keyOf(slot: string, resource: BoundResource, endpoint: Endpoint): string | null {
  const learned = resource.create?.payload.fields.find((field) => field.slot === slot);
  if (learned !== undefined) return learned.key;
  const name = resource.slots[slot]?.field.name;
  const input = (endpoint.handler.input ?? []).find(
    (field) => !field.readOnly && (field.source ?? field.name) === name,
  );
  return input?.name ?? null;
}
