/** A content of the small cookbook, and forms as a page has them. */
import type { Facts, Model } from '../../../src/app/facts.ts';
import type { ContentModel } from '../../../src/bind/site/models.ts';
import type { ContentRow } from '../../../src/bind/site/rows.ts';
import { bindSlots } from '../../../src/bind/slots.ts';
import { anonymous } from '../../../src/checks/actor.ts';
import { type Form, parsePage } from '../../../src/html/page.ts';
import type { ContentSpec } from '../../../src/spec/schema.ts';
import { facts, kitchen, kitchenSpec, recipe, recipeSpec, review, reviewSpec } from '../small-facts.ts';

const LABELS: Record<string, string> = { recipe: 'cook.Recipe', kitchen: 'cook.Kitchen' };
const known: Facts = facts([recipe, review, kitchen]);

export const content = (spec: ContentSpec, model: Model): ContentModel => ({
  spec,
  model,
  slots: bindSlots(model, spec, known, (role) => LABELS[role] ?? null),
  reasons: [],
});
export const recipes = content(recipeSpec, recipe);
export const reviews = content(reviewSpec, review);
export const kitchens = content(kitchenSpec, kitchen);

export function formOf(inside: string, attributes = 'method=post', around = 'main'): Form {
  const [form] = parsePage(`<${around}><form ${attributes}>${inside}</form></${around}>`, '/here/').forms;
  if (!form) throw new Error('no form');
  return form;
}

export const row = (role: string, id: number, marks: Record<string, string>): ContentRow => ({
  role,
  owner: anonymous(),
  id,
  marks,
  values: {},
  onto: null,
});
