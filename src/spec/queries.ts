/**
 * Queries: what is looked at, `query | filter | filter`. Each probe offers a closed set of query names;
 * a spec that asks for another is refused when it is loaded, never when a learner is graded.
 */
import { MISSING, type Value } from './predicates.ts';

export interface Query {
  /** first word: "status", "header", "row" … */
  name: string;
  /** what follows the first dot or space, e.g. "Retry-After", "own.changed", "$.items[0]" */
  argument: string;
  filters: FilterName[];
}

export const FILTERS = {
  count: (value: Value) =>
    Array.isArray(value) ? value.length : typeof value === 'string' ? value.length : MISSING,
  lower: (value: Value) => (typeof value === 'string' ? value.toLowerCase() : MISSING),
  integer: (value: Value) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : MISSING,
  first: (value: Value) => (Array.isArray(value) && value.length > 0 ? value[0] : MISSING),
} as const;
export type FilterName = keyof typeof FILTERS;

/** Parses `header.Retry-After | integer`; returns a sentence instead where it is wrong. */
export function parseQuery(text: string): Query | { problem: string } {
  const [head = '', ...filters] = text.split('|').map((part) => part.trim());
  const match = /^([a-z][a-z-]*)(?:[. ](.+))?$/.exec(head);
  if (!match)
    return {
      problem: `"${head}" is not a query: write a name such as status, body, header NAME or json $.path.`,
    };
  const unknown = filters.find((filter) => !Object.hasOwn(FILTERS, filter));
  if (unknown !== undefined) {
    return { problem: `"${unknown}" is not a filter; there are ${Object.keys(FILTERS).join(', ')}.` };
  }
  return { name: match[1] as string, argument: match[2] ?? '', filters: filters as FilterName[] };
}

export function applyFilters(value: Value, filters: FilterName[]): Value {
  return filters.reduce<Value>(
    (current, filter) => (current === MISSING ? MISSING : FILTERS[filter](current)),
    value,
  );
}
