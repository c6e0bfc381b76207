/** Which field of a model each slot is. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/app/facts.ts';
import { bindSlots, leadsToUser } from '../../src/bind/slots.ts';
import type { ContentSpec, SlotSpec } from '../../src/spec/schema.ts';
import {
  facts,
  field,
  key,
  kitchen,
  kitchenSpec,
  model,
  recipe,
  recipeSpec,
  review,
  reviewSpec,
  toUser,
} from './small-facts.ts';

const modelOf = (role: string): string | null =>
  ({ recipe: 'cook.Recipe', kitchen: 'cook.Kitchen' })[role] ?? null;
/** slot → field, with a star where it has another kind than was asked for */
const bound = (of: Model, spec: Pick<ContentSpec, 'slots'>, others: Model[] = []): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bindSlots(of, spec, facts([of, ...others]), modelOf)).map(
      ([slot, { field: own, rightKind }]) => [slot, `${own.name}${rightKind ? '' : '*'}`],
    ),
  );
const one = (kind: SlotSpec['kind'], words?: string[], to?: string) => ({
  slots: { it: { kind, label: 'it', ...(words && { words }), ...(to && { to }) } },
});

test('the fields of a usual model', () => {
  expect(bound(recipe, recipeSpec, [kitchen])).toEqual({
    title: 'title',
    method: 'method',
    cook: 'cook',
    written: 'written',
    address: 'slug',
    kitchens: 'kitchens',
  });
  expect(bound(review, reviewSpec, [recipe])).toEqual({ recipe: 'recipe', critic: 'critic', text: 'body' });
  expect(bound(kitchen, kitchenSpec)).toEqual({ title: 'name' });
});

test('each slot with the reasons that a report shows', () => {
  const { title, cook } = bindSlots(
    model('cook.Recipe', [field('headline', 'text'), toUser('owner')]),
    {
      slots: {
        title: { kind: 'text', label: 'title', words: ['title'] },
        cook: { kind: 'user', label: 'cook' },
      },
    },
    facts([]),
  );
  expect([title?.field.name, title?.rightKind, title?.reasons]).toEqual([
    'headline',
    true,
    ['it is the field that fits (CharField)'],
  ]);
  expect([cook?.field.name, cook?.rightKind, cook?.reasons]).toEqual([
    'owner',
    true,
    ['it is the field that fits (ForeignKey)'],
  ]);
  const { it } = bindSlots(model('a.B', [field('done', 'text')]), one('boolean', ['done']), facts([]));
  expect(it?.reasons).toEqual([
    'its name "done" says so',
    'it is a CharField, which is not the kind that was asked for',
  ]);
});

describe('a name before a position', () => {
  test('what is called like the text is not the title because it comes first', () => {
    const swapped = model('cook.Recipe', [field('body', 'text'), field('name', 'text')]);
    expect(
      bound(swapped, {
        slots: { title: recipeSpec.slots.title as SlotSpec, method: recipeSpec.slots.method as SlotSpec },
      }),
    ).toEqual({
      title: 'name',
      method: 'body',
    });
  });

  test('earlier words count more, and compound and plural names are found', () => {
    expect(
      bound(
        model('a.B', [field('name', 'text'), field('main_title', 'text')]),
        one('text', ['title', 'name']),
      ),
    ).toEqual({
      it: 'main_title',
    });
    expect(bound(model('a.B', [field('recipeTitles', 'text')]), one('text', ['title']))).toEqual({
      it: 'recipeTitles',
    });
  });

  test('no field for two slots', () => {
    expect(
      bound(model('a.B', [field('text', 'longtext')]), {
        slots: {
          a: { kind: 'longtext', label: 'a', words: ['text'] },
          b: { kind: 'longtext', label: 'b', words: ['text'] },
        },
      }),
    ).toEqual({ a: 'text' });
  });
});

