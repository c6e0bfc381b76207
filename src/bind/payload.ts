/**
 * Payloads: which keys an endpoint wants and what may stand behind each. A draft comes from what the framework knows
 * about the endpoint; it is then learned by sending it and reading the refusals, a bounded number of times.
 */

import type { Actor } from '../checks/actor.ts';
import type { Session } from '../checks/session.ts';
import type { Person } from './random.ts';

/** Where a value comes from each time the payload is built. */
export type Candidate =
  | { from: 'value'; value: unknown }
  | { from: 'marker' }
  | { from: 'person'; part: 'username' | 'email' | 'password' }
  | { from: 'owner'; part: 'id' | 'username' | 'email' }
  /** the owner as a hyperlink: path of the user's own page, with {} for what names the user */
  | { from: 'owner-link'; path: string; part: 'id' | 'username' }
  /** a row of that model that belongs to the actor: its key, or the value of one of its fields */
  | { from: 'related'; model: string; field: string | null; listed: boolean };

export interface PayloadField {
  key: string;
  /** slot of the exercise that this key carries */
  slot: string | null;
  candidates: Candidate[];
  chosen: number;
}

export interface Payload {
  fields: PayloadField[];
  encoding: 'json' | 'form';
}

export interface Filling {
  session: Session;
  /** who sends it */
  actor: Actor;
  marker: string;
  /** whose account data go in; the actor's own where left out */
  person?: Person | null;
}

/** The body of a request: every field with the value that was chosen for it. */
export async function fill(payload: Payload, filling: Filling): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const field of payload.fields) {
    const candidate = field.candidates[field.chosen];
    if (candidate !== undefined) body[field.key] = await candidateValue(candidate, filling);
  }
  return body;
}

async function candidateValue(
  candidate: Candidate,
  { session, actor, marker, person = actor.person }: Filling,
): Promise<unknown> {
  switch (candidate.from) {
    case 'value':
      return candidate.value;
    case 'marker':
      return marker;
    case 'person':
      return person?.[candidate.part] ?? '';
    case 'owner':
      return candidate.part === 'id' ? actor.id : (actor.person?.[candidate.part] ?? '');
    case 'owner-link': {
      const name = candidate.part === 'id' ? actor.id : actor.person?.username;
      return `http://localhost${candidate.path.replace('{}', String(name ?? ''))}`;
    }
    case 'related': {
      const row = await session.instance
        .call('rows.create', { model: candidate.model, values: {}, user: actor.id })
        .catch(() => null);
      const value =
        row === null ? null : candidate.field === null ? row.id : (row.values[candidate.field] ?? row.id);
      return candidate.listed ? [value] : value;
    }
  }
}

/** A state of the draft, to notice that learning goes in circles. */
export const stateOf = (payload: Payload): string =>
  `${payload.encoding} ${payload.fields.map((field) => `${field.key}:${field.chosen}`).join(' ')}`;
