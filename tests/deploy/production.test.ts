/** Which settings production uses, told from files alone. */
import { describe, expect, test } from 'vitest';
import { productionOf } from '../../src/deploy/production.ts';

const SETTINGS = 'DEBUG = False\nROOT_URLCONF = "shop.urls"\n';
const wsgi = (module: string) =>
  `import os\n\nos.environ.setdefault(\n    "DJANGO_SETTINGS_MODULE", "${module}"\n)\n`;

/** A project in the root, whose settings modules are those that the files hold. */
function production(files: Record<string, string>) {
  const names = Object.keys(files);
  const settingsModules = names
    .filter((name) => /settings/.test(name) && name.endsWith('.py') && !name.endsWith('__init__.py'))
    .map((name) => name.slice(0, -3).replaceAll('/', '.'));
  const repository = { files: names, projects: [] };
  return productionOf(repository, { dir: '.', settingsModules }, async (file) => files[file] ?? '');
}

const SPLIT = {
  'shop/settings/__init__.py': '',
  'shop/settings/base.py': SETTINGS,
  'shop/settings/dev.py': 'from .base import *\nDEBUG = True\n',
  'shop/settings/production.py': 'from .base import *\n',
};

describe('the module', () => {
  test.each<[string, Record<string, string>, string, string | undefined]>([
    [
      'what wsgi.py names',
      { 'shop/settings.py': SETTINGS, 'shop/wsgi.py': wsgi('shop.settings') },
      'shop.settings',
      'shop/wsgi.py:4',
    ],
    [
      'a Dockerfile before wsgi.py',
      {
        ...SPLIT,
        'shop/wsgi.py': wsgi('shop.settings.dev'),
        Dockerfile:
          'FROM python\nENV A=b \\\n  DJANGO_SETTINGS_MODULE=shop.settings.production\nCMD ["gunicorn", "shop.wsgi"]\n',
      },
      'shop.settings.production',
      'Dockerfile:3',
    ],
    [
      'a Procfile',
      { ...SPLIT, Procfile: 'web: DJANGO_SETTINGS_MODULE=shop.settings.production gunicorn shop.wsgi\n' },
      'shop.settings.production',
      'Procfile:1',
    ],
    [
      'the compose file for production, not that of developers',
      {
        ...SPLIT,
        'docker-compose.yml':
          'services:\n  web:\n    environment:\n      DJANGO_SETTINGS_MODULE: shop.settings.dev\n',
        'docker-compose.prod.yml':
          'services:\n  web:\n    environment:\n      - DJANGO_SETTINGS_MODULE=shop.settings.production\n',
      },
      'shop.settings.production',
      'docker-compose.prod.yml:4',
    ],
    [
      'render.yaml',
      {
        ...SPLIT,
        'render.yaml':
          'services:\n  - type: web\n    envVars:\n      - key: DJANGO_SETTINGS_MODULE\n        value: shop.settings.production\n',
      },
      'shop.settings.production',
      'render.yaml:4',
    ],
    [
      'fly.toml',
      { ...SPLIT, 'fly.toml': '[env]\n  DJANGO_SETTINGS_MODULE = "shop.settings.production"\n' },
      'shop.settings.production',
      'fly.toml:2',
    ],
    [
      'app.json',
      { ...SPLIT, 'app.json': '{"env": {"DJANGO_SETTINGS_MODULE": {"value": "shop.settings.production"}}}' },
      'shop.settings.production',
      'app.json:1',
    ],
    [
      'by its name, where wsgi.py names that of developers',
      { ...SPLIT, 'shop/wsgi.py': wsgi('shop.settings.dev') },
      'shop.settings.production',
      undefined,
    ],
    [
      'by its name beside the one of wsgi.py',
      {
        'config/django/base.py': SETTINGS,
        'config/django/production.py': 'from .base import *\n',
        'config/wsgi.py': wsgi('config.django.base'),
      },
      'config.django.production',
      undefined,
    ],
    [
      'not what a RUN of a Dockerfile needs for the build',
      {
        ...SPLIT,
        'shop/wsgi.py': wsgi('shop.settings.production'),
        Dockerfile:
          'FROM python\nRUN DJANGO_SETTINGS_MODULE=shop.settings.dev ./manage.py collectstatic\nCMD gunicorn shop.wsgi\n',
      },
      'shop.settings.production',
      'shop/wsgi.py:4',
    ],
    [
      'not a module that does not exist',
      {
        'shop/settings.py': SETTINGS,
        'shop/wsgi.py': wsgi('shop.settings'),
        Procfile: 'web: DJANGO_SETTINGS_MODULE=other.settings gunicorn shop.wsgi\n',
      },
      'shop.settings',
      'shop/wsgi.py:4',
    ],
    [
      'not staging',
      { ...SPLIT, 'shop/settings/staging.py': 'from .base import *\n' },
      'shop.settings.production',
      undefined,
    ],
  ])('%s', async (_, files, module, why) => {
    const found = await production(files);
    expect(found?.module).toBe(module);
    expect(found?.why ? `${found.why.file}:${found.why.line}` : undefined).toBe(why);
  });

  test('there is none', async () => {
    expect(await production({ 'manage.py': '' })).toBeNull();
  });

  test('a class of django-configurations', async () => {
    const found = await production({
      'shop/settings.py':
        'from configurations import Configuration\nclass Dev(Configuration):\n  DEBUG = True\nclass Production(Configuration):\n  DEBUG = False\n',
      'shop/wsgi.py': `${wsgi('shop.settings')}os.environ.setdefault("DJANGO_CONFIGURATION", "Dev")\nfrom configurations.wsgi import x\n`,
    });
    expect(found?.configuration).toBe('Production');
  });
});

test('what deployment files set: the certain first', async () => {
  const found = await production({
    'shop/settings.py': SETTINGS,
    'docker-compose.yml':
      'services:\n  web:\n    command: python manage.py runserver\n    environment: {DEBUG: 1, HOSTS: "$[HOSTS:-a.example]", KEY: "$[KEY]"}\n'.replaceAll(
        /\[(.*?)\]/g,
        '{$1}',
      ),
    'docker-compose.dev.yml': 'services: {web: {environment: {DEBUG: "yes"}}}',
    Dockerfile:
      'FROM python\nENV OLD way of it\nENV A="b c" D=\'e\'\nENTRYPOINT ["gunicorn", "--env", "F=g"]\n',
    '.env.production.example': 'DEBUG=0\n# NOT=this\nexport MORE=x\n',
  });
  expect(found?.declared.map(({ file, name, value, firm }) => [file, name, value, firm])).toEqual([
    ['Dockerfile', 'OLD', 'way of it', true],
    ['Dockerfile', 'A', 'b c', true],
    ['Dockerfile', 'D', 'e', true],
    ['Dockerfile', 'F', 'g', true],
    ['.env.production.example', 'DEBUG', '0', true],
    ['.env.production.example', 'MORE', 'x', true],
    ['docker-compose.yml', 'DEBUG', '1', false],
    ['docker-compose.yml', 'HOSTS', 'a.example', false],
  ]);
});

test('a server in front that sends plain HTTP to HTTPS', async () => {
  const found = await production({
    'shop/settings.py': SETTINGS,
    'deploy/nginx.conf':
      'server {\n  listen 80;\n  # return 302 https://no\n  return 301 https://$host$request_uri;\n}\n',
  });
  expect(found?.front).toEqual({
    redirects: { file: 'deploy/nginx.conf', line: 4, code: 'return 301 https://$host$request_uri;' },
    hsts: null,
  });
});
