/** First drafts of payloads, from serializers, schemas, handler source and models; nothing is sent here. */
import type { Facts, FieldKind, InputField, ModelField } from '../app/facts.ts';
import type { Endpoint } from './endpoint.ts';
import { endpointsOf, fillPath, mentions, openParams, splitWords } from './endpoint.ts';
import type { Candidate, Payload, PayloadField } from './payload.ts';
import type { Random } from './random.ts';
import type { SlotBinding } from './slots.ts';
import { type FieldLike, isEmailName, isPasswordName, unknownField, valuesFor } from './values.ts';

export interface Draft {
  draft: Payload;
  spare: PayloadField[];
}

const IDENTITY = [
  'user',
  'username',
  'login',
  'name',
  'usuario',
  'identifier',
  'account',
  'nick',
  'handle',
  'benutzername',
  'utilisateur',
];

/** A sign-up or sign-in form: identity, e-mail and passwords by name, everything else by kind. */
export function accountDraft(endpoint: Endpoint, facts: Facts, random: Random, signIn: boolean): Draft {
  const known = keysOf(endpoint);
  const keys =
    known.length > 0
      ? known
      : fallbackKeys(facts, signIn).map((key) => ({ field: unknownField(key), required: true }));
  const fields = keys.map(({ field, required }) => ({ required, field: accountField(field, facts, random) }));
  // Sign-in takes only what identifies; sign-up also takes every optional e-mail and name, which most views want.
  const wanted = (entry: { required: boolean; field: PayloadField }): boolean =>
    entry.required || !signIn ? entry.required || isAccountPart(entry.field) : isAccountPart(entry.field);
  return {
    draft: { fields: fields.filter(wanted).map(({ field }) => field), encoding: 'json' },
    spare: fields.filter((entry) => !wanted(entry)).map(({ field }) => field),
  };
}

const isAccountPart = (field: PayloadField): boolean => field.candidates[0]?.from === 'person';

export function accountField(field: FieldLike, facts: Facts, random: Random): PayloadField {
  return { key: field.name, slot: null, candidates: accountCandidates(field, facts, random), chosen: 0 };
}

function accountCandidates(field: FieldLike, facts: Facts, random: Random): Candidate[] {
  const words = splitWords(field.name);
  const person = (...parts: ('username' | 'email' | 'password')[]): Candidate[] =>
    parts.map((part) => ({ from: 'person', part }));
  if (['relation', 'relations', 'list', 'boolean'].includes(field.kind))
    return valuesFor(field, random, null).map((value) => ({ from: 'value', value }));
  if (field.kind === 'password' || isPasswordName(field.name)) return person('password');
  if (field.kind === 'email' || isEmailName(field.name)) return person('email');
  if (mentions(words, ['first', 'last', 'full', 'nombre', 'apellido', 'prenom', 'nachname']))
    return [{ from: 'value', value: 'Alex' }];
  if (field.name === facts.user.usernameField || (mentions(words, IDENTITY) && field.kind !== 'relation')) {
    return facts.user.usernameField === facts.user.emailField
      ? person('email', 'username')
      : person('username', 'email');
  }
  return valuesFor(field, random, null).map((value) => ({ from: 'value', value }));
}

const fallbackKeys = (facts: Facts, signIn: boolean): string[] =>
  signIn
    ? [facts.user.usernameField, 'password']
    : [
        ...new Set([
          facts.user.usernameField,
          ...(facts.user.emailField === null ? [] : [facts.user.emailField]),
          'password',
        ]),
      ];

/** A row of a resource: slots get markers and flags, relations get rows of their own, the rest is left to its default. */
export function resourceDraft(
  endpoint: Endpoint,
  slots: Record<string, SlotBinding>,
  modelFields: readonly ModelField[],
  facts: Facts,
  random: Random,
): Draft {
  const known = keysOf(endpoint);
  const keys =
    known.length > 0
      ? known
      : modelFields
          .filter(isWritable)
          .map((field) => ({ field: field as FieldLike, required: !optional(field), source: null }));
  const fields = keys.map(({ field, required, source }) => {
    const modelField = behind(field.name, source ?? null, slots, modelFields);
    const slot = Object.entries(slots).find(([, bound]) => bound.field === modelField)?.[0] ?? null;
    return { required, entry: resourceField(field, modelField, slot, slots, facts, random) };
  });
  const wanted = ({ required, entry }: (typeof fields)[number]): boolean => required || entry.slot !== null;
  return {
    draft: { fields: fields.filter(wanted).map(({ entry }) => entry), encoding: 'json' },
    spare: fields.filter((one) => !wanted(one) && one.entry.candidates.length > 0).map(({ entry }) => entry),
  };
}

export function resourceField(
  field: FieldLike,
  modelField: ModelField | null,
  slot: string | null,
  slots: Record<string, SlotBinding>,
  facts: Facts,
  random: Random,
): PayloadField {
  const shape: FieldLike =
    modelField === null
      ? field
      : {
          ...modelField,
          name: field.name,
          kind: saysLess(field.kind, modelField.kind, slot) ? modelField.kind : field.kind,
        };
  return {
    key: field.name,
    slot,
    candidates: resourceCandidatesFor(shape, modelField, slot, slots, facts, random),
    chosen: 0,
  };
}

