import { beforeAll, expect, test, vi } from 'vitest';
import { type Facts, factsSchema } from '../../src/app/facts.ts';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { settings } from './small-project.ts';
import { project } from './small-site.ts';

vi.setConfig({ testTimeout: 60_000 });

let facts: Facts;
beforeAll(async () => {
  await pythonPackages();
}, 300_000);

const model = (label: string) => {
  const found = facts.models.find((item) => item.label === label);
  if (!found) throw new Error(`${label} is not among the models`);
  return found;
};
const fields = (label: string) => model(label).fields.map((field) => field.name);
const input = (path: string, method = 'POST') => {
  const handlers = facts.routes.filter((item) => item.path === path).flatMap((item) => item.methods);
  const found = handlers.find((item) => item.method === method);
  return found && [found.inputName, found.inputModel, found.input?.map((field) => field.name) ?? null];
};
const route = (path: string) => facts.routes.find((item) => item.path === path);

test('every part of a site is read', async () => {
  facts = (await runningApp(project)).facts;
  expect(facts.problems).toEqual([]);
});

test('recordings of before have none of it', () => {
  const { migrations, admin, site, templates, ...before } = structuredClone(facts);
  for (const item of before.models)
    for (const name of ['generic', 'unique', 'ordering']) Reflect.deleteProperty(item, name);
  for (const item of before.routes)
    for (const name of ['csrfExempt', 'template']) Reflect.deleteProperty(item, name);
  const read = factsSchema.parse({ ...before, admin: null });
  expect(read).toMatchObject({
    migrations: { missing: [], absent: [], problem: null, conflicts: [] },
    admin: { sites: [], models: [] },
    site: { loginUrl: null, csrfHeader: 'X-CSRFToken' },
    templates: [],
  });
  expect(read.models[0]).toMatchObject({ generic: false, unique: [], ordering: [] });
  expect(read.routes[0]).toMatchObject({ csrfExempt: false, template: null });
  expect([migrations, admin, site, templates]).not.toContain(undefined);
});

test('models: what is unique, in which order rows come, what connects them', () => {
  expect(model('shelf.Book')).toMatchObject({
    generic: false,
    unique: [['owner', 'slug']],
    ordering: ['-added', 'title', '-slug'],
  });
  const [slug, title] = ['slug', 'title'].map((name) =>
    model('shelf.Book').fields.find((field) => field.name === name),
  );
  expect([slug?.uniqueFor, title?.uniqueFor]).toEqual(['date', null]);
  expect(model('shelf.Remark')).toMatchObject({ generic: true, unique: [] });
  expect(fields('shelf.Remark')).toEqual(['id', 'content_type', 'object_id', 'text']);
  const connections = model('shelf.Book').fields.filter((field) => field.kind === 'relations');
  expect(connections.map((field) => [field.name, field.related, field.through])).toEqual([
    ['genres', 'shelf.Genre', null],
    ['places', 'shelf.Place', 'shelf.Standing'],
    ['words', 'taggit.Tag', 'taggit.TaggedItem'],
    ['tagged_items', 'taggit.TaggedItem', null],
  ]);
});

test('fields of a model with a table of its own include those that it inherits', () => {
  expect(fields('shelf.Atlas').slice(0, 4)).toEqual(['id', 'title', 'slug', 'owner']);
  expect(fields('shelf.Atlas')).toEqual(expect.arrayContaining(['book_ptr', 'scale', 'genres']));
  expect(model('shelf.Atlas').unique).toEqual([['owner', 'slug']]);
});

test('admin sites: wherever they are, whatever they are called', () => {
  expect(facts.admin.sites).toEqual([{ path: '/admin/' }, { path: '/staff/desk/' }]);
  const shown = facts.admin.models.filter((item) => item.model.startsWith('shelf.'));
  expect(shown).toEqual([
    {
      model: 'shelf.Book',
      path: '/admin/shelf/book/',
      add: '/admin/shelf/book/add/',
      search: ['title', '^owner__username'],
      filter: ['genres', 'thickness', 'NoParameter', 'owner'],
      dateHierarchy: 'added',
      inlines: ['shelf.Standing'],
      place: { file: 'shelf/admin.py', line: expect.any(Number) },
    },
    {
      model: 'shelf.Genre',
      path: '/admin/shelf/genre/',
      add: '/admin/shelf/genre/add/',
      search: [],
      filter: [],
      dateHierarchy: null,
      inlines: [],
      place: { file: 'shelf/admin.py', line: 42 },
    },
    {
      model: 'shelf.Remark',
      path: '/staff/desk/shelf/remark/',
      add: null,
      search: ['text'],
      filter: [],
      dateHierarchy: null,
      inlines: [],
      place: { file: 'shelf/admin.py', line: expect.any(Number) },
    },
  ]);
});

