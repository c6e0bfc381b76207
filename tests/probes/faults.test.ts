/** Bodies with one fault in a field that the exercise does not name. */
import { expect, test } from 'vitest';
import type { Facts, InputField } from '../../src/app/facts.ts';
import type { BoundResource } from '../../src/bind/bound.ts';
import type { Endpoint } from '../../src/bind/endpoint.ts';
import { faultsElsewhere } from '../../src/probes/faults.ts';
import { facts, field, kitchen, model, recipe } from '../bind/small-facts.ts';

const input = (name: string, kind: InputField['kind'], more: Partial<InputField> = {}): InputField => ({
  name,
  kind,
  type: 'Field',
  required: false,
  readOnly: false,
  writeOnly: false,
  maxLength: null,
  minLength: null,
  choices: null,
  related: null,
  source: null,
  ...more,
});

const shelf = model('cook.Shelf', []);
const uuidShelf = { ...shelf, fields: [field('id', 'uuid', { primaryKey: true })] };
const dish = { ...recipe, fields: [...recipe.fields, field('due', 'date', { null: true })] };
const all: Facts = facts([dish, kitchen, uuidShelf]);

/** what is sent under which key, apart from what is valid */
async function sent(handler: Partial<Endpoint['handler']>): Promise<unknown[]> {
  const resource = {
    model: dish,
    slots: { title: { field: dish.fields[1] } },
  } as unknown as BoundResource;
  const endpoint = { method: 'POST', handler: { input: null, keys: [], ...handler } } as unknown as Endpoint;
  let made = 0;
  const bodies = faultsElsewhere(
    resource,
    endpoint,
    all,
    () => `text ${++made}`,
    (marker) => async () => ({ title: marker }),
  );
  return Promise.all(bodies.map(({ body }) => body()));
}

test('a row that does not exist, a text for a number, no date: one at a time, each with a text of its own', async () =>
  expect(
    await sent({
      input: [
        input('title', 'text'),
        input('servings', 'integer'),
        input('due', 'date'),
        input('kitchens', 'relations', { related: 'cook.Kitchen' }),
        input('shelf', 'relation', { related: 'cook.Shelf' }),
        input('mood', 'choice'),
        input('note', 'longtext'),
        input('id', 'integer', { readOnly: true }),
      ],
    }),
  ).toEqual([
    { title: 'text 1', servings: 'not a number' },
    { title: 'text 2', due: 'not a date' },
    { title: 'text 3', kitchens: [987_654_321] },
    { title: 'text 4', shelf: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6' },
    { title: 'text 5', mood: 'no such choice' },
  ]));

test('keys that a view reads by hand, as their model field is or as they are called', async () =>
  expect(await sent({ keys: ['title', 'due', 'kitchen_ids', 'parent_id', 'mood'] })).toEqual([
    { title: 'text 1', due: 'not a date' },
    { title: 'text 2', kitchen_ids: [987_654_321] },
    { title: 'text 3', parent_id: 987_654_321 },
  ]));

test('a text over a date is a date, and what the code reads beside its serializer counts', async () =>
  expect(await sent({ input: [input('due', 'text')], keys: ['due', 'shelf_id'] })).toEqual([
    { title: 'text 1', due: 'not a date' },
    { title: 'text 2', shelf_id: 987_654_321 },
  ]));

test('no more than a handful', async () =>
  expect(
    await sent({ input: Array.from({ length: 20 }, (_, index) => input(`n${index}`, 'integer')) }),
  ).toHaveLength(6));
