/**
 * Where the learner's code runs. Two engines, one contract: a sandbox for a run, in which
 * dependencies are installed and the app is started, and through which the grader reaches it.
 */
import type { InstallOutcome, InstallPlan } from '../prepare/plan.ts';

export type EngineName = 'docker' | 'process';
export type ServiceName = 'postgres' | 'redis';

export interface Engine {
  readonly name: EngineName;
  /** What this engine cannot isolate, as sentences for the report. */
  readonly notIsolated: string[];
  openSandbox(options: SandboxOptions): Promise<Sandbox>;
}

export interface SandboxOptions {
  runId: string;
  /** Absolute path of the learner's repository on this machine. Never written to. */
  source: string;
  /** Regular files to copy, relative to `source`, forward slashes; already filtered and bounded. */
  files: string[];
  /** Names under which the settings look for services, e.g. `db`, `postgres`, `cache`: they must mean this sandbox. */
  hostNames: string[];
  /** Reports what is being waited for, e.g. "pulling python:3.12-slim". */
  progress: (message: string) => void;
  /** Aborted on Ctrl-C and on the deadline of the run. */
  signal: AbortSignal;
  /** Leave everything behind for a look (`--keep`). */
  keep: boolean;
}

export interface Sandbox {
  /** Path of the copied source as the app sees it, e.g. `/app` or a temporary folder. */
  readonly sourcePath: string;
  /** Python versions that can be had here, newest first, e.g. ["3.13", "3.12"]. Docker: every tag that can be had. */
  pythons(): Promise<string[]>;
  /** Installs dependencies in a place with a network and without the source; reused when the plan did not change. */
  install(plan: InstallPlan): Promise<InstallOutcome>;
  /** Starts a service next to the app and waits until it answers. False: this engine does not offer it. */
  startService(
    name: ServiceName,
    options: { user: string; password: string; database: string },
  ): Promise<boolean>;
  /**
   * Starts `inside/boot.py` with the installed Python. Resolves once the process runs, not once the app is up.
   * Called again after a repair: the process before must have been killed.
   */
  startApp(options: AppProcessOptions): Promise<AppProcess>;
  /**
   * Runs one of our own tools over copies of the learner's files, beside the app: in an environment of ours, with nothing
   * of theirs executed and nothing of the app's in reach.
   */
  runTool(run: ToolRun): Promise<ToolOutcome>;
  /** How the grader reaches a port on which the app listens on the sandbox's own 127.0.0.1. */
  address(port: number, client: number): Address;
  /** Why nothing can be told of the app any more, where the engine itself went away under it; null: it is there. */
  lost(): string | null;
  /** Removes everything of this run. Safe to call twice. */
  close(): Promise<void>;
}

export interface AppProcessOptions {
  /** Environment of the learner's code: complete, nothing is inherited. */
  env: Record<string, string>;
  /** Working directory, relative to the source, forward slashes ("." for its root). */
  cwd: string;
}

export interface ToolRun {
  /** Exact versions, one line per package: what the environment of the tool holds. */
  requirements: readonly string[];
  /** A module of that environment such as `bandit`, or a file of src/inside. */
  program: { module: string } | { script: string };
  args: readonly string[];
  /** The files of the source that it is given, in its working directory. */
  files: readonly string[];
  input: Buffer;
  /** Whether it may reach the network, as the installation of dependencies may. */
  network: boolean;
  env: Record<string, string>;
  seconds: number;
}

export interface ToolOutcome {
  /** null: it did not end by itself */
  code: number | null;
  stdout: string;
  /** The end of what it wrote to stderr. */
  log: string;
  /** Why it could not run or was stopped, as a sentence. */
  problem: string | null;
  /** Normalised name → version of what its environment holds. */
  installed: Record<string, string>;
}

/** The running `boot.py`: one JSON object per line each way (see app/protocol.ts). */
export interface AppProcess {
  send(line: string): void;
  onLine(listener: (line: string) => void): void;
  /** The last 400 lines that the learner's code wrote to stdout and stderr. */
  log(): string;
  readonly exited: Promise<{ code: number | null; signal: string | null; reason: string | null }>;
  kill(): Promise<void>;
}

/**
 * Either a unix socket or host and port. `client` is a number from 1 to 250 that stands for a client machine:
 * the app sees a different source address (127.0.0.N) for each, where the engine can do so.
 */
export type Address =
  | { socketPath: string; host?: undefined; port?: undefined; localAddress?: undefined }
  | { socketPath?: undefined; host: string; port: number; localAddress: string | undefined };
