import { buffer } from 'node:stream/consumers';
import { sourceArchive, sourceFiles } from './docker/source.ts';
import type { ToolRun } from './engine.ts';

/** Where the tool works and with what; see inside/tool_start.py. */
export interface ToolOrder {
  /** Absolute; made by the order. */
  folder: string;
  command: string[];
  environment: Record<string, string>;
  certificates: string | null;
}

/** All that goes to the stdin of tool_start.py: the order, the learner's files, what the tool reads itself. */
export async function toolInput(source: string, tool: ToolRun, order: ToolOrder): Promise<Buffer> {
  const files = await sourceFiles(source, [...tool.files]);
  const packed = await buffer(sourceArchive(source, files));
  const line = `${JSON.stringify({ ...order, archive: packed.length })}\n`;
  return Buffer.concat([Buffer.from(line), packed, tool.input]);
}

/** The tool itself: isolated, so that no module of the learner's in the working directory takes the place of one of its own. */
export const toolCommand = (interpreter: string, folder: string, { program, args }: ToolRun): string[] => [
  interpreter,
  '-I',
  '-B',
  ...('module' in program ? ['-m', program.module] : [`${folder}/${program.script}`]),
  ...args,
];

/** Plain, the same everywhere, and nothing of the grader's. */
export const toolVariables = (temporary: string): Record<string, string> => ({
  HOME: temporary,
  TMPDIR: temporary,
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LANG: 'C.UTF-8',
  PYTHONUTF8: '1',
});

export const TOOL_OUTPUT_MB = 32;
