/**
 * The text of the comment, and whether it says anything that the one on the pull request does not. A hidden third line
 * remembers which push it is about and how things stood before that push, so that grading a commit twice says the same.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { change, marker, readDigest } from '../report/changes.ts';
import { renderComment } from '../report/comment.ts';
import type { Report } from '../report/schema.ts';

/** GitHub refuses more characters than this. */
const LIMIT = 65_536;

const memorySchema = z.object({
  commit: z.string().max(100),
  /** The line with the states before this push; null: this is the first. */
  before: z.string().max(10_000).nullable(),
  /** Of what was found out, leaving out what differs from run to run: times, ports, random data. */
  result: z.string().max(100),
  /** Of the visible text, so that an edit by somebody else is noticed. */
  text: z.string().max(100),
});
type Memory = z.infer<typeof memorySchema>;

export interface CommentText {
  body: string;
  /** The comment that is there says the same already. */
  unchanged: boolean;
  /** The first lines of the comment before this push; null: there was none. */
  before: string | null;
}

/**
 * A run of the same commit again compares with the push before it, not with itself.
 * `existing`: the text of our comment on the pull request; anybody with write access may have edited it.
 */
export function commentText(
  report: Report,
  commit: string,
  repositoryUrl: string,
  existing: string | null,
): CommentText {
  const known = existing === null ? null : readMemory(existing);
  const mark = marker(report.exercise.id);
  const before = known?.commit === commit ? known.before : secondLine(existing ?? '');
  // Only a well-formed line is kept: anything else would travel on from comment to comment.
  const given = before === null ? null : `${mark}\n${before}`;
  const previous = given !== null && readDigest(given, report.exercise.id) !== null ? given : null;
  const [, digest = '', ...rest] = renderComment(report, { previous, repositoryUrl }).split('\n');
  const memory = {
    commit,
    before: previous && before,
    result: resultPrint(report, previous),
    text: print(rest.join('\n')),
  };
  const body = [mark, digest, memoryLine(memory), ...rest].join('\n');
  return {
    body:
      body.length <= LIMIT
        ? body
        : [mark, digest, memoryLine({ ...memory, before: null }), ...rest].join('\n'),
    unchanged:
      known !== null && known.result === memory.result && known.text === print(visible(existing ?? '')),
    before: previous,
  };
}

/** A first comment and one after which nothing changed say the same. */
function resultPrint(report: Report, previous: string | null): string {
  const before = previous === null ? null : readDigest(previous, report.exercise.id);
  const { outcome, score, engine, notes, problem } = report;
  return print({
    outcome,
    score,
    engine,
    notes,
    problem: problem?.message,
    remedies: report.remedies.map((one) => one.what),
    binding: report.binding.map((one) => [one.role, one.target, one.confirmed]),
    requirements: report.requirements.map((one) => [
      one.id,
      one.title,
      one.state,
      one.points,
      one.reason,
      one.hint,
      one.fragment,
      before && change(one, before),
      one.evidence.map((seen) => [seen.ok, seen.expected, seen.place, seen.exception]),
    ]),
  });
}

function memoryLine(memory: Memory): string {
  return `<!-- milepost-push:${Buffer.from(JSON.stringify(memory)).toString('base64')} -->`;
}

function readMemory(comment: string): Memory | null {
  const line = comment.slice(0, 30_000).split(/\r?\n/, 3)[2] ?? '';
  const encoded = /^<!-- milepost-push:([A-Za-z0-9+/]+={0,2}) -->$/.exec(line.trimEnd())?.[1];
  if (encoded === undefined) return null;
  try {
    return memorySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

function secondLine(text: string): string | null {
  return text.split(/\r?\n/, 2)[1]?.trimEnd() ?? null;
}

function visible(comment: string): string {
  return comment.split(/\r?\n/).slice(3).join('\n');
}

function print(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
