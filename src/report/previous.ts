/** How things stood in the run before, from the report that it left in the folder. It is only ever compared. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Previous } from './changes.ts';
import { reportSchema } from './schema.ts';

const LARGEST = 20_000_000;

/** Null: there is none of this exercise, or none that can be read. */
export async function previousIn(folder: string, exerciseId: string): Promise<Previous | null> {
  try {
    const path = join(folder, 'report.json');
    const found = await lstat(path);
    if (!found.isFile() || found.size > LARGEST) return null;
    const { exercise, outcome, requirements } = reportSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    // A run that was stopped says nothing about how things stood.
    if (exercise.id !== exerciseId || outcome === 'stopped' || outcome === 'failed') return null;
    const states = requirements.map(
      ({ id, state, points }) => [id, { state, earned: points.earned }] as const,
    );
    return { requirements: new Map(states), name: 'the run before' };
  } catch {
    return null;
  }
}
