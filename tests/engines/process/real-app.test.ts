import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApp } from '../../../src/app/start.ts';
import { ofRun } from '../../../src/engines/process/processes.ts';
import { send } from '../../../src/http/client.ts';
import { openReference, referencePlan, referenceProject } from './reference.ts';

vi.setConfig({ testTimeout: 180_000 });

test('a real app: installed, started, asked, and nothing of it is left', async () => {
  const { sandbox, runId, sources } = await openReference();
  const install = await sandbox.install(await referencePlan());
  expect(install).toMatchObject({ ok: true, problem: null, changes: [] });
  expect(install.installed.django).toMatch(/^5\.2\./);
  const result = await startApp({ sandbox, install, ...referenceProject() });
  if (!result.ok) throw new Error(`${result.failure.message}\n${result.failure.log}`);
  const instance = await result.app.fork();
  const request = { method: 'GET', url: '/', headers: {}, body: null };
  const replies = await Promise.all([1, 2].map((client) => send(instance.address(client), request)));
  expect(replies.map((reply) => reply.failure)).toEqual([null, null]);
  expect(ofRun({ id: runId, folder: sandbox.sourcePath }).length).toBeGreaterThan(1);
  const folder = dirname(sandbox.sourcePath);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);

  await sandbox.close();
  await sandbox.close();
  expect(ofRun({ id: runId, folder })).toEqual([]);
  await expect(stat(folder)).rejects.toThrow('ENOENT');
  expect(await readFile(join(sources.root, 'manage.py'), 'utf8')).toBe(sources.manage);
});

test('the second time nothing is installed', async () => {
  // Other runs on this machine may be in the middle of theirs.
  const leftOvers = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('milepost-install-'));
  const earlier = await leftOvers();
  const plan = await referencePlan();
  const first = await openReference();
  const before = await first.sandbox.install(plan);
  const second = await openReference();
  expect(await second.sandbox.install(plan)).toEqual({ ...before, reused: true, log: '' });
  onTestFinished(async () => {
    const left = (await leftOvers()).filter((name) => !earlier.includes(name));
    expect(left).toEqual([]);
  });
});
