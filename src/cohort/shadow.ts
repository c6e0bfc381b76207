/** Compares two gradings of the same cohort: whose verdicts differ, requirement by requirement. */
import { z } from 'zod';
import { type RequirementResult, stateSchema } from '../report/schema.ts';
import { type CohortRow, readCohort } from './read.ts';

const sideSchema = z.strictObject({ state: stateSchema, earned: z.number(), reason: z.string() });
/** Null: the requirement, or the learner's result, is not there. */
const changeSchema = z.strictObject({
  learner: z.string(),
  name: z.string(),
  exercise: z.string(),
  requirement: z.string(),
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
});
export const shadowSchema = z.strictObject({
  schemaVersion: z.literal(1),
  compared: z.number().describe('verdicts that were compared'),
  learners: z.number(),
  changes: z.array(changeSchema),
  /** Whose results are on one side only, with the reason. */
  missing: z.array(
    z.strictObject({
      learner: z.string(),
      exercise: z.string(),
      side: z.enum(['before', 'after']),
      why: z.string(),
    }),
  ),
});
export type Shadow = z.infer<typeof shadowSchema>;
export type Change = z.infer<typeof changeSchema>;

export async function compareCohorts(before: string, after: string): Promise<Shadow> {
  const known = new Map<string, CohortRow>();
  for await (const row of (await readCohort(before)).rows()) known.set(keyOf(row), slim(row));
  const shadow: Shadow = { schemaVersion: 1, compared: 0, learners: 0, changes: [], missing: [] };
  for await (const row of (await readCohort(after)).rows()) {
    const other = known.get(keyOf(row));
    known.delete(keyOf(row));
    if (row.report === null || !other?.report) {
      if (row.report === null) shadow.missing.push(missing(row, 'after'));
      if (!other?.report) shadow.missing.push(missing(other ?? row, 'before'));
      continue;
    }
    shadow.learners += 1;
    compare(row, other.report.requirements, row.report.requirements, shadow);
  }
  for (const row of known.values()) shadow.missing.push(missing(row, 'after'));
  return shadow;
}

function compare(
  { learner, result }: CohortRow,
  before: RequirementResult[],
  after: RequirementResult[],
  shadow: Shadow,
): void {
  for (const requirement of new Set([...before, ...after].map(({ id }) => id))) {
    const [old, now] = [before, after].map((side) => side.find(({ id }) => id === requirement));
    shadow.compared += 1;
    if (old && now && old.state === now.state && old.points.earned === now.points.earned) continue;
    shadow.changes.push({
      learner: learner.id,
      name: learner.name,
      exercise: result.exercise,
      requirement,
      before: sideOf(old),
      after: sideOf(now),
    });
  }
}

const sideOf = (one: RequirementResult | undefined): Change['before'] =>
  one ? { state: one.state, earned: one.points.earned, reason: one.reason } : null;

function missing({ learner, result }: CohortRow, side: 'before' | 'after'): Shadow['missing'][number] {
  const why = result.status === 'none' ? (result.why ?? '') : 'It is not in that grading.';
  return { learner: learner.id, exercise: result.exercise, side, why };
}

/** Thousands of reports do not fit into memory; their verdicts do. */
function slim(row: CohortRow): CohortRow {
  const requirements = row.report?.requirements.map((one) => ({ ...one, evidence: [] }));
  return {
    ...row,
    history: [],
    report: row.report && { ...row.report, binding: [], requirements: requirements ?? [] },
  };
}

const keyOf = ({ learner, result }: CohortRow): string => `${learner.id}\n${result.exercise}`;
