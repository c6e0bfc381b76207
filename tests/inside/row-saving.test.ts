import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';
import { make, withModels } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const alice = { username: 'alice', email: 'alice@example.com', password: 'A-long-secret-9' };
const opening = `
def opened(file):
    with open(file.path, "rb") as stream:
        return stream.read(8)
`;
const models = `${opening}

class Named(models.Model):
    number = models.IntegerField(default=None)
    code = models.CharField(max_length=9, default="")
    hint = models.CharField(max_length=9, default="", blank=True)
    name = models.CharField(max_length=9, null=True)
    day = models.DateField(null=True)
    kind = models.ForeignKey("Kind", null=True, on_delete=models.SET_NULL)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    paper = models.FileField()
    other = models.FileField(blank=True)


class Kind(models.Model):
    name = models.CharField(max_length=9)


class Kept(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE, default=7)
    cover = models.FileField(default="covers/none.png", blank=True)

    def save(self, *args, **named):
        super().save(*args, **named)
        if opened(self.cover) != b"\\x89PNG\\r\\n\\x1a\\n":
            raise ValueError("no picture")


class Opener(models.Model):
    cover = models.FileField(blank=True)

    def save(self, *args, **named):
        super().save(*args, **named)
        opened(self.cover)


class Demanding(models.Model):
    opener = models.ForeignKey(Opener, on_delete=models.CASCADE)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE)
    motto = models.CharField(max_length=90, blank=True)
    since = models.DateField(null=True)

    def save(self, *args, **named):
        if not self.motto or not self.since:
            raise ValueError("say more")
        super().save(*args, **named)


class Broken(models.Model):
    title = models.CharField(max_length=90)
    motto = models.CharField(max_length=90, blank=True)
    added = models.DateTimeField(auto_now_add=True)
    paper = models.FileField()

    def save(self, *args, **named):
        super().save(*args, **named)
        raise ValueError("never " + self.title)


class Never(models.Model):
    single = models.OneToOneField(Kind, on_delete=models.CASCADE)

    def save(self, *args, **named):
        if type(self).objects.exists():
            raise ValueError("there is one already")
        super().save(*args, **named)
`;

test('what a form would ask for has a value, and every file is a real one', async () => {
  const instance = await withModels(models);
  const { values, changes } = await make(instance, 'shelf.Named');
  expect(values).toEqual({
    id: 1,
    number: 1,
    code: expect.stringMatching(/^row [0-9a-f]{5}$/),
    hint: '',
    name: expect.stringMatching(/^row [0-9a-f]{5}$/),
    day: null,
    kind: 1,
    parent: null,
    editor: null,
    paper: expect.stringMatching(/^row-[0-9a-f]{8}\.txt$/),
    other: '',
  });
  expect(changes).toEqual([]);
});

test('the picture that rows have by default is there, and so is the row that they refer to', async () => {
  const files = {
    ...project,
    'site_of_tests/settings.py': `${settings}
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}
MEDIA_ROOT = "uploads"
`,
    'shelf/models.py': `from django.db import models\n${models.replaceAll('settings.AUTH_USER_MODEL', '"auth.User"')}`,
  };
  const { app, remedies } = await runningApp(files);
  expect(remedies.filter(({ what }) => /picture/.test(what))).toEqual([
    {
      what: 'put a small picture at uploads/covers/none.png',
      why: 'the models have it as a default and it was not committed',
    },
  ]);
  const instance = await app.fork();
  const { values, changes } = await make(instance, 'shelf.Kept');
  expect([values, changes]).toEqual([{ id: 1, kind: 7, cover: 'covers/none.png' }, []]);
});

test('a save() that demands more gets it: files, whatever is optional, and in the end it is passed by', async () => {
  const instance = await withModels(models);
  const told = (model: string, how: string, why: string) => ({
    what: `made a ${model} ${how}`,
    why: `saving it failed with ${why}`,
  });
  const opener = await make(instance, 'shelf.Opener');
  expect(opener.values).toEqual({ id: 2, cover: expect.stringMatching(/^row-/) });
  const why = "ValueError: The 'cover' attribute has no file associated with it.";
  expect(opener.changes).toEqual([told('Opener', 'with a file in every file field', why)]);
  expect(await instance.call('rows.count', { model: 'shelf.Opener' })).toEqual({ count: 1 });

  const demanding = await make(instance, 'shelf.Demanding');
  expect(demanding.values).toMatchObject({ parent: null, motto: expect.stringMatching(/^row /) });
  expect(demanding.changes).toEqual([
    told('Demanding', 'with every optional field filled', 'ValueError: say more'),
  ]);
  // Known by now: the next one is made so at once.
  expect((await make(instance, 'shelf.Demanding')).changes).toEqual([]);

  const broken = await make(instance, 'shelf.Broken', { title: 'given' });
  expect(broken.values).toMatchObject({
    title: 'given',
    motto: expect.stringMatching(/^row /),
    added: expect.stringMatching(/^20/),
    paper: expect.stringMatching(/^row-/),
  });
  expect(broken.changes).toEqual([told('Broken', 'past its save() and signals', 'ValueError: never given')]);
  expect(await instance.call('rows.count', { model: 'shelf.Broken' })).toEqual({ count: 1 });
});

test('what cannot be stored at all fails for its first reason', async () => {
  const instance = await withModels(models);
  const single = (await make(instance, 'shelf.Kind')).id;
  await make(instance, 'shelf.Never', { single });
  await expect(make(instance, 'shelf.Never', { single })).rejects.toMatchObject({
    inside: { type: 'ValueError', message: 'there is one already' },
  });
});

test('accounts are made although a signal of the model crashes, before or after the row is written', async () => {
  for (const signal of ['pre_save', 'post_save']) {
    const instance = await withModels(`
from django.contrib.auth.models import User
from django.db.models.signals import ${signal}
from django.dispatch import receiver


@receiver(${signal}, sender=User)
def greet(**_):
    raise ValueError("nobody is greeted")
`);
    const { id, changes } = await instance.call('user.create', alice);
    const why = 'saving it failed with ValueError: nobody is greeted';
    const what = 'made an account past what its model does when it is saved';
    expect(changes).toEqual([{ what, why }]);
    const found = await instance.call('user.find', { value: 'alice' });
    expect(found).toMatchObject({ id, hashed: true, active: true });
  }
});
