/** Parameters of a URL that name a person, and not a row of the model: `/items/of/<email>/`. */
import type { Model } from '../app/facts.ts';
import { mentions, splitWords } from './endpoint.ts';

export type PersonPart = 'email' | 'username' | 'id';

/** By what it names the person; null: it names something else, or what a row of the model itself has. */
export function personPart(name: string, model: Model): PersonPart | null {
  if (model.fields.some((field) => field.name === name && field.related === null)) return null;
  const words = splitWords(name);
  if (mentions(words, ['email', 'mail'])) return 'email';
  if (mentions(words, ['username']) || /^user_?name$/i.test(name)) return 'username';
  return mentions(words, ['user', 'owner', 'author']) ? 'id' : null;
}
