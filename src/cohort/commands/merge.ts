/** `cohort merge`: exit code 1 when nobody in it has a result. */
import { resolve } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { mergeCohorts } from '../merge.ts';
import { exitOf, printCohort } from './outcome.ts';

export async function mergeCommand(
  folders: string[],
  flags: { out: string; title?: string },
): Promise<number> {
  const out = resolve(flags.out);
  if (folders.some((folder) => resolve(folder) === out))
    throw new UsageProblem(['--out must be another folder than those that are merged.']);
  const cohort = await mergeCohorts(folders, out, flags.title ?? null);
  printCohort(cohort, out);
  return exitOf(cohort, 0);
}