describe('kinds', () => {
  test.each<[string, Model, Pick<ContentSpec, 'slots'>, Record<string, string>]>([
    [
      'a text that is a number is none',
      model('a.B', [field('title', 'integer')]),
      one('text', ['title']),
      {},
    ],
    [
      'a long text under a telling name may be short',
      model('a.B', [field('body', 'text')]),
      one('longtext', ['body']),
      { it: 'body' },
    ],
    [
      'a short text under no telling name is no long one',
      model('a.B', [field('x', 'text')]),
      one('longtext', ['body']),
      {},
    ],
    [
      'a flag kept as text, reported as such',
      model('a.B', [field('done', 'text')]),
      one('boolean', ['done']),
      { it: 'done*' },
    ],
    [
      'a choice with a value that says done',
      model('a.B', [field('state', 'choice', { choices: ['open', 'done'] })]),
      one('boolean', ['done']),
      { it: 'state' },
    ],
    [
      'a choice without one',
      model('a.B', [field('state', 'choice', { choices: ['open', 1, true] })]),
      one('boolean', ['done']),
      {},
    ],
    [
      'a date that sets itself, whatever its name',
      model('a.B', [field('x', 'datetime', { automatic: true })]),
      one('datetime', ['created']),
      { it: 'x' },
    ],
    [
      'a date that is about the end',
      model('a.B', [field('updated', 'datetime', { automatic: true })]),
      one('datetime', ['created']),
      {},
    ],
    [
      'the same, asked for by its name',
      model('a.B', [field('added', 'datetime', { automatic: true }), field('due_date', 'date')]),
      one('datetime', ['due', 'deadline']),
      { it: 'due_date' },
    ],
    [
      'no such date, where another sets itself',
      model('a.B', [field('added', 'datetime', { automatic: true })]),
      one('datetime', ['due', 'deadline']),
      {},
    ],
    [
      'a day by its name',
      model('a.B', [field('created', 'date')]),
      one('datetime', ['created']),
      { it: 'created' },
    ],
    ['a day by no name', model('a.B', [field('x', 'date')]), one('datetime', ['created']), {}],
    ['a user by no name', model('a.B', [toUser('x')]), one('user', ['author']), { it: 'x' }],
    ['a user as a text is none', model('a.B', [field('author', 'text')]), one('user', ['author']), {}],
    [
      'a person as a text',
      model('a.B', [field('author', 'text')]),
      one('person', ['author']),
      { it: 'author' },
    ],
    [
      'a person as an e-mail address',
      model('a.B', [field('email', 'email')]),
      one('person', ['email']),
      { it: 'email' },
    ],
    [
      'a person: the relation before the text',
      model('a.B', [field('name', 'text'), toUser('writer')]),
      one('person', ['name', 'writer']),
      { it: 'writer' },
    ],
    ['a slug by no name', model('a.B', [field('x', 'slug')]), one('slug', ['permalink']), { it: 'x' }],
    [
      'a slug of a library',
      model('a.B', [field('x', 'other', { type: 'AutoSlugField' })]),
      one('slug'),
      { it: 'x' },
    ],
    ['a text called slug', model('a.B', [field('url_slug', 'text')]), one('slug'), { it: 'url_slug' }],
    ['a text called otherwise', model('a.B', [field('permalink', 'text')]), one('slug', ['permalink']), {}],
    ['a one by no name', review, one('one', [], 'recipe'), { it: 'recipe' }],
    ['a one to a role that was not found', review, one('one', ['recipe'], 'shop'), {}],
    ['a one that leads nowhere', review, one('one', ['recipe']), {}],
    ['a many by its name', recipe, one('many', ['kitchen'], 'kitchen'), { it: 'kitchens' }],
    ['a many by no telling name', recipe, one('many', ['tag'], 'kitchen'), {}],
    [
      'a many by what it leads to',
      model('a.B', [field('x', 'relations', { related: 'cook.Kitchen' })]),
      one('many', ['kitchen'], 'kitchen'),
      { it: 'x' },
    ],
    [
      'users who like it',
      model('a.B', [field('kitchen', 'relations', { related: 'auth.User' })]),
      one('many', ['kitchen'], 'kitchen'),
      {},
    ],
    [
      'others of its own',
      model('a.B', [field('kitchen', 'relations', { related: 'a.B' })]),
      one('many', ['kitchen'], 'kitchen'),
      {},
    ],
    ['the key', model('a.B', []), one('text', ['id']), {}],
    ['no words at all', model('a.B', [field('x', 'text')]), one('text'), { it: 'x' }],
  ])('%s', (_, of, spec, expected) => {
    expect(bound(of, spec, [kitchen])).toEqual(expected);
  });
});

test('a generic relation is a one', () => {
  const note = model(
    'cook.Note',
    [field('kind', 'relation', { related: 'contenttypes.ContentType' }), field('text', 'longtext')],
    {
      generic: true,
    },
  );
  expect(bound(note, one('one', [], 'recipe'))).toEqual({ it: 'kind' });
});

describe('leads to a user', () => {
  const profile = model('cook.Profile', [toUser('account'), field('about', 'longtext')]);
  const library = model('lib.Profile', [toUser('account')], { learner: false });
  test.each([
    ['to the user', toUser('by'), true],
    ['to a profile', field('by', 'relation', { related: 'cook.Profile' }), true],
    ['to a model of a library that has a user', field('by', 'relation', { related: 'lib.Profile' }), false],
    ['to a model that is not told of', field('by', 'relation', { related: 'gone.Model' }), false],
    ['nowhere', field('by', 'text'), false],
  ])('%s', (_, from, leads) => {
    expect(leadsToUser(from, facts([profile, library]))).toBe(leads);
  });
});

test('hostile: fields named like what every object has, and a thousand of them', () => {
  const strange = model('a.B', [
    field('__proto__', 'text'),
    field('constructor', 'text'),
    ...Array.from({ length: 1000 }, (_, index) => field(`f${'é'.repeat(50)}${index}`, 'text')),
    field('title', 'text'),
  ]);
  expect(bound(strange, one('text', ['title']))).toEqual({ it: 'title' });
  expect(bound(strange, one('text', ['nothing']))).toEqual({ it: '__proto__' });
  expect(bound(model('a.B', []), recipeSpec)).toEqual({});
  expect(key.primaryKey).toBe(true);
});

describe('a flag', () => {
  const done = one('boolean', ['completed', 'done', 'concluida', 'datecompleted']);
  test.each<[what: string, fields: Parameters<typeof model>[1], found: Record<string, string>]>([
    ['of any name', [field('ok', 'boolean')], { it: 'ok' }],
    ['but of a name that says something else', [field('deleted', 'boolean')], {}],
    [
      'as the moment of it, empty until then',
      [field('important', 'boolean'), { ...field('datecompleted', 'datetime'), null: true }],
      { it: 'datecompleted' },
    ],
    ['no moment that always is', [field('completed', 'datetime')], {}],
    [
      'a choice before the moment of it',
      [
        { ...field('completed_at', 'datetime'), null: true },
        { ...field('done', 'choice'), choices: ['Aberta', 'Concluída'] },
      ],
      { it: 'done' },
    ],
  ])('%s', (_, fields, found) => {
    expect(bound(model('cook.Recipe', fields), done)).toEqual(found);
  });
});
