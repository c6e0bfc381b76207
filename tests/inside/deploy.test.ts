/** Settings are read beside the app, in an interpreter of their own, whatever they do. */
import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const PRODUCTION = `
import os
print("what settings print is not an answer")
DEBUG = "KNOWN" in os.environ or "SECRET_KEY_OF_THE_APP" in os.environ
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["books.example"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
ROOT_URLCONF = "site_of_tests.urls"
SILENCED_SYSTEM_CHECKS = [
    # the owner of the domain decides
    "security.W004",
]
`;

async function reader(settings: string) {
  const { app } = await runningApp({ ...project, 'site_of_tests/production.py': settings });
  const instance = await app.fork();
  const read = (environment: Record<string, string>, headers = false) =>
    instance.call('deploy.read', {
      settings: 'site_of_tests.production',
      environment,
      configuration: null,
      modules: [],
      files: {},
      headers,
    });
  return { instance, read };
}

test('other settings than those of the app, with exactly the given variables', async () => {
  const { read } = await reader(PRODUCTION);
  const key = `${'k'.repeat(30)}abcdefghijklmnopqrstuvwxyz`;
  const first = await read({ SECRET_KEY: key });
  expect(first).toMatchObject({
    ok: true,
    debug: false,
    hosts: ['books.example'],
    key: { from: 'environment', place: null },
    silenced: [
      {
        id: 'security.W004',
        place: { file: 'site_of_tests/production.py', line: 11, code: '"security.W004",' },
        reason: 'the owner of the domain decides',
      },
    ],
    places: { DEBUG: { file: 'site_of_tests/production.py', line: 4 } },
    problems: [],
  });
  expect(JSON.stringify(first)).not.toContain(key);
  expect(first.ok && first.messages.map(({ id }) => id).sort()).toEqual([
    'security.W002',
    'security.W003',
    'security.W004',
    'security.W008',
  ]);
  expect(await read({ SECRET_KEY: key, KNOWN: '1' })).toMatchObject({ ok: true, debug: true });
  expect(await read({})).toMatchObject({
    ok: false,
    error: { type: 'KeyError', missing: { kind: 'env', name: 'SECRET_KEY' } },
  });
  expect(await read({ SECRET_KEY: key })).toEqual(first);
  expect(await read({ SECRET_KEY: key }, true)).toEqual({
    ...first,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
});

test.each([
  [
    'sys.exit',
    'import sys\nsys.exit("no key")\n',
    { type: 'SystemExit', message: 'the code asked Python to exit (no key)' },
  ],
  [
    'os._exit',
    'import os\nos._exit(3)\n',
    { type: 'SystemExit', message: 'the process that loads the settings ended' },
  ],
  [
    'an endless loop',
    'while True:\n    pass\n',
    { type: 'Timeout', message: 'loading the settings did not end within 10 seconds' },
  ],
  ['a mistake', 'DEBUG = debug\n', { type: 'NameError', message: "name 'debug' is not defined" }],
])('%s', async (_, settings, error) => {
  const { instance, read } = await reader(settings);
  expect(await read({})).toMatchObject({ ok: false, error });
  expect(await instance.call('cache.clear', {})).toEqual({});
  expect(await read({})).toMatchObject({ ok: false, error });
});
