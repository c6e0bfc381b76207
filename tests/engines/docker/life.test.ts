import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { runLabel } from '../../../src/engines/docker/labels.ts';
import { reap } from '../../../src/engines/docker/reap.ts';
import type { Sandbox } from '../../../src/engines/engine.ts';
import { insideFolder } from './inside-folder.ts';
import { docker, emptyPlan, get, leftOf as leftOnDaemon, openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 90_000 });

// Temporary folders of its own, so that what is left in them can be seen.
beforeEach(async () => {
  vi.stubEnv('TMPDIR', await mkdtemp(join('/tmp', 'life-')));
});
afterEach(async () => {
  await rm(tmpdir(), { recursive: true });
  vi.unstubAllEnvs();
});

/** On the daemon and on this machine. */
async function leftOf(runId: string): Promise<string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith('milepost-relay-'));
  return [...(await leftOnDaemon(runId)), ...folders];
}

describe('nothing is left', () => {
  test('after close, which is quick and can be called twice', async () => {
    const sandbox = await openSandbox();
    await startTestApp(sandbox);
    const { socketPath } = sandbox.address(8000, 1);
    expect((await leftOf(sandbox.runId)).length).toBeGreaterThan(2);
    const start = performance.now();
    await Promise.all([sandbox.close(), sandbox.close()]);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await leftOf(sandbox.runId)).toEqual([]);
    expect(existsSync(socketPath ?? '')).toBe(false);
  });

  test('after close at once, while things are still being created', async () => {
    const sandbox = await openSandbox();
    await sandbox.close();
    await sleep(500);
    expect(await leftOf(sandbox.runId)).toEqual([]);
  });

  test.each([0, 50, 150, 300, 500])('after an abort %i ms into the start', async (milliseconds) => {
    const abort = new AbortController();
    const sandbox = await openSandbox({ signal: abort.signal });
    const starting = startTestApp(sandbox).catch((error: unknown) => error);
    await sleep(milliseconds);
    const stop = new Error('stopped by the user');
    abort.abort(stop);
    const result = await starting;
    if (result instanceof Error) expect(result).toBe(stop);
    await sandbox.close();
    expect(await leftOf(sandbox.runId)).toEqual([]);
  });

  test('after an abort during an installation', async () => {
    const abort = new AbortController();
    const sandbox = await openSandbox({ signal: abort.signal });
    const installing = sandbox.install({ ...emptyPlan, requirements: ['sleep'] });
    setTimeout(() => abort.abort(new Error('stopped by the user')), 1000);
    await expect(installing).rejects.toThrow('stopped by the user');
    await sandbox.close();
    expect(await leftOf(sandbox.runId)).toEqual([]);
  });

  test('after a failed installation', async () => {
    const sandbox = await openSandbox();
    await sandbox.install({ ...emptyPlan, requirements: ['fail'] });
    await sandbox.close();
    expect(await leftOf(sandbox.runId)).toEqual([]);
  });
});

describe('a grader that dies', () => {
  test('killed: its app ends by itself, the next start removes what is there, others stay', async () => {
    const other = await openSandbox();
    const app = await startTestApp(other);
    const { grader, runId, socket } = await startVictim('wait');
    expect((await leftOf(runId)).length).toBeGreaterThan(2);
    grader.kill('SIGKILL');
    await once(grader, 'exit');
    await vi.waitFor(async () => expect(await runningOf(runId)).toEqual([]), { timeout: 5000 });
    await reap(docker);
    expect(await leftOnDaemon(runId)).toEqual([]);
    expect(existsSync(socket)).toBe(false);
    expect(await app.ask('python', '1 + 1')).toBe(2);
  });

  test('ended without close: a process that outlives it removes everything', async () => {
    const { grader, runId } = await startVictim('exit');
    if (grader.exitCode === null) await once(grader, 'exit');
    await vi.waitFor(async () => expect(await leftOf(runId)).toEqual([]), { timeout: 5000 });
  });
});

test('two runs of one source at once are strangers to each other', async () => {
  const sandboxes = await Promise.all([openSandbox(), openSandbox()]);
  const apps = await Promise.all(sandboxes.map(startTestApp));
  await Promise.all(apps.map((app, index) => app.ask('python', `open('mine', 'w').write('${index}')`)));
  for (const [index, app] of apps.entries()) {
    expect(await app.ask('python', "open('mine').read()")).toBe(String(index));
  }
  await Promise.all(apps.map((app) => app.ask('serve', 8000)));
  await sandboxes[0]?.close();
  expect(await get((sandboxes[1] as Sandbox).address(8000, 4), '/')).toBe('127.0.0.4');
});

test('kept for a look: everything stays and is not reaped, until it is removed', async () => {
  const progress = vi.fn();
  const sandbox = await openSandbox({ keep: true, progress });
  const app = await startTestApp(sandbox);
  await sandbox.close();
  await reap(docker);
  expect(await runningOf(sandbox.runId)).toHaveLength(2);
  expect(progress).toHaveBeenCalledWith(expect.stringContaining(`label=io.milepost.run=${sandbox.runId}`));
  for (const id of await runningOf(sandbox.runId)) await docker.getContainer(id).remove({ force: true });
  await app.exited;
  await docker.getVolume(`milepost-source-${sandbox.runId}`).remove();
});

/** A grader in a process of its own, made from the sources as the bundle is. */
async function startVictim(end: 'wait' | 'exit') {
  await mkdir('.tmp', { recursive: true });
  const folder = await mkdtemp('.tmp/victim-');
  onTestFinished(() => rm(folder, { recursive: true }));
  await build({
    input: 'tests/engines/docker/victim.ts',
    platform: 'node',
    external: /^[^./]/,
    output: { file: join(folder, 'victim.js'), codeSplitting: false },
    logLevel: 'silent',
  });
  await cp(insideFolder, join(folder, 'inside'), { recursive: true });
  const runId = `test-victim-${process.pid}-${Date.now()}`;
  const grader = spawn(process.execPath, [join(folder, 'victim.js'), runId, folder, end], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(grader.stdout, 'data');
  const socket = /running at (.*)/.exec(String(line))?.[1] ?? '';
  return { grader, runId, socket };
}

async function runningOf(runId: string): Promise<string[]> {
  const filters = { label: [`${runLabel}=${runId}`], status: ['running'] };
  return (await docker.listContainers({ filters })).map((found) => found.Id);
}
