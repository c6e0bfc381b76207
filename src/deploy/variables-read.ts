/** Which environment variables settings read, told from their text, and which of them decide what kind of machine it is. */

/** Names in `environ["X"]`, `env("X")`, `config("X")`, `"X" in os.environ` and what learners call their own helpers. */
export function variablesRead(text: string): Set<string> {
  const called = text.matchAll(/[([]\s*['"]([A-Z][A-Z0-9_]{1,80})['"]/g);
  const tested = text.matchAll(/['"]([A-Z][A-Z0-9_]{1,80})['"]\s+(?:not\s+)?in\s+(?:os\.)?environ/g);
  return new Set([...called, ...tested].map((match) => match[1] ?? ''));
}

export type Role =
  | 'module'
  | 'configuration'
  | 'debug'
  | 'key'
  | 'hosts'
  | 'mode'
  | 'flag'
  | 'platform'
  | 'guard'
  | 'other';

/** What a variable is for, by its name. */
export function roleOf(name: string): Role {
  const upper = name.toUpperCase();
  return ROLES.find(([pattern]) => pattern.test(upper))?.[1] ?? 'other';
}

const ROLES: [RegExp, Role][] = [
  [/^DJANGO_SETTINGS_MODULE$/, 'module'],
  [/^DJANGO_CONFIGURATION$/, 'configuration'],
  [
    /^((RENDER|FLY|RAILWAY|VERCEL|GAE|PYTHONANYWHERE|HEROKU|KUBERNETES)(_\w+)?|DYNO|WEBSITE_HOSTNAME|K_SERVICE)$/,
    'platform',
  ],
  [/(^|_)DEBUG$|^DEBUG(_MODE)?$/, 'debug'],
  [/SECRET_?KEY(?!_FALLBACK)|^(DJANGO_|APP_)?SECRET$/, 'key'],
  [/ALLOWED_?HOSTS?$|^(DJANGO_)?HOSTS$/, 'hosts'],
  [/^(IS|IN|ON)?_?(DJANGO_|APP_)?(IS_|IN_|ON_)?(PROD|PRODUCTION|LIVE|SERVER)(_MODE|_ENV)?$/, 'flag'],
  [/(^|_)(ENV|ENVIRONMENT|STAGE|MODE|PROFILE|TIER|DEPLOY_?ENV|SETTINGS|CONFIG)$/, 'mode'],
  [/SSL_REDIRECT|HTTPS_?(ONLY|REDIRECT)|FORCE_HTTPS|_SECURE$|HSTS/, 'guard'],
];

/** The word by which the settings know production: of `if ENV == "prod"`, or the name of a module that is put together. */
export const wordForProduction = (text: string, modules: string[]): string | null =>
  /['"](prod(?:uction)?|live|deploy(?:ment|ed)?)['"]/i.exec(text)?.[1] ??
  modules
    .map((module) => module.slice(module.lastIndexOf('.') + 1))
    .find((name) => /^(prod|live|deploy)/i.test(name)) ??
  null;
