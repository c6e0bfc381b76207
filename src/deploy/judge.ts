/** Which of Django's warnings count, and what a server does that nobody has told anything. */
import type { Loaded } from '../app/deploy-reading.ts';
import { FIXES, notRequired } from './advice.ts';
import type { Deployment } from './deployment.ts';
import { roleOf } from './variables-read.ts';

/** A place in the learner's files, as evidence has it. */
type Place = Loaded['places'][string] | null;

export interface Warning {
  id: string;
  message: string;
  counts: boolean;
  /** why it does not count, or what to do about it */
  remark: string;
  place: Place;
}

export interface InsecureDefault {
  setting: string;
  summary: string;
  fix: string;
  place: Place;
}

/** `elsewhere`: warnings about what other requirements of the exercise try out. */
export function judgeWarnings(
  loaded: Loaded,
  production: Pick<Deployment['production'], 'front' | 'declared'>,
  elsewhere: string[],
): Warning[] {
  const told = loaded.messages.filter(({ id }) => /^security\.[WE]\d+$/.test(id));
  return told.map(({ id, message, hint }) => {
    const silenced = loaded.silenced.find((one) => one.id === id);
    const place = silenced?.place ?? loaded.places[SETTINGS[id] ?? ''] ?? null;
    const excuse =
      (elsewhere.includes(id) ? 'Another requirement tries out what it is about.' : null) ??
      notRequired(id, production.front) ??
      (silenced?.reason ? `It is silenced, and the reason stands beside it: “${silenced.reason}”.` : null);
    const fix = [
      whyOn(id, loaded, production),
      FIXES[id] ?? hint ?? '',
      silenced ? 'It is silenced without a reason beside it.' : '',
    ];
    return {
      id,
      message: firstSentence(message),
      counts: excuse === null,
      remark: excuse ?? fix.filter(Boolean).join(' '),
      place,
    };
  });
}

/** DEBUG is often on although somebody switched it off: texts are true in Python. */
function whyOn(id: string, loaded: Loaded, { declared }: Pick<Deployment['production'], 'declared'>): string {
  if (id !== 'security.W018') return '';
  if (loaded.debugText !== null)
    return `DEBUG is the text "${loaded.debugText.slice(0, 20)}", and any text that is not empty is true in Python.`;
  const off = declared.find(
    ({ name, value, firm }) => firm && roleOf(name) === 'debug' && /^(false|0|off|no)$/i.test(value),
  );
  return off === undefined
    ? ''
    : `${off.file}, line ${off.line} sets ${off.name} to ${off.value}, which the settings take for a yes: bool("0") is true in Python.`;
}

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;

/** The setting that a warning is about. */
const SETTINGS: Record<string, string> = {
  'security.W001': 'MIDDLEWARE',
  'security.W002': 'MIDDLEWARE',
  'security.W003': 'MIDDLEWARE',
  'security.W004': 'SECURE_HSTS_SECONDS',
  'security.W005': 'SECURE_HSTS_INCLUDE_SUBDOMAINS',
  'security.W006': 'SECURE_CONTENT_TYPE_NOSNIFF',
  'security.W008': 'SECURE_SSL_REDIRECT',
  'security.W009': 'SECRET_KEY',
  'security.W010': 'SESSION_COOKIE_SECURE',
  'security.W011': 'SESSION_COOKIE_SECURE',
  'security.W012': 'SESSION_COOKIE_SECURE',
  'security.W013': 'SESSION_COOKIE_HTTPONLY',
  'security.W014': 'SESSION_COOKIE_HTTPONLY',
  'security.W015': 'SESSION_COOKIE_HTTPONLY',
  'security.W016': 'CSRF_COOKIE_SECURE',
  'security.W017': 'CSRF_COOKIE_HTTPONLY',
  'security.W018': 'DEBUG',
  'security.W019': 'X_FRAME_OPTIONS',
  'security.W020': 'ALLOWED_HOSTS',
  'security.W021': 'SECURE_HSTS_PRELOAD',
  'security.W022': 'SECURE_REFERRER_POLICY',
  'security.E023': 'SECURE_REFERRER_POLICY',
  'security.E024': 'SECURE_CROSS_ORIGIN_OPENER_POLICY',
  'security.W025': 'SECRET_KEY_FALLBACKS',
};

/** Each fault once: DEBUG that is on whatever is set, and a key that is always the same, are warnings of Django's. */
export function insecureDefaults(deployment: Deployment): InsecureDefault[] {
  const { proper, bare, untold, mistaken, developers, production } = deployment;
  const { loaded } = proper;
  if (loaded === null) return [];
  const found: InsecureDefault[] = developers.map(({ module, file, line }) => ({
    setting: 'DJANGO_SETTINGS_MODULE',
    summary: file.endsWith('sgi.py')
      ? `${file} falls back to ${module}, where DEBUG is on: a server on which DJANGO_SETTINGS_MODULE is not set runs with it.`
      : `${file} starts the server with ${module}, where DEBUG is on.`,
    fix: `Name the module for production in ${file}; manage.py may keep the one for developers.`,
    place: { file, line, code: null },
  }));
  if (bare?.debug && !loaded.debug)
    found.push({
      setting: 'DEBUG',
      summary:
        'DEBUG is on where nobody says otherwise: a server on which a variable was forgotten shows its settings and code to everybody.',
      fix: 'Let DEBUG be off by default, and switch it on for developers only: DEBUG = os.environ.get("DEBUG") == "1".',
      place: bare.places.DEBUG ?? null,
    });
  else if (mistaken !== null)
    found.push({
      setting: 'DEBUG',
      summary: `${mistaken.name}=${mistaken.value} switches DEBUG on: any text that is not empty is true in Python.`,
      fix: `Compare the text: DEBUG = os.environ.get("${mistaken.name}") == "1".`,
      place: loaded.places.DEBUG ?? null,
    });
  if (untold?.key.from === 'source' && loaded.key.from === 'environment')
    found.push({
      setting: 'SECRET_KEY',
      summary:
        'Where SECRET_KEY is not set, the app runs with a key that everybody can read in the source: sessions and reset links can be forged.',
      fix: 'Give it no default, so that the app does not start without it: SECRET_KEY = os.environ["SECRET_KEY"].',
      place: untold.key.place,
    });
  const always = loaded.hosts.includes('*');
  if (always || untold?.hosts.includes('*')) {
    const declared = production.declared.find(({ name, value }) => /HOST/.test(name) && value.includes('*'));
    found.push({
      setting: 'ALLOWED_HOSTS',
      summary: always
        ? "ALLOWED_HOSTS is '*' in production: the app believes whatever host a request names, and puts it into links and mails."
        : "Where no hosts are set, ALLOWED_HOSTS is '*': the app believes whatever host a request names.",
      fix: 'Name the hosts, or read them from the environment without a default: ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",").',
      place:
        always && declared !== undefined
          ? { file: declared.file, line: declared.line, code: null }
          : (loaded.places.ALLOWED_HOSTS ?? null),
    });
  }
  return found;
}
