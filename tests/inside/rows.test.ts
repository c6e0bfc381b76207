import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Instance, Key } from '../../src/app/instance.ts';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { settings, project as smallProject } from './small-project.ts';
import { project } from './small-site.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const alice = { username: 'alice', email: 'alice@example.com', password: 'A-long-secret-9' };

/** An instance of a project with these models, made anew. */
async function withModels(text: string, more = '') {
  const sqlite = 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}';
  const files = {
    ...smallProject,
    'site_of_tests/settings.py': `${settings}\n${sqlite}\n${more}\n`,
    'shelf/models.py': `import datetime, uuid\nfrom django.conf import settings\nfrom django.db import models\nfrom django.utils import timezone\nfrom django.utils.text import slugify\n\n${text}`,
  };
  return (await runningApp(files)).app.fork();
}

const make = async (
  instance: Instance,
  model: string,
  values: Record<string, unknown> = {},
  user: Key | null = null,
) => instance.call('rows.create', { model, values, user });

describe('connections', () => {
  test('of every kind, from both sides, past managers that hide rows', async () => {
    const instance = await (await runningApp(project)).app.fork();
    const { id: user } = await instance.call('user.create', alice);
    const book = await make(instance, 'shelf.Book', {}, user);
    const atlas = await make(instance, 'shelf.Atlas', {}, user);
    const ways = [
      ['shelf.Genre', 'shelf.Book.genres'],
      ['shelf.Place', 'shelf.Book.places'],
      ['taggit.Tag', 'shelf.Book.words'],
      ['shelf.Remark', 'shelf.Remark.about'],
      ['shelf.Reader', 'shelf.Loan'],
      ['auth.User', 'shelf.Book.owner'],
    ] as const;
    for (const [to, how] of ways) {
      const other = to === 'auth.User' ? await make(instance, to) : await make(instance, to, {}, user);
      for (const [model, row] of [
        ['shelf.Book', book],
        ['shelf.Atlas', atlas],
      ] as const) {
        const own = how === 'shelf.Remark.about' ? await make(instance, to) : other;
        const there = { model, id: row.id, to };
        const back = { model: to, id: own.id, to: model };
        const before = (await instance.call('rows.related', there)).ids;
        expect(before).toEqual(to === 'auth.User' ? [user] : []);
        expect(await instance.call('rows.link', { ...there, toId: own.id })).toEqual({ linked: true, how });
        expect(await instance.call('rows.link', { ...back, toId: row.id })).toEqual({ linked: true, how });
        expect(await instance.call('rows.related', there)).toEqual({ ids: [own.id] });
        expect((await instance.call('rows.related', back)).ids).toContain(row.id);
      }
    }
    expect(await instance.call('rows.count', { model: 'shelf.Standing' })).toEqual({ count: 2 });
    expect(await instance.call('rows.count', { model: 'shelf.Loan' })).toEqual({ count: 2 });
  });

  test('there is none between models that do not refer to one another', async () => {
    const instance = await (await runningApp(project)).app.fork();
    const [one, two] = [await make(instance, 'shelf.Genre'), await make(instance, 'shelf.Place')];
    const there = { model: 'shelf.Genre', id: one.id, to: 'shelf.Place' };
    expect(await instance.call('rows.link', { ...there, toId: two.id })).toEqual({
      linked: false,
      how: null,
    });
    expect(await instance.call('rows.related', there)).toEqual({ ids: [] });
    await expect(instance.call('rows.related', { ...there, id: 'nothing' })).rejects.toMatchObject({
      inside: { type: 'LookupError' },
    });
  });

  test('are set while a row is made, by keys and by names', async () => {
    const instance = await (await runningApp(project)).app.fork();
    const { id: user } = await instance.call('user.create', alice);
    const genre = await make(instance, 'shelf.Genre', { name: 'known' });
    const genres = [genre.id, 'known', 'new'];
    const book = await make(instance, 'shelf.Book', { genres, places: ['north'], words: ['b', 'a'] }, user);
    const related = async (to: string) =>
      (await instance.call('rows.related', { model: 'shelf.Book', id: book.id, to })).ids;
    expect(await related('shelf.Genre')).toEqual([1, 2]);
    expect(await related('shelf.Place')).toEqual([1]);
    expect(await related('taggit.Tag')).toHaveLength(2);
    await instance.call('rows.set', {
      model: 'shelf.Book',
      id: book.id,
      values: { genres: [2], words: [1] },
    });
    expect(await related('shelf.Genre')).toEqual([2]);
    expect(await related('taggit.Tag')).toEqual([1]);
  });
});

