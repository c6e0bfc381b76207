const usual = ['db', 'postgres', 'redis', 'cache'];

/** Which servers the settings talk to, and under which names. */
export function readServices(
  settingsText: string,
  env: Record<string, string>,
  composeServers: string[],
): { services: { postgres: boolean; redis: boolean }; hostNames: string[] } {
  const code = settingsText.replaceAll(/^\s*#.*$/gm, '');
  const values = Object.values(env).join('\n');
  const postgres =
    /postgres(ql)?[_.'"]|postgis|psycopg2/i.test(code) ||
    (/dj_database_url|env\.db\(|DATABASE_URL/.test(code) && /postgres/i.test(values));
  const redis =
    /redis/i.test(code) && /redis:\/\/|RedisCache|channels_redis|REDIS/.test(`${code}\n${values}`);
  const hosts = [...hostsIn(code), ...hostsIn(values), ...hostValues(env), ...composeServers, ...usual];
  return { services: { postgres, redis }, hostNames: [...new Set(hosts.filter(isServerName))] };
}

function hostsIn(text: string): string[] {
  const patterns = [
    /['"]HOST['"]\s*:\s*(?:[\w.]+\([^)\n]*?,\s*(?:default\s*=\s*)?)?['"]([^'"\n]+)['"]/g,
    /\b(?:rediss?|postgres(?:ql)?|psql|pgsql|postgis|amqp|mysql):\/\/(?:[^@/\s'"]*@)?([\w-]+)/g,
    /\(\s*['"]([a-z][\w-]*)['"]\s*,\s*\d{4,5}\s*\)/g,
    /_HOST['"]\s*,\s*(?:default\s*=\s*)?['"]([^'"\n]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const hostValues = (env: Record<string, string>) =>
  Object.entries(env)
    .filter(([name]) => /(^|_)HOST(NAME)?$/.test(name))
    .map(([, value]) => value);

/** One plain word: a name with dots belongs to a server elsewhere and is not redirected. */
const isServerName = (name: string) => /^[a-z][a-z0-9_-]{0,40}$/i.test(name) && name !== 'localhost';
