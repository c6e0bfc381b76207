/**
 * Predicates: what a value must be. One closed set for every probe; no expression is evaluated as code.
 * A bare scalar is short for `equals`.
 */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const predicateObject = z
  .strictObject({
    equals: scalar.optional().describe('is exactly this'),
    not: scalar.optional().describe('is anything but this'),
    in: z.array(scalar).min(1).optional().describe('is one of these'),
    between: z.tuple([z.number(), z.number()]).optional().describe('a number from … to …, both included'),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    contains: z.string().min(1).optional().describe('a text or list that holds this'),
    exists: z.boolean().optional().describe('true: there is a value; false: there is none'),
    is: z.enum(['integer', 'jwt', 'text', 'list', 'object']).optional(),
  })
  .refine((predicate) => Object.values(predicate).some((value) => value !== undefined), {
    error:
      'must be a value, or a group with at least one of equals, not, in, between, atLeast, atMost, contains, exists, is.',
    when: ({ issues }) => issues.length === 0,
  });

export const predicateSchema = z.union([...scalar.options, predicateObject]);
export type Predicate = z.infer<typeof predicateSchema>;
type PredicateObject = z.infer<typeof predicateObject>;

/** A value that a query could not find; `exists: false` accepts it. */
export const MISSING = Symbol('missing');
export type Value = unknown | typeof MISSING;

/** True when the value fulfils every part of the predicate. */
export function fulfils(value: Value, predicate: Predicate): boolean {
  const parts = normalise(predicate);
  return Object.entries(parts).every(
    ([name, wanted]) => wanted === undefined || TESTS[name as keyof PredicateObject](value, wanted),
  );
}

/** The predicate in words, e.g. "one of 401, 403". */
export function describePredicate(predicate: Predicate): string {
  const parts = normalise(predicate);
  return Object.entries(parts)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([name, wanted]) => WORDS[name as keyof PredicateObject](wanted))
    .join(' and ');
}

const normalise = (predicate: Predicate): PredicateObject =>
  predicate !== null && typeof predicate === 'object' ? predicate : { equals: predicate };

const TESTS: Record<keyof PredicateObject, (value: Value, wanted: unknown) => boolean> = {
  equals: (value, wanted) => value === wanted,
  not: (value, wanted) => value !== wanted,
  in: (value, wanted) => (wanted as unknown[]).includes(value),
  between: (value, wanted) => {
    const [low, high] = wanted as [number, number];
    return typeof value === 'number' && value >= low && value <= high;
  },
  atLeast: (value, wanted) => typeof value === 'number' && value >= (wanted as number),
  atMost: (value, wanted) => typeof value === 'number' && value <= (wanted as number),
  contains: (value, wanted) =>
    (typeof value === 'string' && value.includes(wanted as string)) ||
    (Array.isArray(value) && value.includes(wanted)),
  exists: (value, wanted) => (value !== MISSING && value !== null && value !== undefined) === wanted,
  is: (value, wanted) => KINDS[wanted as NonNullable<PredicateObject['is']>](value),
};

const KINDS: Record<NonNullable<PredicateObject['is']>, (value: Value) => boolean> = {
  integer: (value) => typeof value === 'number' && Number.isInteger(value),
  jwt: (value) => typeof value === 'string' && value.split('.').length === 3,
  text: (value) => typeof value === 'string' && value.trim() !== '',
  list: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const list = (values: unknown): string => (values as unknown[]).map(String).join(', ');
const WORDS: Record<keyof PredicateObject, (wanted: unknown) => string> = {
  equals: (wanted) => (wanted === true ? 'yes' : wanted === false ? 'no' : String(wanted)),
  not: (wanted) => `anything but ${String(wanted)}`,
  in: (wanted) => ((wanted as unknown[]).length === 1 ? list(wanted) : `one of ${list(wanted)}`),
  between: (wanted) => `from ${(wanted as number[])[0]} to ${(wanted as number[])[1]}`,
  atLeast: (wanted) => `at least ${String(wanted)}`,
  atMost: (wanted) => `at most ${String(wanted)}`,
  contains: (wanted) => `holds "${String(wanted)}"`,
  exists: (wanted) => (wanted ? 'present' : 'absent'),
  is: (wanted) => KIND_WORDS[wanted as NonNullable<PredicateObject['is']>],
};

const KIND_WORDS: Record<NonNullable<PredicateObject['is']>, string> = {
  integer: 'a whole number',
  jwt: 'a JWT',
  text: 'text that is not empty',
  list: 'a list',
  object: 'an object',
};