describe('rows', () => {
  const dated = `
class Page(models.Model):
    title = models.CharField(max_length=40)
    day = models.DateField(auto_now_add=True)
    added = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    def save(self, *args, **named):
        self.title = self.title.upper()
        super().save(*args, **named)


class Key(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    changed = models.DateTimeField(auto_now=True)
    added = models.DateTimeField(auto_now_add=True)


class Word(models.Model):
    word = models.CharField(max_length=40, primary_key=True)
`;

  test.each([
    ['True', '2020-05-06T22:30:00+00:00', '2020-05-07'],
    ['False', '2020-05-07T00:30:00', '2020-05-07'],
  ])('automatic dates can be set (USE_TZ = %s)', async (zones, moment, day) => {
    const instance = await withModels(dated, `USE_TZ = ${zones}\nTIME_ZONE = "Europe/Berlin"`);
    const values = {
      title: 'title',
      day: moment,
      added: '2020-05-06T22:30:00Z',
      changed: '2020-05-07T00:30:00',
    };
    const made = await make(instance, 'shelf.Page', { ...values, day: '2020-05-06T22:30:00Z' });
    const expected = { id: 1, title: 'TITLE', day, added: moment, changed: moment };
    expect(made.values).toEqual(expected);
    const set = { model: 'shelf.Page', id: 1, values: { title: 'past save', day: '2001-01-01', id: 7 } };
    expect(await instance.call('rows.set', set)).toEqual({
      values: { ...expected, title: 'past save', day: '2001-01-01' },
    });
    await expect(instance.call('rows.set', { ...set, id: 9 })).rejects.toMatchObject({
      inside: { type: 'LookupError', message: 'there is no shelf.Page with the key 9' },
    });
  });

  test('the newest, whatever the key is', async () => {
    const instance = await withModels(dated);
    const newest = async (model: string) => (await instance.call('rows.newest', { model }))?.id;
    for (const model of ['shelf.Page', 'shelf.Key', 'shelf.Word'])
      expect(await newest(model)).toBeUndefined();
    for (const word of ['b', 'a']) {
      const page = await make(instance, 'shelf.Page', { added: `2020-01-01T00:00:00Z` });
      const key = await make(instance, 'shelf.Key');
      await make(instance, 'shelf.Word', { word });
      expect([await newest('shelf.Page'), await newest('shelf.Key'), await newest('shelf.Word')]).toEqual([
        page.id,
        key.id,
        word,
      ]);
    }
    const first = { model: 'shelf.Key', values: { added: '2099-01-01T00:00:00Z' }, user: null };
    const { id } = await instance.call('rows.create', first);
    await make(instance, 'shelf.Key');
    expect(await newest('shelf.Key')).toBe(id);
  });

  test('the address that the model gives is cut down to its path', async () => {
    const instance = await (await runningApp(project)).app.fork();
    const { id: user } = await instance.call('user.create', alice);
    const { id } = await make(instance, 'shelf.Book', {}, user);
    expect(await instance.call('rows.url', { model: 'shelf.Book', id })).toEqual({ url: '/books/1/' });
    const genre = await make(instance, 'shelf.Genre');
    expect(await instance.call('rows.url', { model: 'shelf.Genre', id: genre.id })).toEqual({ url: null });
  });
});

describe('made visible to the public', () => {
  const minute = expect.stringMatching(/^\d{4}-\d\d-\d\d/);
  const cases: [field: string, changed: Record<string, unknown>][] = [
    [
      'status = models.CharField(max_length=9, choices=[("draft", "Draft"), ("published", "Published")], default="draft")',
      { status: 'published' },
    ],
    ['status = models.IntegerField(choices=[(0, "Draft"), (1, "Publish")], default=0)', { status: 1 }],
    [
      'estado = models.CharField(max_length=1, choices=[("B", "Borrador"), ("P", "Público")], default="B")',
      { estado: 'P' },
    ],
    [
      'zustand = models.CharField(max_length=1, choices=[("n", "Nicht veröffentlicht"), ("v", "Veröffentlicht")], default="n")',
      { zustand: 'v' },
    ],
    [
      'state = models.CharField(max_length=1, choices=[("a", (("n", "new"), ("o", "approved")))], default="n")',
      { state: 'o' },
    ],
    [
      'topic = models.CharField(max_length=9, choices=[("live", "Live music"), ("film", "Film")], default="film")',
      {},
    ],
    ['is_published = models.BooleanField(default=False)', { is_published: true }],
    ['approved_remark = models.BooleanField(default=False)', { approved_remark: true }],
    ['isVisible = models.BooleanField(null=True)', { isVisible: true }],
    ['not_public = models.BooleanField(default=True)', { not_public: false }],
    ['borrador = models.BooleanField(default=True)', { borrador: false }],
    ['activo = models.BooleanField(default=True)', {}],
    ['featured = models.BooleanField(default=False)', {}],
    ['expires = models.DateTimeField(null=True)', {}],
    ['due_date = models.DateTimeField()', {}],
    ['published = models.DateTimeField(default=timezone.now)', {}],
    ['published_date = models.DateTimeField(blank=True, null=True)', { published_date: minute }],
    ['pub_date = models.DateTimeField()', { pub_date: minute }],
    ['fecha_publicada = models.DateField()', { fecha_publicada: minute }],
    ['created_on = models.DateTimeField()', { created_on: minute }],
  ];

  test('by status, flag or date, in several languages', async () => {
    const instance = await withModels(
      cases.map(([field], number) => `class Page${number}(models.Model):\n    ${field}\n`).join('\n\n'),
    );
    for (const [number, [field, expected]] of cases.entries()) {
      const model = `shelf.Page${number}`;
      const { id } = await make(instance, model);
      const { changed } = await instance.call('rows.publish', { model, id });
      expect([field, changed]).toEqual([field, expected]);
      expect((await instance.call('rows.get', { model, id }))?.values).toMatchObject(changed);
      for (const value of Object.values(changed)) {
        // Dates were missing or a day ahead; now they have just passed.
        if (typeof value === 'string' && /^\d{4}/.test(value))
          expect(Date.parse(value)).toBeLessThan(Date.now());
      }
      expect(await instance.call('rows.publish', { model, id })).toEqual({ changed: {} });
    }
  });
});

