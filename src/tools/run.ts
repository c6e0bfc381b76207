/** Runs a program of ours and reads its JSON; everything that can go wrong becomes a sentence. */
import type { z } from 'zod';
import type { ToolRun } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { REQUIREMENTS } from './requirements.ts';
import type { ToolContext } from './tool.ts';

export interface Ran<Answer> {
  answer: Answer | null;
  /** Why there is no answer. */
  problem: string;
  /** Versions of what the tool's environment holds. */
  installed: Record<string, string>;
}

type Wanted = Pick<ToolRun, 'program' | 'args'> & Partial<ToolRun>;

/** `meanings`: exit codes with which the program has done what it should. */
export async function runJson<Schema extends z.ZodType>(
  { sandbox }: ToolContext,
  name: string,
  schema: Schema,
  meanings: readonly number[],
  wanted: Wanted,
): Promise<Ran<z.infer<Schema>>> {
  const run: ToolRun = {
    requirements: REQUIREMENTS,
    files: [],
    input: Buffer.alloc(0),
    network: false,
    env: {},
    seconds: 90,
    ...wanted,
  };
  try {
    const { code, stdout, log, problem, installed } = await sandbox.runTool(run);
    const failed = (why: string) => ({
      answer: null,
      problem: `${name} could not be run: ${why}`,
      installed,
    });
    if (problem !== null) return failed(problem);
    if (code === null || !meanings.includes(code)) return failed(`it ended with ${code}. ${lastLine(log)}`);
    const parsed = schema.safeParse(jsonOf(stdout));
    if (!parsed.success) return failed('its answer is not what it should be.');
    return { answer: parsed.data, problem: '', installed };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { answer: null, problem: `${name} could not be run: ${error.message}`, installed: {} };
  }
}

const lastLine = (log: string): string => log.trim().split('\n').at(-1)?.slice(0, 300) ?? '';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
