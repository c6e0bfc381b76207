import { expect, test } from 'vitest';
import { scanRepository } from '../../src/repository/scan.ts';
import { managePy, settingsPy, tree } from './tree.ts';

const scan = async (files: Record<string, string | Buffer>, words: string[] = []) =>
  scanRepository(await tree(files), { words, packages: ['djangorestframework'] });
const first = async (files: Record<string, string | Buffer>) => {
  const [project] = (await scan(files)).projects;
  if (!project) throw new Error('no project was found');
  return project;
};

test('of several projects, the one that the words of the exercise describe', async () => {
  const { projects } = await scan(
    {
      'manage.py': managePy('shop.settings'),
      'shop/settings.py': settingsPy(),
      'week3/library/manage.py': managePy('config.settings'),
      'week3/library/config/settings.py': settingsPy(['rest_framework']),
      'week3/library/loans/models.py': 'class BookLoan(models.Model):\n    pass\n',
      'week3/library/loans/urls.py': "path('books/', x)",
    },
    ['book', 'library'],
  );
  expect(projects.map(({ dir }) => dir)).toEqual(['week3/library', '.']);
  expect(projects[0]?.reasons).toEqual([
    'has the model BookLoan',
    'its routes name book',
    'its folder is named week3/library',
    'uses djangorestframework',
    'has models',
    'has settings',
  ]);
});

test('no project', async () => {
  expect((await scan({ 'main.py': 'print(1)', 'manage.py': 'from flask import Flask' })).projects).toEqual(
    [],
  );
});

test('a copy of manage.py in the package of the settings is run from the folder above', async () => {
  const { projects } = await scan({
    'manage.py': managePy('shop.settings'),
    'shop/manage.py': managePy('shop.settings'),
    'shop/settings.py': settingsPy(),
  });
  expect(projects.map(({ dir }) => dir)).toEqual(['.']);
  expect(
    await first({ 'src/shop/manage.py': managePy('shop.settings'), 'src/shop/settings.py': settingsPy() }),
  ).toMatchObject({ dir: 'src', settingsModules: ['shop.settings'] });
});

test('settings without manage.py', async () => {
  expect(await first({ 'src/site/settings.py': settingsPy(), 'src/site/wsgi.py': '' })).toMatchObject({
    dir: 'src',
    settingsModules: ['site.settings'],
  });
});

test.each([
  ['config.settings.dev', ['config.settings.dev', 'config.settings.base', 'config.settings.production']],
  [
    'config.settings.production',
    ['config.settings.dev', 'config.settings.production', 'config.settings.base'],
  ],
])('settings modules with %s in manage.py', async (named, expected) => {
  const project = await first({
    'manage.py': managePy(named),
    'config/settings/__init__.py': '',
    'config/settings/base.py': settingsPy(),
    'config/settings/dev.py': 'from .base import *\n',
    'config/settings/production.py': 'from .base import *\nDEBUG = False\n',
    'config/urls.py': 'from django.urls import path\nDEBUG_TOOLBAR = 1\n',
  });
  expect(project.settingsModules).toEqual(expected);
  expect(project.djangoHeader).toBe('4.2');
});

test.each(['reseñas', 'проект', '博客'])('a project and modules named in any language: %s', async (name) => {
  const project = await first({
    [`Folder of ${name}/manage.py`]: managePy(`${name}.settings.${name}`),
    [`Folder of ${name}/${name}/settings/${name}.py`]: `from ${name}.settings.común import *\n`,
    [`Folder of ${name}/${name}/settings/común.py`]: settingsPy([], "DATABASE = 'postgresql'"),
    [`Folder of ${name}/${name}/settings/${name}_local.example.py`]: '',
  });
  expect(project).toMatchObject({
    dir: `Folder of ${name}`,
    settingsModules: [`${name}.settings.${name}`, `${name}.settings.común`],
    djangoHeader: '4.2',
    moduleExamples: {
      [`${name}.settings.${name}_local`]: `Folder of ${name}/${name}/settings/${name}_local.example.py`,
    },
  });
});

test('an uncommitted settings module comes after those that exist, and its example is known', async () => {
  const project = await first({
    'manage.py': managePy('config.settings_local'),
    'config/settings.py': settingsPy(),
    'config/settings_local.py.example': 'from .settings import *',
    'config/secrets.sample.py': 'KEY = 1',
  });
  expect(project.settingsModules).toEqual(['config.settings', 'config.settings_local']);
  expect(project.moduleExamples).toEqual({
    'config.secrets': 'config/secrets.sample.py',
    'config.settings_local': 'config/settings_local.py.example',
  });
});

const database = (engine: string, more = '') =>
  `DATABASES = {'default': {'ENGINE': 'django.db.backends.${engine}', ${more}}}\n`;

test('PostgreSQL and Redis, and under which names they are looked for', async () => {
  const project = await first({
    'manage.py': managePy('config.settings'),
    'config/settings.py': settingsPy(
      [],
      `${database('postgresql', "'HOST': os.environ.get('DB_HOST', 'pg')")}CACHES = {'default': {'LOCATION': 'redis://store:6379/1'}}\nEMAIL_HOST = 'smtp.example.com'\n`,
    ),
    'docker-compose.yml': `services:\n  pg:\n    image: postgres:16\n    environment: {POSTGRES_PASSWORD: x}\n  web:\n    build: .\n    environment:\n      - SECRET_KEY=abc\n      - DEBUG=\${DEBUG:-1}\n      - TOKEN=\${TOKEN}\n`,
    '.env.example': 'SECRET_KEY="from example"\nQUEUE_HOST=broker\nexport MODE=dev # laptop\n',
  });
  expect(project.services).toEqual({ postgres: true, redis: true });
  expect(project.hostNames.toSorted()).toEqual([
    'broker',
    'cache',
    'db',
    'pg',
    'postgres',
    'redis',
    'store',
    'web',
  ]);
  expect(project.envExample).toEqual({
    SECRET_KEY: 'from example',
    QUEUE_HOST: 'broker',
    MODE: 'dev',
    DEBUG: '1',
  });
});

test.each([
  ['SQLite beside it', `${database('sqlite3')}if os.environ.get('X'):\n    ${database('postgresql')}`],
  ['only in a comment', `# ${database('postgresql')}${database('sqlite3')}`],
])('no PostgreSQL where the settings have %s', async (_, text) => {
  const project = await first({
    'manage.py': managePy('config.settings'),
    'config/settings.py': settingsPy([], text),
  });
  expect(project.services.postgres).toBe(false);
});

test('hostile text costs no time', async () => {
  const long = 400_000;
  const started = performance.now();
  await scan({
    'manage.py': `DJANGO_SETTINGS_MODULE"${' '.repeat(long)}x`,
    'config/settings.py': `${'\n'.repeat(long)}${' '.repeat(long)}ROOT_URLCONF`,
    'app/settings.py': `ROOT_URLCONF = 1\n${'HOST='.repeat(20_000)}${'://'.repeat(20_000)}${'X_APPS=['.repeat(9000)}`,
    'docker-compose.yml': `a: &a [x,x]\n${'b: [*a,*a]\n'.repeat(10)}${'['.repeat(60_000)}`,
    '.env.example': `${'='.repeat(long)}`,
  });
  expect(performance.now() - started).toBeLessThan(4000);
});
