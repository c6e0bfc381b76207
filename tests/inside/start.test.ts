import { beforeAll, describe, expect, test, vi } from 'vitest';
import { startProject } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const withSettings = (text: string) => ({ ...project, 'site_of_tests/settings.py': text });

describe('an app that starts', () => {
  test('what the machine cannot honour is replaced and reported', async () => {
    const result = await startProject(project);
    expect(result).toMatchObject({ ok: true });
    expect(result.remedies.map((remedy) => remedy.what)).toEqual([
      'used a fresh SQLite database',
      'allowed the host names localhost and 127.0.0.1',
      'hashed passwords with fewer rounds',
      'made the missing migrations of shelf',
    ]);
    if (result.ok) expect(result.facts.missingMigrations).toEqual(['shelf']);
  });

  test('a settings module that names another one in wsgi.py does not win', async () => {
    const result = await startProject({
      ...withSettings(`${settings}\nWSGI_APPLICATION = "site_of_tests.wsgi.application"\n`),
      'site_of_tests/wsgi.py':
        'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "production"\nfrom django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
    });
    expect(result).toMatchObject({ ok: true });
    expect(result.remedies.map((remedy) => remedy.what)).not.toContain(
      'served the app without its WSGI module',
    );
  });

  test("a learner's own errors.py, server.py and prints do not disturb the grader", async () => {
    const result = await startProject({
      ...withSettings(
        `${settings}\nimport errors, server, channel\nprint('{"id": 1, "ok": true, "result": {}}')\n`,
      ),
      'errors.py': 'NAME = 1\n',
      'server.py': 'import sys\nsys.stdout.write("no newline")\n',
      'channel.py': '',
    });
    expect(result).toMatchObject({ ok: true, facts: { models: expect.anything() } });
  });
});

describe('what is missing is supplied', () => {
  test('environment variables, however they are read', async () => {
    const result = await startProject(
      withSettings(
        `import os\nSECRET = os.environ["APP_SECRET_KEY"]\nPORT = os.getenv("MAIL_SERVER_PORT")\nPORT = int(PORT)\nif not os.getenv("REGION"):\n    raise ValueError("The environment variable REGION is missing")\nHOSTS = os.environ.get("SOME_HOSTS").split(",")\nassert os.environ["REGION"] == "north"\n${settings}`,
      ),
      { envExample: { REGION: 'north' } },
    );
    expect(result).toMatchObject({ ok: true });
    expect(result.remedies.slice(0, 4)).toEqual([
      {
        what: 'set the environment variable APP_SECRET_KEY',
        why: "site_of_tests/settings.py, line 2: KeyError: 'APP_SECRET_KEY'",
      },
      {
        what: 'set the environment variable REGION',
        why: 'it is read beside APP_SECRET_KEY, which is not set',
      },
      expect.objectContaining({ what: 'set the environment variable MAIL_SERVER_PORT' }),
      expect.objectContaining({ what: 'set the environment variable SOME_HOSTS' }),
    ]);
  });

  test('all variables that settings cannot do without, in one start more', async () => {
    const result = await startProject(
      withSettings(`
import os
from os import environ

class Env:
    def __call__(self, name, default=None, cast=str):
        return cast(os.environ[name] if default is None else default)
    def bool(self, name, default=None):
        return self(name, default, lambda text: str(text) == "True")
    int = float = __call__

env = config = Env()
HERE = env("HERE", "is a default")
THERE = config("THERE", default="a default")
ANYWHERE = os.environ.get("ANYWHERE")
ONE = config("FIRST_KEY")
TWO = env.bool("SECOND_KEY")
THREE = environ["THIRD_KEY"]
FOUR = env.int("FOURTH_KEY", cast=str)
ON = env.bool("DEBUG", default=False)
${settings}`),
    );
    expect(result).toMatchObject({ ok: true, timings: { rounds: 2 } });
    const variables = result.remedies.flatMap(({ what }) => /variable (\w+)/.exec(what)?.[1] ?? []);
    expect(variables).toEqual(['FIRST_KEY', 'SECOND_KEY', 'THIRD_KEY', 'FOURTH_KEY', 'DEBUG']);
  });

  test('an empty secret key is supplied where it is read, so that what is made from it has it, too', async () => {
    const result = await startProject(
      withSettings(
        `${settings}\nimport os\nSECRET_KEY = os.environ.get("SHOP_KEY")\nSIMPLE_JWT = {"SIGNING_KEY": SECRET_KEY}\n`,
      ),
    );
    expect(result).toMatchObject({
      ok: true,
      remedies: expect.arrayContaining([
        {
          what: 'set the environment variable SHOP_KEY',
          why: 'MissingVariable: SECRET_KEY is empty: it is read from the environment variable SHOP_KEY',
        },
      ]),
    });
  });

  test('a settings module that git ignores', async () => {
    const result = await startProject(
      withSettings(
        `${settings}\nfrom .local_settings import MAIL_PASSWORD, DEBUG\nfrom .private import LEVEL\n`,
      ),
      { moduleExamples: { 'site_of_tests.private': 'site_of_tests/private.py.example' } },
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('private.py.example') },
    });
    const complete = await startProject(
      {
        ...withSettings(
          `${settings}\nfrom .local_settings import MAIL_PASSWORD, DEBUG\nfrom .private import LEVEL\n`,
        ),
        'site_of_tests/private.py.example': 'LEVEL = 3\n',
      },
      { moduleExamples: { 'site_of_tests.private': 'site_of_tests/private.py.example' } },
    );
    expect(complete).toMatchObject({ ok: true });
    expect(complete.remedies.map((remedy) => remedy.what)).toEqual(
      expect.arrayContaining([
        'made an empty module site_of_tests.local_settings',
        'used site_of_tests/private.py.example as site_of_tests.private',
      ]),
    );
  });

  test('a package that the requirements forgot, asked for by its module name', async () => {
    const asked: string[] = [];
    const result = await startProject(
      withSettings(`${settings}\nimport corsheaders.defaults\n`),
      {},
      {
        addPackage: async (name) => {
          asked.push(name);
          return null;
        },
      },
    );
    expect(asked).toEqual(['corsheaders']);
    expect(result).toMatchObject({
      ok: false,
      failure: {
        stage: 'settings',
        message:
          "The app does not start: reading the settings failed with ModuleNotFoundError: No module named 'corsheaders' (site_of_tests/settings.py, line 21).",
        place: { file: 'site_of_tests/settings.py', line: 21, code: 'import corsheaders.defaults' },
      },
    });
  });

  test('another settings module, where the first is only a part', async () => {
    const result = await startProject(project, {
      settingsModules: ['site_of_tests', 'site_of_tests.nowhere', 'site_of_tests.settings'],
    });
    expect(result).toMatchObject({ ok: true });
  });
});

