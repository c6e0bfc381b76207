/** `cohort grade`: exit code 0 when everybody was graded, 1 when nobody has a result, 3 when grading some broke off. */
import { join, resolve } from 'node:path';
import { gradersFolder } from '../../run/graders-folder.ts';
import { type GradedCohort, gradeCohort } from '../grade/grade-cohort.ts';
import { usualJobs } from '../grade/jobs.ts';
import type { GradeRequest } from '../grade/messages.ts';
import { privateFolder, publishPseudonyms } from '../pseudonyms.ts';
import type { Entrant } from '../source/entrant.ts';
import type { RosterNaming } from '../source/read-list.ts';
import { githubToken, learnersOf, shardOf } from './learners.ts';
import { exitOf, printCohort } from './outcome.ts';
import { showCount } from './progress.ts';
import { stopping } from './stopping.ts';

export interface GradeCohortFlags extends RosterNaming {
  out: string;
  title?: string;
  deadline?: string;
  exercise?: string;
  engine: GradeRequest['engine'];
  graders?: string;
  jobs?: number;
  shard?: number;
  timeout: number;
  pseudonyms?: string;
}

export async function gradeCohortCommand(source: string, flags: GradeCohortFlags): Promise<number> {
  const out = resolve(flags.out);
  const folder = flags.pseudonyms === undefined ? out : privateFolder(flags.pseudonyms);
  const progress = showCount(process.stderr, 'learners');
  const entrants =
    (await shardOf(source, flags.shard)) ??
    (await learnersOf(source, flags, join(folder, '.grade'), progress));
  const graded = await gradeAll(entrants, flags, folder, flags.graders);
  if (graded === null) return 130;
  if (flags.pseudonyms !== undefined) await publishPseudonyms(flags.pseudonyms, out);
  printCohort(graded.cohort, out);
  return exitOf(graded.cohort, graded.troubles);
}

/** Null: it was stopped. */
export async function gradeAll(
  entrants: Entrant[],
  flags: Omit<GradeCohortFlags, 'out' | 'graders'>,
  out: string,
  graders: string | undefined,
): Promise<GradedCohort | null> {
  const progress = showCount(process.stderr, 'grade');
  const { signal, end } = stopping();
  try {
    return await gradeCohort({
      entrants,
      out,
      title: flags.title ?? null,
      deadline: flags.deadline ?? null,
      exercise: flags.exercise ?? null,
      engine: flags.engine,
      graders: {
        folder: graders === undefined ? gradersFolder() : resolve(graders),
        own: graders !== undefined,
      },
      jobs: flags.jobs ?? usualJobs(),
      minutes: flags.timeout,
      token: githubToken(),
      signal,
      progress: progress.show,
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    progress.end();
    end();
  }
}
