/** Slots: which field of the learner's model is the title, the owner, the flag … By kind first, then by name, then by position. */
import type { Facts, Model, ModelField } from '../app/facts.ts';
import type { ResourceSpec, SlotSpec } from '../spec/schema.ts';
import { mentions, splitWords } from './endpoint.ts';
import { fieldsWithJoins, leadsToModel } from './relations.ts';

export interface SlotBinding {
  field: ModelField;
  /** the field has the kind that the slot asks for */
  rightKind: boolean;
  reasons: string[];
}

/** The model that a role was found to be; null while it is not known. */
export type ModelOf = (role: string) => string | null;

/** The field that says whose a row is. */
export const ownerField = (of: {
  spec: Pick<ResourceSpec, 'slots'>;
  slots: Record<string, SlotBinding>;
}): ModelField | undefined => of.slots[ownerSlot(of.spec) ?? '']?.field;

/** The slot of it: whatever an author calls it, it is of the kind `user`. */
export const ownerSlot = ({ slots }: Pick<ResourceSpec, 'slots'>): string | undefined =>
  Object.entries(slots).find(([, { kind }]) => kind === 'user')?.[0];

export function bindSlots(
  model: Model,
  spec: Pick<ResourceSpec, 'slots'>,
  facts: Facts,
  modelOf: ModelOf = () => null,
): Record<string, SlotBinding> {
  const bound: Record<string, SlotBinding> = {};
  const taken = new Set<string>();
  // Named slots first: a field that is called "description" is not the title just because it comes first.
  for (const strict of [true, false]) {
    for (const [slot, slotSpec] of Object.entries(spec.slots)) {
      if (bound[slot] !== undefined) continue;
      const found = best(model, slotSpec, { facts, model, modelOf }, taken, strict);
      if (found === null) continue;
      bound[slot] = found;
      taken.add(found.field.name);
    }
  }
  return bound;
}

/** A relation leaves no doubt, whatever the field is called. */
const isSure = (field: ModelField, { kind }: SlotSpec): boolean =>
  ['user', 'one', 'slug'].includes(kind) || (kind === 'person' && field.kind === 'relation');

const LATER = [
  'update',
  'modif',
  'due',
  'deadline',
  'end',
  'expire',
  'complet',
  'delete',
  'finish',
  'remind',
];

/** The names that are somebody else's, unless the slot itself asks for one of them. */
const otherMoments = ({ words = [] }: SlotSpec): string[] =>
  LATER.filter((stem) => !words.some((word) => word.startsWith(stem)));

/** A flag of such a name says something of its own. */
const OTHER_FLAGS = [
  'delet', 'remov', 'trash', 'archiv', 'important', 'urgent', 'star', 'pin', 'favor', 'favour', 'public', 'privat',
  'share', 'hidden', 'visible', 'publish', 'remind', 'notif', 'recur', 'repeat', 'lock', 'verif', 'all_day',
]; // biome-ignore format: a list

interface Known {
  facts: Facts;
  model: Model;
  modelOf: ModelOf;
}

function best(
  model: Model,
  slot: SlotSpec,
  known: Known,
  taken: Set<string>,
  strict: boolean,
): SlotBinding | null {
  let found: (SlotBinding & { score: number }) | null = null;
  const fields = slot.kind === 'many' ? fieldsWithJoins(model, known.facts) : model.fields;
  for (const field of fields) {
    // A key that a person types is a field like any other.
    if (taken.has(field.name) || (field.primaryKey && field.kind !== 'text' && field.kind !== 'slug'))
      continue;
    const words = splitWords(field.name);
    // A relation is also named by what it leads to.
    const telling =
      field.related === null ? words : [...words, ...splitWords(field.related.split('.')[1] ?? '')];
    const position =
      slot.words?.findIndex((stem) => mentions(slot.kind === 'many' ? telling : words, [stem])) ?? -1;
    const named = position >= 0;
    const rightKind = fits(field, slot, known);
    if (
      strict
        ? !(rightKind && (named || isSure(field, slot)))
        : !acceptable(field, slot, rightKind, named, words)
    )
      continue;
    const score =
      fitOf(field, slot, rightKind) + (named ? 5 - position / 10 : 0) + (exactKind(field, slot) ? 2 : 0);
    if (found === null || score > found.score)
      found = { field, rightKind, reasons: reasonsFor(field, named, rightKind), score };
  }
  return found;
}

