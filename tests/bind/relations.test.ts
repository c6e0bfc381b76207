/** How models are connected, however it is written. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/app/facts.ts';
import { fieldsWithJoins, leadsToModel } from '../../src/bind/relations.ts';
import { facts, field, key, kitchen, model, recipe, toUser } from './small-facts.ts';

const connected = (of: Model, others: Model[]): [name: string, kind: string, related: string | null][] =>
  fieldsWithJoins(of, facts([of, ...others]))
    .filter(({ related }) => related !== null)
    .map(({ name, kind, related }) => [name, kind, related]);

const plain = model('cook.Recipe', [field('title', 'text')]);
const toRecipe = field('recipe', 'relation', { related: 'cook.Recipe' });
const toKitchen = field('kitchen', 'relation', { related: 'cook.Kitchen' });

describe('many to many', () => {
  test('declared on the model', () => {
    expect(
      connected(model('cook.Recipe', [field('kitchens', 'relations', { related: 'cook.Kitchen' })]), [
        kitchen,
      ]),
    ).toEqual([['kitchens', 'relations', 'cook.Kitchen']]);
  });

  test('declared on the other one: called by its name', () => {
    const other = model('cook.Kitchen', [field('recipes', 'relations', { related: 'cook.Recipe' })]);
    expect(connected(plain, [other])).toEqual([['kitchen', 'relations', 'cook.Kitchen']]);
  });

  test('by a model that joins the two', () => {
    const join = model('cook.RecipeKitchen', [toRecipe, toKitchen, field('order', 'integer')]);
    expect(connected(plain, [kitchen, join])).toEqual([['kitchen', 'relations', 'cook.Kitchen']]);
  });

  test('with itself: only what it declares', () => {
    const like = model('cook.Recipe', [field('similar', 'relations', { related: 'cook.Recipe' })]);
    expect(connected(like, [])).toEqual([['similar', 'relations', 'cook.Recipe']]);
  });

  test.each<[string, Model[]]>([
    [
      'a model with a text of its own is no join',
      [model('cook.Remark', [toRecipe, toKitchen, field('text', 'longtext')])],
    ],
    ['a like joins it with a user, not with a content', [model('cook.Like', [toRecipe, toUser('by')])]],
    ['a model of one relation', [model('cook.Photo', [toRecipe, field('taken', 'datetime')])]],
    ['a model of three relations', [model('cook.Menu', [toRecipe, toKitchen, toUser('by')])]],
    [
      'a join that a library brings along',
      [model('lib.RecipeKitchen', [toRecipe, toKitchen], { learner: false })],
    ],
    [
      'two relations to other models',
      [model('cook.Other', [toKitchen, field('shop', 'relation', { related: 'cook.Shop' })])],
    ],
    [
      'a join that is written out and named by its field',
      [
        model('cook.RecipeKitchen', [toRecipe, toKitchen]),
        model('cook.Week', [
          field('days', 'relations', { related: 'cook.Day', through: 'cook.RecipeKitchen' }),
        ]),
      ],
    ],
  ])('not: %s', (_, others) => {
    expect(connected(plain, [kitchen, ...others])).toEqual([]);
  });

  test('fields keep their order, what others declare comes last', () => {
    const other = model('cook.Kitchen', [field('recipes', 'relations', { related: 'cook.Recipe' })]);
    expect(fieldsWithJoins(plain, facts([plain, other])).map(({ name }) => name)).toEqual([
      'id',
      'title',
      'kitchen',
    ]);
  });

  test('two thousand models that all point at it', () => {
    const many = Array.from({ length: 1900 }, (_, index) =>
      model(`cook.M${index}`, [field('recipes', 'relations', { related: 'cook.Recipe' })]),
    );
    const started = performance.now();
    expect(fieldsWithJoins(plain, facts([plain, ...many]))).toHaveLength(1902);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('leads to a model', () => {
  const generic = model('cook.Note', [field('kind', 'relation', { related: 'contenttypes.ContentType' })], {
    generic: true,
  });
  test.each([
    ['a foreign key', toRecipe, 'cook.Recipe', plain, true],
    ['a foreign key to another', toKitchen, 'cook.Recipe', plain, false],
    ['a many-to-many', field('r', 'relations', { related: 'cook.Recipe' }), 'cook.Recipe', plain, false],
    ['a generic relation', generic.fields[1] ?? key, 'cook.Recipe', generic, true],
    ['a kind of content without the key beside it', generic.fields[1] ?? key, 'cook.Recipe', recipe, false],
    ['where the model is not known', toRecipe, null, plain, false],
    ['a plain field', field('recipe', 'integer'), 'cook.Recipe', plain, false],
  ])('%s: %#', (_, from, label, own, leads) => {
    expect(leadsToModel(from, label, own)).toBe(leads);
  });
});
