import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** A test that was skipped proves nothing, and a file that could not be loaded holds no test: both count as failed. */
export async function countTests(file: string): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const found = vitestSchema.parse(JSON.parse(text));
  const unloaded = found.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + found.numPendingTests + found.numTodoTests + unloaded,
  };
}

/** From the closing line of the kill matrix. */
export async function countApps(output: string): Promise<Counts> {
  const found = /^(\d+) of (\d+) apps are graded as they must be/m.exec(output);
  if (found === null) return { passed: 0, failed: 1 };
  const [passed, all] = [Number(found[1]), Number(found[2])];
  return { passed, failed: all - passed };
}

/** A step that failed never counts as passed, whatever it printed. */
export function oneOf(ok: boolean, counts: Counts | null): Counts {
  if (counts === null) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}
