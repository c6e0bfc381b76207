/**
 * A cohort on disk: `cohort.json` says who is in it and what is there of each, the results lie beside it, one folder per
 * learner. The published JSON Schemas are generated from here.
 */
import { z } from 'zod';
import { stateSchema } from '../report/schema.ts';

const instant = z.iso.datetime({ offset: true });
/** Shown as a link, so nothing but a web address gets in. */
const webAddress = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s<>"'\\]+$/);
export const COMMIT = /^[\w-]{1,64}$/;
const commitSchema = z.string().regex(COMMIT);

/** The name of a learner's folder: safe on every file system, and in an address. */
export const LEARNER_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
export const learnerIdSchema = z.string().regex(LEARNER_ID);
export const EXERCISE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
export const exerciseIdSchema = z.string().regex(EXERCISE_ID);
const requirementIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/i);
const fileSchema = (name: string) =>
  z
    .string()
    .max(400)
    .refine(
      (path) => path.endsWith(`/${name}`) && path.split('/').every((part) => !['', '.', '..'].includes(part)),
      { message: `must be a path to ${name} within the cohort` },
    );

export const trustSchema = z
  .strictObject({
    level: z.enum(['verified', 'unverified']),
    reasons: z.array(z.string()).describe('why it is not verified, a sentence each'),
    sameAs: z.array(learnerIdSchema).describe('learners who handed in the very same result'),
  })
  .meta({ id: 'Trust' });
export type Trust = z.infer<typeof trustSchema>;

export const cohortResultSchema = z
  .strictObject({
    exercise: exerciseIdSchema,
    status: z.enum(['graded', 'none']),
    why: z.string().nullable().describe('why there is no result, as a sentence'),
    report: fileSchema('report.json').nullable().describe('path from the folder of the cohort'),
    commit: commitSchema.nullable(),
    at: instant.nullable().describe('when it was handed in, as far as it is known'),
    run: webAddress.nullable(),
    pullRequest: webAddress.nullable(),
    trust: trustSchema,
    late: z.boolean(),
    history: fileSchema('history.json').nullable(),
  })
  .meta({ id: 'Result' });
export type CohortResult = z.infer<typeof cohortResultSchema>;

export const cohortLearnerSchema = z
  .strictObject({
    id: learnerIdSchema,
    name: z.string().max(500),
    group: z.string().max(500).nullable(),
    repository: webAddress.nullable(),
    results: z.array(cohortResultSchema),
  })
  .meta({ id: 'Learner' });
export type CohortLearner = z.infer<typeof cohortLearnerSchema>;

export const cohortExerciseSchema = z
  .strictObject({
    id: exerciseIdSchema,
    title: z.string().max(500),
    specDigest: z.string().max(200).describe('sha256 of the spec that was expected'),
  })
  .meta({ id: 'CohortExercise' });
export type CohortExercise = z.infer<typeof cohortExerciseSchema>;

export const cohortSchema = z.strictObject({
  schemaVersion: z.literal(1),
  title: z.string().max(500),
  collectedAt: instant,
  deadline: instant.nullable(),
  exercises: z.array(cohortExerciseSchema),
  learners: z.array(cohortLearnerSchema),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** One line of a learner's history, oldest first. */
export const historyEntrySchema = z.strictObject({
  at: instant,
  commit: commitSchema.nullable(),
  earned: z.number(),
  judged: z.number(),
  possible: z.number(),
  states: z.record(requirementIdSchema, stateSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const historySchema = z.array(historyEntrySchema).max(10_000);

/** What a mentor decided about a requirement in `review`. It holds for the commit that was looked at, and for no other. */
export const decisionSchema = z
  .strictObject({
    learner: learnerIdSchema,
    exercise: exerciseIdSchema,
    requirement: requirementIdSchema,
    commit: commitSchema.nullable(),
    state: z.enum(['pass', 'fail']),
    points: z.number().min(0).optional().describe('left out: all of them for `pass`, none for `fail`'),
    by: z.string().max(500),
    at: instant,
    note: z.string().max(10_000),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof decisionSchema>;
export const decisionsSchema = z.array(decisionSchema).max(1_000_000);

export const VERIFIED: Trust = { level: 'verified', reasons: [], sameAs: [] };
export const unverified = (...reasons: string[]): Trust => ({ level: 'unverified', reasons, sameAs: [] });
