/** Settings of every usual kind, loaded as production would and without what a server must be told. Needs Python with Django. */
import path from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { deployReadingSchema } from '../../src/app/deploy-reading.ts';
import type { Instance } from '../../src/app/instance.ts';
import { readDeployment } from '../../src/deploy/deployment.ts';
import { insecureDefaults, judgeWarnings } from '../../src/deploy/judge.ts';
import { productionOf } from '../../src/deploy/production.ts';
import { insideFolder } from '../../src/inside/folder.ts';
import { textReader } from '../../src/repository/read-text.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import { fileOf } from '../../src/repository/settings-modules.ts';
import { pythonPackages } from '../inside/python-packages.ts';
import { managePy, tree } from '../repository/tree.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const BASE = `
import os
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
`;
const HARDENED = `
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
`;
const TOLD = `
DEBUG = os.environ.get("DEBUG") == "1"
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
`;
const SAFE = BASE + TOLD + HARDENED;
const LITERAL = 'x7#kq2!vz9$wm4&jd8*rb1^ht6(np3)fy5_cg0+ls-ae=uo.iXQZ';

async function judged(files: Record<string, string>) {
  const root = await tree({ 'manage.py': managePy('shop.settings'), 'shop/__init__.py': '', ...files });
  const repository = await scanRepository(root, { words: [], packages: [] });
  const project = repository.projects[0];
  if (project === undefined) throw new Error('no project');
  const production = await productionOf(repository, project, textReader(root));
  if (production === null) throw new Error('no production');
  const env = { PATH: process.env.PATH ?? '', PYTHONPATH: await pythonPackages() };
  const cwd = path.join(root, project.dir);
  const reader = execa('python3', [path.join(insideFolder, 'boot.py'), 'deploy'], {
    env,
    extendEnv: false,
    cwd,
    stderr: 'ignore',
  });
  onTestFinished(async () => {
    reader.stdin.end();
    await reader;
  });
  const answers = createInterface({ input: reader.stdout })[Symbol.asyncIterator]();
  const call = async (_: string, order: object) => {
    reader.stdin.write(`${JSON.stringify({ ...order, source: root, project: cwd })}\n`);
    return deployReadingSchema.parse(JSON.parse((await answers.next()).value ?? 'null'));
  };
  const exists = (module: string) => fileOf(module, project.dir, repository.files) !== null;
  const instance = { call } as unknown as Pick<Instance, 'call'>;
  const deployment = await readDeployment(instance, production, exists);
  const { loaded, error, supplied } = deployment.proper;
  return {
    module: production.module,
    refused: deployment.refused,
    supplied,
    error: error?.message ?? null,
    warnings: loaded === null ? null : judgeWarnings(loaded, production, []),
    counted:
      loaded === null
        ? null
        : judgeWarnings(loaded, production, [])
            .filter((one) => one.counts)
            .map(({ id }) => id),
    defaults: insecureDefaults(deployment).map(({ setting, place }) => [setting, place?.line]),
  };
}

const one = (settings: string, more: Record<string, string> = {}) =>
  judged({ 'shop/settings.py': settings, ...more });

describe('safe', () => {
  test('what must be told is asked for', async () => {
    expect(await one(SAFE)).toMatchObject({
      module: 'shop.settings',
      refused: ['SECRET_KEY', 'ALLOWED_HOSTS'],
      error: null,
      counted: [],
      defaults: [],
    });
  });

  test.each<[string, string, Record<string, string>]>([
    [
      'an "if not DEBUG" block',
      `${BASE}${TOLD}if not DEBUG:\n    ${HARDENED.trim().replaceAll('\n', '\n    ')}\n`,
      {},
    ],
    [
      'a word for production, that a Procfile sets',
      `${BASE}${TOLD}if os.environ.get("STAGE") == "prod":\n    ${HARDENED.trim().replaceAll('\n', '\n    ')}\n`,
      { Procfile: 'web: STAGE=prod gunicorn shop.wsgi\n' },
    ],
    ['the variable of a platform', `${SAFE}\nDEBUG = "RENDER" not in os.environ\n`, {}],
    [
      'a key that a file holds',
      SAFE.replace('os.environ["SECRET_KEY"]', 'open("/run/secrets/secret_key").read()'),
      {},
    ],
    [
      'a key that is made at the start',
      SAFE.replace(
        'os.environ["SECRET_KEY"]',
        'os.environ.get("SECRET_KEY") or __import__("secrets").token_urlsafe(50)',
      ),
      {},
    ],
    [
      'a package that only the server has',
      `${SAFE}\nimport error_tracker_sdk\nerror_tracker_sdk.init(dsn=os.environ.get("DSN"), integrations=[error_tracker_sdk.Django()])\n`,
      {},
    ],
    [
      'a committed .env of a developer is not looked at',
      `${SAFE}\nif os.path.exists(".env"):\n    DEBUG = "DEBUG=1" in open(".env").read()\n`,
      { '.env': 'DEBUG=1\n' },
    ],
    [
      'a redirect that nginx does',
      SAFE.replace('SECURE_SSL_REDIRECT = True', ''),
      { 'nginx.conf': 'return 301 https://$host;\n' },
    ],
    [
      'a check that is silenced for a reason',
      `${SAFE.replace('SECURE_SSL_REDIRECT = True', '')}\nSILENCED_SYSTEM_CHECKS = [\n    "security.W008",  # the load balancer redirects\n]\n`,
      {},
    ],
    ['no preload, no subdomains, no HttpOnly for the CSRF cookie', SAFE, {}],
    [
      'a variable with no default that no example names',
      `${SAFE}\nREGION = os.environ["REGION"]\nint(os.environ["RETRIES"])\n`,
      {},
    ],
  ])('%s', async (_, settings, more) => {
    expect(await one(settings, more)).toMatchObject({ error: null, counted: [], defaults: [] });
  });

  test('a settings package: developers by manage.py, production by wsgi.py', async () => {
    const found = await judged({
      'manage.py': managePy('shop.settings.dev'),
      'shop/wsgi.py':
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.production")\n',
      'shop/settings/__init__.py': '',
      'shop/settings/base.py': BASE,
      'shop/settings/dev.py': 'from .base import *\nDEBUG = True\nSECRET_KEY = "dev"\n',
      'shop/settings/production.py': `import os\nfrom .base import *\n${TOLD}${HARDENED}`,
    });
    expect(found).toMatchObject({ module: 'shop.settings.production', counted: [], defaults: [] });
  });
});

