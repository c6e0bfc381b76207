import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project } from './small-site.ts';
import { make, withModels } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const alice = { username: 'alice', email: 'alice@example.com', password: 'A-long-secret-9' };

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

test('an account is verified, also where a row beside it says so', async () => {
  const profile = `
from django.conf import settings


class Profile(models.Model):
    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    is_email_verified = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)
`;
  const instance = await withModels(profile);
  const { id } = await instance.call('user.create', alice);
  const made = await instance.call('rows.create', { model: 'shelf.Profile', values: {}, user: id });
  expect(await instance.call('user.verify', { user: id })).toEqual({});
  expect(await instance.call('rows.get', { model: 'shelf.Profile', id: made.id })).toMatchObject({
    values: { is_email_verified: true, is_public: false },
  });
});

test('of the choices of a required field, one that does not say that all is over', async () => {
  const task = `
class Task(models.Model):
    state = models.CharField(max_length=20, choices=[("completed", "Completed"), ("noncompleted", "Not completed")])
    phase = models.IntegerField(choices=[(1, "Done"), (2, "Cancelled")])
`;
  const instance = await withModels(task);
  const { values } = await instance.call('rows.create', { model: 'shelf.Task', values: {}, user: null });
  expect(values).toMatchObject({ state: 'noncompleted', phase: 1 });
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
