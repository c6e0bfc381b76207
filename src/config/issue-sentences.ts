/** Turns zod's issues into sentences that name what was found and what is allowed. */

import type { z } from 'zod';
import { capital } from './capital.ts';
import { nearestName } from './nearest-name.ts';

export interface Explanation {
  message: string;
  found: string;
  allowed: string;
  advice: string;
}
type Issue = z.core.$ZodIssue;
type Path = PropertyKey[];
export type Located = Explanation & { path: Path; side: 'key' | 'value' };

/** zod does not say which names an object knows; this puts them into the message of an unknown one. */
export const knownNamesErrorMap: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const def = issue.inst?._zod.def as
    | { shape?: object; keyType?: { _zod?: { values?: Set<unknown> } } }
    | undefined;
  const names = def?.shape ? Object.keys(def.shape) : [...(def?.keyType?._zod?.values ?? [])].map(String);
  return names.join(', ');
};

export function describeIssues(issues: readonly Issue[], root: unknown, base: Path = []): Located[] {
  return issues.flatMap((issue) => describeIssue(issue, root, [...base, ...issue.path]));
}

function describeIssue(issue: Issue, root: unknown, path: Path): Located[] {
  const value = valueAt(root, path);
  const here = name(path);
  const at = (
    explanation: Partial<Explanation> & { message: string },
    side: 'key' | 'value' = 'value',
  ): Located[] => [{ path, side, found: show(value), allowed: '', advice: '', ...explanation }];
  const shouldBe = (what: string, allowed = what) =>
    value === undefined
      ? at({ message: `${capital(here)} is missing: it must be ${what}.`, allowed, found: '' })
      : at({ message: `${capital(here)} must be ${what}, but ${show(value)} was found.`, allowed });

  // A message that the schema's author wrote goes on from the name: "must be …".
  if (issue.message.startsWith('must '))
    return at({
      message: `${capital(here)} ${value === undefined ? `is missing: it ${issue.message}` : issue.message}`,
    });

  switch (issue.code) {
    case 'invalid_type':
      return shouldBe(kinds[issue.expected] ?? issue.expected);
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownName(key, path, issue.message));
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof value === 'string' ? nearestName(value, values) : null;
      return shouldBe(
        values.length === 1 ? `\`${values[0]}\`` : `one of ${values.join(', ')}`,
        values.join(', '),
      ).map((located) => ({ ...located, advice: near ? `Did you mean \`${near}\`?` : '' }));
    }
    case 'too_small':
      return shouldBe(bound('at least', issue.origin, issue.minimum, issue.inclusive !== false));
    case 'too_big':
      return shouldBe(bound('at most', issue.origin, issue.maximum, issue.inclusive !== false));
    case 'not_multiple_of':
      return shouldBe(`a multiple of ${issue.divisor}`);
    case 'invalid_format':
      return shouldBe(
        formats[issue.format] ??
          (issue.pattern ? `text of the form ${issue.pattern}` : `a valid ${issue.format}`),
      );
    case 'invalid_key': {
      const inner = describeIssues(issue.issues, path.at(-1))[0];
      const allowed = inner?.allowed ?? '';
      return at(
        {
          message: `The name \`${String(path.at(-1))}\` is not allowed here.`,
          found: String(path.at(-1)),
          allowed,
        },
        'key',
      );
    }
    case 'invalid_element':
      return describeIssues(issue.issues, root, path);
    case 'invalid_union':
      return describeUnion(issue, root, path);
    case 'custom': {
      // A schema's author may say what is allowed and what to do, and that the name is wrong, not its value.
      const { allowed = '', advice = '', side = 'value' } = issue.params ?? {};
      return at({ message: issue.message, allowed, advice }, side);
    }
  }
}