describe('unsafe', () => {
  test.each<[string, string, string[], unknown[]]>([
    ['DEBUG is on', `${SAFE}\nDEBUG = True\n`, ['security.W018'], []],
    [
      'DEBUG is on by default',
      SAFE.replace('os.environ.get("DEBUG") == "1"', 'os.environ.get("DEBUG", "1") == "1"'),
      [],
      [['DEBUG', 12]],
    ],
    [
      'DEBUG is a text',
      SAFE.replace('os.environ.get("DEBUG") == "1"', 'os.environ.get("DEBUG", "False")'),
      [],
      [['DEBUG', 12]],
    ],
    [
      'any text switches DEBUG on',
      SAFE.replace('os.environ.get("DEBUG") == "1"', 'bool(os.environ.get("DEBUG"))'),
      [],
      [['DEBUG', 12]],
    ],
    [
      'a developer by default',
      `${SAFE}\nif os.environ.get("APP_ENV", "development") != "production":\n    DEBUG = True\n`,
      [],
      [['DEBUG', 22]],
    ],
    [
      'a key by default',
      SAFE.replace('os.environ["SECRET_KEY"]', `os.environ.get("SECRET_KEY", "${LITERAL}")`),
      [],
      [['SECRET_KEY', 13]],
    ],
    [
      'any host by default',
      SAFE.replace('os.environ["ALLOWED_HOSTS"]', 'os.environ.get("ALLOWED_HOSTS", "*")'),
      [],
      [['ALLOWED_HOSTS', 14]],
    ],
    ['any host', `${SAFE}\nALLOWED_HOSTS = ["*"]\n`, [], [['ALLOWED_HOSTS', 21]]],
    ['no host', `${SAFE}\nALLOWED_HOSTS = []\n`, ['security.W020'], []],
    ['no HSTS', SAFE.replace('SECURE_HSTS_SECONDS = 31536000', ''), ['security.W004'], []],
    ['plain HTTP', SAFE.replace('SECURE_SSL_REDIRECT = True', ''), ['security.W008'], []],
    [
      'plain HTTP unless a variable says so',
      SAFE.replace(
        'SECURE_SSL_REDIRECT = True',
        'SECURE_SSL_REDIRECT = os.environ.get("SSL_REDIRECT") == "True"',
      ),
      ['security.W008'],
      [],
    ],
    ['the session over plain HTTP', SAFE.replace('SESSION_COOKIE_SECURE = True', ''), ['security.W012'], []],
    ['the token over plain HTTP', SAFE.replace('CSRF_COOKIE_SECURE = True', ''), ['security.W016'], []],
    ['no SecurityMiddleware', `${SAFE}\nMIDDLEWARE = MIDDLEWARE[1:]\n`, ['security.W001'], []],
    [
      'a key that is written in the source',
      SAFE.replace('os.environ["SECRET_KEY"]', '"django-insecure-abc"'),
      ['security.W009'],
      [],
    ],
    [
      'a check that is silenced without a reason',
      `${SAFE.replace('SECURE_SSL_REDIRECT = True', '')}\nSILENCED_SYSTEM_CHECKS = ["security.W008"]\n`,
      ['security.W008'],
      [],
    ],
  ])('%s', async (_, settings, counted, defaults) => {
    const found = await one(settings);
    expect(found).toMatchObject({ error: null, defaults });
    expect(found.counted?.toSorted()).toEqual(counted);
  });

  test('wsgi.py loads the settings of developers', async () => {
    const found = await judged({
      'shop/wsgi.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")\n',
      'shop/settings/__init__.py': '',
      'shop/settings/dev.py': `${BASE}DEBUG = True\nSECRET_KEY = "dev"\n`,
      'shop/settings/production.py': SAFE,
    });
    expect(found).toMatchObject({
      module: 'shop.settings.production',
      counted: [],
      defaults: [['DJANGO_SETTINGS_MODULE', 2]],
    });
  });

  test('DEBUG that stays on although the file for production switches it off', async () => {
    const found = await one(SAFE.replace('os.environ.get("DEBUG") == "1"', 'bool(os.environ.get("DEBUG"))'), {
      '.env.prod.example': 'DEBUG=0\n',
    });
    expect(found.warnings?.find(({ id }) => id === 'security.W018')).toMatchObject({
      counts: true,
      remark:
        '.env.prod.example, line 1 sets DEBUG to 0, which the settings take for a yes: bool("0") is true in Python. DEBUG must be off in production: its error pages show settings and code to everybody. Set DEBUG = False.',
    });
  });
});

test.each<[string, string, string]>([
  ['settings that cannot be loaded', `${SAFE}\nraise RuntimeError("no region")\n`, 'no region'],
  ['a mistake in them', `${SAFE}\nDEBUG = debug\n`, "name 'debug' is not defined"],
  ['a loader of variables that is not there', `${SAFE}\nimport decouple\n`, "No module named 'decouple'"],
])('%s', async (_, settings, error) => {
  expect(await one(settings)).toMatchObject({ error, warnings: null });
});
