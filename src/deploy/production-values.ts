/** The value that a server would have in a variable: what the repository writes down, else one by name. */
import { randomBytes } from 'node:crypto';
import { environmentValues } from '../app/supplied-values.ts';
import { roleOf } from './variables-read.ts';

export interface Known {
  /** of deployment files; `firm`: certainly production */
  declared: ReadonlyMap<string, { value: string; firm: boolean }>;
  /** of example files */
  documented: ReadonlyMap<string, string>;
  /** the word by which the settings know production */
  word: string | null;
  /** a strong key of this run, and the variables that it may be read from */
  key: string;
  keyNames: string[];
}

export const strongKey = (): string => randomBytes(48).toString('base64url');

/** What to try in order. */
export function productionValues(name: string, known: Known): string[] {
  const declared = known.declared.get(name);
  const documented = known.documented.get(name);
  const written = [declared?.value, documented].filter((value) => value !== undefined);
  const firm = declared?.firm ? [declared.value] : [];
  switch (roleOf(name)) {
    case 'key':
      return [known.key];
    case 'debug':
      return [...firm, ...written.filter(isOff), 'False', '0', ''];
    case 'hosts':
      return [
        ...firm,
        ...written.filter((value) => !isPlaceholder(value) && value !== '*' && !isLocal(value)),
        'example.com',
      ];
    case 'mode':
      return [...firm, ...written.filter((value) => /prod|live/i.test(value)), known.word ?? 'production'];
    case 'platform':
      return [...firm, /HOST|DOMAIN|URL/.test(name) ? 'app.example.com' : 'true'];
    case 'flag':
      return [...firm, 'True', '1'];
    case 'guard':
      return [
        ...firm,
        ...written.filter((value) => !isOff(value)),
        /SECONDS|HSTS$|AGE/i.test(name) ? '31536000' : 'True',
        '1',
      ];
    default:
      return [...firm, ...usual(name, known)];
  }
}

/** Secrets are made up: what stands in an example is none, and what stands in a committed file is judged elsewhere. */
function usual(name: string, { declared, documented, key }: Known): string[] {
  if (/SECRET|SIGNING|_KEY$|TOKEN|SALT/i.test(name)) return [key];
  const written = declared.get(name)?.value ?? documented.get(name);
  const example = written !== undefined && !isPlaceholder(written) ? { [name]: written } : {};
  return environmentValues(name, example, SERVICES);
}

/** Nothing is connected to while settings are read. */
const SERVICES = { databaseUrl: 'sqlite:///db.sqlite3', redisUrl: 'redis://localhost:6379/0' };

/** A variable that the settings can do without is set only where the repository says what production has in it. */
export function writtenValue(name: string, known: Known): string | undefined {
  const declared = known.declared.get(name);
  if (declared?.firm) return declared.value;
  const written = declared?.value ?? known.documented.get(name);
  if (written === undefined || isPlaceholder(written)) return undefined;
  return roleOf(name) === 'guard' && isOff(written) ? undefined : written;
}

const isOff = (value: string): boolean => /^(false|0|off|no|n|f|)$/i.test(value.trim());
const isLocal = (value: string): boolean =>
  value.split(',').every((host) => /^\s*(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])\s*$/.test(host));
export const isPlaceholder = (value: string): boolean =>
  /^(<.*>|\[.*\]|\.{2,}|x{3,}|\$\{.*\}|change.?me.*|replace.*|your[-_ ].*)?$/i.test(value.trim());
