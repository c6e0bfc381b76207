/**
 * Which errors are the same error? Two learners' evidence never reads alike: test data is random, models and addresses
 * have their own names. What is left when those are taken out is the kind.
 */
import { createHash } from 'node:crypto';
import { plain } from '../../report/boundary.ts';
import type { Report, RequirementResult } from '../../report/schema.ts';
import type { PageKind } from './data.ts';

const GAP = '…';

/** Numbers the kinds in the order in which they come. */
export class Kinds {
  readonly all: PageKind[] = [];
  readonly #known = new Map<string, number>();

  add(requirement: number, requirementId: string, text: string): number {
    const key = `${requirementId}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = createHash('sha256').update(key).digest('hex').slice(0, 8);
    this.#known.set(key, this.all.length);
    return this.all.push({ id, requirement, text }) - 1;
  }
}

/** Null: what only waits for something else is no error of its own, and advice is none at all. */
export function kindOf(result: RequirementResult, report: Report): string | null {
  if (result.advice || !['fail', 'inconclusive', 'error'].includes(result.state)) return null;
  const exception = result.evidence.find((one) => !one.ok && one.exception !== null)?.exception;
  const crash = exception?.match(/^\s*([\w.]{1,80})/)?.[1];
  const text = withoutNames(result.reason, namesIn(report));
  return crash === undefined || text.includes(crash) ? text : `${text} ${crash}`;
}

/** Of a run that did not come to its end. */
export function kindOfProblem(report: Report): string | null {
  if (report.problem === null || report.outcome === 'completed') return null;
  return withoutNames(report.problem.message, namesIn(report));
}

/** What the learner chose to call things is in the table of what was found. */
export function namesIn({ binding }: Pick<Report, 'binding'>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { role, target } of binding) {
    if (target === null || !role.includes('.')) continue;
    const [model, field, ...rest] = target.split('.');
    if (rest.length > 0 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(model ?? '')) continue;
    const [resource = '', slot = ''] = role.split('.');
    if (model !== undefined && field !== undefined) {
      names.set(model, resource);
      names.set(field, slot);
    }
  }
  return names;
}

export function withoutNames(text: string, names: ReadonlyMap<string, string>): string {
  const quiet = plain(text, { max: 600 })
    .replace(/https?:\/\/[^\s;,)]+/g, GAP)
    // Addresses and paths: anything with a slash in it that is no plain word/word.
    .replace(/(^|[\s("'`])[~.]?\/[^\s;,)"'`]*/g, `$1${GAP}`)
    .replace(/\b[\w.-]+(?:\/[\w.-]+)*\.(?:py|html|txt|toml|yml|yaml|cfg|sqlite3)\b(?::\d+)?/g, GAP)
    .replace(/"[^"]{1,200}"|'[^']{1,200}'/g, (quoted) => (/^.\w{1,12}.$/.test(quoted) ? quoted : GAP))
    .replace(/\b(filled in )[^;]*?(?=, answered)/g, `$1${GAP}`)
    // Names of fields or classes in brackets.
    .replace(/\((?=[^)]*_|[A-Z]\w+\))[^)]{1,200}\)/g, GAP)
    .replace(/\b(?:PUT|PATCH)\b/g, 'PUT/PATCH')
    .replace(/[\p{L}\p{N}_]+/gu, (word) => wordOrGap(word, names))
    .replace(/…(?:[\s.,:/-]*…)+/g, GAP)
    .replace(/\s+/g, ' ')
    .trim();
  return plain(quiet, { max: 240 }) || 'No reason was given.';
}

/** A status of HTTP says what went wrong; any other number, and what no person would write, is chance. */
function wordOrGap(word: string, names: ReadonlyMap<string, string>): string {
  const own = names.get(word);
  if (own !== undefined) return own;
  if (/^[1-5]\d\d$/.test(word)) return word;
  if (/^\d+$/.test(word)) return GAP;
  const random = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{6,}$|^[0-9a-f]{7,}$|^[a-z]*[bcdfghjkmnpqrstvwxz]{6,}[a-z]*$/i;
  return random.test(word) || word.length > 30 ? GAP : word;
}
