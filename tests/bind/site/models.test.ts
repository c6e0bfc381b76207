/** Which model each content role is. */
import { describe, expect, test } from 'vitest';
import type { Facts, Model, Route } from '../../../src/app/facts.ts';
import { contentModels } from '../../../src/bind/site/models.ts';
import type { ExerciseSpec } from '../../../src/spec/schema.ts';
import {
  facts,
  field,
  kitchen,
  kitchenSpec,
  model,
  recipe,
  recipeSpec,
  review,
  reviewSpec,
  toUser,
  user,
} from '../small-facts.ts';

const spec = (
  roles: ExerciseSpec['roles'] = { recipe: recipeSpec, review: reviewSpec, kitchen: kitchenSpec },
): ExerciseSpec => ({
  exercise: 'cookbook',
  title: 'A cookbook',
  roadmap: 'A test',
  recognise: { words: ['cookbook'], packages: [] },
  actors: ['alice'],
  roles,
  requirements: [],
});

const showing = (label: string, path = `/${label}/`): Route => ({
  path,
  params: [],
  name: null,
  methods: [],
  view: { name: 'cook.views.view', kind: 'class', learner: true, place: null, bases: [], docstring: null },
  model: label,
  permissions: [],
  authentications: [],
  throttles: [],
  pagination: null,
  csrfExempt: false,
  template: null,
});

/** role → model, with its reasons */
const found = (
  models: Model[],
  mapping: Record<string, string> = {},
  more: Partial<Facts> = {},
  roles?: ExerciseSpec['roles'],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contentModels(facts(models, more), spec(roles), mapping)).map(
      ([role, { model: own, reasons }]) => [role, `${own.name}: ${reasons.join('; ')}`],
    ),
  );

test('by their names, their fields and what they are connected with', () => {
  expect(found([kitchen, review, recipe])).toEqual({
    recipe: 'Recipe: its name is "Recipe"; 6 of 6 fields fit',
    review: 'Review: its name is "Review"; it is connected with what it should belong to; 3 of 3 fields fit',
    kitchen: 'Kitchen: the relation leads to it',
  });
});

test('the slots of each are bound', () => {
  const {
    recipe: own,
    review: answer,
    kitchen: label,
  } = contentModels(facts([recipe, review, kitchen]), spec(), {});
  const names = (of: typeof own) =>
    Object.entries(of?.slots ?? {}).map(([slot, bound]) => [slot, bound.field.name]);
  expect(Object.fromEntries(names(own))).toEqual({
    title: 'title',
    method: 'method',
    cook: 'cook',
    written: 'written',
    address: 'slug',
    kitchens: 'kitchens',
  });
  expect(Object.fromEntries(names(answer))).toEqual({ recipe: 'recipe', critic: 'critic', text: 'body' });
  expect(Object.fromEntries(names(label))).toEqual({ title: 'name' });
});

describe('under other names', () => {
  const rename = (of: Model, label: string, fields = of.fields.slice(1)): Model => model(label, fields);

  test('a main model with a name of its own is known by its text and its pages', () => {
    const page = rename(recipe, 'cook.Entry');
    expect(found([page], {}, { routes: [showing('cook.Entry'), showing('cook.Entry', '/x/')] }).recipe).toBe(
      "Entry: 2 of the app's URLs show it; 6 of 6 fields fit",
    );
  });

  test('an answer with a name of its own is known by what it belongs to', () => {
    const answer = rename(review, 'cook.Feedback');
    expect(found([recipe, answer]).review).toBe(
      'Feedback: it is connected with what it should belong to; 3 of 3 fields fit',
    );
  });

  test('labels of any name are known by the relation', () => {
    const dishes = model('cook.Recipe', [
      ...recipe.fields.slice(1, -1),
      field('cuisines', 'relations', { related: 'cook.Style' }),
    ]);
    expect(found([dishes, model('cook.Style', [field('label', 'text')])]).kitchen).toBe(
      'Style: the relation leads to it',
    );
  });

  test('labels of a library', () => {
    const dishes = model('cook.Recipe', [
      ...recipe.fields.slice(1, -1),
      field('kitchens', 'relations', { related: 'labels.Label' }),
    ]);
    const label = model('labels.Label', [field('name', 'text')], { learner: false });
    expect(found([dishes, label]).kitchen).toBe('Label: the relation leads to it');
  });
});

describe('not found', () => {
  test.each<[string, Model[]]>([
    ['no models', []],
    ['the user', [user]],
    ['models of libraries', [model('lib.Recipe', recipe.fields.slice(1), { learner: false })]],
    [
      'a like: connected, but without a name or a text',
      [model('cook.Like', [field('recipe', 'relation', { related: 'cook.Recipe' }), toUser('by')])],
    ],
    [
      'a profile: a user and a picture',
      [model('cook.Profile', [toUser('owner'), field('picture', 'image')])],
    ],
  ])('%s', (_, models) => {
    expect(found(models)).toEqual({});
  });

  test('a profile with a text is no answer', () => {
    const profile = model('cook.Profile', [toUser('owner'), field('about', 'longtext')]);
    expect(found([recipe, kitchen, profile]).review).toBeUndefined();
  });

  test('one model is not two roles', () => {
    expect(Object.keys(found([recipe]))).toEqual(['recipe']);
  });
});

describe('.milepost.yml', () => {
  test('names the model, and it is taken whatever it looks like', () => {
    const odd = model('cook.Thing', [field('x', 'text')]);
    expect(found([recipe, odd], { recipe: 'Thing' }).recipe).toBe('Thing: .milepost.yml says so');
  });

  test('names a field', () => {
    const bound = contentModels(facts([recipe]), spec({ recipe: recipeSpec }), {
      'recipe.title': 'method',
      'recipe.gone': 'nothing',
    });
    expect(bound.recipe?.slots.title).toEqual({
      field: field('method', 'longtext'),
      rightKind: true,
      reasons: ['.milepost.yml says so'],
    });
    expect(Object.keys(bound.recipe?.slots ?? {})).not.toContain('gone');
  });

  test('names a model that is not there: as if it said nothing', () => {
    expect(found([recipe], { recipe: 'Nothing' })).toEqual(found([recipe]));
  });
});

describe('hostile', () => {
  test('models named like what every object has, models that lead in a circle', () => {
    const a = model('a.constructor', [
      field('title', 'text'),
      field('b', 'relations', { related: 'a.__proto__' }),
    ]);
    const b = model('a.__proto__', [
      field('title', 'text'),
      field('a', 'relations', { related: 'a.constructor' }),
    ]);
    expect(found([a, b])).toEqual({});
  });

  test('a thousand models of the same kind', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      model(`cook.Recipe${index}`, recipe.fields.slice(1)),
    );
    const started = performance.now();
    expect(found(many).recipe).toBe('Recipe0: its name is "Recipe0"; 6 of 6 fields fit');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
