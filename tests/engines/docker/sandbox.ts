import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { onTestFinished } from 'vitest';
import { dockerEngine } from '../../../src/engines/docker/index.ts';
import { cacheName } from '../../../src/engines/docker/installer.ts';
import { runLabel } from '../../../src/engines/docker/labels.ts';
import { gone } from '../../../src/engines/docker/resources.ts';
import type { Address, AppProcess, Sandbox, SandboxOptions } from '../../../src/engines/engine.ts';
import type { InstallPlan } from '../../../src/prepare/plan.ts';

export const docker = new Docker();
export const emptyPlan: InstallPlan = { pythons: ['3.12'], requirements: [], extra: [], excludeNewer: null };

let count = 0;

export async function openSandbox(
  changes: Partial<SandboxOptions> = {},
): Promise<Sandbox & { runId: string }> {
  const engine = await dockerEngine();
  if (!engine) throw new Error('these tests need a Docker engine that answers');
  const source = await mkdtemp(join(tmpdir(), 'source-'));
  await writeFile(join(source, 'hello.txt'), 'hello');
  count += 1;
  const options: SandboxOptions = {
    runId: `test-${process.pid}-${count}-${Date.now()}`,
    source,
    files: ['hello.txt'],
    hostNames: ['db', 'cache'],
    progress: () => undefined,
    signal: new AbortController().signal,
    keep: false,
    ...changes,
  };
  const sandbox = await engine.openSandbox(options);
  onTestFinished(async () => {
    await sandbox.close();
    await gone(docker.getVolume(cacheName(options.source)).remove());
  });
  return Object.assign(sandbox, { runId: options.runId });
}

export interface TestApp extends AppProcess {
  ask(action: string, value?: unknown): Promise<unknown>;
}

export async function startTestApp(sandbox: Sandbox): Promise<TestApp> {
  const outcome = await sandbox.install(emptyPlan);
  if (!outcome.ok) throw new Error(`install: ${outcome.problem}\n${outcome.log}`);
  const app = await sandbox.startApp({ env: { FOO: 'bar' }, cwd: '.' });
  const waiting: ((answer: unknown) => void)[] = [];
  app.onLine((line) => waiting.shift()?.(JSON.parse(line)));
  const ask = (action: string, value?: unknown) => {
    app.send(JSON.stringify({ do: action, value }));
    return Promise.race([
      new Promise((resolve) => waiting.push(resolve)),
      app.exited.then((exit) => Promise.reject(new Error(`ended: ${JSON.stringify(exit)}\n${app.log()}`))),
    ]);
  };
  return { ...app, ask };
}

/** Names of what a run has on the daemon: containers and volumes. */
export async function leftOf(runId: string): Promise<string[]> {
  const filters = { label: [`${runLabel}=${runId}`] };
  const [containers, volumes] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listVolumes({ filters }),
  ]);
  return [...containers.flatMap((found) => found.Names), ...volumes.Volumes.map((found) => found.Name)];
}

export function get(address: Address, path: string, body?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET';
    const headers = body ? { 'content-length': body.length } : {};
    const call = request({ ...address, path, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('latin1').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve(text)).on('error', reject);
    });
    call.on('error', reject).end(body);
  });
}
