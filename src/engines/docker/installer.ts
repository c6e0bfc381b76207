import { createHash } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Container } from 'dockerode';
import { z } from 'zod';
import type { InstallOutcome, InstallPlan } from '../../prepare/plan.ts';
import { dependenciesPath, interpreter } from './app.ts';
import { archive, type Entry } from './archive.ts';
import { attach } from './attach.ts';
import type { Image } from './images.ts';
import { installerSettings } from './installer-settings.ts';
import { cacheLabel } from './labels.ts';
import { confined, tmpfsOptions } from './limits.ts';
import { volumeMount } from './mounts.ts';
import { demultiplex, lines, logTail } from './output.ts';
import { whyStopped } from './reasons.ts';
import type { Run } from './run.ts';
import { learner } from './source.ts';
import { toolsFolder, toolsLayer, toolsPath } from './tools.ts';

const limits = { memoryMb: 2048, processes: 512, outputMb: 64, diskMb: 6144 };
const inputPath = '/input';
const cachePath = '/cache';

const outcomeSchema = z.object({
  ok: z.boolean(),
  python: z.string(),
  installed: z.record(z.string(), z.string()),
  changes: z.array(z.object({ what: z.string(), why: z.string() })),
  problem: z.string().nullable(),
  log: z.string(),
});

/**
 * Runs `inside/install.py` with a network and without the source. What it installs may run code while it is built,
 * so it has the same walls as the app around it, and nothing of the grader's but the way to the package index.
 */
export async function runInstaller(
  run: Run,
  image: Image,
  volume: string,
  plan: InstallPlan,
  { script, cachedFor } = { script: 'install.py', cachedFor: run.options.source },
): Promise<InstallOutcome> {
  run.options.progress(`installing dependencies with ${image.tag}`);
  const [settings, tools, cache, input] = await Promise.all([
    installerSettings(),
    toolsLayer(run, image),
    cacheVolume(run, cachedFor),
    run.resources.volume({ Name: `milepost-input-${volume.slice(-12)}`, Labels: run.labels }),
  ]);
  const container = await run.resources.container(
    confined({
      image,
      command: ['python3', '-E', '-s', '-u', `${toolsFolder}/${script}`, `${dependenciesPath}/venv`],
      user: `${learner}:${learner}`,
      labels: run.labels,
      env: { ...settings.env, ...ownEnvironment(settings.certificates !== null) },
      network: 'bridge',
      memoryMb: limits.memoryMb,
      processes: limits.processes,
      fileMb: 1024,
      tmpfs: { '/tmp': tmpfsOptions(1024, 'exec,mode=1777') },
      mounts: [
        volumeMount(volume, dependenciesPath, 'write'),
        volumeMount(cache, cachePath, 'write'),
        volumeMount(tools, toolsPath, 'read'),
        volumeMount(input, inputPath, 'write'),
      ],
      stdin: 'once',
    }),
  );
  const put = (path: string, entries: Entry[]) => container.putArchive(archive(learner, entries), { path });
  await Promise.all([
    put(dependenciesPath, [{ name: 'venv/' }]),
    put(cachePath, [{ name: 'uv/' }, { name: 'pip/' }, { name: 'tools/' }]),
    settings.certificates && put(inputPath, [{ name: 'ca.pem', content: settings.certificates }]),
  ]);
  const outcome = await talk(run, container, plan);
  await run.resources.remove(container);
  return outcome;
}

// Packages of one repository may run code that could change what is cached, so repositories share no cache.
export function cacheName(source: string): string {
  return `milepost-cache-${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
}

async function cacheVolume({ docker }: Run, source: string): Promise<string> {
  const name = cacheName(source);
  return (await docker.createVolume({ Name: name, Labels: { [cacheLabel]: 'packages' } })).name;
}

function ownEnvironment(certificates: boolean): Record<string, string> {
  const names = certificates ? ['SSL_CERT_FILE', 'PIP_CERT', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] : [];
  return {
    ...Object.fromEntries(names.map((name) => [name, `${inputPath}/ca.pem`])),
    HOME: '/tmp',
    TMPDIR: '/tmp',
    UV_CACHE_DIR: `${cachePath}/uv`,
    PIP_CACHE_DIR: `${cachePath}/pip`,
    UV_LINK_MODE: 'copy',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
  };
}

async function talk(run: Run, container: Container, plan: InstallPlan): Promise<InstallOutcome> {
  const stream = await attach(container, run.resources);
  const log = logTail();
  let answer = '';
  let stopped: string | null = null;
  let written = 0;
  const stop = (reason: string) => {
    stopped ??= reason;
    void container.kill().catch(() => undefined);
  };
  const onLine = lines((line) => {
    if (line.startsWith('{')) answer = line;
  });
  stream.on(
    'data',
    demultiplex((name, chunk) => {
      written += chunk.length;
      if (written > limits.outputMb * 1024 * 1024)
        stop(`was stopped because it wrote more than ${limits.outputMb} MB of output`);
      else if (name === 'stdout') onLine(chunk);
      else log.add(chunk);
    }),
  );
  await container.start();
  stream.write(`${JSON.stringify(plan)}\n`);
  stream.end();
  const watch = await watchDisk(run, stop);
  await container.wait();
  clearInterval(watch);
  run.options.signal.throwIfAborted();
  return read(answer, stopped ?? (await reason(container, log.text())), log.text(), plan);
}

async function reason(container: Container, log: string): Promise<string | null> {
  const { State } = await container.inspect();
  return whyStopped({ outOfMemory: State.OOMKilled }, State.ExitCode === 0 ? '' : log, limits);
}

function read(answer: string, stopped: string | null, log: string, plan: InstallPlan): InstallOutcome {
  const parsed = outcomeSchema.safeParse(parseJson(answer));
  if (parsed.success && !stopped) {
    return { ...parsed.data, interpreter, reused: false, log: parsed.data.log || log };
  }
  const problem = stopped
    ? `The installation of the dependencies ${stopped}.`
    : 'The installation of the dependencies ended without a result.';
  const python = plan.pythons[0] ?? '';
  return { ok: false, python, interpreter, installed: {}, changes: [], reused: false, problem, log };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// A volume on disk has no size limit of its own. Where the engine's disk is not this machine's, nothing is watched.
async function watchDisk(
  { docker }: Run,
  stop: (reason: string) => void,
): Promise<NodeJS.Timeout | undefined> {
  const folder: string = (await docker.info()).DockerRootDir;
  const free = async () => {
    const found = await statfs(folder).catch(() => null);
    return found ? (found.bavail * found.bsize) / 1024 / 1024 : null;
  };
  const before = await free();
  if (before === null) return undefined;
  return setInterval(async () => {
    const now = await free();
    if (now !== null && before - now > limits.diskMb)
      stop(`was stopped because it filled ${limits.diskMb} MB of disk`);
    if (now !== null && now < 256) stop('was stopped because the disk of this machine is nearly full');
  }, 1000);
}
