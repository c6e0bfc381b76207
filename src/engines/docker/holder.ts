import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Container, ContainerCreateOptions } from 'dockerode';
import { insideFolder } from '../../inside/folder.ts';
import { attach } from './attach.ts';
import type { Image } from './images.ts';
import { folderLabel } from './labels.ts';
import { confined, tmpfsOptions } from './limits.ts';
import { volumeMount } from './mounts.ts';
import type { Resources } from './resources.ts';
import type { Run } from './run.ts';
import { openToRelay, type Reach, reachBySockets, socketFolderPrefix } from './sockets.ts';
import { learner, type SourceFile, sourceArchive, sourceFiles } from './source.ts';
import { reachByTunnel } from './tunnel.ts';

export const sourcePath = '/app';
const relayUser = 10002; // not the learner's
const freeMb = 128;

/** What the app and its services join: the network without a way out, the source, the way in for the grader. */
export interface Holder {
  container: Container;
  sourceVolume: string;
  /** Others can join. */
  started: Promise<void>;
  reach: Promise<Reach>;
  /** The learner's files are in place. */
  filled: Promise<void>;
  /** Nothing of the learner's runs in it, so that it has ended is the engine's doing. */
  lost: () => boolean;
}

/** On this machine; `shared` is the part that the relay sees, where it can be shared. */
interface Folders {
  folder: string;
  shared: string | null;
}

/**
 * One container holds the network and the source volume open and relays the grader's connections. Nothing of the
 * learner's runs in it, and only it sees the folder of sockets.
 */
export async function startHolder(run: Run, image: Image): Promise<Holder> {
  const { options, resources } = run;
  const direct = process.platform === 'linux' && process.env.MILEPOST_DOCKER_RELAY !== 'tunnel';
  const [files, relay, folder] = await Promise.all([
    sourceFiles(options.source, options.files),
    readFile(join(insideFolder, 'relay.py'), 'utf8'),
    resources.folder(socketFolderPrefix),
  ]);
  const shared = direct ? await openToRelay(folder) : null;
  const sourceVolume = await createSourceVolume(run, files);
  const container = await resources.container(
    holderOptions(run, image, relay, sourceVolume, { folder, shared }),
  );
  const started = quiet(start(container, resources));
  let lost = false;
  quiet(started.then((stream) => void stream.once('close', () => (lost = true))));
  return {
    container,
    sourceVolume,
    started: quiet(started.then(() => undefined)),
    reach: quiet(started.then((stream) => openReach(container, stream, { folder, shared }))),
    filled: quiet(started.then(() => fill(container, options.source, files))),
    lost: () => lost,
  };
}

async function start(container: Container, resources: Resources): Promise<NodeJS.ReadWriteStream> {
  const stream = await attach(container, resources);
  await container.start();
  return stream;
}

async function openReach(
  container: Container,
  stream: NodeJS.ReadWriteStream,
  { folder, shared }: Folders,
): Promise<Reach> {
  const begun = performance.now();
  const running = async () => {
    const waited = performance.now() - begun;
    return waited < 500 || (waited < 3000 && (await container.inspect()).State.Running);
  };
  const direct = shared && (await reachBySockets(shared, running));
  if (!direct) return reachByTunnel(stream, folder);
  // It says nothing, but only who listens is told of its end.
  stream.resume();
  return direct;
}

async function fill(container: Container, source: string, files: SourceFile[]): Promise<void> {
  await container.putArchive(sourceArchive(source, files), { path: sourcePath });
}

// In memory and of a fixed size: databases and uploads work, and cannot grow without end.
async function createSourceVolume({ resources, labels, options }: Run, files: SourceFile[]): Promise<string> {
  const total = files.reduce((sum, file) => sum + Math.ceil(file.size / 4096) * 4096, 0);
  const size = total + freeMb * 1024 * 1024;
  const inodes = files.length * 2 + 16_384;
  return resources.volume({
    Name: `milepost-source-${options.runId}`,
    Labels: labels,
    Driver: 'local',
    DriverOpts: {
      type: 'tmpfs',
      device: 'tmpfs',
      o: `nosuid,nodev,size=${size},nr_inodes=${inodes},mode=0755,uid=${learner},gid=${learner}`,
    },
  });
}

function holderOptions(
  { labels, options }: Run,
  image: Image,
  relay: string,
  sourceVolume: string,
  { folder, shared }: Folders,
): ContainerCreateOptions {
  const names = options.hostNames.filter(
    (name) => /^[a-z0-9]([a-z0-9._-]{0,62})$/i.test(name) && name !== 'localhost',
  );
  return confined({
    image,
    command: ['python3', '-I', '-S', '-c', relay, ...(shared ? ['/relay'] : [])],
    user: `${relayUser}:${relayUser}`,
    labels: { ...labels, [folderLabel]: folder },
    env: {},
    network: 'none',
    hostname: 'app',
    hosts: ['app', ...new Set(names)].map((name) => `${name}:127.0.0.1`),
    memoryMb: 128,
    processes: 32,
    fileMb: 1,
    tmpfs: { '/tmp': tmpfsOptions(1, 'mode=1777') },
    mounts: [volumeMount(sourceVolume, sourcePath, 'write')],
    binds: shared ? [`${shared}:/relay`] : [],
    stdin: options.keep ? 'open' : 'once',
  });
}

// Failures are told where the result is awaited.
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
