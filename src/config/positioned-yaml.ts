/**
 * Reads YAML that a person wrote against a zod schema. Every mistake comes back with its file, line and column,
 * what was found, what is allowed and what to do: used for `.milepost.yml` and for exercise files alike.
 */
import type { z } from 'zod';
import { describeIssues, type Explanation, knownNamesErrorMap } from './issue-sentences.ts';
import { type PositionedDocument, readDocument } from './yaml-document.ts';

export interface ConfigProblem {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** One full sentence. */
  message: string;
  /** What stands there, shortened; "" where nothing stands there. */
  found: string;
  /** What may stand there; "" where that cannot be listed. */
  allowed: string;
  /** What to do, as a sentence; "" where the message says it already. */
  advice: string;
}

/** `key`: the place of the name on the left, for a name that should not be there; `value`: of what it holds. */
export type ProblemAt = (
  path: readonly PropertyKey[],
  side: 'key' | 'value',
  explanation: Explanation,
) => ConfigProblem;

export type Positioned<T> =
  | { ok: true; value: T; problemAt: ProblemAt }
  | { ok: false; problems: ConfigProblem[] };

/** The value, with a way to report later findings at their place; or every mistake at once, in the order of the file. */
export function parsePositioned<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
): Positioned<z.output<S>> {
  const read = readDocument(text);
  if ('problems' in read)
    return { ok: false, problems: read.problems.map((problem) => ({ file, ...problem })) };
  const problemAt = problemsIn(read, file);
  const parsed = schema.safeParse(read.value, { error: knownNamesErrorMap });
  if (parsed.success) return { ok: true, value: parsed.data, problemAt };
  const problems = describeIssues(parsed.error.issues, read.value).map(({ path, side, ...explanation }) =>
    problemAt(path, side, explanation),
  );
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** One line per problem, as compilers write it, with what is allowed and the advice beneath. */
export function formatProblem({ file, line, column, message, allowed, advice }: ConfigProblem): string {
  const lines = [`${file}:${line}:${column}: ${message}`];
  if (allowed) lines.push(`  Allowed: ${allowed}`);
  if (advice) lines.push(`  ${advice}`);
  return lines.join('\n');
}

function problemsIn(document: PositionedDocument, file: string): ProblemAt {
  return (path, side, explanation) => ({ file, ...document.position(path, side), ...explanation });
}
