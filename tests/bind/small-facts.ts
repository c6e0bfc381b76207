/** Facts of a small cookbook, and the same with whatever a test changes. */
import { type Facts, factsSchema, type Model, type ModelField, type Route } from '../../src/app/facts.ts';
import type { ContentSpec, SlotSpec } from '../../src/spec/schema.ts';

const TYPES: Partial<Record<ModelField['kind'], string>> = {
  text: 'CharField',
  longtext: 'TextField',
  slug: 'SlugField',
  datetime: 'DateTimeField',
  date: 'DateField',
  boolean: 'BooleanField',
  relation: 'ForeignKey',
  relations: 'ManyToManyField',
  integer: 'IntegerField',
  choice: 'CharField',
  email: 'EmailField',
};

export const field = (
  name: string,
  kind: ModelField['kind'],
  more: Partial<ModelField> = {},
): ModelField => ({
  name,
  kind,
  type: TYPES[kind] ?? 'Field',
  related: null,
  primaryKey: false,
  unique: false,
  null: false,
  blank: false,
  hasDefault: false,
  automatic: false,
  editable: true,
  maxLength: null,
  choices: null,
  uniqueFor: null,
  through: null,
  ...more,
});

export const key = field('id', 'integer', { type: 'BigAutoField', primaryKey: true });
export const toUser = (name: string): ModelField => field(name, 'relation', { related: 'auth.User' });

export const model = (label: string, fields: ModelField[], more: Partial<Model> = {}): Model => ({
  label,
  name: label.split('.')[1] ?? label,
  learner: true,
  place: null,
  fields: [key, ...fields],
  generic: false,
  unique: [],
  ordering: [],
  ...more,
});

export const user = model('auth.User', [field('username', 'text'), field('email', 'email')], {
  learner: false,
});
export const recipe = model('cook.Recipe', [
  field('title', 'text', { maxLength: 80 }),
  field('slug', 'slug', { unique: true, maxLength: 50 }),
  field('method', 'longtext'),
  toUser('cook'),
  field('written', 'datetime', { automatic: true }),
  field('kitchens', 'relations', { related: 'cook.Kitchen' }),
]);
export const review = model('cook.Review', [
  field('recipe', 'relation', { related: 'cook.Recipe' }),
  toUser('critic'),
  field('body', 'longtext'),
]);
export const kitchen = model('cook.Kitchen', [field('name', 'text', { maxLength: 30 })]);

export const facts = (models: Model[], more: Partial<Facts> = {}): Facts =>
  factsSchema.parse({
    python: '3.12.0',
    django: '5.2',
    packages: {},
    settings: {},
    user: { model: 'auth.User', usernameField: 'username', requiredFields: [], emailField: 'email' },
    models: [user, ...models],
    routes: [],
    missingMigrations: [],
    tokenPrefixes: [],
    problems: [],
    ...more,
  });

const slot = (kind: SlotSpec['kind'], words: string[], to?: string): SlotSpec => ({
  kind,
  words,
  label: words[0] ?? kind,
  ...(to === undefined ? {} : { to }),
});

export const recipeSpec: ContentSpec = {
  role: 'content',
  words: ['recipe', 'dish'],
  slots: {
    title: slot('text', ['title', 'name']),
    method: slot('longtext', ['method', 'text', 'body']),
    cook: slot('user', ['cook', 'author']),
    written: slot('datetime', ['written', 'created']),
    address: slot('slug', ['slug']),
    kitchens: slot('many', ['kitchen', 'cuisine'], 'kitchen'),
  },
};
export const reviewSpec: ContentSpec = {
  role: 'content',
  words: ['review', 'opinion'],
  slots: {
    recipe: slot('one', ['recipe'], 'recipe'),
    critic: slot('person', ['critic', 'name', 'email']),
    text: slot('longtext', ['text', 'body', 'opinion']),
  },
};
export const kitchenSpec: ContentSpec = {
  role: 'content',
  words: ['kitchen', 'cuisine'],
  slots: { title: slot('text', ['name', 'title']) },
};

type Method = Route['methods'][number];

export const handler = (method: string, name: string, queries: string[] = []): Method => ({
  method,
  handler: name,
  place: null,
  calls: [],
  keys: [],
  queries,
  models: [],
  input: null,
  inputName: null,
  inputModel: null,
});

/** A route of the view set of recipes. */
export const route = (path: string, methods: Method[], view: Partial<Route['view']> = {}): Route => ({
  path,
  params: path.includes('{id}') ? [{ name: 'id', converter: 'int', constant: null }] : [],
  name: null,
  methods,
  view: {
    name: 'cook.views.RecipeViewSet',
    kind: 'drf-viewset',
    learner: true,
    place: null,
    bases: [],
    docstring: null,
    ...view,
  },
  model: 'cook.Recipe',
  permissions: [],
  authentications: [],
  throttles: [],
  pagination: null,
  csrfExempt: false,
  template: null,
});
