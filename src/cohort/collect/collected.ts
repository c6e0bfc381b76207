/** What collecting found out about one learner and exercise, before it is written down. */
import { z } from 'zod';
import type { Report } from '../../report/schema.ts';
import { cohortResultSchema, type HistoryEntry, unverified } from '../model.ts';

/** As in cohort.json, but for what is known only when all of it is written. */
export const collectedSchema = cohortResultSchema
  .pick({ why: true, commit: true, at: true, run: true, pullRequest: true, trust: true })
  .extend({
    /** Null: unknown, since there is no report. */
    exercise: z.string().nullable(),
    /** Of the artifact on GitHub. */
    artifact: z.number().nullable(),
  });
export type CollectedFacts = z.infer<typeof collectedSchema>;

export interface CollectedResult extends CollectedFacts {
  report: Report | null;
  /** What was there before it, for the history. */
  earlier?: HistoryEntry[];
  /** Trouble of GitHub or of the machine: worth trying again, and no news about the learner. */
  trouble?: boolean;
}

export const noFacts = (why: string): CollectedFacts => ({
  exercise: null,
  why,
  commit: null,
  at: null,
  run: null,
  pullRequest: null,
  trust: unverified(),
  artifact: null,
});

export const noResult = (why: string): CollectedResult => ({ ...noFacts(why), report: null });
