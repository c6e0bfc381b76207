/** The one expectation grammar: a map from query to predicate, used by every probe and by the `when` of a hint. */
import { z } from 'zod';
import { nearestName } from '../config/nearest-name.ts';
import {
  describePredicate,
  fulfils,
  MISSING,
  type Predicate,
  predicateSchema,
  type Value,
} from './predicates.ts';
import { applyFilters, parseQuery } from './queries.ts';

/** A schema for expectations over the queries that a probe offers. */
export function expectationSchema(queries: readonly string[]) {
  return z
    .record(z.string(), predicateSchema)
    .superRefine((expectation, context) => {
      for (const key of Object.keys(expectation)) {
        const query = parseQuery(key);
        if (!('problem' in query) && queries.includes(query.name)) continue;
        context.addIssue({
          code: 'custom',
          path: [key],
          ...('problem' in query ? { message: query.problem } : unknownQuery(query.name, queries)),
        });
      }
    })
    .meta({
      description: `query → predicate; all must hold. Queries: ${queries.join(', ')}`,
      // Seen by editors only; the sentence above is what the command line says.
      propertyNames: { type: 'string', pattern: `^(${queries.join('|')})([ .|].*)?$` },
    });
}

function unknownQuery(name: string, queries: readonly string[]) {
  const near = nearestName(name, queries);
  return {
    message: `"${name}" cannot be asked here.`,
    params: { allowed: queries.join(', '), advice: near ? `Did you mean "${near}"?` : '', side: 'key' },
  };
}

export type Expectation = Record<string, Predicate>;

export interface Outcome {
  query: string;
  ok: boolean;
  expected: string;
  actual: string;
}

type Resolve = (name: string, argument: string) => Value | Promise<Value>;

/** Each query is looked up once: hints ask again when the application has ended. */
export function remembered(resolve: Resolve): Resolve {
  const known = new Map<string, Value | Promise<Value>>();
  return (name, argument) => {
    const key = `${name} ${argument}`;
    if (!known.has(key)) known.set(key, resolve(name, argument));
    return known.get(key) as Value | Promise<Value>;
  };
}

/** Looks every query up and holds it against its predicate; soft: all are looked at. */
export async function evaluate(expectation: Expectation, resolve: Resolve): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [key, predicate] of Object.entries(expectation)) {
    const query = parseQuery(key);
    if ('problem' in query) throw new Error(query.problem);
    const value = applyFilters(await resolve(query.name, query.argument), query.filters);
    outcomes.push({
      query: key,
      ok: fulfils(value, predicate),
      expected: describePredicate(predicate),
      actual: show(value),
    });
  }
  return outcomes;
}

function show(value: Value): string {
  if (value === MISSING || value === undefined || value === null) return 'absent';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
