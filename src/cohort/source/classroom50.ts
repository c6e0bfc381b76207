/**
 * What Classroom 50 writes about submissions: `result.json` of one, `scores.json` of all. Both name the learner and, in
 * addresses, the repository. Their scores are not taken over: the report of the run says more, and says why.
 * The forms are those of github.com/foundation50/classroom50 (cli/gh-teacher/skeleton/dotgithub/scripts/collect_scores.py).
 */
import { z } from 'zod';
import { type Listed, repositoryOf } from './entrant.ts';
import { webAddressOf } from './web.ts';

const resultSchema = z.object({
  schema: z.literal('classroom50/result/v1'),
  assignment: z.string().optional(),
  owner: z.string().optional(),
  commit: z.string(),
});
type Result = z.infer<typeof resultSchema>;

const scoresSchema = z.object({
  schema: z.literal('classroom50/scores/v1'),
  assignments: z.record(
    z.string(),
    z.object({ entries: z.array(z.object({ owner: z.string(), submissions: z.array(z.unknown()) })) }),
  ),
});

const given = z.union([resultSchema, z.array(resultSchema).min(1), scoresSchema]);
export type ClassroomScores = z.infer<typeof given>;

export const isClassroomScores = (value: unknown): value is ClassroomScores => given.safeParse(value).success;

/** One line per learner and assignment; `assignment`: that one only. */
export function listOfScores(value: ClassroomScores, assignment?: string): Listed[] {
  const results = 'assignments' in value ? resultsOf(value) : [value].flat();
  const lines = new Map<string, Listed>();
  for (const result of results) {
    if (assignment !== undefined && result.assignment !== undefined && result.assignment !== assignment)
      continue;
    // e.g. https://github.com/school/cs50-hello-ada/commit/…
    const repository = repositoryOf(result.commit.replace(/\/(commit|tree|releases)\/.*$/, ''));
    if (repository === null) continue;
    const { owner, repo } = repository;
    const key = result.owner ?? repo;
    const clone = webAddressOf(repository);
    lines.set(`${owner}/${repo}`, { key, name: key, group: null, repository, folder: null, clone });
  }
  return [...lines.values()];
}

/** Manual grades of a teacher have no repository in them, so an entry's other submissions are looked at, too. */
function resultsOf({ assignments }: z.infer<typeof scoresSchema>): Result[] {
  return Object.entries(assignments).flatMap(([assignment, { entries }]) =>
    entries.flatMap(({ owner, submissions }) =>
      submissions.flatMap((one) => {
        const parsed = resultSchema.safeParse(one);
        return parsed.success ? [{ ...parsed.data, assignment, owner }] : [];
      }),
    ),
  );
}
