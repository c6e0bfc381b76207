/** The settings as production has them, and the same where nobody told the server what it must be told. */
import type { Loaded } from '../app/deploy-reading.ts';
import type { Instance } from '../app/instance.ts';
import { keysOf, load, noSupplies, type Outcome } from './load.ts';
import type { Named, Production } from './production.ts';
import { productionValues, writtenValue } from './production-values.ts';
import { roleOf } from './variables-read.ts';

export interface Deployment {
  production: Production;
  /** as production has it */
  proper: Outcome;
  /** without key and hosts; null: it refuses to start */
  untold: Loaded | null;
  /** without anything that a person must set; null: it refuses to start */
  bare: Loaded | null;
  /** the value by which somebody means to switch DEBUG off, and which switches it on */
  mistaken: { name: string; value: string } | null;
  /** variables without which it refuses to start */
  refused: string[];
  /** modules that a server loads, by default or as a deployment file says, in which DEBUG is on */
  developers: Named[];
}

type Environment = Record<string, string>;

export async function readDeployment(
  instance: Pick<Instance, 'call'>,
  production: Production,
  exists: (module: string) => boolean,
): Promise<Deployment> {
  const { module, known } = production;
  const supplies = noSupplies();
  const reading = (environment: Environment, settings = module): Promise<Outcome> =>
    load(instance, production, settings, environment, supplies);
  const bare = await reading(withoutTelling(production));
  const told = whatMustBeTold(production);
  const { proper, debug } = await properly(production, bare.loaded, told, reading);
  const untold =
    bare.loaded !== null && !bare.loaded.debug && !hasSwitch(production)
      ? bare
      : await reading({ ...settled(production), ...debug });
  const others = [...production.starters, ...declaredModules(production)].filter(
    (one) => one.module !== module && exists(one.module),
  );
  const developers: Named[] = [];
  for (const one of others.filter(
    ({ module: name }, index) => others.findIndex((first) => first.module === name) === index,
  )) {
    const { loaded } = await reading(withoutTelling(production), one.module);
    if (loaded?.debug) developers.push(one);
  }
  return {
    production: { ...production, known },
    proper,
    untold: untold.loaded,
    bare: bare.loaded,
    mistaken:
      proper.loaded?.debug === false
        ? await mistakenOff(production, { ...settled(production), ...told }, reading)
        : null,
    refused: [...new Set([...bare.refused, ...untold.refused])],
    developers,
  };
}

/** What deployment files choose for certain, whatever it is. */
const declaredModules = ({ declared }: Production): Named[] =>
  declared
    .filter(({ name, firm }) => firm && roleOf(name) === 'module')
    .map(({ value, file, line }) => ({ module: value, file, line }));

/** With the first value of DEBUG's variable that switches it off; where none does, as it is. */
async function properly(
  production: Production,
  bare: Loaded | null,
  told: Environment,
  reading: (environment: Environment) => Promise<Outcome>,
): Promise<{ proper: Outcome; debug: Environment }> {
  const base = { ...settled(production), ...told };
  const names = [...production.read].filter((name) => roleOf(name) === 'debug');
  const firm = names.filter((name) => production.known.declared.get(name)?.firm);
  const tries: Environment[] = firm.length > 0 || names.length === 0 || bare?.debug === false ? [{}] : [];
  const values =
    firm.length > 0 ? [] : [...new Set(names.flatMap((name) => productionValues(name, production.known)))];
  tries.push(...values.map((value) => Object.fromEntries(names.map((name) => [name, value]))));
  let first: { proper: Outcome; debug: Environment } | null = null;
  for (const debug of tries) {
    const proper = await reading({ ...base, ...debug });
    if (proper.loaded !== null && !proper.loaded.debug) return { proper, debug };
    first ??= { proper, debug };
    // What cannot be loaded for another reason is not loaded with another value of DEBUG either.
    if (proper.loaded === null && !names.some((name) => proper.error?.message.includes(name))) break;
  }
  return first as { proper: Outcome; debug: Environment };
}

/** Texts are true in Python: `bool("False")`. */
async function mistakenOff(
  { read, known }: Production,
  base: Environment,
  reading: (environment: Environment) => Promise<Outcome>,
): Promise<Deployment['mistaken']> {
  const name = [...read].find((one) => roleOf(one) === 'debug' && !known.declared.get(one)?.firm);
  const [value] = name === undefined ? [] : productionValues(name, known);
  if (name === undefined || value === undefined) return null;
  const { loaded } = await reading({ ...base, [name]: value });
  return loaded?.debug ? { name, value } : null;
}

/** What the platform and the deployment files see to, whoever deploys. */
function withoutTelling(production: Production): Environment {
  return environmentOf(production, (name) => {
    const role = roleOf(name);
    const firm = production.known.declared.get(name)?.firm === true;
    if (['debug', 'key', 'hosts'].includes(role)) return false;
    return !['mode', 'flag'].includes(role) || firm;
  });
}

/** All but what only a person knows: key and hosts. DEBUG is tried apart, unless a deployment file settles it. */
function settled(production: Production): Environment {
  return environmentOf(production, (name) => {
    const role = roleOf(name);
    if (role === 'debug') return production.known.declared.get(name)?.firm === true;
    return role !== 'key' && role !== 'hosts';
  });
}

function whatMustBeTold({ read, known }: Production): Environment {
  const hosts = [...read].filter((name) => roleOf(name) === 'hosts');
  return {
    ...keysOf(known),
    ...Object.fromEntries(hosts.map((name) => [name, productionValues(name, known)[0] ?? ''])),
  };
}

/** A word or flag that tells production from a developer's machine, and that nothing committed sets. */
const hasSwitch = ({ read, known }: Production): boolean =>
  [...read].some(
    (name) => ['mode', 'flag'].includes(roleOf(name)) && known.declared.get(name)?.firm !== true,
  );

function environmentOf({ read, known }: Production, wanted: (name: string) => boolean): Environment {
  const platform = platformOf([...read]);
  const firm = [...known.declared].filter(([, { firm }]) => firm).map(([name]) => name);
  const values = [...new Set([...read, ...firm])].filter(wanted).flatMap((name): [string, string][] => {
    const value = valueFor(name, platform, known);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

function valueFor(name: string, platform: string | null, known: Production['known']): string | undefined {
  switch (roleOf(name)) {
    case 'module':
    case 'configuration':
      return undefined;
    case 'platform':
      return platform !== null && name.startsWith(platform) ? productionValues(name, known)[0] : undefined;
    case 'mode':
      return known.word === null ? known.declared.get(name)?.value : productionValues(name, known)[0];
    case 'flag':
    case 'debug':
      return productionValues(name, known)[0];
    default:
      return writtenValue(name, known);
  }
}

/** A server runs on one platform: the first that the settings ask for. */
const platformOf = (names: string[]): string | null =>
  /^[A-Z]+/.exec(names.find((name) => roleOf(name) === 'platform') ?? '')?.[0] ?? null;
