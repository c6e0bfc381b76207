/** How models are connected: foreign keys, many-to-many from either side, a model that joins two. */
import type { Facts, Model, ModelField } from '../app/facts.ts';

/** The model's own fields, and a field for each many-to-many relation that another model declares. */
export function fieldsWithJoins(model: Model, facts: Facts): ModelField[] {
  return [...model.fields, ...declaredElsewhere(model, facts), ...joined(model, facts)];
}

/** True for a relation to that model, or to something that a generic relation may point at. */
export function leadsToModel(field: ModelField, label: string | null, model: Model): boolean {
  if (label === null) return false;
  if (field.kind === 'relation' && field.related === label) return true;
  return field.related === 'contenttypes.ContentType' && model.generic;
}

const declaredElsewhere = (model: Model, facts: Facts): ModelField[] =>
  facts.models
    .filter((other) => other.label !== model.label)
    .flatMap((other) =>
      other.fields
        .filter((field) => field.kind === 'relations' && field.related === model.label)
        .map((field) => ({ ...field, name: other.name.toLowerCase(), related: other.label })),
    );

/** A model of two foreign keys joins this one with the other. */
function joined(model: Model, facts: Facts): ModelField[] {
  const through = new Set(
    facts.models.flatMap(({ fields }) =>
      fields.flatMap((field) => (field.through === null ? [] : [field.through])),
    ),
  );
  return facts.models
    .filter((join) => join.learner && !through.has(join.label) && join.fields.length <= 5)
    .flatMap((join) => {
      const relations = join.fields.filter((field) => field.kind === 'relation');
      const others = relations.filter(
        (field) => field.related !== model.label && field.related !== facts.user.model,
      );
      const plain = join.fields.every((field) => !['longtext', 'text', 'boolean'].includes(field.kind));
      return relations.length === 2 && others.length === 1 && plain
        ? others.map((field) => ({ ...field, kind: 'relations' as const }))
        : [];
    });
}
