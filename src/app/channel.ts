/**
 * Asks the process inside and waits for its answers: JSON lines over an `AppProcess`. What comes back was written by a
 * process that the learner's code shares, so every answer is parsed, bounded and never waited for without an end.
 */
import { z } from 'zod';
import type { AppProcess } from '../engines/engine.ts';
import { type InsideError, insideErrorSchema } from './protocol.ts';

const MAX_LINE = 8 * 1024 * 1024;

const answerSchema = z.union([
  z.object({ id: z.number(), ok: z.literal(true), result: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), error: insideErrorSchema }),
]);
type Answer = z.infer<typeof answerSchema>;

/** deadline: no answer in time · ended: the process is gone · exhausted: gone because it used more than it may · inside: the step failed inside · garbled: not our shape */
export type ProblemKind = 'deadline' | 'ended' | 'exhausted' | 'inside' | 'garbled';

export class AppProblem extends Error {
  readonly kind: ProblemKind;
  /** What the process inside said about the failure. */
  readonly inside: InsideError | null;

  constructor(kind: ProblemKind, message: string, inside: InsideError | null = null) {
    super(message);
    this.name = 'AppProblem';
    this.kind = kind;
    this.inside = inside;
  }
}

export interface Channel {
  /** Rejects with an AppProblem. */
  ask<T>(message: object, schema: z.ZodType<T>, milliseconds: number): Promise<T>;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(problem: AppProblem): void;
}

export function openChannel(process: AppProcess): Channel {
  const waiting = new Map<number, Waiting>();
  let ended: AppProblem | null = null;
  let last = 0;

  process.onLine((line) => {
    const answer = parseAnswer(line);
    if (answer) waiting.get(answer.id)?.resolve(answer);
  });
  process.exited.then((how) => {
    const kind = how.reason ? 'exhausted' : 'ended';
    ended = new AppProblem(kind, `the app's process ended${describeExit(how)}`);
    for (const entry of waiting.values()) entry.reject(ended);
  });

  return {
    async ask(message, schema, milliseconds) {
      if (ended) throw ended;
      last += 1;
      const id = last;
      const answer = await new Promise<Answer>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new AppProblem('deadline', `no answer within ${milliseconds / 1000} s`)),
          milliseconds,
        );
        const settle = () => {
          clearTimeout(timer);
          waiting.delete(id);
        };
        waiting.set(id, {
          resolve: (value) => {
            settle();
            resolve(value);
          },
          reject: (problem) => {
            settle();
            reject(problem);
          },
        });
        process.send(JSON.stringify({ ...message, id }));
      }).finally(() => waiting.delete(id));
      return readResult(answer, schema);
    },
  };
}

function parseAnswer(line: string): Answer | null {
  if (line.length > MAX_LINE) return null;
  try {
    return answerSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function readResult<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (!answer.ok) {
    throw new AppProblem('inside', `${answer.error.type}: ${answer.error.message}`, answer.error);
  }
  const parsed = schema.safeParse(answer.result);
  if (!parsed.success) throw new AppProblem('garbled', `an answer of the app's process has an unknown shape`);
  return parsed.data;
}

function describeExit(how: { code: number | null; signal: string | null; reason: string | null }): string {
  if (how.reason) return `: ${how.reason}`;
  if (how.signal) return ` by signal ${how.signal}`;
  return how.code === null ? '' : ` with exit code ${how.code}`;
}
