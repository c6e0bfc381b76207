/**
 * Grades many learners anew: a queue, so many at once as this machine can do. What is graded is written at once, so a run that was killed goes on where it was.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import { exerciseIds } from '../../spec/load.ts';
import { VERSION } from '../../version.ts';
import { assembled, type FoundRow } from '../assemble.ts';
import { type CollectedFacts, noFacts } from '../collect/collected.ts';
import { exercisesIn } from '../collect/own-result.ts';
import { type Resumable, type RowState, resumable } from '../collect/row-state.ts';
import { type Cohort, VERIFIED } from '../model.ts';
import { readCohortFile } from '../read.ts';
import { printOf } from '../same-result.ts';
import type { Entrant } from '../source/entrant.ts';
import { writeCohort, writeResult } from '../write.ts';
import { dependencyKey, type FirstOfKind, firstOfKind } from './dependencies.ts';
import { type Graders, gradersOf } from './graders.ts';
import { inWords, remaining } from './jobs.ts';
import { stopLeftBehind } from './left-behind.ts';
import type { GradeRequest } from './messages.ts';
import { NoSource, type WorkingFolder, workingFolder } from './working-folder.ts';

export interface GradeCohortOptions {
  entrants: Entrant[];
  out: string;
  title: string | null;
  deadline: string | null;
  exercise: string | null;
  engine: GradeRequest['engine'];
  /** Folder of the exercises; `own`: it is the mentor's, and the grader is to be told. */
  graders: { folder: string; own: boolean };
  jobs: number;
  minutes: number;
  /** For private repositories. */
  token: string | null;
  signal: AbortSignal;
  progress: (message: string) => void;
}

export interface GradedCohort {
  cohort: Cohort;
  /** Learners whose grading could not be completed: no news about them. */
  troubles: number;
  /** How many were graded now, and not before. */
  graded: number;
}

interface Workshop extends GradeCohortOptions {
  scratch: string;
  state: Resumable;
  kinds: FirstOfKind;
  processes: Graders;
  /** Of the specs: another one asks for another grading. */
  specs: string;
}

interface Row extends FoundRow {
  trouble: boolean;
  /** Null: it was graded before. */
  milliseconds: number | null;
}

export async function gradeCohort(options: GradeCohortOptions): Promise<GradedCohort> {
  const { entrants, out, jobs, signal, progress, graders } = options;
  const scratch = join(out, '.grade');
  await stopLeftBehind(scratch);
  const shop: Workshop = {
    ...options,
    scratch,
    state: await resumable(out, scratch, 'grade'),
    kinds: firstOfKind(),
    processes: gradersOf({ scratch, minutes: options.minutes, signal }),
    specs: await specsDigest(graders.folder, options.exercise),
  };
  const previous = await readCohortFile(out);
  const durations: number[] = [];
  let done = 0;
  const say = (): void => {
    const left = remaining(durations, entrants.length - done, jobs);
    progress(
      `${done} of ${entrants.length} learners${left === null || done === entrants.length ? '' : `, about ${inWords(left)} left`}`,
    );
  };
  say();
  const underWay = new Set<Promise<Row>>();
  const rows = await pMap(
    entrants,
    async (entrant) => {
      const grading = gradeRow(entrant, shop);
      underWay.add(grading);
      const row = await grading.finally(() => underWay.delete(grading));
      done += 1;
      if (row.milliseconds !== null) durations.push(row.milliseconds);
      say();
      return row;
    },
    { concurrency: jobs, signal },
  ).finally(async () => {
    // Those who were told to stop remove what they started.
    await Promise.allSettled(underWay);
    await shop.processes.end();
    await stopLeftBehind(scratch);
  });
  const cohort = await assembled({
    rows,
    previous,
    keepVanished: false,
    title: options.title,
    deadline: options.deadline,
    exercise: options.exercise,
    exercises: exercisesIn(graders.folder),
  });
  await writeCohort(out, cohort);
  await shop.state.finish();
  return { cohort, troubles: rows.filter(({ trouble }) => trouble).length, graded: durations.length };
}

async function gradeRow(entrant: Entrant, shop: Workshop): Promise<Row> {
  const started = performance.now();
  let folder: WorkingFolder | null = null;
  try {
    folder = await workingFolder(entrant, join(shop.scratch, 'source', keyOf(entrant)), shop);
    const judgedBy = sha256([VERSION, shop.specs, shop.engine, folder.revision]);
    const before = await shop.state.read(entrant.id, placeOf(entrant));
    const isThere = before?.stored == null || existsSync(join(shop.out, before.stored.report));
    if (before?.judgedBy === judgedBy && isThere)
      return { ...rowOf(entrant, before), trouble: false, milliseconds: null };
    const { row, trouble } = await graded(entrant, folder, judgedBy, shop);
    if (!trouble) await shop.state.write(entrant.id, placeOf(entrant), row);
    return { ...rowOf(entrant, row), trouble, milliseconds: performance.now() - started };
  } catch (error) {
    shop.signal.throwIfAborted();
    const why =
      error instanceof NoSource ? error.message : 'Something unexpected happened in Milepost itself.';
    return {
      entrant,
      facts: noFacts(why),
      stored: null,
      trouble: !(error instanceof NoSource),
      milliseconds: null,
    };
  } finally {
    await folder?.remove();
  }
}

async function graded(
  entrant: Entrant,
  { path, commit, at }: WorkingFolder,
  judgedBy: string,
  shop: Workshop,
): Promise<{ row: RowState; trouble: boolean }> {
  const { graders, exercise, engine, processes, out } = shop;
  const kind = await shop.kinds.enter(await dependencyKey(path, graders.folder, exercise));
  const result = await processes
    .grade({
      key: keyOf(entrant),
      path,
      exercise,
      engine,
      graders: graders.own ? graders.folder : null,
      // The same data each time: two versions of a spec are compared on equal terms.
      seed: Number.parseInt(sha256([entrant.id, commit]).slice(0, 7), 16),
      stage: (name) => (name === 'start' || name === 'clean-up' ? kind.installed() : undefined),
    })
    .finally(kind.installed);
  const row = { run: shop.state.id, judgedBy };
  if (!('report' in result)) {
    const facts = { ...noFacts(result.why), commit, at };
    return { row: { ...row, facts, stored: null }, trouble: result.trouble };
  }
  const { report } = result;
  const stored = {
    ...(await writeResult(out, entrant.id, report, at ?? report.startedAt)),
    print: printOf(report),
  };
  const facts: CollectedFacts = {
    ...noFacts(''),
    why: null,
    exercise: report.exercise.id,
    commit: report.repository.commit,
    // Without a commit nobody knows when it was handed in; that it is graded now makes nobody late.
    at,
    trust: VERIFIED,
  };
  return { row: { ...row, facts, stored }, trouble: false };
}

const rowOf = (entrant: Entrant, { facts, stored }: RowState): FoundRow => ({ entrant, facts, stored });

/** A learner can have two repositories, which are graded at the same time. */
const keyOf = (entrant: Entrant): string => `${entrant.id}.${sha256(placeOf(entrant)).slice(0, 8)}`;

const placeOf = ({ folder, clone, branch }: Entrant): string =>
  [folder ?? clone ?? '', branch ?? ''].join(' ');

async function specsDigest(folder: string, exercise: string | null): Promise<string> {
  const ids = (await exerciseIds(folder)).filter((id) => exercise === null || id === exercise);
  return sha256(await Promise.all(ids.map((id) => readFile(join(folder, `${id}.yml`), 'utf8'))));
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
