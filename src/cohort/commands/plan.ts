/** `cohort plan`: prints the matrix for a workflow, and writes the plan that its jobs read. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { MOST_SHARDS, planOf } from '../source/plan-file.ts';
import type { RosterNaming } from '../source/read-list.ts';
import { writeWhole } from '../write.ts';
import { learnersOf } from './learners.ts';
import { showCount } from './progress.ts';

export interface PlanFlags extends RosterNaming {
  shards: number;
  out?: string;
}

export async function planCommand(source: string, flags: PlanFlags): Promise<number> {
  if (flags.shards > MOST_SHARDS)
    throw new UsageProblem([
      `GitHub starts at most ${MOST_SHARDS} jobs of a matrix, so --shards ends there.`,
    ]);
  const progress = showCount(process.stderr, 'plan');
  const scratch = await mkdtemp(join(tmpdir(), 'milepost-plan-'));
  try {
    const plan = planOf(await learnersOf(source, flags, scratch, progress), flags.shards);
    if (flags.out !== undefined) await writeWhole(flags.out, `${JSON.stringify(plan, null, 2)}\n`);
    process.stdout.write(`${JSON.stringify({ shard: plan.shards.map((_, index) => index + 1) })}\n`);
    return 0;
  } finally {
    progress.end();
    await rm(scratch, { recursive: true, force: true });
  }
}