describe('a database whatever the migrations are', () => {
  const broken = `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shelf", "0000_nowhere")]\n    operations = []\n`;
  const raising = `from django.db import migrations\n\n\ndef boom(apps, schema_editor):\n    raise ValueError("needs data")\n\n\nclass Migration(migrations.Migration):\n    operations = [migrations.RunPython(boom)]\n`;

  test.each([
    ['that depend on one which is not there', broken, 'NodeNotFoundError'],
    ['that raise', raising, 'ValueError: needs data'],
  ])('migrations %s: tables come from the models', async (_, text, why) => {
    const result = await startProject({
      ...project,
      'shelf/migrations/__init__.py': '',
      'shelf/migrations/0001_initial.py': text,
    });
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.remedies).toContainEqual({
      what: 'made the tables from the models',
      why: expect.stringContaining(`the migrations could not be applied: ${why}`),
    });
    const instance = await result.app.fork();
    expect(await instance.call('rows.count', { model: 'shelf.Book' })).toEqual({ count: 0 });
  });

  test('a required field that was added without a default', async () => {
    const initial = `from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    initial = True\n    operations = [migrations.CreateModel("Publisher", [("id", models.BigAutoField(primary_key=True, serialize=False))])]\n`;
    const result = await startProject({
      ...project,
      'shelf/migrations/__init__.py': '',
      'shelf/migrations/0001_initial.py': initial,
    });
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.remedies.map((remedy) => remedy.what)).toContain('made the missing migrations of shelf');
    const instance = await result.app.fork();
    expect(await instance.call('rows.count', { model: 'shelf.Publisher' })).toEqual({ count: 0 });
  });
});

describe('an app that does not start', () => {
  test.each([
    [
      'exits',
      'import sys\nsys.exit(3)\n',
      /failed with SystemExit: the code asked Python to exit \(3\).*line 2/,
    ],
    ['ends the process', 'import os\nos._exit(3)\n', /the app's process ended with exit code 3/],
    [
      'raises what is no Exception',
      'class Odd(BaseException):\n    pass\nraise Odd("no")\n',
      /failed with Odd: no/,
    ],
    ['cannot be parsed', 'def (:\n', /failed with SyntaxError.*line 1/],
  ])('settings that %s', async (_, text, message) => {
    const result = await startProject(withSettings(text));
    expect(result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(message) } });
  });

  test('settings that hang are named with their line', async () => {
    const result = await startProject(
      withSettings('import time\n\nwhile True:\n    time.sleep(0.1)\n'),
      {},
      { bootSeconds: 2 },
    );
    expect(result).toMatchObject({
      ok: false,
      failure: {
        message: expect.stringMatching(
          /^The app hangs while reading the settings \(site_of_tests\/settings.py, line 4\)/,
        ),
        place: { line: 4 },
      },
    });
  });

  test('URL patterns that import what is not there', async () => {
    const result = await startProject({
      ...project,
      'site_of_tests/urls.py': 'from shelf.views import BookList\nurlpatterns = []\n',
    });
    expect(result).toMatchObject({
      ok: false,
      failure: { stage: 'urls', place: { file: 'site_of_tests/urls.py', line: 1 } },
    });
  });
});
