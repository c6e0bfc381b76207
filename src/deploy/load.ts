/** Loads settings with an environment, and supplies what they cannot do without, one failure after the other. */

import type { Loaded } from '../app/deploy-reading.ts';
import type { ActionArguments, Instance } from '../app/instance.ts';
import type { InsideError } from '../app/protocol.ts';
import type { Production } from './production.ts';
import { type Known, productionValues } from './production-values.ts';
import { roleOf } from './variables-read.ts';

const MAX_ROUNDS = 14;

export interface Outcome {
  loaded: Loaded | null;
  error: InsideError | null;
  /** variables without which the settings refuse to load, among those that a server must be told */
  refused: string[];
  /** what had to be supplied */
  supplied: string[];
  /** what was asked last */
  request: ActionArguments['deploy.read'];
}

/** What a deployed app must be told; without it, it should not start. */
const isToldByPeople = (name: string): boolean => ['key', 'hosts', 'debug'].includes(roleOf(name));

/** What had to be supplied once is supplied from the beginning the next time. */
export interface Supplies {
  environment: Record<string, string>;
  modules: string[];
  /** path → text */
  files: Record<string, string>;
  /** in words */
  named: string[];
}

export const noSupplies = (): Supplies => ({ environment: {}, modules: [], files: {}, named: [] });

export async function load(
  instance: Pick<Instance, 'call'>,
  { configuration, known }: Pick<Production, 'configuration' | 'known'>,
  settings: string,
  given: Record<string, string>,
  supplies: Supplies,
): Promise<Outcome> {
  const state: State = { told: { ...given }, refused: [], supplies, tried: new Set() };
  for (let round = 1; ; round += 1) {
    const { modules, files } = supplies;
    const environment = { ...supplies.environment, ...state.told };
    const request = { settings, environment, configuration, modules, files };
    const answer = await instance.call('deploy.read', request);
    const outcome = { refused: state.refused, supplied: supplies.named, request };
    if (answer.ok) return { ...outcome, loaded: answer, error: null };
    if (round === MAX_ROUNDS || !supply(answer.error, settings, state, known))
      return { ...outcome, loaded: null, error: answer.error };
  }
}

interface State {
  /** what this reading is about; wins over what was supplied */
  told: Record<string, string>;
  refused: string[];
  supplies: Supplies;
  tried: Set<string>;
}

/** True: something was supplied, and loading again is worth it. */
function supply({ missing }: InsideError, settings: string, state: State, known: Known): boolean {
  switch (missing?.kind) {
    case 'env': {
      const others = missing.also.filter(
        (name) => !isToldByPeople(name) && !(name in state.told) && !(name in state.supplies.environment),
      );
      return [missing.name, ...others].filter((name) => setVariable(name, state, known)).length > 0;
    }
    // Django itself refuses an empty key.
    case 'setting':
      return missing.name === 'SECRET_KEY' && giveKeys(state, known);
    case 'module':
      return standIn(missing, settings, state);
    case 'file':
      return giveFile(missing.name, state, known);
    default:
      return false;
  }
}

function setVariable(name: string, state: State, known: Known): boolean {
  const value = productionValues(name, known).find((one) => !state.tried.has(`${name}=${one}`));
  if (value === undefined || name === 'DJANGO_SETTINGS_MODULE') return false;
  state.tried.add(`${name}=${value}`);
  if (isToldByPeople(name) || name in state.told) {
    state.told[name] = value;
    if (isToldByPeople(name) && !state.refused.includes(name)) state.refused.push(name);
  } else {
    state.supplies.environment[name] = value;
    if (!state.supplies.named.includes(name)) state.supplies.named.push(name);
  }
  return true;
}

function giveKeys(state: State, known: Known): boolean {
  if (state.refused.includes('SECRET_KEY')) return false;
  state.refused.push('SECRET_KEY');
  Object.assign(state.told, keysOf(known));
  return true;
}

/** Every variable that may hold the key. */
export const keysOf = ({ keyNames, key }: Known): Record<string, string> =>
  Object.fromEntries(keyNames.map((name) => [name, key]));

/** Packages that only a server has; modules of the learner's only where they are meant not to be committed. */
function standIn(
  { name, own }: { name: string; own: boolean },
  settings: string,
  { supplies }: State,
): boolean {
  if (/^django(\.|$)/.test(name) || settings === name || settings.startsWith(`${name}.`)) return false;
  if (own && !/local|secret|private|credential|keys?$|env/i.test(name)) return false;
  if (READERS.test(name) || supplies.modules.includes(name)) return false;
  supplies.modules.push(name);
  supplies.named.push(`the module ${name}`);
  return true;
}

/** Without what reads the variables, nothing can be told of the settings. */
const READERS = /^(environ|environs|decouple|prettyconf|dynaconf|configurations|pydantic\w*|dotenv)(\.|$)/;

/** A key that is mounted as a file, or the `.env` of the server. */
function giveFile(name: string, { supplies }: State, { key }: Known): boolean {
  if (name in supplies.files || !/secret|key|token|passw|\.env$|\.env\./i.test(name)) return false;
  supplies.files[name] = /\.env/.test(name) ? '' : key;
  supplies.named.push(`the file ${name}`);
  return true;
}
