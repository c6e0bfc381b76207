import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { insideFolder } from '../../src/inside/folder.ts';
import type { InstallOutcome, InstallPlan } from '../../src/prepare/plan.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 });
const tools = fileURLToPath(new URL('../../.tmp/tools', import.meta.url));
const wheels = fileURLToPath(new URL('wheels.py', import.meta.url));
const python = (await execa('python3', ['-c', 'import sys; print(sys.executable)'])).stdout;

interface Package {
  name: string;
  version: string;
  requires?: string[];
  python?: string;
  kind?: 'source' | 'old';
  code?: string;
}
const django: Package[] = [
  { name: 'django', version: '4.2.3', requires: ['asgiref>=3.6'] },
  { name: 'django', version: '4.2.9', requires: ['asgiref>=3.6'] },
  { name: 'django', version: '5.0', requires: ['asgiref>=3.7'], python: '>=3.99' },
  { name: 'asgiref', version: '3.2' },
  { name: 'asgiref', version: '3.7' },
  { name: 'setuptools', version: '57.0' },
  { name: 'setuptools', version: '79.0' },
  { name: 'setuptools', version: '82.0' },
];

beforeAll(async () => {
  const fetch = `import os, time, install_tools; assert install_tools.find_uv("/tmp", dict(os.environ), time.time() + 200, [])`;
  await mkdir(tools, { recursive: true });
  await execa(python, ['-B', '-c', fetch], { cwd: insideFolder, env: { MILEPOST_TOOLS: tools } });
});

