import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const sqlite = `${settings}\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}\n`;
const small = {
  ...project,
  'site_of_tests/settings.py': sqlite,
  'shelf/models.py':
    'from django.db import models\n\n\nclass Publisher(models.Model):\n    name = models.CharField(max_length=12)\n',
};
const migration = (operations: string, dependencies = '') =>
  `from django.db import migrations, models\n\n\ndef boom(apps, editor):\n    raise ValueError("needs data")\n\n\nclass Migration(migrations.Migration):\n    dependencies = [${dependencies}]\n    operations = [${operations}]\n`;
const id =
  '("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))';
const name = '("name", models.CharField(max_length=12))';
const initial = migration(`migrations.CreateModel("Publisher", [${id}, ${name}])`);
const committed = (files: Record<string, string>) => ({
  ...small,
  'shelf/migrations/__init__.py': '',
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`shelf/migrations/${file}.py`, text])),
});
const migrations = async (files: Record<string, string>) => {
  const { facts, app } = await runningApp(files);
  const instance = await app.fork();
  // Whatever the migrations are like, there is a table.
  expect(await instance.call('rows.count', { model: 'shelf.Publisher' })).toEqual({ count: 0 });
  expect(facts.migrations.missing).toEqual(facts.missingMigrations);
  return facts.migrations;
};
const none = { missing: [], changes: [], absent: [], problem: null, conflicts: [] };

test('complete migrations', async () => {
  expect(await migrations(committed({ '0001_initial': initial }))).toEqual(none);
});

test('a model that changed since', async () => {
  const first = migration(`migrations.CreateModel("Publisher", [${id}])`);
  expect(await migrations(committed({ '0001_initial': first }))).toEqual({
    ...none,
    missing: ['shelf'],
    changes: ['shelf: Add field name to publisher'],
  });
});

test.each([
  ['no package', small, []],
  ['an empty package', committed({}), ['shelf: Create model Publisher']],
])('%s of migrations', async (_, files, changes) => {
  expect(await migrations(files)).toEqual({
    ...none,
    missing: ['shelf'],
    changes,
    absent: ['shelf'],
  });
});

test('two last migrations', async () => {
  const found = await migrations(
    committed({
      '0001_initial': initial,
      '0002_one': migration('', '("shelf", "0001_initial")'),
      '0002_two': migration('', '("shelf", "0001_initial")'),
    }),
  );
  expect(found).toEqual({ ...none, conflicts: ['shelf'] });
});

describe('a migration that does not apply', () => {
  const file = 'shelf/migrations/0002_more.py';
  test.each([
    [
      'raises',
      migration('migrations.RunPython(boom)', '("shelf", "0001_initial")'),
      { message: 'ValueError: needs data', place: { file, line: 5 } },
    ],
    [
      'makes a column twice',
      migration(
        'migrations.RunSQL("ALTER TABLE shelf_publisher ADD COLUMN name text")',
        '("shelf", "0001_initial")',
      ),
      { message: 'OperationalError: duplicate column name: name', place: { file, line: 8 } },
    ],
    [
      'follows one that is not there',
      migration('', '("shelf", "0000_nowhere")'),
      { message: expect.stringMatching(/^NodeNotFoundError: .*0000_nowhere/), place: { file, line: 8 } },
    ],
    [
      'is no Python',
      'class Migration(:\n',
      { message: expect.stringMatching(/^SyntaxError: /), place: { file, line: 1 } },
    ],
  ])('for it %s', async (_, text, problem) => {
    const found = await migrations(committed({ '0001_initial': initial, '0002_more': text }));
    expect(found.problem).toEqual({ app: 'shelf', name: '0002_more', ...problem });
  });

  test('to SQLite, of a project for another database', async () => {
    const text = migration('migrations.RunSQL("CREATE EXTENSION unaccent")', '("shelf", "0001_initial")');
    const files = committed({ '0001_initial': initial, '0002_more': text });
    expect(await migrations({ ...files, 'site_of_tests/settings.py': settings })).toEqual(none);
    expect((await migrations(files)).problem).toMatchObject({ name: '0002_more' });
  });
});

test('code that reads a table while it is imported: the app is graded, migrate fails on an empty database', async () => {
  const reading =
    'from shelf.models import Publisher\n\nNAMES = [one.name for one in Publisher.objects.all()]\n';
  const { facts, remedies } = await runningApp({
    ...committed({ '0001_initial': initial }),
    'shelf/forms.py': reading,
    'site_of_tests/urls.py': 'import shelf.forms\n\nurlpatterns = []\n',
  });
  expect(facts.migrations.problem).toMatchObject({
    app: 'shelf',
    name: 'forms',
    message: 'OperationalError: no such table: shelf_publisher',
    place: { file: 'shelf/forms.py', line: 3 },
  });
  expect(remedies.map(({ what }) => what)).toContain('made the tables before the URL patterns were read');
});
