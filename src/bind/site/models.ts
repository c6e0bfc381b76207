/** Which model each content role is: by its name, its fields, what it is connected with and the pages that serve it. */
import type { Facts, Model } from '../../app/facts.ts';
import type { ContentSpec, ExerciseSpec } from '../../spec/schema.ts';
import type { Mapping } from '../configured.ts';
import { mentions, splitWords } from '../endpoint.ts';
import { bindSlots, leadsToUser, type SlotBinding } from '../slots.ts';

export interface ContentModel {
  spec: ContentSpec;
  model: Model;
  slots: Record<string, SlotBinding>;
  reasons: string[];
}

/** In the order of the spec; a role that another one leads to (the tags of an item) is what that relation says. */
export function contentModels(
  facts: Facts,
  spec: ExerciseSpec,
  mapping: Mapping,
): Record<string, ContentModel> {
  const found: Record<string, ContentModel> = {};
  const roles = Object.entries(spec.roles).flatMap(([name, role]) =>
    role.role === 'content' ? [[name, role] as const] : [],
  );
  const modelOf = (role: string): string | null => found[role]?.model.label ?? null;
  for (const [name, role] of roles) {
    const taken = new Set(Object.values(found).map(({ model }) => model.label));
    const configured = facts.models.find(({ name: own }) => own === mapping[name]);
    const related = relatedModel(name, found, facts);
    const candidates = (configured ?? related) ? [configured ?? (related as Model)] : facts.models;
    const best = candidates
      .filter(
        (model) => model === configured || model === related || (model.learner && !taken.has(model.label)),
      )
      .filter((model) => model.label !== facts.user.model)
      .map((model) => weigh(model, role, facts, modelOf))
      .map((one) =>
        one.model === related ? { ...one, score: 99, reasons: ['the relation leads to it'] } : one,
      )
      .map((one) =>
        one.model === configured ? { ...one, score: 99, reasons: ['.milepost.yml says so'] } : one,
      )
      .filter(({ score }) => score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined)
      found[name] = {
        spec: role,
        model: best.model,
        slots: mapped(name, best, mapping),
        reasons: best.reasons,
      };
  }
  return found;
}

const MIN_SCORE = 6;

/** The model at the other end of a `many` slot of a role that is known already. */
function relatedModel(role: string, found: Record<string, ContentModel>, facts: Facts): Model | undefined {
  for (const { spec, slots } of Object.values(found))
    for (const [slot, { to, kind }] of Object.entries(spec.slots))
      if (to === role && kind === 'many' && slots[slot] !== undefined)
        return facts.models.find(({ label }) => label === slots[slot]?.field.related);
  return undefined;
}

interface Weighed {
  model: Model;
  slots: Record<string, SlotBinding>;
  score: number;
  reasons: string[];
}

function weigh(
  model: Model,
  spec: ContentSpec,
  facts: Facts,
  modelOf: (role: string) => string | null,
): Weighed {
  const slots = bindSlots(model, spec, facts, modelOf);
  const words = splitWords(model.name);
  const position = spec.words.findIndex((stem) => mentions(words, [stem]));
  const fitting = Object.values(slots).filter(({ rightKind }) => rightKind).length;
  const pages = facts.routes.filter(({ model: shown }) => shown === model.label).length;
  const linked = Object.entries(spec.slots).some(
    ([slot, { kind }]) => kind === 'one' && slots[slot] !== undefined,
  );
  const hasText = Object.entries(spec.slots).some(
    ([slot, { kind }]) => kind === 'longtext' && slots[slot]?.field.kind === 'longtext',
  );
  const isUsers = model.fields.some((field) => field.kind === 'relation' && leadsToUser(field, facts));
  const reasons: string[] = [];
  let score = fitting + Math.min(pages, 4);
  if (position >= 0) {
    score += 6 - position / 4;
    reasons.push(`its name is "${model.name}"`);
  }
  if (linked) {
    score += 4;
    reasons.push('it is connected with what it should belong to');
  }
  if (pages > 0) reasons.push(`${pages} of the app's URLs show it`);
  if (fitting > 0) reasons.push(`${fitting} of ${Object.keys(spec.slots).length} fields fit`);
  if (hasText) score += 2;
  if (isUsers) score += 1;
  // A name, or a text of its own: a like or a bookmark is connected in the same way. What should belong to something
  // must do so, or say it by its name: a profile has a user and a text, too.
  const belongs = Object.values(spec.slots).some(({ kind }) => kind === 'one');
  const signed = Object.entries(spec.slots).some(
    ([slot, { kind }]) => (kind === 'person' || kind === 'datetime') && slots[slot] !== undefined,
  );
  const isIt = position >= 0 || (hasText && (belongs ? linked && signed : true));
  return { model, slots, score: isIt ? score : 0, reasons };
}

function mapped(role: string, { model, slots }: Weighed, mapping: Mapping): Record<string, SlotBinding> {
  const changed = { ...slots };
  for (const [key, name] of Object.entries(mapping)) {
    const field = key.startsWith(`${role}.`) ? model.fields.find((one) => one.name === name) : undefined;
    if (field !== undefined)
      changed[key.slice(role.length + 1)] = { field, rightKind: true, reasons: ['.milepost.yml says so'] };
  }
  return changed;
}
