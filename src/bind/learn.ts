/** Learns a payload: sends a draft, reads from the refusal which key is wrong, and tries again, a bounded number of times. */
import type { Exchanged } from '../checks/session.ts';
import { type Json, walk } from '../http/answer.ts';
import type { Candidate, Payload, PayloadField } from './payload.ts';
import { stateOf } from './payload.ts';

const MAX_ROUNDS = 12;
const SLOW_MS = 1_900;

export interface Learning {
  draft: Payload;
  /** keys that the handler is known to read and that the draft left out, with candidates */
  spare: PayloadField[];
  attempt(payload: Payload): Promise<Exchanged>;
  /** by effect, not by status: did the app do what was asked? */
  accepted(exchanged: Exchanged): Promise<boolean>;
  /** candidates for a key that only a refusal named */
  candidatesFor(key: string): Candidate[];
}

export interface Learned {
  payload: Payload;
  /** null: never accepted; `last` shows the refusal of the best attempt */
  accepted: boolean;
  last: Exchanged;
  rounds: number;
}

export async function learn(learning: Learning): Promise<Learned> {
  const payload = structuredClone(learning.draft);
  const spare = [...learning.spare];
  const seen = new Set<string>();
  let last: Exchanged;
  for (let round = 1; ; round++) {
    seen.add(stateOf(payload));
    last = await learning.attempt(payload);
    if (await learning.accepted(last)) return { payload, accepted: true, last, rounds: round };
    // An app that keeps the caller waiting would do so for every other payload.
    const patient = last.reply.failure === null || last.reply.milliseconds < SLOW_MS;
    const changed = patient && round < MAX_ROUNDS && repair(payload, spare, last, learning);
    if (!changed || seen.has(stateOf(payload)))
      return { payload: learning.draft, accepted: false, last, rounds: round };
  }
}

function repair(payload: Payload, spare: PayloadField[], last: Exchanged, learning: Learning): boolean {
  if (last.reply.status === 415 && payload.encoding === 'json') {
    payload.encoding = 'form';
    return true;
  }
  const named = namedKeys(
    last,
    [...payload.fields, ...spare].map((field) => field.key),
  );
  let changed = false;
  for (const key of named) {
    const field = payload.fields.find((one) => one.key === key);
    if (field !== undefined) changed = advance(field) || drop(payload, field) || changed;
    else {
      const known = spare.findIndex((one) => one.key === key);
      const added =
        known >= 0
          ? spare.splice(known, 1)[0]
          : { key, slot: null, candidates: learning.candidatesFor(key), chosen: 0 };
      if (added !== undefined && added.candidates.length > 0) {
        payload.fields.push(added);
        changed = true;
      }
    }
  }
  if (changed) return true;
  // Nothing was named: what may not exist (a related row) and what was left out are the usual reasons.
  const related = payload.fields.find(
    (field) => field.candidates[field.chosen]?.from === 'related' && advance(field),
  );
  if (related !== undefined) return true;
  if (spare.length > 0) {
    payload.fields.push(...spare.splice(0));
    return true;
  }
  const other = payload.fields.find((field) => field.slot === null && advance(field));
  if (other !== undefined) return true;
  if (payload.encoding === 'json' && (last.reply.status ?? 0) >= 400) {
    payload.encoding = 'form';
    for (const field of payload.fields) field.chosen = 0;
    return true;
  }
  return false;
}

function advance(field: PayloadField): boolean {
  if (field.chosen + 1 >= field.candidates.length) return false;
  field.chosen += 1;
  return true;
}

/** What is refused in every form is left out; the text by which the row is recognised is not. */
function drop(payload: Payload, field: PayloadField): boolean {
  if (field.candidates.some(({ from }) => from === 'marker' || from === 'person')) return false;
  payload.fields = payload.fields.filter((other) => other !== field);
  return true;
}

/** Words of error documents that are never keys of a payload. */
const ENVELOPE = new Set([
  'detail',
  'details',
  'message',
  'messages',
  'error',
  'errors',
  'status',
  'code',
  'non_field_errors',
  'nonfielderrors',
  'ok',
  'success',
  'data',
  'type',
  'loc',
  'msg',
  'input',
  'ctx',
  'url',
  'body',
  'result',
  'results',
  'payload',
  '__all__',
  'title_error',
  'status_code',
]);

/** Keys that a refusal complains about: names in an error document, `loc` of pydantic, or known keys in its text. */
export function namedKeys({ json, exception }: Exchanged, known: readonly string[]): string[] {
  const named = new Set<string>();
  // A crash often says which value it could not take.
  for (const key of known)
    if (exception?.toLowerCase().replaceAll(' ', '_').includes(key.toLowerCase())) named.add(key);
  if (json === undefined) return [...named];
  for (const { path, value } of walk(json)) {
    const key = path.at(-1);
    if (key === 'loc' && Array.isArray(value)) {
      const last = value.findLast((part) => typeof part === 'string');
      if (typeof last === 'string') named.add(last);
    }
    if (
      typeof key === 'string' &&
      !path.slice(0, -1).some((above) => named.has(String(above))) &&
      !ENVELOPE.has(key.toLowerCase()) &&
      /^[\p{L}_]\w{0,60}$/u.test(key) &&
      (isComplaint(value) || (known.includes(key) && isNestedComplaint(value)))
    )
      named.add(key);
    if (typeof value === 'string' && value.length < 2_000) {
      for (const one of known)
        if (new RegExp(`(^|[^\\p{L}\\p{N}_])${one.replace(/\W/g, '')}($|[^\\p{L}\\p{N}_])`, 'iu').test(value))
          named.add(one);
    }
  }
  return [...named].slice(0, 12);
}

/** A sentence, or a list of them. */
const isComplaint = (value: Json): boolean =>
  (typeof value === 'string' && /[\s.]/.test(value)) ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'string' || (typeof one === 'object' && one !== null)));

/** For nested input, an object of such lists; under a name of its own it may also be the envelope of all complaints. */
const isNestedComplaint = (value: Json): boolean =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  Object.values(value).length > 0 &&
  Object.values(value).every((one) => Array.isArray(one) && one.every((text) => typeof text === 'string'));