/** A flag before the moment of it, where a model has both. */
const fitOf = ({ kind }: ModelField, slot: SlotSpec, rightKind: boolean): number =>
  !rightKind ? 0 : slot.kind === 'boolean' && kind.startsWith('date') ? 7 : 10;

/** Without a telling name only a kind that leaves no doubt is taken; with one, a wrong kind is taken and reported. */
function acceptable(
  field: ModelField,
  slot: SlotSpec,
  rightKind: boolean,
  named: boolean,
  words: string[],
): boolean {
  switch (slot.kind) {
    case 'text':
      return rightKind;
    case 'longtext':
      return field.kind === 'longtext' || (named && rightKind);
    case 'boolean':
      return (
        (rightKind && (named || !mentions(words, OTHER_FLAGS))) ||
        (named && ['text', 'longtext', 'integer', 'choice'].includes(field.kind))
      );
    case 'datetime':
      // Who asks for a deadline does not mean the day on which the row was made.
      return rightKind && (named || (field.automatic && otherMoments(slot).length === LATER.length));
    case 'user':
    case 'one':
    case 'slug':
      return rightKind;
    case 'person':
    case 'many':
      return rightKind && named;
  }
}

function fits(field: ModelField, slot: SlotSpec, { facts, model, modelOf }: Known): boolean {
  switch (slot.kind) {
    case 'text':
    case 'longtext':
      return field.kind === 'text' || field.kind === 'longtext';
    case 'boolean':
      return field.kind === 'boolean' || hasDoneChoice(field, slot) || isMoment(field, slot);
    case 'datetime':
      return (
        (field.kind === 'datetime' || field.kind === 'date') &&
        !mentions(splitWords(field.name), otherMoments(slot))
      );
    case 'user':
      return field.kind === 'relation' && leadsToUser(field, facts);
    case 'person':
      return (
        (field.kind === 'relation' && leadsToUser(field, facts)) ||
        field.kind === 'text' ||
        field.kind === 'email'
      );
    case 'slug':
      return (
        field.kind === 'slug' ||
        /slug/i.test(field.type) ||
        (field.kind === 'text' && /slug/i.test(field.name))
      );
    case 'one':
      return leadsToModel(field, slot.to === undefined ? null : modelOf(slot.to), model);
    case 'many':
      return (
        field.kind === 'relations' &&
        field.related !== facts.user.model &&
        field.related !== model.label &&
        !leadsToUser(field, facts)
      );
  }
}

const exactKind = (field: ModelField, slot: SlotSpec): boolean =>
  field.kind === slot.kind ||
  (slot.kind === 'datetime' && field.automatic) ||
  (slot.kind === 'person' && field.kind === 'relation');

/** A choice field with a value that means done is a reasonable way to store the flag. */
function hasDoneChoice(field: ModelField, { words = [] }: SlotSpec): boolean {
  return (field.choices ?? []).some((choice) =>
    mentions(splitWords(String(choice).normalize('NFD').replaceAll(/\p{M}/gu, '')), [
      'done',
      'complete',
      'completed',
      'finished',
      'closed',
      ...words,
    ]),
  );
}

/** When it happened, empty until then, says that it happened. */
const isMoment = (field: ModelField, { words = [] }: SlotSpec): boolean =>
  ['datetime', 'date'].includes(field.kind) &&
  field.null &&
  !field.automatic &&
  mentions(splitWords(field.name), words);

/** A relation to the user, or to something that itself belongs to a user (a profile, a list). */
export function leadsToUser(field: ModelField, facts: Facts): boolean {
  if (field.related === null) return false;
  if (field.related === facts.user.model) return true;
  const related = facts.models.find((model) => model.label === field.related);
  return (
    related?.learner === true &&
    related.fields.some((one) => one.kind === 'relation' && one.related === facts.user.model)
  );
}

function reasonsFor(field: ModelField, named: boolean, rightKind: boolean): string[] {
  return [
    named ? `its name "${field.name}" says so` : `it is the field that fits (${field.type})`,
    ...(rightKind ? [] : [`it is a ${field.type}, which is not the kind that was asked for`]),
  ];
}
