import type { AppProcess, Sandbox, SandboxOptions, ServiceName } from '../engine.ts';
import { memoised } from '../memoised.ts';
import { type Installed, startApp, startWaitingApp, type WaitingApp } from './app.ts';
import type { Daemon } from './connect.ts';
import { EngineError } from './engine-error.ts';
import { type Holder, sourcePath, startHolder } from './holder.ts';
import { type Image, sentence } from './images.ts';
import { installDependencies } from './install.ts';
import { runLabel, runLabels } from './labels.ts';
import { pythonVersions, somePython } from './pythons.ts';
import { reap } from './reap.ts';
import { trackResources } from './resources.ts';
import type { Run } from './run.ts';
import { type Account, serviceImage, startService } from './services.ts';
import type { Reach } from './sockets.ts';
import { toolEnvironment } from './tool-environment.ts';
import { runTool } from './tool-run.ts';
import { toolsLayer } from './tools.ts';

/** Starts at once what needs no decision; each step then waits only for what it uses. */
export function openSandbox(daemon: Daemon, options: SandboxOptions): Sandbox {
  const resources = trackResources(daemon);
  const run: Run = {
    docker: daemon.docker,
    daemon,
    resources,
    options,
    labels: runLabels(options.runId, options.keep),
  };
  const holder = deferred<Holder>();
  const running = new Set<AppProcess>();
  const reaped = reap(daemon.docker).catch((error) =>
    options.progress(`leftovers of earlier runs stay: ${sentence(error)}`),
  );
  let holderBegun = false;
  let held: Holder | null = null;
  let reach: Reach | null = null;
  let installed: Installed | null = null;
  let waiting: Promise<WaitingApp> | null = null;
  let closing: Promise<void> | null = null;
  const tools = memoised((requirements) => toolEnvironment(run, requirements));

  function beginHolder(image: Image): void {
    if (holderBegun) return;
    holderBegun = true;
    startHolder(run, image).then(holder.resolve, holder.reject);
    holder.promise
      .then(async (found) => {
        held = found;
        reach = await found.reach;
      })
      .catch(() => undefined);
  }

  // Where the dependencies are others than before, the container that waits has the wrong ones.
  function beginApp(found: Installed): void {
    waiting?.then(({ container }) => resources.remove(container)).catch(() => undefined);
    installed = found;
    waiting = holder.promise.then((held) => startWaitingApp(run, held, found));
    waiting.catch(() => undefined);
  }

  // The Python of the relay is any that is here: the app's own is known later.
  somePython(daemon.docker).then(
    (image) => image && !closing && beginHolder(image),
    () => undefined,
  );

  const sandbox: Sandbox = {
    sourcePath,
    pythons: () => Promise.resolve(pythonVersions),

    install: (plan) =>
      guarded(async () => {
        const { outcome, layer } = await installDependencies(run, plan, beginHolder);
        if (!layer) return outcome;
        const tools = await toolsLayer(run, layer.image);
        const found = {
          image: layer.image,
          interpreter: outcome.interpreter,
          dependencies: layer.volume,
          tools,
        };
        if (installed?.dependencies !== found.dependencies) beginApp(found);
        return outcome;
      }),

    startService: (name: ServiceName, account: Account) =>
      guarded(async () => {
        const image = await serviceImage(run, name);
        if (!image) return false;
        await startService(run, await holder.promise, image, name, account);
        return true;
      }),

    startApp: (app) =>
      guarded(async () => {
        if (!installed) throw new EngineError('The app was started before its dependencies were installed.');
        const ready = installed;
        const held = await holder.promise;
        const [container] = await Promise.all([
          waiting ?? startWaitingApp(run, held, ready),
          held.filled,
          held.reach.then((found) => (reach = found)),
        ]);
        waiting = null;
        const process = startApp(container, ready, app);
        running.add(process);
        return process;
      }),

    runTool: (tool) => guarded(async () => runTool(run, await tools(tool.requirements), tool)),

    address(port, client) {
      if (!reach) throw new EngineError('The sandbox was addressed before the app or a service was started.');
      return reach.address(port, client);
    },

    lost: () =>
      held?.lost() && !closing
        ? 'The connection to Docker was lost in the middle of the run: the Docker engine was stopped or restarted.'
        : null,

    close() {
      closing ??= end();
      return closing;
    },
  };

  async function end(): Promise<void> {
    options.signal.removeEventListener('abort', abort);
    holder.reject(new EngineError('The run has ended.'));
    if (options.keep) {
      options.progress(
        `kept for a look; remove with: docker rm --force --volumes $(docker ps --all --quiet --filter label=${runLabel}=${options.runId})`,
      );
      resources.keep();
      return;
    }
    reach?.close();
    await resources.removeAll();
    await reaped;
  }

  function abort(): void {
    void sandbox.close().catch(() => undefined);
  }
  options.signal.addEventListener('abort', abort, { once: true });

  // What fails because the run was stopped is told as the stop.
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    options.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof EngineError) throw error;
      throw new EngineError(`Docker: ${sentence(error)}`, { cause: error });
    }
  }

  return sandbox;
}

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => undefined;
  let reject: Deferred<T>['reject'] = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
