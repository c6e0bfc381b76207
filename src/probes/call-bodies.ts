/** What a `call` step sends as the body of a request: valid, with one fault, or in somebody else's name. */

import type { BoundResource } from '../bind/bound.ts';
import type { Endpoint } from '../bind/endpoint.ts';
import { fill, type Payload, type PayloadField } from '../bind/payload.ts';
import { makeMarker, type Person } from '../bind/random.ts';
import type { Row } from '../bind/rows.ts';
import { ownerField, ownerSlot } from '../bind/slots.ts';
import type { Actor } from '../checks/actor.ts';
import type { CallStep } from '../spec/steps.ts';
import { faultsElsewhere, faultyBody } from './faults.ts';
import type { CheckContext } from './probe.ts';

/** Who sends what, about which row. */
export interface Own {
  resource: BoundResource;
  actor: Actor;
  person: Person | null;
  row: Row | null;
  context: CheckContext;
  step: CallStep;
}

/** What creates a row also replaces it; PATCH sends the marked field only. */
export async function updateBody(
  { context, resource, actor, row }: Own,
  endpoint: Endpoint,
  marker: string,
): Promise<Record<string, unknown>> {
  const payload = resource.updates.get(endpoint) ??
    resource.create?.payload ?? { fields: [], encoding: 'json' as const };
  // A related row of the owner's: somebody else's would be refused for a reason that nobody asked about.
  const filled = await fill(payload, {
    session: context.session,
    actor: row?.owner ?? actor,
    marker,
    person: actor.person,
  });
  // A flag is switched on, so that an update which keeps the old one shows.
  for (const field of payload.fields)
    if (field.slot !== null && filled[field.key] === false) filled[field.key] = true;
  if (endpoint.method !== 'PATCH') return filled;
  const marked = Object.entries(filled).filter(([, value]) => value === marker);
  return marked.length > 0 ? Object.fromEntries(marked) : filled;
}

interface Body {
  marker: string;
  body: () => Promise<Record<string, unknown>>;
  raw?: string;
}

export async function createBodies(own: Own, endpoint: Endpoint): Promise<Body[]> {
  const { context, resource, actor, step } = own;
  const payload = resource.create?.payload ?? { fields: [], encoding: 'json' as const };
  const marker = makeMarker(context.random);
  const fillWith = (used: Payload, text: string) => (): Promise<Record<string, unknown>> =>
    fill(used, { session: context.session, actor: signedIn(actor, context), marker: text });
  if (step.send?.malformed)
    return [{ marker, body: fillWith(payload, marker), raw: `{"broken": "${marker}",` }];
  if (step.send?.fault !== undefined)
    return faultyBodies(own, endpoint, marker, (text) => fillWith(payload, text));
  const owner = step.send?.owner === undefined ? undefined : context.bound.actors[step.send.owner];
  if (step.send?.owner === undefined) return [{ marker, body: fillWith(payload, marker) }];
  return owner === undefined ? [] : ownerBodies(resource, owner, context, fillWith);
}

export function faultyBodies(
  { step, resource, context }: Own,
  endpoint: Endpoint,
  marker: string,
  validWith: (marker: string) => () => Promise<Record<string, unknown>>,
): Body[] {
  const { fault = '', slot = '' } = step.send ?? {};
  return fault === 'elsewhere'
    ? faultsElsewhere(resource, endpoint, context.bound.facts, () => makeMarker(context.random), validWith)
    : faultyBody(fault, slot, resource, endpoint, marker, validWith(marker));
}

/** An anonymous visitor has nothing of his own: what a signed-in person would send is sent without signing in. */
export const signedIn = (actor: Actor, context: CheckContext): Actor =>
  actor.id === null ? (Object.values(context.bound.actors)[0] ?? actor) : actor;

/** The same row in somebody else's name: under the key that the app uses, then under every usual one. */
function ownerBodies(
  resource: BoundResource,
  owner: Actor,
  context: CheckContext,
  fillWith: (payload: Payload, marker: string) => () => Promise<Record<string, unknown>>,
): Body[] {
  const slot = ownerSlot(resource.spec) ?? '';
  const field = ownerField(resource)?.name;
  if (field === undefined || owner.person === null) return [];
  const payload = resource.create?.payload ?? { fields: [], encoding: 'json' as const };
  const used = payload.fields.filter((one) => one.slot === slot).map((one) => one.key);
  const bound = [...new Set([...used, field, `${field}_id`])];
  const usual = [...new Set([...bound, 'user', 'user_id', 'owner', 'owner_id', 'author', 'username'])];
  const variants: [string[], unknown][] = [
    [bound, owner.id],
    [usual, owner.id],
    [bound, owner.person.username],
  ];
  return variants.map(([keys, value]) => {
    const marker = makeMarker(context.random);
    const named: PayloadField[] = keys.map((key) => ({
      key,
      slot,
      candidates: [{ from: 'value', value }],
      chosen: 0,
    }));
    const others = payload.fields.filter((one) => !keys.includes(one.key));
    return { marker, body: fillWith({ ...payload, fields: [...others, ...named] }, marker) };
  });
}
