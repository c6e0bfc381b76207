/** One repair after a failed start: reads what is missing and supplies it. */

import type { BootRequest, InsideError } from './protocol.ts';
import type { StartOptions } from './start.ts';
import { lastLearnerPlace } from './start-failure.ts';
import { environmentValues, settingValue } from './supplied-values.ts';

export interface Remedy {
  what: string;
  why: string;
}

export interface Services {
  postgres: { host: string; port: number; user: string; password: string; name: string } | null;
  redis: string | null;
}

/** What the next boot is started with. */
export interface RepairState {
  settings: string;
  services: Services;
  env: Record<string, string>;
  stubs: NonNullable<BootRequest['stubs']>;
  defaults: Record<string, unknown>;
  remedies: Remedy[];
  packages: Remedy[];
  /** What has been supplied already: the same thing is not tried twice. */
  tried: Set<string>;
}

/** True: something was supplied and a new start is worth it. */
export async function nextRepair(
  error: InsideError | null,
  state: RepairState,
  options: StartOptions,
): Promise<boolean> {
  if (!error) return false;
  const remedies = [await repair(error, state, options)].flat().filter((remedy) => remedy !== null);
  (isPackage(error, state) ? state.packages : state.remedies).push(...remedies);
  return remedies.length > 0;
}

const isPackage = (error: InsideError, state: RepairState) =>
  error.missing?.kind === 'module' && !state.stubs.some((stub) => stub.module === error.missing?.name);

async function repair(
  error: InsideError,
  state: RepairState,
  options: StartOptions,
): Promise<Remedy | Remedy[] | null> {
  const missing = error.missing;
  if (!missing) return withoutPostgres(error, state);
  const why = explain(error);
  switch (missing.kind) {
    case 'env':
      return setVariables(missing, why, state, options);
    case 'module':
      return supplyModule(missing, why, error, state, options);
    case 'setting':
      return supplySetting(missing.name, why, state);
    case 'attribute':
      return supplyStubValue(missing.name, why, state);
    case 'service':
      return (await startMissingService(missing.name, why, state, options)) ?? withoutPostgres(error, state);
    case 'file':
    case 'library':
      return null;
  }
}

/** The one that is missing, and at once what else the same file cannot do without. */
function setVariables(
  missing: { name: string; also: string[] },
  why: string,
  state: RepairState,
  options: StartOptions,
): Remedy[] {
  const first = setVariable(missing.name, why, state, options);
  if (!first) return [];
  const beside = `it is read beside ${missing.name}, which is not set`;
  const others = missing.also.filter((name) => !(name in state.env));
  return [first, ...others.flatMap((name) => setVariable(name, beside, state, options) ?? [])];
}

function setVariable(name: string, why: string, state: RepairState, options: StartOptions): Remedy | null {
  const { postgres, redis } = state.services;
  const databaseUrl = postgres
    ? `postgres://${postgres.user}:${postgres.password}@${postgres.host}:${postgres.port}/${postgres.name}`
    : 'sqlite:///db.sqlite3';
  const services = { databaseUrl, redisUrl: redis ?? 'redis://localhost:6379/0' };
  const value = environmentValues(name, options.project.envExample, services).find(
    (candidate) => !state.tried.has(`env ${name}=${candidate}`),
  );
  if (value === undefined) return null;
  const again = name in state.env;
  state.tried.add(`env ${name}=${value}`);
  state.env[name] = value;
  if (again) state.remedies = state.remedies.filter((remedy) => remedy.what !== variableRemedy(name));
  return { what: variableRemedy(name), why };
}

const variableRemedy = (name: string) => `set the environment variable ${name}`;

async function supplyModule(
  missing: { name: string; own: boolean },
  why: string,
  error: InsideError,
  state: RepairState,
  options: StartOptions,
): Promise<Remedy | null> {
  const { name } = missing;
  // The settings module itself must exist.
  if (state.settings === name || state.settings.startsWith(`${name}.`)) return null;
  if (!once(state, `module ${name}`)) return null;
  // A part that the installed Django does not have is in no other package.
  if (!missing.own && !/^django(\.|$)/.test(name)) {
    options.progress(`adding the package for ${name}`);
    const remedy = await options.addPackage(name);
    if (remedy) return remedy;
  }
  // Code outside of the settings is the learner's to commit.
  if (error.stage !== 'settings') return null;
  if (!missing.own && !/local|secret|private|dev|config|credential|keys?$/i.test(name)) return null;
  const example = options.project.moduleExamples[name] ?? null;
  state.stubs.push({ module: name, example, values: {} });
  return { what: example ? `used ${example} as ${name}` : `made an empty module ${name}`, why };
}

function supplySetting(name: string, why: string, state: RepairState): Remedy | null {
  if (isStructural(name)) return null;
  if (!once(state, `setting ${name}`)) return null;
  const stub = state.stubs.at(-1);
  if (stub) stub.values[name] = settingValue(name);
  else state.defaults[name] = settingValue(name);
  return { what: `supplied the setting ${name}`, why };
}

/** Without these it is not the project's settings module at all: another one is tried. */
export const isStructural = (name: string) =>
  /^(ROOT_URLCONF|INSTALLED_APPS|AUTH_USER_MODEL|TEMPLATES)$/.test(name);

/** `from .local_settings import NAME`, where local_settings is a stub. */
function supplyStubValue(name: string, why: string, state: RepairState): Remedy | null {
  const stub = state.stubs.find((item) => name.startsWith(`${item.module}.`));
  if (!stub || !once(state, `attribute ${name}`)) return null;
  const attribute = name.slice(stub.module.length + 1);
  stub.values[attribute] = settingValue(attribute);
  return { what: `supplied ${attribute} in ${stub.module}`, why };
}

async function startMissingService(
  name: string,
  why: string,
  state: RepairState,
  options: StartOptions,
): Promise<Remedy | null> {
  if ((name !== 'postgres' && name !== 'redis') || !once(state, `service ${name}`) || state.services[name])
    return null;
  const account = { user: 'milepost', password: 'milepost', database: 'milepost' };
  if (!(await options.sandbox.startService(name, account))) return null;
  if (name === 'redis') state.services = { ...state.services, redis: 'redis://127.0.0.1:6379/0' };
  return { what: `started ${name === 'redis' ? 'Redis' : 'PostgreSQL'} beside the app`, why };
}

/** A server that does not take the project's schema (an extension that it lacks, say) is left for SQLite. */
function withoutPostgres(error: InsideError, state: RepairState): Remedy | null {
  const databaseStage = error.stage === 'database' || error.stage === 'migrate';
  if (!state.services.postgres || !databaseStage || !once(state, 'without postgres')) return null;
  state.services = { ...state.services, postgres: null };
  return { what: 'used SQLite instead of PostgreSQL', why: explain(error) };
}

function once(state: RepairState, key: string): boolean {
  if (state.tried.has(key)) return false;
  state.tried.add(key);
  return true;
}

function explain(error: InsideError): string {
  const place = lastLearnerPlace(error);
  const text = `${error.type}: ${error.message.split('\n')[0]?.slice(0, 200)}`;
  return place ? `${place.file}, line ${place.line}: ${text}` : text;
}
