import { expect, test } from 'vitest';
import { type BootRequest, type InsideError, insideErrorSchema } from '../../src/app/protocol.ts';
import { type StartOptions, startApp } from '../../src/app/start.ts';
import type { AppProcessOptions } from '../../src/engines/engine.ts';

interface Attempt {
  env: Record<string, string>;
  boot: BootRequest;
}

/** A process inside that answers `boot` as `decide` says: null is an app that starts. */
function scripted(decide: (attempt: Attempt, round: number) => Partial<InsideError> | null) {
  const attempts: Attempt[] = [];
  const startOne = async ({ env }: AppProcessOptions) => {
    let listener: (line: string) => void = () => {};
    return {
      send: (line: string) => {
        const boot = JSON.parse(line);
        attempts.push({ env, boot });
        const error = decide({ env, boot }, attempts.length);
        const base = { stage: 'settings', type: 'Error', message: 'wrong', frames: [], missing: null };
        const result = { facts, changes: [{ what: 'kept', why: 'so' }], milliseconds: { settings: 3 } };
        const answer = error
          ? { ok: false, error: insideErrorSchema.parse({ ...base, ...error }) }
          : { ok: true, result };
        queueMicrotask(() => listener(JSON.stringify({ id: boot.id, ...answer })));
      },
      onLine: (next: (line: string) => void) => {
        listener = next;
      },
      log: () => 'the log',
      exited: new Promise<never>(() => {}),
      kill: async () => {},
    };
  };
  const started: string[] = [];
  const options: StartOptions = {
    sandbox: {
      sourcePath: '/app',
      startApp: startOne,
      startService: async (name) => started.push(name) > 0,
      address: () => ({ host: '127.0.0.1', port: 1, localAddress: undefined }),
    },
    install: {
      ok: true,
      python: '3',
      interpreter: '',
      installed: {},
      changes: [],
      reused: true,
      problem: null,
      log: '',
    },
    project: {
      dir: 'backend',
      settingsModules: ['shop.settings'],
      envExample: { API_REGION: 'north', ENV_MODE: 'production' },
      services: { postgres: false, redis: false },
      moduleExamples: {},
    },
    secretKey: 'secret',
    addPackage: async () => null,
    progress: () => {},
    signal: new AbortController().signal,
  };
  return { options, attempts, started };
}

const facts = {
  python: '3.12',
  django: '5.2',
  packages: {},
  settings: {},
  user: { model: 'auth.User', usernameField: 'username', requiredFields: [], emailField: null },
  models: [],
  routes: [],
  missingMigrations: [],
  tokenPrefixes: [],
  problems: [],
};
const missing = (kind: NonNullable<InsideError['missing']>['kind'], name: string, own = false) => ({
  missing: { kind, name, own, also: [] },
});

test('an app that starts at once: what the boot changed is reported', async () => {
  const { options, attempts } = scripted(() => null);
  const result = await startApp(options);
  expect(result).toMatchObject({
    ok: true,
    remedies: [{ what: 'kept', why: 'so' }],
    timings: { settings: 3, rounds: 1 },
  });
  expect(attempts[0]?.env).toMatchObject({ MILEPOST_SOURCE: '/app' });
  expect(attempts[0]?.boot).toMatchObject({
    settings: 'shop.settings',
    database: { kind: 'sqlite' },
    redis: null,
  });
});

test('variables: the example first, never a production value, another kind when the first does not fit', async () => {
  const { options, attempts } = scripted(({ env }) => {
    if (env.API_REGION !== 'north') return missing('env', 'API_REGION');
    if (env.ENV_MODE !== 'development') return missing('env', 'ENV_MODE');
    if (!/^\d+$/.test(env.AMOUNT ?? '')) return missing('env', 'AMOUNT');
    return null;
  });
  const result = await startApp(options);
  expect(result).toMatchObject({ ok: true });
  expect(attempts.at(-1)?.env).toMatchObject({ API_REGION: 'north', ENV_MODE: 'development', AMOUNT: '1' });
  expect(result.remedies.map((remedy) => remedy.what)).toEqual([
    'set the environment variable API_REGION',
    'set the environment variable ENV_MODE',
    'set the environment variable AMOUNT',
    'kept',
  ]);
});

