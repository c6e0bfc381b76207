/**
 * Starts the learner's app: boots it, reads from the failure what is missing, supplies it, and boots again. What is
 * supplied is reported, not punished; what cannot be supplied is a defect of the project, named with file and line.
 */
import type { AppProcess, Sandbox } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import type { InstallOutcome } from '../prepare/plan.ts';
import type { Place } from '../report/schema.ts';
import { AppProblem, openChannel } from './channel.ts';
import { type Facts, factsSchema } from './facts.ts';
import { type Instance, type InstanceDatabase, instanceMaker } from './instance.ts';
import { type BootRequest, bootResultSchema, type InsideError } from './protocol.ts';
import { isStructural, nextRepair, type Remedy, type RepairState, type Services } from './repair.ts';
import { startFailure } from './start-failure.ts';

const BOOT_SECONDS = 90;
/** A settings module may ask for its variables one after the other. */
const MAX_ROUNDS = 40;
const MAX_SETTINGS_MODULES = 3;
/** Written by a process that the learner's code shares. */
const MAX_SUPPLIED = 20;

export interface StartOptions {
  sandbox: Pick<Sandbox, 'sourcePath' | 'startApp' | 'startService' | 'address'>;
  install: InstallOutcome;
  project: StartProject;
  /** A random secret of this run, for a project whose own SECRET_KEY is empty. */
  secretKey: string;
  /** Installs the package behind a module name where it is known; null: it is not, or it could not be installed. */
  addPackage(module: string): Promise<Remedy | null>;
  progress(message: string): void;
  signal: AbortSignal;
  bootSeconds?: number;
}

export interface StartProject {
  /** Folder of manage.py from the root of the source, "." for the root itself. */
  dir: string;
  /** Dotted settings modules, the likeliest first. */
  settingsModules: string[];
  /** Names and values of `.env.example`, compose files and the like. */
  envExample: Record<string, string>;
  /** Servers that the settings seem to ask for; started before the first boot where the engine offers them. */
  services: { postgres: boolean; redis: boolean };
  /** Committed examples of uncommitted modules: "config.local_settings" → "config/local_settings.example.py". */
  moduleExamples: Record<string, string>;
}

export interface StartFailure {
  stage: string;
  message: string;
  /** The learner's last line before the failure. */
  place: Place | null;
  log: string;
}

export type StartResult =
  | { ok: true; app: App; facts: Facts; remedies: Remedy[]; timings: Record<string, number> }
  | { ok: false; failure: StartFailure; remedies: Remedy[]; timings: Record<string, number> };

export interface App {
  readonly facts: Facts;
  fork(database?: InstanceDatabase): Promise<Instance>;
  /** What had to be supplied since the start. */
  readonly supplied: readonly Remedy[];
  log(): string;
  readonly exited: AppProcess['exited'];
  kill(): Promise<void>;
}

export async function startApp(options: StartOptions): Promise<StartResult> {
  const started = performance.now();
  const rounds = { left: MAX_ROUNDS };
  const shared: Shared = { services: await startServices(options), packages: [] };
  let failed: StartResult | null = null;
  for (const settings of options.project.settingsModules.slice(0, MAX_SETTINGS_MODULES)) {
    const { result, wrongModule, lastError } = await startWith(settings, options, shared, rounds);
    const total = performance.now() - started;
    const timed = { ...result, timings: { ...result.timings, total, rounds: MAX_ROUNDS - rounds.left } };
    if (result.ok) return timed;
    if (lacksPostgres(lastError, options, shared)) throw new EngineError(withoutPostgres(result.failure));
    // The likeliest settings module tells what is wrong, unless it turned out not to be one.
    if (!wrongModule) failed ??= timed;
    if (rounds.left === 0 || options.signal.aborted) return failed ?? timed;
  }
  return failed ?? noSettings(performance.now() - started);
}

interface Shared {
  services: Services;
  /** Packages stay installed when another settings module is tried. */
  packages: Remedy[];
}

/** Boots and repairs until the app is up, nothing can be supplied, or the rounds are used up. */
async function startWith(settings: string, options: StartOptions, shared: Shared, rounds: { left: number }) {
  const state: RepairState = {
    settings,
    ...shared,
    env: {},
    stubs: [],
    defaults: {},
    remedies: [],
    tried: new Set(),
  };
  for (;;) {
    rounds.left -= 1;
    const attempt = await boot(options, state);
    const remedies = [...state.packages, ...state.remedies];
    if (attempt.app) {
      const { timings, changes } = attempt;
      const result: StartResult = { ...attempt.app, remedies: [...remedies, ...changes], timings };
      return { result, wrongModule: false, lastError: null };
    }
    const goOn = rounds.left > 0 && !options.signal.aborted;
    if (goOn && (await nextRepair(attempt.error, state, options))) continue;
    const result: StartResult = { ok: false, failure: attempt.failure, remedies, timings: {} };
    return { result, wrongModule: isWrongModule(attempt.error, settings), lastError: attempt.error };
  }
}

