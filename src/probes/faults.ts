/** Payloads with exactly one fault. A fault that the field cannot have (too long where nothing is too long) does not apply. */
import type { BoundResource } from '../bind/bind.ts';
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