/** A text over a date or a number is one that somebody parses by hand: what the model says of it is sent. */
const saysLess = (input: FieldKind, ofModel: FieldKind, slot: string | null): boolean =>
  input === 'other' ||
  (slot !== null && input === 'json') ||
  (input === 'text' && ['date', 'datetime', 'time', 'integer', 'decimal', 'float'].includes(ofModel));

function resourceCandidatesFor(
  shape: FieldLike,
  modelField: ModelField | null,
  slot: string | null,
  slots: Record<string, SlotBinding>,
  facts: Facts,
  random: Random,
): Candidate[] {
  const isTitle = slot !== null && slots[slot]?.field.kind !== undefined && slot === markerSlot(slots);
  if (isTitle) return [{ from: 'marker' }];
  const related = modelField?.related ?? shape.related;
  if (related === facts.user.model)
    return [
      ...(['id', 'username', 'email'] as const).map((part): Candidate => ({ from: 'owner', part })),
      ...ownerLinks(facts),
    ];
  const model =
    facts.models.find((one) => one.label === related) ??
    (shape.kind === 'relation' || shape.kind === 'other' ? modelNamed(shape.name, facts) : undefined);
  if (model !== undefined) {
    const listed = shape.kind === 'relations';
    const names = model.fields
      .filter((field) => ['text', 'slug', 'longtext'].includes(field.kind) && !field.primaryKey)
      .slice(0, 2);
    return [null, ...names.map((field) => field.name)].map((field) => ({
      from: 'related',
      model: model.label,
      field,
      listed,
    }));
  }
  return valuesFor(shape, random, null).map((value) => ({ from: 'value', value }));
}

/** The slot whose value is the unique text by which a row is recognised. */
export function markerSlot(slots: Record<string, SlotBinding>): string | null {
  const texts = Object.entries(slots).filter(
    ([, bound]) => bound.field.kind === 'text' || bound.field.kind === 'longtext',
  );
  return (texts.find(([, bound]) => !optional(bound.field)) ?? texts[0])?.[0] ?? null;
}

const modelNamed = (name: string, facts: Facts) =>
  facts.models.find(
    (model) =>
      model.learner &&
      splitWords(model.name).join('') ===
        splitWords(name)
          .join('')
          .replace(/(id|s)$/, ''),
  );

const optional = (field: ModelField): boolean =>
  field.blank || field.hasDefault || field.automatic || field.null;
const isWritable = (field: ModelField): boolean => field.editable && !field.primaryKey && !field.automatic;

/** The model field that an input writes: by `source`, by name, or by a name that differs in case or underscores only. */
function behind(
  name: string,
  source: string | null,
  slots: Record<string, SlotBinding>,
  fields: readonly ModelField[],
): ModelField | null {
  const plain = (text: string): string => text.toLowerCase().replace(/_/g, '');
  const wanted = [source ?? name, name, name.replace(/_id$/, '')];
  const direct =
    fields.find((field) => wanted.includes(field.name)) ??
    fields.find((field) => wanted.some((one) => plain(one) === plain(field.name)));
  if (direct !== undefined) return direct;
  const byWord = Object.values(slots).find((slot) => mentions(splitWords(name), splitWords(slot.field.name)));
  return byWord?.field ?? null;
}

export interface Taken {
  key: string;
  kind: FieldKind;
  /** label of the model that it names a row of */
  related: string | null;
  slot: string | null;
}

/**
 * What an endpoint takes from the body: what it says it takes, and the keys that its code reads beside. A text is what
 * its model field is: `due = CharField()` over a date is a date that somebody parses by hand.
 */
export function takenBy(
  endpoint: Endpoint,
  slots: Record<string, SlotBinding>,
  modelFields: readonly ModelField[],
): Taken[] {
  const said = keysOf(endpoint);
  const read = endpoint.handler.keys
    .filter((name) => !said.some(({ field, source }) => field.name === name || source === name))
    .map((name) => ({ field: unknownField(name), source: null }));
  return [...said, ...read].map(({ field, source }) => {
    const modelField = behind(field.name, source, slots, modelFields);
    const says = !['other', 'text', 'longtext'].includes(field.kind);
    return {
      key: field.name,
      kind: says || modelField === null ? field.kind : modelField.kind,
      related: field.related ?? modelField?.related ?? null,
      slot: Object.entries(slots).find(([, bound]) => bound.field === modelField)?.[0] ?? null,
    };
  });
}

interface KnownKey {
  field: FieldLike;
  required: boolean;
  source: string | null;
}

/** What the endpoint takes, as far as anybody said: its serializer, schema or form, else the keys that its code reads. */
function keysOf(endpoint: Endpoint): KnownKey[] {
  const input = (endpoint.handler.input ?? []).filter((field: InputField) => !field.readOnly);
  if (input.length > 0)
    return input.map((field) => ({ field, required: field.required, source: field.source }));
  return endpoint.handler.keys.map((name) => ({ field: unknownField(name), required: true, source: null }));
}

/** Serializers with hyperlinks want the address of the user's page instead of a key. */
function ownerLinks(facts: Facts): Candidate[] {
  const page = endpointsOf(facts).find(
    (one) => one.method === 'GET' && one.route.model === facts.user.model && openParams(one).length === 1,
  );
  const param = page === undefined ? undefined : openParams(page)[0];
  if (page === undefined || param === undefined) return [];
  const part = param.name === facts.user.usernameField ? 'username' : 'id';
  return [{ from: 'owner-link', path: fillPath(page, {}).replace(`{${param.name}}`, '{}'), part }];
}
