/** Whether a row is meant for the public yet, as far as a flag or a status of its model says so. */
import type { Model } from '../app/facts.ts';
import { mentions, splitWords } from '../bind/endpoint.ts';

const NOT_YET = [
  'draft',
  'hidden',
  'private',
  'pending',
  'unpublished',
  'borrador',
  'rascunho',
  'entwurf',
  'brouillon',
];
const PUBLIC = [
  'publish',
  'published',
  'public',
  'approve',
  'approved',
  'visible',
  'moderated',
  'publicado',
  'publicada',
  'aprobado',
  'aprovado',
  'veroffentlicht',
  'publie',
];

/** null: its model does not say */
export function isHeldBack({ fields }: Model, values: Record<string, unknown>): boolean | null {
  for (const { name, kind, choices } of fields) {
    const words = splitWords(name);
    if (kind === 'boolean' && mentions(words, NOT_YET)) return values[name] === true;
    if (kind === 'boolean' && mentions(words, PUBLIC)) return values[name] === false;
    const says = (stems: string[]) => (choice: unknown) => mentions(splitWords(String(choice)), stems);
    if (choices?.some(says(NOT_YET)) && choices.some(says(PUBLIC))) return says(NOT_YET)(values[name]);
  }
  return null;
}