test('where signing in happens, and what sessions and forms use', () => {
  expect(facts.site).toEqual({
    loginUrl: '/enter/',
    loginRedirect: '/books/',
    logoutRedirect: null,
    sessionCookie: 'shelf_session',
    csrfCookie: 'csrftoken',
    csrfHeader: 'X-Shelf-CSRFToken',
    csrfInSession: true,
    csrfMiddleware: true,
    messages: true,
  });
});

test('template files of the learner, of Django and of Jinja', () => {
  const read = facts.templates.map((item) => [item.name, item.file, item.extends, item.blocks]);
  expect(read).toEqual([
    ['base.html', 'templates/base.html', false, 2],
    ['shelf/book_list.html', 'templates/shelf/book_list.html', true, 1],
    ['shelf/line.html', 'shelf/templates/shelf/line.html', false, 0],
    ['page.html', 'shelf/jinja2/page.html', true, 1],
  ]);
  expect(facts.templates.every((item) => item.learner)).toBe(true);
});

test('class views: fields, forms, templates', () => {
  expect(input('/books/add/')).toEqual(['BookForm', 'shelf.Book', ['title', 'genres']]);
  expect(input('/books/{pk}/change/')).toEqual(['BookForm', 'shelf.Book', ['title', 'genres']]);
  expect(input('/write/')).toEqual(['LetterForm', null, ['subject', 'letter']]);
  expect(route('/books/')?.template).toBe('shelf/book_list.html');
  expect(route('/books/add/')?.template).toBe('shelf/book_form.html');
  expect(route('/write/')?.template).toBe('shelf/write.html');
  expect(route('/about/')?.template).toBe('shelf/about.html');
  expect(route('/enter/')).toMatchObject({
    template: 'registration/login.html',
    view: {
      name: 'shelf.views.Enter',
      bases: expect.arrayContaining(['django.contrib.auth.views.LoginView']),
    },
  });
  expect(input('/enter/')).toEqual(['AuthenticationForm', null, ['username', 'password']]);
});

test('function views: the form that is sent, wherever it is made', () => {
  const form = ['SmallForm', 'shelf.Book', ['title', 'slug']];
  expect(input('/plain/')).toEqual(form);
  expect(input('/helped/')).toEqual(form);
  expect(input('/helped/{pk}/')).toEqual(form);
  expect(input('/factory/')).toEqual(['BookForm', 'shelf.Book', ['title']]);
  expect(input('/join/')).toEqual(['UserCreationForm', 'auth.User', expect.arrayContaining(['username'])]);
  expect(input('/books/{pk}/')).toEqual(['RemarkForm', 'shelf.Remark', ['text']]);
  expect(facts.routes.filter((item) => item.csrfExempt).map((item) => item.path)).toEqual([
    '/books/{pk}/change/',
    '/plain/',
  ]);
});

test('an admin, a URL or a template folder that breaks loses only itself', async () => {
  const broken = `
from django.contrib import admin
from .models import Genre, Remark


class Broken(admin.ModelAdmin):
    def get_search_fields(self, request):
        raise ValueError("no")

    def has_add_permission(self, request):
        return request.user.profile.may_add


class Inlines(admin.ModelAdmin):
    inlines = [None]


admin.site.register(Genre, Broken)
admin.site.register(Remark, Inlines)
`;
  const result = await runningApp({
    ...project,
    'site_of_tests/settings.py': `${settings}\nINSTALLED_APPS += ["django.contrib.admin", "django.contrib.messages", "taggit"]\nTEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": ["/nowhere"], "APP_DIRS": True}]\nLOGIN_URL = "no-such-name"\nLOGIN_REDIRECT_URL = "/no-such-path/"\n`,
    'site_of_tests/urls.py':
      'from django.contrib import admin\nfrom django.urls import path\nurlpatterns = [path("admin/", admin.site.urls)]\n',
    'shelf/admin.py': broken,
  });
  expect(result.facts.problems).toEqual([]);
  const shown = result.facts.admin.models.filter((item) => item.model.startsWith('shelf.'));
  expect(shown.map((item) => [item.model, item.search, item.add, item.place])).toEqual([
    ['shelf.Genre', [], '/admin/shelf/genre/add/', { file: 'shelf/admin.py', line: 6 }],
    ['shelf.Remark', [], '/admin/shelf/remark/add/', { file: 'shelf/admin.py', line: 14 }],
  ]);
  expect(result.facts.site).toMatchObject({ loginUrl: null, loginRedirect: null, csrfMiddleware: false });
  expect(result.facts.templates.map((item) => item.name)).toEqual(['shelf/line.html']);
});
