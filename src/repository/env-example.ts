import { parse } from 'yaml';
import { folderOf, isUnder } from './projects.ts';
import { readText } from './read-text.ts';

interface EnvExample {
  envExample: Record<string, string>;
  /** Names of services in compose files that run a database or a cache. */
  composeServers: string[];
}

const envFile =
  /(^|\/)(\.?env[._-](example|sample|template|dist|default|defaults|dev|local|docker|override\.example)|(example|sample|template)\.env|\.env|\.envrc|env)$/i;
const composeFile = /(^|\/)(docker-)?compose([.-][\w-]+)?\.ya?ml$/;

/** Values that the repository itself proposes for environment variables; the nearest to the project wins. */
export async function readEnvExample(root: string, files: string[], dir: string): Promise<EnvExample> {
  const near = files.filter((file) => isUnder(dir, folderOf(file)) || isUnder(folderOf(file), dir));
  const byDistance = (a: string, b: string) =>
    a.split('/').length - b.split('/').length || Number(envFile.test(a)) - Number(envFile.test(b));
  const found: EnvExample = { envExample: {}, composeServers: [] };
  for (const file of near
    .filter((name) => envFile.test(name) || composeFile.test(name))
    .toSorted(byDistance)
    .slice(0, 30)) {
    const text = await readText(root, file);
    if (envFile.test(file)) Object.assign(found.envExample, readEnvFile(text));
    else {
      const compose = readCompose(text);
      Object.assign(found.envExample, compose.env);
      found.composeServers.push(...compose.servers);
    }
  }
  return found;
}

export function readEnvFile(text: string): Record<string, string> {
  const env: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) env[name] = unquote(raw);
  }
  return env;
}

function unquote(raw: string): string {
  const quoted = /^(['"])(.*?)\1/.exec(raw);
  return quoted ? (quoted[2] ?? '') : raw.replace(/\s+#.*$/, '');
}

function readCompose(text: string): { env: Record<string, string>; servers: string[] } {
  const env: Record<string, string> = {};
  const servers: string[] = [];
  const services = asRecord(asRecord(parseYaml(text)).services);
  for (const [name, value] of Object.entries(services)) {
    const service = asRecord(value);
    const image = String(service.image ?? '');
    if (/postgres|postgis|redis|valkey|mysql|mariadb/.test(image)) servers.push(name);
    else Object.assign(env, environmentOf(service.environment));
  }
  return { env, servers };
}

function environmentOf(value: unknown): Record<string, string> {
  const pairs: [string, unknown][] = Array.isArray(value)
    ? value
        .map(String)
        .map((line) => [
          line.split('=')[0] ?? '',
          line.includes('=') ? line.slice(line.indexOf('=') + 1) : null,
        ])
    : Object.entries(asRecord(value));
  const known = pairs.filter(([, item]) => ['string', 'number', 'boolean'].includes(typeof item));
  return Object.fromEntries(
    known
      .map(([name, item]) => [name, withDefaults(String(item))] as const)
      .filter(([, text]) => !text.includes('${')),
  );
}

/** `${NAME:-value}` means value where nothing else is set. */
const withDefaults = (text: string) => text.replaceAll(/\$\{\w+:?-([^}]*)\}/g, '$1');

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'silent', merge: true });
  } catch {
    return null;
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
