import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const verdictSchema = z.enum(['pass', 'fail', 'unclear']);

const labelledSchema = z.object({
  repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be owner/name'),
  commit: z.string().regex(/^[0-9a-f]{7,40}$/i, 'must be a commit'),
  exercise: z.string(),
  labels: z.record(z.string(), z.object({ verdict: verdictSchema, evidence: z.string().default('') })),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** What people who read the code say that it does: one JSON object per line, for one exercise. */
export async function readLabels(file: string, exercise: string): Promise<Labelled[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const all = lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1, file)]));
  const found = all.filter((one) => one.exercise === exercise);
  if (found.length === 0) throw new Error(`${file} has no labels for the exercise "${exercise}"`);
  return found;
}

function parseLine(line: string, number: number, file: string): Labelled {
  try {
    return labelledSchema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}, line ${number}: ${why}`);
  }
}
