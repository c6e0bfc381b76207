/**
 * Makes cohort.json from what was found out about each learner. What was there once stays until something newer takes its
 * place, and the row says why there is nothing newer.
 */
import { groupBy } from '../html/group-by.ts';
import type { CollectedFacts } from './collect/collected.ts';
import type { Exercises } from './collect/own-result.ts';
import type { Cohort, CohortExercise, CohortLearner, CohortResult } from './model.ts';
import { markSameResults } from './same-result.ts';
import type { Entrant } from './source/entrant.ts';
import { webAddressOf } from './source/web.ts';

export interface FoundRow {
  entrant: Entrant;
  facts: CollectedFacts;
  stored: { report: string; history: string; print: string } | null;
}

export interface Assembly {
  rows: FoundRow[];
  previous: Cohort | null;
  /** Whether learners who are no longer listed stay, with a word about it. */
  keepVanished: boolean;
  title: string | null;
  deadline: string | null;
  exercise: string | null;
  exercises: Exercises;
}

/** Where nobody's result says what was to be done. */
export const UNKNOWN_EXERCISE: CohortExercise = { id: 'exercise', title: 'Exercise', specDigest: '' };

export async function assembled(given: Assembly): Promise<Cohort> {
  const { rows, previous } = given;
  const deadline = given.deadline ?? previous?.deadline ?? null;
  const ids = rows.flatMap(({ facts }) => facts.exercise ?? []);
  const usual = given.exercise ?? mostFrequent(ids) ?? previous?.exercises[0]?.id ?? UNKNOWN_EXERCISE.id;
  // What was unknown before is known now, or it is still unknown.
  const now = new Set([...ids, usual, UNKNOWN_EXERCISE.id]);
  const prints = new Map<CohortResult, string>();
  const before = new Map(previous?.learners.map((learner) => [learner.id, learner]));
  const learners = [...groupBy(rows, ({ entrant }) => entrant.id)].map(([id, own]) => {
    const known = before.get(id);
    const results = own.map((row) => {
      const result = resultOf(row, usual, known, deadline);
      if (row.stored) prints.set(result, row.stored.print);
      return result;
    });
    const others = (known?.results ?? []).filter(({ exercise }) => !now.has(exercise));
    return { ...learnerOf(own[0] as FoundRow), results: [...onePerExercise(results), ...others] };
  });
  const listed = new Set(learners.map(({ id }) => id));
  const vanished = (previous?.learners ?? [])
    .filter(({ id }) => !listed.has(id))
    .map((learner) => ({
      ...learner,
      results: learner.results.flatMap((one) =>
        !now.has(one.exercise)
          ? one
          : given.keepVanished
            ? { ...one, why: 'It is no longer listed on GitHub.' }
            : [],
      ),
    }))
    .filter(({ results }) => results.length > 0);
  markSameResults(learners, prints);
  return {
    schemaVersion: 1,
    title: given.title ?? previous?.title ?? 'Cohort',
    collectedAt: new Date().toISOString(),
    deadline,
    exercises: await exercisesIn(given, now, learners),
    learners: [...learners, ...vanished],
  };
}

function resultOf(
  { facts, stored }: FoundRow,
  usual: string,
  known: CohortLearner | undefined,
  deadline: string | null,
): CohortResult {
  const { artifact, exercise: found, ...rest } = facts;
  const exercise = found ?? usual;
  const old = known?.results.find((one) => one.exercise === exercise && one.status === 'graded');
  // An artifact that is of no use is news; that there is none is not.
  if (stored === null && artifact === null && old)
    return { ...old, why: `${(facts.why ?? '').trim()} This is the result of an earlier collection.`.trim() };
  return {
    exercise,
    status: stored ? 'graded' : 'none',
    ...rest,
    why: stored ? null : facts.why,
    report: stored?.report ?? null,
    late: deadline !== null && facts.at !== null && Date.parse(facts.at) > Date.parse(deadline),
    history: stored?.history ?? old?.history ?? null,
  };
}

/** Who has two repositories for one exercise is seen with the newer one. */
function onePerExercise(results: CohortResult[]): CohortResult[] {
  const rank = ({ status, at }: CohortResult): number =>
    (status === 'graded' ? 1e15 : 0) + Date.parse(at ?? '1970-01-01');
  return [...groupBy(results, ({ exercise }) => exercise).values()].flatMap((of) =>
    of.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1),
  );
}

function learnerOf({
  entrant: { id, name, group, repository, clone },
}: FoundRow): Omit<CohortLearner, 'results'> {
  const address = /^https?:\/\/[^\s<>"'\\@]+$/.test(clone ?? '') ? clone : null;
  return {
    id,
    name,
    group,
    repository: address ?? (repository && webAddressOf(repository)),
  };
}

async function exercisesIn(
  given: Assembly,
  now: ReadonlySet<string>,
  learners: readonly CohortLearner[],
): Promise<CohortExercise[]> {
  const { previous, exercises } = given;
  const others = (previous?.exercises ?? []).filter(({ id }) => !now.has(id) && id !== UNKNOWN_EXERCISE.id);
  const listed = [...now].filter((id) => id !== UNKNOWN_EXERCISE.id || learners.some(hasUnknown)).sort();
  const found = await Promise.all(
    listed.map(async (id) => {
      const loaded = await exercises.load(exercises.folder, id).catch(() => null);
      return loaded
        ? { id, title: loaded.spec.title, specDigest: loaded.digest }
        : (previous?.exercises.find((one) => one.id === id) ?? { ...UNKNOWN_EXERCISE, id });
    }),
  );
  return [...found, ...others];
}

const hasUnknown = ({ results }: CohortLearner): boolean =>
  results.some(({ exercise }) => exercise === UNKNOWN_EXERCISE.id);

function mostFrequent(ids: readonly string[]): string | null {
  const groups = [...groupBy(ids, (id) => id).entries()];
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
