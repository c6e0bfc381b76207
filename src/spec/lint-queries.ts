/** What follows the name of a query, and what it is held against. A name that stands for nothing would never hold, or always. */
import { query as jsonPath } from 'jsonpath-rfc9535';
import type { Expectation } from './expect.ts';
import { type LintProblem, problem, unknown } from './lint-problem.ts';
import type { Rows } from './lint-rows.ts';
import { slotsOfKind } from './pages.ts';
import type { Predicate } from './predicates.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec } from './schema.ts';
import type { QueryName } from './steps.ts';

/** What the arguments of queries may be. */
export interface Names {
  spec: ExerciseSpec;
  rows: Rows;
  slots: readonly string[];
}

export const ROW_STATES = ['updated', 'gone', 'changed'] as const;

type Argument = 'none' | 'name' | 'path' | 'row' | 'row-state' | 'row-slot' | 'slot' | readonly string[];

const ARGUMENTS: Record<QueryName, Argument> = {
  status: 'none',
  weaknesses: 'none',
  body: 'none',
  header: 'name',
  json: 'path',
  reason: 'none',
  crashed: 'none',
  token: 'none',
  lifetime: 'none',
  kept: 'none',
  claim: 'name',
  account: ['stored-plain'],
  discloses: ['password'],
  exists: ['account'],
  shows: 'row-slot',
  row: 'row-state',
  stored: 'none',
  owner: 'none',
  slot: 'slot',
  kind: 'slot',
  automatic: 'slot',
  pagination: 'none',
  documentation: 'none',
  version: 'none',
  filtering: 'none',
  limited: 'none',
  'retry-after': 'none',
  'other-client': 'none',
  unmistakable: 'slot',
  migrations: ['missing', 'absent', 'broken', 'conflicting'],
  compared: 'row',
  template: 'none',
  text: 'none',
  author: 'none',
  shown: 'none',
  belongs: 'row',
  executes: 'none',
  'signed-in': 'none',
  'turned-away': 'none',
  complaint: 'none',
  managed: 'none',
  finds: 'row',
  filter: 'none',
  dead: 'none',
  crashing: 'none',
  pages: 'none',
  unnamed: 'none',
  unguarded: 'none',
  reflected: 'none',
  findings: 'none',
  unexplained: 'none',
  warnings: 'none',
  'insecure-defaults': 'none',
  file: 'none',
  gaps: 'none',
};

/** Queries whose answer is one of a few names. */
const ANSWERS: Partial<Record<QueryName, (spec: ExerciseSpec) => string[]>> = {
  author: ({ actors }) => [...actors, 'nobody', 'somebody else', 'unrecorded'],
  owner: ({ actors }) => actors,
  compared: () => ['more', 'less', 'same'],
  template: () => ['none', 'plain', 'extends'],
};

export function lintQueries(expectation: Expectation, path: PropertyKey[], names: Names): LintProblem[] {
  return Object.entries(expectation).flatMap(([key, predicate]) => {
    const query = parseQuery(key);
    const wanted = 'problem' in query ? undefined : ARGUMENTS[query.name as QueryName];
    return 'problem' in query || wanted === undefined
      ? []
      : [
          ...lintArgument(wanted, query.name, query.argument, [...path, key], names),
          ...lintAnswer(query.name as QueryName, predicate, [...path, key], names),
        ];
  });
}

/** `{ not: bbo }` would hold whatever came of it. */
function lintAnswer(
  name: QueryName,
  predicate: Predicate,
  path: PropertyKey[],
  { spec }: Names,
): LintProblem[] {
  if (name === 'status' && typeof predicate === 'string' && !predicate.includes('${'))
    return [
      problem(
        path,
        `A status is a number, not "${predicate}".`,
        predicate,
        'Write 201, { in: [200, 201] } or { between: [200, 299] }.',
      ),
    ];
  const allowed = ANSWERS[name]?.(spec);
  if (allowed === undefined) return [];
  const compared =
    predicate === null || typeof predicate !== 'object'
      ? [{ at: path, text: predicate }]
      : [
          ...(['equals', 'not'] as const).map((key) => ({ at: [...path, key], text: predicate[key] })),
          ...(predicate.in ?? []).map((text, index) => ({ at: [...path, 'in', index], text })),
        ];
  return compared.flatMap(({ at, text }) =>
    typeof text !== 'string' || allowed.includes(text) || text.includes('${')
      ? []
      : [unknown(at, `answer to "${name}"`, text, allowed)],
  );
}

function lintArgument(
  wanted: Argument,
  name: string,
  argument: string,
  path: PropertyKey[],
  { spec, rows: steps, slots }: Names,
): LintProblem[] {
  const rows = [...steps.keys()];
  const among = (kind: string, found: string, allowed: readonly string[]): LintProblem[] =>
    allowed.includes(found) ? [] : [unknown(path, kind, found, allowed, 'key')];
  switch (wanted) {
    case 'none':
      return argument === ''
        ? []
        : [
            problem(
              path,
              `"${name}" stands alone, but "${argument}" follows it.`,
              argument,
              `Write "${name}".`,
              'key',
            ),
          ];
    case 'name':
      return argument === ''
        ? [
            problem(
              path,
              `"${name}" of what?`,
              name,
              `Write "${name} NAME", such as ${EXAMPLES[name]}.`,
              'key',
            ),
          ]
        : [];
    case 'path':
      return isJsonPath(argument)
        ? []
        : [
            problem(
              path,
              `"${argument}" is not a JSONPath.`,
              argument,
              'Write a path such as $.items[0].id.',
              'key',
            ),
          ];
    case 'row':
      return among('row', argument, rows);
    case 'slot':
      return among('slot', argument, slots);
    case 'row-slot': {
      const [row = '', slot] = argument.split('.');
      return [
        ...among('row', row, rows),
        ...(slot !== undefined && steps.has(row)
          ? among(
              'text of this row',
              slot,
              slotsOfKind(spec, steps.get(row)?.row ?? '', ['text', 'longtext']),
            )
          : []),
      ];
    }
    case 'row-state': {
      const [row = '', state = ''] = argument.split('.');
      return [...among('row', row, rows), ...among('state of a row', state, ROW_STATES)];
    }
    default:
      return among(`argument of "${name}"`, argument, wanted);
  }
}

const EXAMPLES: Record<string, string> = { header: 'header Retry-After', claim: 'claim exp' };

function isJsonPath(text: string): boolean {
  try {
    jsonPath({}, text);
    return true;
  } catch {
    return false;
  }
}
