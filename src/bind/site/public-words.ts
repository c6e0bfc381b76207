/** Words by which a site says that something is public, or is not yet. */
import type { Control, Option } from '../../html/page.ts';
import { mentions, splitWords } from '../endpoint.ts';

export const PUBLIC = [
  'publish',
  'published',
  'public',
  'live',
  'approve',
  'approved',
  'active',
  'activate',
  'visible',
  'shown',
  'online',
  'publicado',
  'publicada',
  'publicar',
  'aprobado',
  'aprobar',
  'aprovado',
  'veroffentlicht',
  'publie',
  'publier',
  'accepted',
  'moderated',
];
export const PRIVATE = [
  'draft',
  'hidden',
  'private',
  'borrador',
  'rascunho',
  'entwurf',
  'brouillon',
  'archived',
  'pending',
  'delete',
  'clear',
  'remember',
  'unpublished',
  'unpublish',
  'inactive',
  'spam',
];

const named = ({ name, label }: Control): string[] => splitWords(`${name} ${label}`);
export const isPublic = (control: Control): boolean => mentions(named(control), PUBLIC);
export const isPrivate = (control: Control): boolean => mentions(named(control), PRIVATE);

/** The option that makes public, where another one does not. */
export function publicChoice(control: Control): Option | undefined {
  const usable = control.options.filter(({ value, disabled }) => value !== '' && !disabled);
  const says = ({ value, text }: Option, words: string[]): boolean =>
    mentions(splitWords(`${value} ${text}`), words);
  const open = usable.find((option) => says(option, PUBLIC) && !says(option, PRIVATE));
  return usable.length > 1 && usable.length <= 8 ? open : undefined;
}