/** Of several allowed shapes, reports on the one that was meant: the one whose kind fits and that has fewest mistakes. */
function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  root: unknown,
  path: Path,
): Located[] {
  const value = valueAt(root, path);
  const here = name(path);
  if (issue.errors.length === 0) {
    const options = ('options' in issue ? (issue.options ?? []) : []).map(String);
    if (value === undefined)
      return [
        {
          path,
          side: 'value',
          message: `${capital(here)} is missing.`,
          found: '',
          allowed: options.join(', '),
          advice: '',
        },
      ];
    const near = typeof value === 'string' ? nearestName(value, options) : null;
    const message = `${capital(here)} must be one of ${options.join(', ')}, but ${show(value)} was found.`;
    return [
      {
        path,
        side: 'value',
        message,
        found: show(value),
        allowed: options.join(', '),
        advice: near ? `Did you mean \`${near}\`?` : '',
      },
    ];
  }
  const fitting = issue.errors.filter((branch) => !branch.some(isWrongKind));
  if (fitting.length === 0) {
    const allowed = [
      ...new Set(issue.errors.flatMap((branch) => branch.filter(isWrongKind).map(expectation))),
    ];
    const found = show(value);
    const message =
      value === undefined
        ? `${capital(here)} is missing: it must be ${orList(allowed)}.`
        : `${capital(here)} must be ${orList(allowed)}, but ${found} was found.`;
    return [{ path, side: 'value', message, found, allowed: allowed.join(', '), advice: '' }];
  }
  const unknown = namesUnknownToAll(fitting);
  if (unknown) return unknown.keys.map((key) => unknownName(key, path, unknown.known.join(', ')));
  const best = fitting.toSorted((a, b) => weight(a) - weight(b))[0] ?? [];
  return describeIssues(best, root, path);
}

/** Names that no shape knows: then the answer is all names that any of them knows. */
function namesUnknownToAll(branches: Issue[][]): { keys: string[]; known: string[] } | null {
  const reports = branches.map((branch) =>
    branch.find((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0),
  );
  if (branches.length < 2 || reports.some((report) => !report)) return null;
  const found = reports as Extract<Issue, { code: 'unrecognized_keys' }>[];
  const keys = (found[0]?.keys ?? []).filter((key) => found.every((report) => report.keys.includes(key)));
  const known = [...new Set(found.flatMap((report) => report.message.split(', ')))];
  return keys.length > 0 ? { keys, known } : null;
}

const isWrongKind = (issue: Issue) =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

const weight = (branch: Issue[]): number =>
  branch.reduce(
    (sum, issue) =>
      sum + (issue.code === 'unrecognized_keys' ? 3 * issue.keys.length : issue.path.length === 1 ? 2 : 1),
    0,
  );

const expectation = (issue: Issue): string =>
  issue.code === 'invalid_type'
    ? (kinds[issue.expected] ?? issue.expected)
    : issue.code === 'invalid_value'
      ? issue.values.map((value) => `\`${String(value)}\``).join(' or ')
      : issue.message;

function unknownName(key: string, path: Path, known: string): Located {
  const near = nearestName(key, known.split(', ').filter(Boolean));
  return {
    path: [...path, key],
    side: 'key',
    message: `\`${key}\` is not a name that ${path.length === 0 ? 'this file' : name(path)} knows.`,
    found: key,
    allowed: known,
    advice: near ? `Did you mean \`${near}\`?` : 'Remove it, or use one of the allowed names.',
  };
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of `name: value` lines',
  record: 'a group of `name: value` lines',
  null: 'empty',
};
const formats: Record<string, string> = {
  url: 'a web address',
  email: 'an e-mail address',
  datetime: 'a date and time',
};

function bound(words: string, origin: string, limit: number | bigint, inclusive: boolean): string {
  const size = `${inclusive ? words : words === 'at least' ? 'more than' : 'less than'} ${limit}`;
  if (origin === 'string')
    return limit === 1 && words === 'at least' ? 'text that is not empty' : `text of ${size} characters`;
  if (origin === 'array' || origin === 'set') return `a list of ${size} ${limit === 1 ? 'item' : 'items'}`;
  return size;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  );
}

/** `requirements[2].points`, in the words of the file. */
function name(path: Path): string {
  if (path.length === 0) return 'the file';
  return `\`${path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index ? '.' : ''}${String(step)}`)).join('')}\``;
}

function show(value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of `name: value` lines';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
const orList = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
