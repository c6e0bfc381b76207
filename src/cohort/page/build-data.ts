/** From a cohort on disk to what the page holds. Reports are read one by one, twice: first to know the columns. */
import { plain } from '../../report/boundary.ts';
import type { Cohort, CohortExercise, CohortLearner } from '../model.ts';
import type { ReadCohort } from '../read.ts';
import type { PageData, PageExercise, PageLearner, PageRow } from './data.ts';
import { Kinds } from './kinds.ts';
import { RequirementVotes } from './requirements.ts';
import { type Columns, rowOf } from './row.ts';
import { Texts } from './texts.ts';
import type { WholeReport } from './whole-reports.ts';

export interface BuildOptions {
  /** Only this learner; everybody else is left out. */
  learner?: string | undefined;
  /** Writes the whole report of a row beside the page, and says where. */
  whole?: WholeReport | undefined;
  now?: Date;
}

export async function buildPageData(read: ReadCohort, options: BuildOptions = {}): Promise<PageData> {
  const { cohort } = read;
  const known = exercisesIn(cohort);
  const texts = new Texts();
  const learners = cohort.learners.filter(
    ({ id }) => options.learner === undefined || id === options.learner,
  );
  const place = new Map(learners.map(({ id }, index) => [id, index]));
  const columns = await columnsOf(read, known, texts, learners.length);
  const rows = new Map<string, PageRow[]>(known.map(({ id }) => [id, []]));
  for await (const row of read.rows()) {
    const learner = place.get(row.learner.id);
    const shared = columns.get(row.result.exercise);
    if (learner === undefined || shared === undefined) continue;
    const page = rowOf(row, learner, shared);
    const sameAs = row.result.trust.sameAs.flatMap((id) => place.get(id) ?? []);
    if (sameAs.length > 0) page.sameAs = sameAs;
    const report = (await options.whole?.(row)) ?? null;
    if (report !== null) page.report = report;
    rows.get(row.result.exercise)?.push(page);
  }
  const missing = missingRows(learners, texts);
  const exercises = known.map(({ id, title }): PageExercise => {
    const { requirements = [], kinds } = columns.get(id) ?? {};
    return withoutLoneKinds({
      id,
      title: plain(title),
      requirements: requirements.map((one) => ({ ...one, title: plain(one.title, { max: 200 }) })),
      kinds: kinds?.all ?? [],
      rows: [...(rows.get(id) ?? []), ...missing].toSorted((a, b) => a.learner - b.learner),
    });
  });
  const alone = options.learner !== undefined;
  return {
    version: 1,
    mode: alone ? 'learner' : 'cohort',
    title: plain(cohort.title),
    madeAt: (options.now ?? new Date()).toISOString(),
    collectedAt: cohort.collectedAt,
    deadline: cohort.deadline,
    problems: alone ? [] : read.problems.map((problem) => plain(problem)),
    texts: texts.all,
    learners: learners.map(learnerOf),
    exercises,
    decisions: alone ? [] : read.decisions,
  };
}

/** So many reports of the expected version agree on its requirements: the rest need not be read for that. */
const ENOUGH = 100;

/** Where no report of an exercise could be read, it is known by its rows only: those say why. */
function exercisesIn({ exercises, learners }: Cohort): CohortExercise[] {
  const listed = new Set(exercises.map(({ id }) => id));
  const others = new Set(learners.flatMap(({ results }) => results.map(({ exercise }) => exercise)));
  return [
    ...exercises,
    ...[...others].filter((id) => !listed.has(id)).map((id) => ({ id, title: id, specDigest: '' })),
  ];
}

async function columnsOf(
  read: ReadCohort,
  exercises: CohortExercise[],
  texts: Texts,
  rows: number,
): Promise<Map<string, Columns>> {
  const votes = new Map(exercises.map((one) => [one.id, new RequirementVotes(one)]));
  for await (const { result, report } of read.rows()) {
    if (report) votes.get(result.exercise)?.add(report);
    if ([...votes.values()].every((vote) => vote.expected >= ENOUGH)) break;
  }
  return new Map([...votes].map(([id, vote]) => [id, { ...vote.winner(), rows, kinds: new Kinds(), texts }]));
}

/** Of whom nothing at all is there, a row says so in each exercise: whoever did one of several may not have been asked for the others. */
function missingRows(learners: readonly CohortLearner[], texts: Texts): PageRow[] {
  return learners.flatMap(({ results }, learner) =>
    results.length > 0 ? [] : [{ learner, whyText: texts.add('Nothing was handed in.') }],
  );
}

function learnerOf({ id, name, group, repository }: CohortLearner): PageLearner {
  return {
    id,
    name: plain(name, { max: 120 }) || id,
    group: group === null ? null : plain(group, { max: 120 }) || null,
    repository,
  };
}

/** What only one learner does is no cluster, and in a large cohort there are very many of those. */
function withoutLoneKinds(exercise: PageExercise): PageExercise {
  const counts = new Map<number, number>();
  const count = (kind: number | undefined) =>
    kind !== undefined && counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const { details = [], problemKind } of exercise.rows) {
    count(problemKind);
    for (const { kind } of details) count(kind);
  }
  const kept = exercise.kinds.flatMap((_, index) => ((counts.get(index) ?? 0) > 1 ? [index] : []));
  const renumbered = new Map(kept.map((old, index) => [old, index]));
  for (const row of exercise.rows) {
    renumber(row, 'problemKind', renumbered);
    for (const detail of row.details ?? []) renumber(detail, 'kind', renumbered);
  }
  return { ...exercise, kinds: kept.map((index) => exercise.kinds[index] as PageExercise['kinds'][number]) };
}

function renumber<Key extends string>(
  holder: { [key in Key]?: number },
  key: Key,
  numbers: ReadonlyMap<number, number>,
): void {
  const number = holder[key] === undefined ? undefined : numbers.get(holder[key]);
  if (number === undefined) delete holder[key];
  else holder[key] = number as (typeof holder)[Key];
}
