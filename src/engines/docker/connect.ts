import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';

export interface Daemon {
  docker: Docker;
  /** Where it listens, for the remover that outlives this process. */
  endpoint: { socketPath: string } | { host: string; port: number } | null;
}

// The newest version whose answers this code was written for; older daemons are spoken to in theirs.
const newestVersion = '1.45';
const patience = 2000;

/** The daemon that the `docker` command of this user talks to, or null where none answers in time. */
export async function connect(): Promise<Daemon | null> {
  for (const host of await candidates()) {
    const daemon = await open(host).catch(() => null);
    if (daemon) return daemon;
  }
  return null;
}

async function candidates(): Promise<string[]> {
  if (process.env.DOCKER_HOST) return [process.env.DOCKER_HOST];
  const context = await contextHost().catch(() => null);
  if (context) return [context];
  if (process.platform === 'win32') return ['npipe:////./pipe/docker_engine'];
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')];
  if (process.env.XDG_RUNTIME_DIR) sockets.push(join(process.env.XDG_RUNTIME_DIR, 'docker.sock'));
  const present = await Promise.all(
    sockets.map((path) =>
      stat(path).then(
        (entry) => entry.isSocket(),
        () => false,
      ),
    ),
  );
  return sockets.filter((_, index) => present[index]).map((path) => `unix://${path}`);
}

// Docker Desktop, colima and others do not use the default socket: they switch the current context.
async function contextHost(): Promise<string | null> {
  const folder = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  const name =
    process.env.DOCKER_CONTEXT ??
    text(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')), 'currentContext');
  if (!name || name === 'default') return null;
  const id = createHash('sha256').update(name).digest('hex');
  const meta: unknown = JSON.parse(await readFile(join(folder, 'contexts/meta', id, 'meta.json'), 'utf8'));
  return text(meta, 'Endpoints', 'docker', 'Host');
}

function text(value: unknown, ...path: string[]): string | null {
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === 'string' ? value : null;
}

async function open(host: string): Promise<Daemon | null> {
  const { default: Dockerode } = await import('dockerode');
  const local = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
  const url = local ? null : new URL(host.includes('://') ? host : `tcp://${host}`);
  if (url?.protocol === 'ssh:') return null;
  // Without options dockerode reads DOCKER_HOST and the certificate variables itself.
  const docker = local ? new Dockerode({ socketPath: local }) : new Dockerode();
  const versions = await within(patience, docker.version());
  Object.assign(docker.modem, { version: `v${speak(versions.ApiVersion, versions.MinAPIVersion)}` });
  if (local) return { docker, endpoint: { socketPath: local } };
  const plain = url && !process.env.DOCKER_TLS_VERIFY && url.port !== '2376';
  return { docker, endpoint: plain ? { host: url.hostname, port: Number(url.port || 2375) } : null };
}

function speak(newest: string, oldest: string | undefined): string {
  if (before(newest, newestVersion)) return newest;
  return oldest && before(newestVersion, oldest) ? oldest : newestVersion;
}

function before(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB);
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