describe('two rows made alike', () => {
  const page =
    (slug: string, save = '', meta = '') =>
    (name: string) =>
      `
class ${name}(models.Model):
    title = models.CharField(max_length=40)
    slug = models.SlugField(${slug})
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    date = models.DateTimeField(default=timezone.now)
${meta}
    def save(self, *args, **named):
        ${save || 'pass'}
        super().save(*args, **named)
`;
  const derived = 'self.slug = self.slug or slugify(self.title)';
  const counted =
    'self.slug = slugify(self.title) + "-" + str(type(self).objects.filter(title=self.title).count())';
  const constraint =
    '    class Meta:\n        constraints = [models.UniqueConstraint(fields=["owner", "slug"], name="own")]\n';
  type Case = [what: string, model: (name: string) => string, slugs: string[], refused: string | null];
  const cases: Case[] = [
    ['nothing forbids it', page('blank=True'), ['same-title', 'same-title'], null],
    ['save() makes the same of both', page('blank=True', derived), ['same-title', 'same-title'], null],
    ['save() tells them apart', page('unique=True', counted), ['same-title-0', 'same-title-1'], null],
    ['the field is unique', page('unique=True'), ['same-title'], 'Page3 with this Slug already exists.'],
    [
      'save() runs into the constraint',
      page('unique=True', derived),
      ['same-title'],
      'UNIQUE constraint failed: shelf_page4.slug',
    ],
    [
      'it is unique for a day',
      page('unique_for_date="date"'),
      ['same-title'],
      'Slug must be unique for Date date.',
    ],
    [
      'it is unique per owner',
      page('max_length=60', '', constraint),
      ['same-title'],
      'Page6 with this Owner and Slug already exists.',
    ],
    [
      'save() checks everything',
      page('unique=True', 'self.full_clean()'),
      ['same-title'],
      'Page7 with this Slug already exists.',
    ],
    [
      'the field may be null',
      page('unique=True, null=True'),
      ['same-title'],
      'Page8 with this Slug already exists.',
    ],
  ];

  test('share the field, differ in it, or the second is refused', async () => {
    const instance = await withModels(cases.map(([, model], number) => model(`Page${number}`)).join('\n'));
    for (const [number, [what, , slugs, refused]] of cases.entries()) {
      const model = `shelf.Page${number}`;
      const args = { model, values: { title: 'Same title' }, field: 'slug' };
      const { first, second, ...made } = await instance.call('rows.twins', args);
      expect([what, ...[first, second].flatMap((row) => row?.values.slug ?? [])]).toEqual([what, ...slugs]);
      expect(made).toEqual({ shared: slugs[0] === slugs[1], refused });
      expect(await instance.call('rows.count', { model })).toEqual({ count: slugs.length });
    }
  });
});

describe('somebody who may use the admin', () => {
  test("by the flags of Django's own user", async () => {
    const instance = await withModels('');
    const { id } = await instance.call('user.create', alice);
    expect(await instance.call('user.promote', { user: id })).toEqual({});
    expect(await instance.call('rows.get', { model: 'auth.User', id })).toMatchObject({
      values: { is_staff: true, is_superuser: true, is_active: true },
    });
  });

  test('by flags and roles of another one', async () => {
    const person = `
from django.contrib.auth.base_user import AbstractBaseUser


class Person(AbstractBaseUser):
    email = models.EmailField(unique=True)
    role = models.CharField(max_length=9, choices=[("reader", "Reader"), ("admin", "Administrator")], default="reader")
    is_admin = models.BooleanField(default=False)
    is_active = models.BooleanField(default=False)
    USERNAME_FIELD = "email"

    @property
    def is_staff(self):
        return self.role == "admin"

    def save(self, *args, **named):
        self.is_admin = False
        super().save(*args, **named)
`;
    const instance = await withModels(person, 'AUTH_USER_MODEL = "shelf.Person"');
    const { id } = await instance.call('user.create', alice);
    await instance.call('user.promote', { user: id });
    expect(await instance.call('rows.get', { model: 'shelf.Person', id })).toMatchObject({
      values: { is_admin: true, is_active: true, role: 'admin' },
    });
  });
});
