/** Rows of everybody's, made inside the app: without them most pages show nothing, and nothing belongs to anybody. */
import type { Model, ModelField } from '../app/facts.ts';
import { mentions, splitWords } from '../bind/endpoint.ts';
import { makeMarker } from '../bind/random.ts';
import { PRIVATE, PUBLIC } from '../bind/site/public-words.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import type { PersonName, Surface, SurfaceRow } from './surface.ts';

const MOST_MODELS = 30;

export async function giveRows(tools: SiteTools, people: Surface['people']): Promise<SurfaceRow[]> {
  const { facts } = tools;
  const rows: SurfaceRow[] = [userRow(tools, people, 'alice'), userRow(tools, people, 'bob')].flatMap(
    (row) => row ?? [],
  );
  const models = facts.models
    .filter(({ learner, label }) => learner && label !== facts.user.model)
    .slice(0, MOST_MODELS);
  // What stands for itself comes first, so that what belongs to something finds it.
  const sorted = models.toSorted(
    (a, b) => depthOf(a, models) - depthOf(b, models) || relations(a) - relations(b),
  );
  for (const model of sorted) {
    const owned = isOwned(model, facts.models, facts.user.model);
    for (const owner of owned ? (['alice', 'bob'] as const) : [null]) {
      const row = await giveRow(tools, people, model, owner, false, parentsFor(model, owner, rows));
      if (row !== null) rows.push(row);
    }
    const hides = owned ? hidingValues(model) : null;
    const hidden =
      hides === null
        ? null
        : await giveRow(tools, people, model, 'alice', true, {
            ...parentsFor(model, 'alice', rows),
            ...hides,
          });
    if (hidden !== null) rows.push(hidden);
  }
  return rows;
}

/** What it hangs on is public and of the same person, so that it is seen where such rows are seen. */
export function parentsFor(
  { fields, label }: Model,
  owner: PersonName | null,
  rows: readonly SurfaceRow[],
): Record<string, unknown> {
  const parents = fields.flatMap(({ name, kind, related, unique }) => {
    if (kind !== 'relation' || related === label || unique) return [];
    const known = rows.filter((row) => row.model.label === related && row.model.learner && !row.hidden);
    const row = known.find((one) => one.owner === owner) ?? known.find((one) => one.owner === null);
    return row === undefined || (row.owner !== owner && row.owner !== null) ? [] : [[name, row.id] as const];
  });
  return Object.fromEntries(parents);
}

/** How many models stand above it: those that it cannot be without, and theirs. */
function depthOf({ fields, label }: Model, models: readonly Model[], most = 5): number {
  const above = models.filter(
    (one) =>
      one.label !== label && fields.some(({ related, kind }) => kind === 'relation' && related === one.label),
  );
  return most === 0 ? 0 : Math.max(0, ...above.map((one) => 1 + depthOf(one, models, most - 1)));
}

const relations = ({ fields }: Model): number => fields.filter(({ related }) => related !== null).length;

/** People are rows, too: they have pages and can be changed. */
function userRow({ facts }: SiteTools, people: Surface['people'], name: PersonName): SurfaceRow | null {
  const model = facts.models.find(({ label }) => label === facts.user.model);
  const { actor } = people[name];
  if (model === undefined || actor.id === null || actor.person === null) return null;
  const { username, email } = actor.person;
  const ownerName = nameOf(people, name);
  return {
    model,
    id: actor.id,
    owner: name,
    ownerName,
    marks: {},
    values: { username, email },
    hidden: false,
    url: null,
  };
}

/**
 * Belongs to a user: by a relation to one, to a row that there is one of per user, or to a row that itself belongs to
 * a user and that it cannot be without.
 */
function isOwned({ label, fields }: Model, models: readonly Model[], user: string, depth = 2): boolean {
  if (fields.some(({ kind, related }) => kind === 'relation' && related === user)) return true;
  return fields.some(({ kind, related, null: mayBeNone }) => {
    const parent = models.find((one) => one.label === related && one.learner && related !== label);
    if (kind !== 'relation' || parent === undefined) return false;
    const isProfile = parent.fields.some((field) => field.related === user && field.unique);
    return isProfile || (depth > 0 && !mayBeNone && isOwned(parent, models, user, depth - 1));
  });
}

const nameOf = (people: Surface['people'], owner: PersonName | null): string | null => {
  const person = owner === null ? null : people[owner].actor.person;
  return person === null ? null : person.username;
};

export async function giveRow(
  tools: SiteTools,
  people: Surface['people'],
  model: Model,
  owner: PersonName | null,
  hidden: boolean,
  values: Record<string, unknown> = {},
): Promise<SurfaceRow | null> {
  const { instance } = tools.session;
  const marks = Object.fromEntries(
    model.fields
      .filter(isProse)
      .map(({ name, maxLength }) => [name, makeMarker(tools.random).slice(0, maxLength ?? 20)]),
  );
  const user = owner === null ? null : people[owner].actor.id;
  const made = await instance
    .call('rows.create', { model: model.label, values: { ...marks, ...values }, user })
    .catch(() => null);
  if (made === null) return null;
  const { id } = made;
  if (!hidden) await instance.call('rows.publish', { model: model.label, id }).catch(() => null);
  const kept = (await instance.call('rows.get', { model: model.label, id }).catch(() => null)) ?? made;
  const { url } = await instance.call('rows.url', { model: model.label, id }).catch(() => ({ url: null }));
  return { model, id, owner, ownerName: nameOf(people, owner), marks, values: kept.values, hidden, url };
}

/** Text that somebody wrote, rather than a code that the app chooses. */
const isProse = ({ kind, choices, editable, unique, primaryKey }: ModelField): boolean =>
  (kind === 'text' || kind === 'longtext') && choices === null && editable && !unique && !primaryKey;

/** The values by which a row is not public yet; null where its model has no such thing. */
function hidingValues({ fields }: Model): Record<string, unknown> | null {
  for (const { name, kind, choices } of fields) {
    const words = splitWords(name);
    if (kind === 'boolean' && mentions(words, PUBLIC)) return { [name]: false };
    if (kind === 'boolean' && mentions(words, PRIVATE)) return { [name]: true };
    const hiding = choices?.find((choice) => mentions(splitWords(String(choice)), PRIVATE));
    if (hiding !== undefined) return { [name]: hiding };
  }
  return null;
}
