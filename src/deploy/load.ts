/** Loads settings with an environment, and supplies what they cannot do without, one failure after the other. */

import type { Loaded } from '../app/deploy-reading.ts';
import type { Instance } from '../app/instance.ts';
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
  environment: Record<string, string>;
}

/** What a deployed app must be told; without it, it should not start. */
const MUST_BE_TOLD = ['key', 'hosts', 'debug'];

export async function load(
  instance: Pick<Instance, 'call'>,
  { configuration, known }: Pick<Production, 'configuration' | 'known'>,
  settings: string,
  given: Record<string, string>,
): Promise<Outcome> {
  const state: State = {
    environment: { ...given },
    modules: [],
    files: {},
    refused: [],
    supplied: [],
    tried: new Set(),
  };
  for (let round = 1; ; round += 1) {
    const { environment, modules, files, refused, supplied } = state;
    const answer = await instance.call('deploy.read', {
      settings,
      environment,
      configuration,
      modules,
      files,
    });
    if (answer.ok) return { loaded: answer, error: null, refused, supplied, environment };
    if (round === MAX_ROUNDS || !supply(answer.error, settings, state, known))
      return { loaded: null, error: answer.error, refused, supplied, environment };
  }
}

interface State {
  environment: Record<string, string>;
  modules: string[];
  files: Record<string, string>;
  refused: string[];
  supplied: string[];
  tried: Set<string>;
}

/** True: something was supplied, and loading again is worth it. */
function supply({ missing }: InsideError, settings: string, state: State, known: Known): boolean {
  switch (missing?.kind) {
    case 'env': {
      const others = missing.also.filter(
        (name) => !MUST_BE_TOLD.includes(roleOf(name)) && !(name in state.environment),
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
  state.environment[name] = value;
  const list = MUST_BE_TOLD.includes(roleOf(name)) ? state.refused : state.supplied;
  if (!list.includes(name)) list.push(name);
  return true;
}

function giveKeys(state: State, known: Known): boolean {
  if (state.refused.includes('SECRET_KEY')) return false;
  state.refused.push('SECRET_KEY');
  Object.assign(state.environment, keysOf(known));
  return true;
}

/** Every variable that may hold the key. */
export const keysOf = ({ keyNames, key }: Known): Record<string, string> =>
  Object.fromEntries(keyNames.map((name) => [name, key]));

/** Packages that only a server has; modules of the learner's only where they are meant not to be committed. */
function standIn({ name, own }: { name: string; own: boolean }, settings: string, state: State): boolean {
  if (/^django(\.|$)/.test(name) || settings === name || settings.startsWith(`${name}.`)) return false;
  if (own && !/local|secret|private|credential|keys?$|env/i.test(name)) return false;
  if (state.modules.includes(name)) return false;
  state.modules.push(name);
  state.supplied.push(`the module ${name}`);
  return true;
}

/** A key that is mounted as a file, or the `.env` of the server. */
function giveFile(name: string, state: State, { key }: Known): boolean {
  if (name in state.files || !/secret|key|token|passw|\.env$|\.env\./i.test(name)) return false;
  state.files[name] = /\.env/.test(name) ? '' : key;
  state.supplied.push(`the file ${name}`);
  return true;
}
