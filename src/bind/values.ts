/**
 * Values for fields: what to send for a field of a kind, and what to try next when the app refuses it.
 * The first entry is the most likely one; the others are tried in turn while a payload is being repaired.
 */
import type { FieldKind, InputField, ModelField } from '../app/facts.ts';
import { mentions, splitWords } from './endpoint.ts';
import type { Person, Random } from './random.ts';

export interface FieldLike {
  name: string;
  kind: FieldKind;
  maxLength: number | null;
  choices: (string | number | boolean)[] | null;
  related: string | null;
}

const PASSWORD = /pass|pwd|clave|contras|senha|passwort|motdepasse|parola/i;
const EMAIL = /e-?mail|correo/i;

export const isPasswordName = (name: string): boolean => PASSWORD.test(name);
export const isEmailName = (name: string): boolean => EMAIL.test(name);

/** What ends, or is due, lies behind what begins; and a row that is sent may have both. */
export const isEnd = (name: string): boolean =>
  mentions(splitWords(name), [
    'end',
    'ending',
    'until',
    'till',
    'to',
    'finish',
    'stop',
    'due',
    'deadline',
    'expir',
    'expiry',
    'expires',
    'out',
    'checkout',
    'return',
    'close',
    'fin',
    'hasta',
    'fim',
    'termino',
    'vence',
    'ende',
    'bis',
  ]);

/** Candidate values for a field that means nothing special to the exercise. */
export function valuesFor(field: FieldLike, random: Random, person: Person | null): unknown[] {
  if (person !== null) {
    if (field.kind === 'password' || isPasswordName(field.name)) return [person.password];
    if (field.kind === 'email' || isEmailName(field.name)) return [person.email];
  }
  if (field.choices !== null && field.choices.length > 0)
    return field.choices.filter((choice) => choice !== '').slice(0, 6);
  return [...byKind(field, random), ...byName(field.name, random)];
}

function byKind(field: FieldLike, random: Random): unknown[] {
  const day = isEnd(field.name) ? '2030-01-16' : '2030-01-15';
  switch (field.kind) {
    case 'text':
    case 'longtext':
    case 'slug':
      return [...telling(field.name), cut(`text-${random.word(8)}`, field.maxLength)];
    case 'password':
      return [`Vq${random.word(9)}!7Kp`];
    case 'email':
      return [`${random.word(8)}@example.com`];
    case 'url':
      return [`https://example.com/${random.word(6)}`];
    case 'integer':
      return [1 + random.below(5), '1'];
    case 'decimal':
    case 'float':
      return ['1.50', 1.5];
    case 'boolean':
      return [false, 'false'];
    case 'date':
      return [day, `${day}T10:00:00Z`];
    case 'datetime':
      return [`${day}T10:00:00Z`, day, `${day} 10:00`];
    case 'time':
      return [isEnd(field.name) ? '11:00:00' : '10:00:00'];
    case 'duration':
      return ['01:00:00'];
    case 'uuid':
      return ['6f1c1b7e-3f5d-4c1e-9b8a-2f0d7a9c4e11'];
    case 'json':
    case 'object':
      return [{}, []];
    case 'relations':
    case 'list':
      return [[]];
    default:
      return [];
  }
}

/** Texts of a form of their own, recognised by what they are called. */
function telling(name: string): unknown[] {
  const words = splitWords(name);
  if (words.includes('country')) return ['US', '+1'];
  if (words.some((word) => ['phone', 'mobile', 'tel', 'telephone'].includes(word)))
    return ['+15555550123', '5555550123'];
  if (mentions(words, WEB)) return ['https://example.com/page'];
  return [];
}
/** Pages use such texts as the targets of links. */
const WEB = [
  'url',
  'link',
  'website',
  'homepage',
  'facebook',
  'twitter',
  'instagram',
  'linkedin',
  'youtube',
  'github',
];

/** For keys of hand-written views, of which nothing but the name is known. */
function byName(name: string, random: Random): unknown[] {
  const words = splitWords(name);
  const has = (...stems: string[]): boolean =>
    words.some((word) => stems.some((stem) => word.startsWith(stem)));
  if (has('date', 'due', 'deadline', 'fecha', 'datum', 'prazo', 'birth'))
    return isEnd(name) ? ['2030-01-16', '2030-01-16T10:00:00Z'] : ['2030-01-15', '2030-01-15T10:00:00Z'];
  if (has('phone', 'tel', 'mobile')) return ['+15555550123', '5555550123'];
  if (has('is', 'done', 'complete', 'active', 'status')) return [false, 'pending'];
  if (has('count', 'age', 'number', 'order', 'priority', 'amount')) return [1, 'low', 'medium'];
  return [`text-${random.word(8)}`, 1, true];
}

/** Words in every language go in: a marker or text is cut to what the field takes. */
export const cut = (text: string, maxLength: number | null): string =>
  maxLength === null ? text : text.slice(0, Math.max(1, maxLength));

export const fromInput = (field: InputField): FieldLike => field;
export const fromModel = (field: ModelField): FieldLike => field;
export const unknownField = (name: string): FieldLike => ({
  name,
  kind: 'other',
  maxLength: null,
  choices: null,
  related: null,
});