test('variables that the same file reads are set at once, those that are set already left alone', async () => {
  const { options, attempts } = scripted(({ env }) => {
    if (env.API_REGION !== 'north') return missing('env', 'API_REGION');
    if (env.TOKEN === undefined)
      return {
        missing: { kind: 'env', name: 'TOKEN', own: false, also: ['API_REGION', 'DEBUG', 'DB_HOST'] },
      };
    return null;
  });
  const result = await startApp(options);
  expect(attempts).toHaveLength(3);
  expect(attempts.at(-1)?.env).toMatchObject({ API_REGION: 'north', DEBUG: 'True', DB_HOST: 'localhost' });
  expect(result.remedies.map(({ what, why }) => `${what}: ${why}`)).toEqual([
    'set the environment variable API_REGION: Error: wrong',
    'set the environment variable TOKEN: Error: wrong',
    'set the environment variable DEBUG: it is read beside TOKEN, which is not set',
    'set the environment variable DB_HOST: it is read beside TOKEN, which is not set',
    'kept: so',
  ]);
});

test('a service that the settings call is started; one that is not offered ends the start', async () => {
  const offered = scripted(({ boot }) => (boot.redis ? null : missing('service', 'redis')));
  expect(await startApp(offered.options)).toMatchObject({ ok: true });
  expect(offered.started).toEqual(['redis']);
  const other = scripted(() => missing('service', 'mongo'));
  expect(await startApp(other.options)).toMatchObject({ ok: false });
});

test('a PostgreSQL that refuses the schema is left for SQLite', async () => {
  const { options } = scripted(({ boot }) =>
    boot.database.kind === 'postgres' ? { stage: 'migrate', type: 'NotSupportedError' } : null,
  );
  const result = await startApp({
    ...options,
    project: { ...options.project, services: { postgres: true, redis: false } },
  });
  expect(result).toMatchObject({ ok: true, remedies: [{ what: 'used SQLite instead of PostgreSQL' }, {}] });
});

test('what SQLite cannot do for a PostgreSQL that the engine does not offer is the machine’s limit', async () => {
  const { options } = scripted(() => ({ stage: 'migrate', type: 'OperationalError', message: 'near "["' }));
  const asking = {
    ...options,
    sandbox: { ...options.sandbox, startService: async () => false },
    project: { ...options.project, services: { postgres: true, redis: false } },
  };
  await expect(startApp(asking)).rejects.toThrow(
    'This project needs PostgreSQL, which this engine does not offer: grade it with --engine docker. With SQLite in its place: The app does not start: applying the migrations failed with OperationalError: near "[".',
  );
  expect(await startApp(options)).toMatchObject({ ok: false });
});

test('the same failure twice ends the start, with place and log', async () => {
  const frame = {
    file: 'shop/settings.py',
    line: 4,
    function: '<module>',
    code: 'import left_pad',
    learner: true,
  };
  const { options, attempts } = scripted(() => ({
    ...missing('module', 'left_pad'),
    type: 'ModuleNotFoundError',
    message: "No module named 'left_pad'",
    frames: [frame],
  }));
  const result = await startApp({
    ...options,
    addPackage: async (name) => ({ what: `installed ${name}`, why: 'it is imported' }),
  });
  expect(attempts).toHaveLength(2);
  expect(result).toMatchObject({
    ok: false,
    remedies: [{ what: 'installed left_pad' }],
    failure: {
      stage: 'settings',
      message:
        "The app does not start: reading the settings failed with ModuleNotFoundError: No module named 'left_pad' (shop/settings.py, line 4).",
      place: { file: 'shop/settings.py', line: 4, code: 'import left_pad' },
      log: 'the log',
    },
  });
});

test('never more than 40 rounds', async () => {
  const { options, attempts } = scripted((_, round) => missing('env', `NAME_${round}`));
  expect(await startApp(options)).toMatchObject({ ok: false, timings: { rounds: 40 } });
  expect(attempts).toHaveLength(40);
});

test('a project without a settings module is told so', async () => {
  const { options } = scripted(() => null);
  const result = await startApp({ ...options, project: { ...options.project, settingsModules: [] } });
  expect(result).toMatchObject({
    ok: false,
    failure: {
      message: 'No settings module was found: manage.py names none and no settings.py is in the project.',
    },
  });
});
