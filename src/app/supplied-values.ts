/**
 * Values for names that the project reads and does not commit: environment variables and settings. By name, and always
 * the one a developer would have on a laptop: never production.
 */

interface Services {
  databaseUrl: string;
  redisUrl: string;
}

type Rule = [pattern: RegExp, value: string | ((services: Services) => string)];

const RULES: Rule[] = [
  [/^(DJANGO_)?DEBUG$|_DEBUG$/, 'True'],
  [/DATABASE_URL|DB_URL|POSTGRES_URL|SQLALCHEMY_DATABASE_URI/, (services) => services.databaseUrl],
  [/REDIS.*(URL|URI)|BROKER|RESULT_BACKEND|CACHE_URL|CACHE_LOCATION/, (services) => services.redisUrl],
  [/^CLOUDINARY_URL$/, 'cloudinary://key:secret@milepost'],
  [/DSN$/, 'https://public@sentry.invalid/1'],
  [/ALLOWED_HOSTS|(^|_)HOSTS$/, 'localhost,127.0.0.1'],
  [/CORS|TRUSTED_ORIGINS|FRONTEND|CLIENT_URL/, 'http://localhost:3000'],
  [/DB_ENGINE|DATABASE_ENGINE|SQL_ENGINE/, 'django.db.backends.sqlite3'],
  [/REDIS.*PORT/, '6379'],
  [/(EMAIL|SMTP|MAIL).*PORT/, '587'],
  [/PORT$/, '5432'],
  [/(EMAIL|SMTP|MAIL)_?(HOST)?_?(USER|FROM|ADDRESS|SENDER)|FROM_EMAIL|^EMAIL$/, 'noreply@example.com'],
  [/USE_(TLS|SSL)|SSL_REDIRECT|_SECURE$|^USE_|^ENABLE_|_ENABLED$|^IS_/, 'False'],
  [/ALGORITHM/, 'HS256'],
  [/(THROTTLE|RATE)/, '60/min'],
  [/LIFETIME|MINUTES|HOURS|DAYS|SECONDS|EXPIR|TIMEOUT|_TTL|MAX_AGE|PAGE_SIZE|LIMIT|SITE_ID|WORKERS/, '60'],
  [/SECRET|KEY|TOKEN|PASS|SALT|SIGNING|JWT/, 'milepost-supplied-value-that-is-long-enough-0123456789'],
  [/HOST$/, 'localhost'],
  [/URL|URI|DOMAIN|ORIGIN/, 'http://localhost:8000'],
  [/(^|_)(ENV|ENVIRONMENT|STAGE|MODE)$/, 'development'],
  [/LOG_?LEVEL/, 'INFO'],
  [/(NAME|USER|DB)$/, 'milepost'],
];

/** What to try in order: a value that turned out not to fit is followed by one of another kind. */
export function environmentValues(
  name: string,
  example: Record<string, string>,
  services: Services,
): [string, ...string[]] {
  const upper = name.toUpperCase();
  const rule = RULES.find(([pattern]) => pattern.test(upper));
  const value = rule?.[1] ?? 'milepost';
  const guessed = typeof value === 'string' ? value : value(services);
  const written = example[name];
  const usable = written && !isPlaceholder(written) && !/prod/i.test(written) ? [written] : [];
  const [first = guessed, ...rest] = [...new Set([...usable, guessed, '1', 'True', '{}'])];
  return [first, ...rest];
}

/** A value for a setting that the code reads and no settings module sets. */
export function settingValue(name: string): string | number | boolean | string[] | Record<string, never> {
  if (/DEBUG/.test(name)) return true;
  if (/HOSTS|ORIGINS|WHITELIST/.test(name)) return ['localhost', '127.0.0.1'];
  if (/^DATABASES$|^CACHES$|_CONFIG$|_SETTINGS$/.test(name)) return {};
  if (/PORT|LIFETIME|MINUTES|HOURS|DAYS|SECONDS|EXPIR|TIMEOUT|SIZE|LIMIT/.test(name)) return 60;
  if (/^USE_|^ENABLE_|_ENABLED$|^IS_/.test(name)) return false;
  const [value] = environmentValues(
    name,
    {},
    { databaseUrl: 'sqlite:///db.sqlite3', redisUrl: 'redis://localhost:6379/0' },
  );
  return value;
}

function isPlaceholder(value: string): boolean {
  return /^(<.*>|\.{2,}|x{3,}|\$\{.*\}|change.?me.*|your[-_ ].*)$/i.test(value.trim()) || value.trim() === '';
}
