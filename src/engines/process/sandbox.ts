import type { AppProcess, Sandbox, SandboxOptions } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { memoised } from '../memoised.ts';
import { startApp } from './app.ts';
import { disown, makeRun, reap, removeFolder, removeFolderNow } from './folders.ts';
import { installDependencies } from './install.ts';
import { killAll, killNow } from './processes.ts';
import { findPythons } from './pythons.ts';
import type { Run } from './run.ts';
import { copySource } from './source.ts';
import { runTool, type ToolEnvironment, toolEnvironment, toolRunOf } from './tool-run.ts';

/** A private folder with a copy of the source, and processes of this user that are ended with the run. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  options.signal.throwIfAborted();
  const reaped = reap().catch((error: Error) =>
    options.progress(`leftovers of earlier runs stay: ${error.message}`),
  );
  const run = await makeRun(options);
  const groups = new Set<number>();
  const mark = { id: options.runId, folder: run.folder };
  let interpreter: string | null = null;
  let app: AppProcess | null = null;
  const tools = memoised((requirements) => toolsFor(run, requirements));
  let closing: Promise<void> | null = null;

  const forget = atTheEnd(() => {
    killNow([...groups], mark);
    killNow([], { ...mark, id: `${mark.id}-tools` });
    if (!options.keep) removeFolderNow(run.folder);
  });
  const close = () => {
    closing ??= end();
    return closing;
  };
  const abort = () => void close().catch(() => undefined);
  options.signal.addEventListener('abort', abort, { once: true });
  await copySource(run).catch(async (error) => {
    await close();
    throw error;
  });

  async function end(): Promise<void> {
    options.signal.removeEventListener('abort', abort);
    await killAll([...groups], mark);
    await killAll([], { ...mark, id: `${mark.id}-tools` });
    await app?.kill();
    if (options.keep) {
      await disown(run.folder);
      options.progress(`kept for a look: ${run.folder}`);
    } else await removeFolder(run.folder);
    forget();
    await reaped;
  }

  function stillOpen(): void {
    options.signal.throwIfAborted();
    if (closing) throw new EngineError('The run has ended.');
  }

  return {
    sourcePath: run.paths.source,
    pythons: async () => (await findPythons()).map((python) => python.version),
    async install(plan) {
      stillOpen();
      const outcome = await installDependencies(run, plan);
      if (outcome.ok) interpreter = outcome.interpreter;
      return outcome;
    },
    // A server of this machine is nobody's to fill: the app gets SQLite and caches in memory instead.
    startService: async () => false,
    async startApp(wanted) {
      stillOpen();
      if (!interpreter) throw new EngineError('The app was started before its dependencies were installed.');
      const started = await startApp(run, interpreter, wanted);
      app = started;
      groups.add(started.group);
      void started.exited.then(() => groups.delete(started.group));
      return started;
    },
    async runTool(tool) {
      stillOpen();
      const [ofTools, environment] = await tools(tool.requirements);
      stillOpen();
      return runTool(ofTools, environment, tool, groups);
    },
    address: (port, client) => ({
      host: '127.0.0.1',
      port,
      // Only Linux lets a program come from any address of the loopback network.
      localAddress: process.platform === 'linux' ? `127.0.0.${client}` : undefined,
    }),
    // The engine is this process.
    lost: () => null,
    close,
  };
}

async function toolsFor(run: Run, requirements: readonly string[]): Promise<[Run, ToolEnvironment]> {
  const ofTools = await toolRunOf(run);
  return [ofTools, await toolEnvironment(ofTools, requirements)];
}

/** Runs `work` when this process ends before the sandbox was closed; the answer takes that back. */
function atTheEnd(work: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (signal: NodeJS.Signals) => {
    // Somebody else listens: that one stops the run in order.
    if (process.listenerCount(signal) > 1) return;
    work();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', work);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.once('exit', work);
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}
