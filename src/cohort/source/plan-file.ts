/** What `cohort plan` writes for the jobs of a matrix: the learners, shared out once, so that no job leaves anybody out. */
import { z } from 'zod';
import { learnerIdSchema } from '../model.ts';
import type { Entrant } from './entrant.ts';

/** GitHub starts no more jobs of one matrix. */
export const MOST_SHARDS = 256;

const entrantSchema = z.strictObject({
  id: learnerIdSchema,
  name: z.string(),
  group: z.string().nullable(),
  repository: z.strictObject({ owner: z.string(), repo: z.string() }).nullable(),
  folder: z.string().nullable(),
  clone: z.string().nullable(),
  branch: z.string().optional(),
});
export const planSchema = z.strictObject({
  schemaVersion: z.literal(1),
  shards: z.array(z.array(entrantSchema)).min(1).max(MOST_SHARDS),
});
export type Plan = z.infer<typeof planSchema>;

/** In turns, so that a slow stretch of the list is shared; the repositories of one learner stay together. */
export function planOf(entrants: readonly Entrant[], wanted: number): Plan {
  const ids = [...new Set(entrants.map(({ id }) => id))];
  const count = Math.max(1, Math.min(wanted, MOST_SHARDS, ids.length));
  const shardOf = new Map(ids.map((id, index) => [id, index % count]));
  const shards = Array.from({ length: count }, (_, shard) =>
    entrants.filter(({ id }) => shardOf.get(id) === shard),
  );
  return { schemaVersion: 1, shards };
}
