import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { layerKey } from '../../../src/engines/docker/install.ts';
import { findLayer, removeLayer } from '../../../src/engines/docker/layers.ts';
import { gone } from '../../../src/engines/docker/resources.ts';
import { docker, emptyPlan, openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 90_000 });
afterEach(() => vi.unstubAllEnvs());

const toRemove: string[] = [];
afterAll(() => Promise.all(toRemove.map((name) => gone(docker.getVolume(name).remove()))));

/** A plan that no earlier run has installed; the installer of these tests does what its first line says. */
function newPlan(wish = 'nothing') {
  const plan = { ...emptyPlan, requirements: [wish], extra: [randomUUID()] };
  onTestFinished(async () => {
    const key = await layerKey(plan);
    const layer = await findLayer(docker, key);
    await removeLayer(docker, key);
    if (layer) toRemove.push(layer.volume);
  });
  return plan;
}

describe('installing dependencies', () => {
  test('once per plan: a second run starts no container for it', async () => {
    const plan = newPlan();
    const first = await (await openSandbox()).install(plan);
    expect(first).toMatchObject({
      ok: true,
      reused: false,
      python: '3.12',
      interpreter: '/deps/venv/bin/python',
    });
    const progress = vi.fn();
    const second = await (await openSandbox({ progress })).install(plan);
    expect(second).toEqual({ ...first, reused: true, log: '' });
    expect(progress).not.toHaveBeenCalled();
    expect((await (await openSandbox()).install(newPlan())).reused).toBe(false);
  });

  test('two at once do not get in each other’s way and end with one layer', async () => {
    const plan = newPlan();
    const sandboxes = await Promise.all([openSandbox(), openSandbox()]);
    const outcomes = await Promise.all(sandboxes.map((sandbox) => sandbox.install(plan)));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true]);
    const apps = await Promise.all(
      sandboxes.map(async (sandbox) => {
        const app = await sandbox.startApp({ env: {}, cwd: '.' });
        const line = new Promise<string>((resolve) => app.onLine(resolve));
        app.send(JSON.stringify({ do: 'python', value: "open('/proc/self/mountinfo').read()" }));
        return /volumes\/(milepost-content-[\w-]+)\/_data \/deps /.exec(await line)?.[1];
      }),
    );
    expect(apps[0]).toBeDefined();
    expect(apps[1]).toBe(apps[0]);
  });

  test('sees the network but neither the source nor the environment of the grader', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'planted');
    const sandbox = await openSandbox();
    const { installed } = await sandbox.install(newPlan('environment'));
    expect(installed).toMatchObject({ source: 'False' });
    expect(Object.values(installed)).not.toContain('planted');
    expect((await sandbox.install(newPlan('network'))).installed).toEqual({ network: 'True' });
  });

  test('gets the index and the certificates of this machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ca-'));
    await writeFile(join(folder, 'ca.pem'), '-----BEGIN CERTIFICATE-----\nours\n');
    await writeFile(join(folder, 'pip.conf'), '[global]\nindex-url = https://index.invalid/simple\n');
    vi.stubEnv('PIP_CONFIG_FILE', join(folder, 'pip.conf'));
    vi.stubEnv('PIP_CERT', join(folder, 'ca.pem'));
    const { installed } = await (await openSandbox()).install(newPlan('environment'));
    expect(installed).toMatchObject({
      PIP_INDEX_URL: 'https://index.invalid/simple',
      UV_DEFAULT_INDEX: 'https://index.invalid/simple',
      SSL_CERT_FILE: '/input/ca.pem',
      PIP_CERT: '/input/ca.pem',
      certificates: '-----BEGIN CERTIFICATE-----\nours\n',
    });
  });

  test('the app sees neither index nor certificates', async () => {
    vi.stubEnv('PIP_INDEX_URL', 'https://user:secret@index.invalid/simple');
    const app = await startTestApp(await openSandbox());
    expect(await app.ask('python', "os.path.exists('/input') or os.path.exists('/cache')")).toBe(false);
    expect(JSON.stringify(await app.ask('python', 'dict(os.environ)'))).not.toContain('secret');
  });

  test('a failure is an outcome, not an error, and is not reused', async () => {
    const plan = newPlan('fail');
    const sandbox = await openSandbox();
    for (let round = 0; round < 2; round++) {
      expect(await sandbox.install(plan)).toMatchObject({
        ok: false,
        reused: false,
        problem: 'it cannot be installed',
      });
    }
  });

  test('memory and output have limits', async () => {
    const sandbox = await openSandbox();
    expect(await sandbox.install(newPlan('fill-memory'))).toMatchObject({
      ok: false,
      problem:
        'The installation of the dependencies was stopped because it used more than 2048 MB of memory.',
    });
    expect(await sandbox.install(newPlan('flood'))).toMatchObject({
      ok: false,
      problem: 'The installation of the dependencies was stopped because it wrote more than 64 MB of output.',
    });
  });

  test('an image that cannot be had is passed over; none at all is an error of the machine', async () => {
    const progress = vi.fn();
    const sandbox = await openSandbox({ progress });
    expect(await sandbox.install({ ...newPlan(), pythons: ['3.99', '3.12'] })).toMatchObject({
      python: '3.12',
    });
    expect(progress).toHaveBeenCalledWith('pulling python:3.99-slim');
    await expect(sandbox.install({ ...newPlan(), pythons: ['3.99'] })).rejects.toThrow(
      'None of the images python:3.99-slim is on this machine or can be pulled.',
    );
  });

  test('a layer whose volume somebody removed is made again', async () => {
    const plan = newPlan();
    const sandbox = await openSandbox();
    const before = await volumes();
    await sandbox.install(plan);
    await sandbox.close();
    const added = (await volumes()).filter(
      (name) => name.startsWith('milepost-content-') && !before.includes(name),
    );
    for (const name of added) await docker.getVolume(name).remove();
    expect(await (await openSandbox()).install(plan)).toMatchObject({ ok: true, reused: false });
  });
});

async function volumes(): Promise<string[]> {
  return (await docker.listVolumes()).Volumes.map((volume) => volume.Name);
}