/** Installs from a folder of made-up packages, without a network. */
async function install(plan: Partial<InstallPlan>, packages: Package[] = [], toolsFolder = tools) {
  const folder = await mkdtemp(path.join(tmpdir(), 'install-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const index = path.join(folder, 'index');
  await mkdir(index);
  await execa(python, [wheels, index, JSON.stringify([...django, ...packages])]);
  const whole = { pythons: ['3'], requirements: [], extra: [], excludeNewer: null, ...plan };
  const target = path.join(folder, 'venv');
  const { stdout, stderr } = await execa(
    python,
    ['-E', '-s', '-B', '-u', path.join(insideFolder, 'install.py'), target],
    {
      input: `${JSON.stringify(whole)}\n`,
      extendEnv: false,
      env: {
        PATH: '/usr/bin:/bin',
        HOME: folder,
        PIP_NO_INDEX: '1',
        PIP_FIND_LINKS: index,
        UV_CACHE_DIR: path.join(folder, 'uv'),
        MILEPOST_TOOLS: toolsFolder,
      },
    },
  );
  expect(stdout.split('\n')).toHaveLength(1);
  const outcome: InstallOutcome = JSON.parse(stdout);
  return { ...outcome, stderr };
}

describe('the install ladder', () => {
  test('what is pinned and can be had is installed as it is, with what the grader adds', async () => {
    const outcome = await install({ requirements: ['Django==4.2.3'], extra: ['Extra_Package'] }, [
      { name: 'extra-package', version: '1.0' },
    ]);
    expect(outcome).toMatchObject({ ok: true, problem: null, changes: [], reused: false });
    expect(outcome.installed).toEqual({
      django: '4.2.3',
      asgiref: '3.7',
      'extra-package': '1.0',
      setuptools: '79.0',
    });
    expect(existsSync(outcome.interpreter)).toBe(true);
  });

  test('a name that the index does not know is left out', async () => {
    const outcome = await install({ requirements: ['django==4.2.3', 'djnago-filters==2.0'] });
    expect(outcome.ok).toBe(true);
    expect(outcome.changes).toEqual([
      { what: 'left out djnago-filters==2.0', why: 'the package index knows no package of this name' },
    ]);
  });

  test('a version that does not exist: another one, of Django one of the same series', async () => {
    const outcome = await install({ requirements: ['django==4.2.99', 'filters==9'] }, [
      { name: 'filters', version: '1.0' },
    ]);
    expect(outcome.installed).toMatchObject({ django: '4.2.9', filters: '1.0' });
    expect(outcome.changes.map(({ what }) => what).sort()).toEqual([
      'installed another version of django than django==4.2.99',
      'installed another version of filters than filters==9',
    ]);
  });

  test('a release that cannot be had: the nearest that can, of the same major version first', async () => {
    const plan = { requirements: ['django==4.2.3', 'filters==1.1', 'last==2.5', 'jumper==1.0'] };
    const outcome = await install(plan, [
      { name: 'filters', version: '1.1', kind: 'source' },
      { name: 'filters', version: '1.2', kind: 'source' },
      ...['1.0', '1.3', '1.4', '2.0'].map((version) => ({ name: 'filters', version })),
      ...['2.3', '2.4', '3.0'].map((version) => ({ name: 'last', version })),
      { name: 'jumper', version: '1.0', kind: 'source' },
      ...['2.0', '3.0'].map((version) => ({ name: 'jumper', version })),
    ]);
    expect(outcome.installed).toMatchObject({ filters: '1.3', last: '2.4', jumper: '2.0' });
    expect(outcome.changes.map(({ what }) => what).sort()).toEqual([
      'installed another version of filters than filters==1.1',
      'installed another version of jumper than jumper==1.0',
      'installed another version of last than last==2.5',
    ]);
  });

  test('what only builds with old tools is built with them', async () => {
    const plan = { requirements: ['django==4.2.3', 'veteran==1', 'other-veteran==1'] };
    const outcome = await install(plan, [
      { name: 'veteran', version: '1', kind: 'old' },
      { name: 'veteran', version: '2' },
      { name: 'other-veteran', version: '1', kind: 'old' },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      changes: [],
      installed: { veteran: '1', 'other-veteran': '1' },
    });
  });

  test('pins that contradict each other are installed as they are', async () => {
    const outcome = await install({ requirements: ['django==4.2.3', 'a-package==1', 'b-package==1'] }, [
      { name: 'a-package', version: '1', requires: ['b-package>=2'] },
      { name: 'b-package', version: '1' },
      { name: 'b-package', version: '2' },
    ]);
    expect(outcome.installed).toMatchObject({ 'a-package': '1', 'b-package': '1' });
    expect(outcome.changes.map(({ what }) => what)).toEqual([
      'installed the pinned versions although they do not fit together',
    ]);
  });

  test('a pin that Django itself contradicts gives way', async () => {
    const outcome = await install({ requirements: ['django==4.2.3', 'asgiref==3.2'] });
    expect(outcome.installed).toMatchObject({ django: '4.2.3', asgiref: '3.7' });
    expect(outcome.changes).toEqual([
      {
        what: 'installed another version of asgiref than asgiref==3.2',
        why: 'this Django asks for another version',
      },
    ]);
  });

  test('what cannot be built is left out, also where only another package asks for it', async () => {
    const outcome = await install({ requirements: ['django==4.2.3', 'server==2', 'wrapper==1'] }, [
      { name: 'server', version: '2', kind: 'source' },
      { name: 'wrapper', version: '1', requires: ['engine'] },
      { name: 'engine', version: '3', kind: 'source' },
    ]);
    expect(outcome).toMatchObject({ ok: true, installed: { wrapper: '1' } });
    expect(outcome.installed).not.toHaveProperty('server');
    expect(outcome.changes.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['left out server', 'left out engine']),
    );
    expect(outcome.log).toContain('a compiler is missing');
  });

  test('a Django that needs another Python is told so that another Python is tried', async () => {
    const outcome = await install({ requirements: ['django==5.0'] });
    expect(outcome.ok).toBe(false);
    expect(outcome.problem).toMatch(
      /^django==5\.0 cannot be installed with Python 3\.\d+: choose a Python that it supports\.$/,
    );
  });

  test('conditions of an export that leave no Django are ignored', async () => {
    const outcome = await install({ requirements: ['django==4.2.3 ; python_version < "3.0"'] });
    expect(outcome).toMatchObject({ ok: true, installed: { django: '4.2.3' } });
    expect(outcome.changes).toHaveLength(1);
  });

  test('an install without Django, or with one that breaks on import, is no success', async () => {
    expect((await install({})).problem).toBe(
      'The requirements were installed, but Django is not among them.',
    );
    const broken: Package = { name: 'django', version: '1.0', code: 'import cgi_of_old' };
    expect((await install({ requirements: ['django==1.0'] }, [broken])).problem).toBe(
      "Django was installed but cannot be imported: ModuleNotFoundError: No module named 'cgi_of_old'",
    );
  });

  test('what breaks with a newer package without saying so gets the older one, unless a version is asked for', async () => {
    const packages: Package[] = [
      { name: 'djangorestframework-simplejwt', version: '4.4.0', requires: ['pyjwt'] },
      { name: 'djangorestframework-simplejwt', version: '4.6.0', requires: ['pyjwt'] },
      { name: 'pyjwt', version: '1.7.1' },
      { name: 'pyjwt', version: '2.4.0' },
    ];
    const simplejwt = (version: string, ...more: string[]) =>
      install(
        { requirements: ['django==4.2.3', `djangorestframework-simplejwt==${version}`, ...more] },
        packages,
      );
    const old = await simplejwt('4.4.0');
    expect([old.ok, old.installed.pyjwt, old.changes]).toEqual([
      true,
      '1.7.1',
      [
        {
          what: 'installed pyjwt<2',
          why: 'djangorestframework-simplejwt 4.4.0 does not work with a newer one, and no version is asked for',
        },
      ],
    ]);
    const asked = await simplejwt('4.4.0', 'pyjwt==2.4.0');
    expect([asked.ok, asked.installed.pyjwt, asked.changes]).toEqual([true, '2.4.0', []]);
    const newer = await simplejwt('4.6.0');
    expect([newer.ok, newer.installed.pyjwt, newer.changes]).toEqual([true, '2.4.0', []]);
  });
  test('psycopg2 becomes the package with wheels; setuptools stays one with pkg_resources', async () => {
    const outcome = await install({ requirements: ['django', 'psycopg2==2.9', 'setuptools==82.0'] }, [
      { name: 'psycopg2-binary', version: '2.9' },
    ]);
    expect(outcome.installed).toMatchObject({ 'psycopg2-binary': '2.9', setuptools: '79.0' });
  });
});

describe('without uv', () => {
  test('pip does the same', async () => {
    const none = await mkdtemp(path.join(tmpdir(), 'install-test-tools-'));
    onTestFinished(() => rm(none, { recursive: true, force: true }));
    const requirements = ['django==4.2.3', 'djnago==1', 'filters==9', 'server==2'];
    const outcome = await install(
      { requirements },
      [
        { name: 'filters', version: '1.0' },
        { name: 'server', version: '2', kind: 'source' },
      ],
      none,
    );
    expect(outcome).toMatchObject({ ok: true, installed: { django: '4.2.3', filters: '1.0' } });
    expect(outcome.installed).toHaveProperty('pip');
    expect(outcome.changes.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'left out djnago==1',
        'installed another version of filters than filters==9',
        'left out server',
      ]),
    );
  });
});