/** What SQLite cannot do in its place is the machine's limit. */
const lacksPostgres = (error: InsideError | null, { project }: StartOptions, { services }: Shared) =>
  project.services.postgres &&
  services.postgres === null &&
  (error?.stage === 'database' || error?.stage === 'migrate') &&
  /^(Operational|Programming|NotSupported|Interface|Database)Error$/.test(error.type);

const withoutPostgres = ({ message }: StartFailure) =>
  `This project needs PostgreSQL, which this engine does not offer: grade it with --engine docker. With SQLite in its place: ${message}`;

/** The module does not exist, or is only a part of the settings. */
function isWrongModule(error: InsideError | null, settings: string): boolean {
  const missing = error?.missing;
  if (missing?.kind === 'module') return error?.stage === 'settings' && isOrHolds(missing.name, settings);
  return missing?.kind === 'setting' && isStructural(missing.name);
}

const isOrHolds = (name: string, settings: string) => settings === name || settings.startsWith(`${name}.`);

interface BootAttempt {
  app: { ok: true; app: App; facts: Facts } | null;
  changes: Remedy[];
  timings: Record<string, number>;
  error: InsideError | null;
  failure: StartFailure;
}

async function boot(options: StartOptions, state: RepairState): Promise<BootAttempt> {
  const seconds = options.bootSeconds ?? BOOT_SECONDS;
  options.progress(`starting the app with ${state.settings}`);
  const process = await options.sandbox.startApp({
    env: environment(options, state),
    cwd: options.project.dir,
  });
  const abort = () => void process.kill();
  options.signal.addEventListener('abort', abort, { once: true });
  try {
    const channel = openChannel(process);
    const result = await channel.ask(
      bootRequest(options, state, seconds),
      bootResultSchema,
      (seconds + 10) * 1000,
    );
    const read = factsSchema.safeParse(result.facts);
    // Written by a process that the learner's code shares: nonsense is the app's failure, not the grader's.
    if (!read.success)
      throw new AppProblem('garbled', 'what its process says about models and routes cannot be read');
    const facts = read.data;
    const supplied: Remedy[] = [];
    const remember = (remedy: Remedy) => {
      if (supplied.length < MAX_SUPPLIED && !supplied.some(({ what }) => what === remedy.what))
        supplied.push(remedy);
    };
    const app: App = {
      facts,
      supplied,
      fork: instanceMaker(channel, options.sandbox, remember),
      log: () => process.log(),
      exited: process.exited,
      kill: () => process.kill(),
    };
    const nothing: StartFailure = { stage: '', message: '', place: null, log: '' };
    const { changes, milliseconds: timings } = result;
    return { app: { ok: true, app, facts }, changes, timings, error: null, failure: nothing };
  } catch (error) {
    await process.kill();
    if (!(error instanceof AppProblem)) throw error;
    const failure = startFailure(error, process.log());
    return { app: null, changes: [], timings: {}, error: error.inside, failure };
  } finally {
    options.signal.removeEventListener('abort', abort);
  }
}

function bootRequest(options: StartOptions, state: RepairState, seconds: number): BootRequest {
  const { postgres, redis } = state.services;
  return {
    op: 'boot',
    settings: state.settings,
    database: postgres ? { kind: 'postgres', ...postgres } : { kind: 'sqlite' },
    redis,
    secretKey: options.secretKey,
    deadline: seconds,
    stubs: state.stubs,
    defaults: state.defaults,
  };
}

/** Complete: the learner's code sees nothing of the grader's own environment. */
function environment(options: StartOptions, state: RepairState): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    MILEPOST_SOURCE: options.sandbox.sourcePath,
    ...state.env,
  };
}

async function startServices(options: StartOptions): Promise<Services> {
  const account = { user: 'milepost', password: 'milepost', database: 'milepost' };
  const [postgres, redis] = await Promise.all([
    options.project.services.postgres && options.sandbox.startService('postgres', account),
    options.project.services.redis && options.sandbox.startService('redis', account),
  ]);
  const { database: name, user, password } = account;
  return {
    postgres: postgres ? { host: '127.0.0.1', port: 5432, user, password, name } : null,
    redis: redis ? 'redis://127.0.0.1:6379/0' : null,
  };
}

function noSettings(total: number): StartResult {
  const message = 'No settings module was found: manage.py names none and no settings.py is in the project.';
  return {
    ok: false,
    failure: { stage: 'settings', message, place: null, log: '' },
    remedies: [],
    timings: { total },
  };
}
