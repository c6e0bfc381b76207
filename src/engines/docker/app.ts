import type { Container } from 'dockerode';
import type { AppProcess, AppProcessOptions } from '../engine.ts';
import { attach } from './attach.ts';
import { isFull } from './disk.ts';
import { EngineError } from './engine-error.ts';
import type { Holder } from './holder.ts';
import { sourcePath } from './holder.ts';
import type { Image } from './images.ts';
import { confined, tmpfsOptions } from './limits.ts';
import { volumeMount } from './mounts.ts';
import { demultiplex, lines, logTail } from './output.ts';
import { whyStopped } from './reasons.ts';
import type { Run } from './run.ts';
import { learner } from './source.ts';
import { toolsFolder, toolsPath } from './tools.ts';

export const dependenciesPath = '/deps';
export const interpreter = `${dependenciesPath}/venv/bin/python`;
export const appLimits = { memoryMb: 512, processes: 256, logMb: 32, channelMb: 256 };
const scratchPath = '/scratch';

/** A started container that waits to be told what to start. */
export interface WaitingApp {
  container: Container;
  stream: NodeJS.ReadWriteStream;
  /** The folder that it can write to has no room left. */
  diskFull: () => Promise<boolean>;
}

export interface Installed {
  image: Image;
  interpreter: string;
  dependencies: string;
  tools: string;
}

/** Started before it is needed: the container's start-up time passes while other things are looked at. */
export async function startWaitingApp(run: Run, holder: Holder, installed: Installed): Promise<WaitingApp> {
  const container = await run.resources.container(
    confined({
      image: installed.image,
      command: ['python3', '-I', '-S', `${toolsFolder}/start.py`],
      user: `${learner}:${learner}`,
      labels: run.labels,
      env: {},
      network: `container:${holder.container.id}`,
      memoryMb: appLimits.memoryMb,
      processes: appLimits.processes,
      fileMb: 256,
      tmpfs: {
        '/tmp': tmpfsOptions(64, 'mode=1777'),
        [scratchPath]: tmpfsOptions(128, `mode=0700,uid=${learner},gid=${learner}`),
      },
      mounts: [
        volumeMount(holder.sourceVolume, sourcePath, 'write'),
        volumeMount(installed.dependencies, dependenciesPath, 'read'),
        volumeMount(installed.tools, toolsPath, 'read'),
      ],
      stdin: run.options.keep ? 'open' : 'once',
    }),
  );
  const stream = await attach(container, run.resources);
  await holder.started;
  await container.start();
  return { container, stream, diskFull: () => isFull(holder.container, sourcePath) };
}

export function startApp(
  { container, stream, diskFull }: WaitingApp,
  installed: Installed,
  options: AppProcessOptions,
): AppProcess {
  const log = logTail();
  const waiting: string[] = [];
  let listener: ((line: string) => void) | null = null;
  let flooded: string | null = null;
  let killed = false;
  const written = { stdout: 0, stderr: 0 };
  const limits = { stdout: appLimits.channelMb, stderr: appLimits.logMb };

  const onLine = lines((line) => {
    if (listener) listener(line);
    else waiting.push(line);
  });
  const onData = demultiplex((name, chunk) => {
    if (flooded) return;
    written[name] += chunk.length;
    if (written[name] > limits[name] * 1024 * 1024) {
      flooded = `was stopped because it wrote more than ${limits[name]} MB of output`;
      void kill();
      return;
    }
    if (name === 'stdout') onLine(chunk);
    else log.add(chunk);
  });
  stream.on('data', onData);

  const exited = ended(stream).then(async () => {
    await container.wait().catch(() => undefined);
    const state = await container.inspect().then(
      (found) => found.State,
      () => null,
    );
    const code = state?.ExitCode ?? null;
    const signal = code === null || code === 137 ? 'SIGKILL' : code === 139 ? 'SIGSEGV' : null;
    return { code: signal ? null : code, signal, reason: await reasonFor(state?.OOMKilled ?? false, code) };
  });

  async function reasonFor(outOfMemory: boolean, code: number | null): Promise<string | null> {
    if (flooded || killed) return flooded;
    const full = code !== 0 && (await diskFull());
    return whyStopped({ outOfMemory, diskFull: full }, log.text(), appLimits);
  }

  async function kill(): Promise<void> {
    killed = true;
    await container.kill().catch(() => undefined);
    await exited;
  }

  stream.write(`${JSON.stringify(order(installed, options))}\n`);
  return {
    send: (line) => void stream.write(`${line}\n`),
    onLine(next) {
      listener = next;
      for (const line of waiting.splice(0)) next(line);
    },
    log: log.text,
    exited,
    kill,
  };
}

function order({ interpreter }: Installed, { env, cwd }: AppProcessOptions): object {
  if (cwd.startsWith('/') || cwd.split('/').includes('..'))
    throw new EngineError(`${cwd} is outside the source.`);
  return {
    directory: cwd === '.' ? sourcePath : `${sourcePath}/${cwd}`,
    command: [interpreter, '-u', `${toolsFolder}/boot.py`],
    environment: {
      HOME: '/tmp',
      USER: 'app',
      LOGNAME: 'app',
      LANG: 'C.UTF-8',
      ...env,
      PATH: `${dependenciesPath}/venv/bin:${env.PATH ?? '/usr/local/bin:/usr/bin:/bin'}`,
      MILEPOST_SOURCE: sourcePath,
      MILEPOST_SCRATCH: scratchPath,
    },
  };
}

function ended(stream: NodeJS.ReadWriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream
      .on('end', resolve)
      .on('close', resolve)
      .on('error', () => resolve());
  });
}
