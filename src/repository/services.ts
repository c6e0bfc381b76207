/** Which servers the settings ask for, and under which names they look for them. */

import { readCompose } from './read-compose.ts';
import type { ReadText } from './read-text.ts';
import { withoutComments } from './settings-modules.ts';

/** Settings that know SQLite too fall back to it on a laptop; a server is then only started when it is missed. */
export function askedServices(settings: string): { postgres: boolean; redis: boolean } {
  const text = withoutComments(settings);
  const postgres = /backends\.postgresql|backends\.postgis|django\.contrib\.postgres|postgres(ql)?:\/\//.test(
    text,
  );
  const sqlite = /backends\.sqlite3|sqlite:\/\//.test(text);
  const redis = /rediss?:\/\/|django_redis|RedisCache|channels_redis|\b6379\b/.test(text);
  return { postgres: postgres && (!sqlite || /django\.contrib\.postgres/.test(text)), redis };
}

const maxHosts = 20;
/** What compose files mostly call their servers. */
const usual = ['db', 'postgres', 'redis', 'cache'];

export async function serviceHosts(
  settings: string,
  env: Record<string, string>,
  compose: string[],
  read: ReadText,
): Promise<string[]> {
  const texts = await Promise.all(compose.map(read));
  const named = texts.flatMap((text) => readCompose(text).services);
  const inEnv = hostsIn(
    Object.entries(env)
      .map((pair) => pair.join('='))
      .join('\n'),
  );
  const hosts = [...hostsIn(withoutComments(settings)), ...named, ...inEnv].filter(isHostName);
  hosts.push(...usual);
  return [...new Set(hosts)].slice(0, maxHosts);
}

function hostsIn(text: string): string[] {
  const patterns = [
    /:\/\/(?:[^\s'"@/]{0,100}@)?([a-z][a-z0-9_-]{0,60}):\d{2,5}/g,
    /(?:postgres(?:ql)?|redis|amqp|mysql):\/\/(?:[^\s'"@/]{0,100}@)?([a-z][a-z0-9_-]{0,60})(?![\w.-])/g,
    /['"]?\w{0,40}HOST['"]?\s{0,4}(?:[:=,]\s{0,4}(?:\w[\w.]{0,40}\(\s{0,4}['"]\w{1,60}['"]\s{0,4},\s{0,4}(?:default\s{0,2}=\s{0,2})?)?)['"]?([a-z][a-z0-9_-]{0,60})(?![\w.-])/g,
    /\(\s{0,4}['"]([a-z][a-z0-9_-]{0,60})['"]\s{0,4},\s{0,4}6379\s{0,4}\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

// Names with a dot are real machines: they are never redirected.
const isHostName = (name: string) =>
  /^[a-z][a-z0-9_-]{0,62}$/.test(name) &&
  !['localhost', 'os', 'env', 'config', 'getenv', 'none', 'str'].includes(name);
