import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import type { Container, ContainerCreateOptions, VolumeCreateOptions } from 'dockerode';
import type { Daemon } from './connect.ts';
import { EngineError } from './engine-error.ts';
import { sentence, statusOf } from './images.ts';
import { assertConfined } from './limits.ts';

/** Everything that a run creates goes through here, so that one call removes it. */
export interface Resources {
  /** Created, inspected and found as confined as was asked; not started. */
  container(options: ContainerCreateOptions): Promise<Container>;
  volume(options: VolumeCreateOptions): Promise<string>;
  /** Keeps a volume beyond the run. */
  release(volume: string): void;
  /** A temporary folder on this machine. */
  folder(prefix: string): Promise<string>;
  remove(container: Container): Promise<void>;
  /** Called once everything is removed. */
  afterwards(work: () => void): void;
  removeAll(): Promise<void>;
  /** Leaves everything where it is. */
  keep(): void;
}

export function trackResources(daemon: Daemon): Resources {
  const { docker } = daemon;
  const containers = new Set<string>();
  const volumes = new Set<string>();
  const folders = new Set<string>();
  const pending = new Set<Promise<unknown>>();
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  let closed = false;

  // Something that is still being created when the run ends is waited for, then removed with the rest.
  async function track<T>(start: () => Promise<T>): Promise<T> {
    if (closed) throw new EngineError('The run has ended already.');
    const promise = start();
    pending.add(promise);
    const forget = () => pending.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  async function create(options: ContainerCreateOptions): Promise<Container> {
    const container = await docker.createContainer(options);
    containers.add(container.id);
    assertConfined(options, await container.inspect());
    return container;
  }

  async function createVolume(options: VolumeCreateOptions): Promise<string> {
    const { name } = await docker.createVolume(options);
    volumes.add(name);
    return name;
  }

  async function createFolder(prefix: string): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), prefix));
    folders.add(path);
    return path;
  }

  async function removeAll(): Promise<void> {
    closed = true;
    await Promise.allSettled(pending);
    await Promise.all(
      [...containers].map((id) => gone(docker.getContainer(id).remove({ force: true, v: true }))),
    );
    await Promise.all([
      ...[...volumes].map((name) => gone(docker.getVolume(name).remove({ force: true }))),
      ...[...folders].map((path) => rm(path, { recursive: true, force: true })),
    ]);
    process.off('exit', lastResort);
    ended();
  }

  // The process ends without having removed its things: a process that outlives it does so.
  function lastResort(): void {
    if (daemon.endpoint && containers.size + volumes.size > 0)
      removeLater([daemon.endpoint, [...containers], [...volumes], [...folders]]);
  }
  process.on('exit', lastResort);

  return {
    container: (options) => track(() => create(options)),
    volume: (options) => track(() => createVolume(options)),
    release: (volume) => volumes.delete(volume),
    folder: (prefix) => track(() => createFolder(prefix)),
    async remove(container) {
      await gone(container.remove({ force: true, v: true }));
      containers.delete(container.id);
    },
    afterwards: (work) => void end.then(work),
    removeAll,
    keep: () => void process.off('exit', lastResort),
  };
}

/** Waits for a removal; that somebody else was faster is fine. */
export async function gone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    const status = statusOf(error);
    // 409: "removal of container is already in progress".
    if (status !== 404 && status !== 409)
      throw new EngineError(`Docker could not remove something: ${sentence(error)}`);
  }
}

export async function removeVolume(docker: Docker, name: string): Promise<void> {
  await gone(docker.getVolume(name).remove({ force: true }));
}

const remover = `
const [endpoint, containers, volumes, folders] = JSON.parse(process.argv[1]);
const remove = (path) => new Promise((resolve) => {
  const request = require('node:http').request({ ...endpoint, path, method: 'DELETE', timeout: 20000 }, (answer) => {
    answer.resume().on('end', () => resolve(answer.statusCode));
  });
  request.on('error', () => resolve(0)).on('timeout', () => request.destroy()).end();
});
(async () => {
  await Promise.all(containers.map((id) => remove('/containers/' + id + '?force=1&v=1')));
  // 409: a container that somebody else is just removing still has it.
  await Promise.all(volumes.map(async (name) => {
    for (let left = 50; left > 0 && (await remove('/volumes/' + name + '?force=1')) === 409; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }));
  for (const path of folders) require('node:fs').rmSync(path, { recursive: true, force: true });
})();`;

function removeLater(
  work: [endpoint: object, containers: string[], volumes: string[], folders: string[]],
): void {
  spawn(process.execPath, ['-e', remover, JSON.stringify(work)], {
    detached: true,
    stdio: 'ignore',
    env: {},
  }).unref();
}
