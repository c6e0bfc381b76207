/**
 * A folder with one folder per learner and their `report.json` in it, as artifacts are when they are downloaded by hand:
 * NAME/report.json, NAME/milepost-report/report.json or NAME/EXERCISE/report.json.
 */
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Report } from '../report/schema.ts';
import { UsageProblem } from '../run/options.ts';
import { exercisesOf } from './exercises-of.ts';
import { learnerIds } from './learner-id.ts';
import {
  COMMIT,
  type Cohort,
  type CohortLearner,
  type CohortResult,
  cohortSchema,
  EXERCISE_ID,
  unverified,
} from './model.ts';
import { UnusableFile } from './read-file.ts';
import { markSameResults, printOf } from './same-result.ts';
import { readReport } from './stored-report.ts';

const FOLDER = 'It was handed in as a file: nobody saw how it was made.';

interface Found {
  path: string;
  report: Report | null;
  why: string | null;
}

export async function readBareFolder(folder: string): Promise<Cohort> {
  const names = await foldersOf(folder).catch(() => {
    throw new UsageProblem([`${folder} is not a folder that can be read.`]);
  });
  const ids = learnerIds(names);
  const learners: CohortLearner[] = [];
  const reports: Report[] = [];
  const prints = new Map<CohortResult, string>();
  for (const [index, name] of names.entries()) {
    const learner: CohortLearner = {
      id: ids[index] ?? name,
      name,
      group: null,
      repository: null,
      results: [],
    };
    learners.push(learner);
    for (const found of await reportsOf(folder, name)) {
      const result = resultOf(found);
      learner.results.push(result);
      if (found.report === null) continue;
      prints.set(result, printOf(found.report));
      // Only what names the exercise is kept: the rest is read again row by row.
      reports.push({ ...found.report, requirements: [], binding: [], notes: [] });
    }
  }
  const exercises = exercisesOf(reports);
  for (const learner of learners) completeRow(learner, exercises[0]?.id ?? 'exercise');
  markSameResults(learners, prints);
  return cohortSchema.parse({
    schemaVersion: 1,
    title: basename(resolve(folder)),
    collectedAt: new Date().toISOString(),
    deadline: null,
    exercises,
    learners,
  });
}

async function reportsOf(folder: string, name: string): Promise<Found[]> {
  const inside = await foldersOf(join(folder, name)).catch(() => []);
  const places = [
    name,
    `${name}/milepost-report`,
    ...inside.filter((one) => one !== 'milepost-report').map((one) => `${name}/${one}`),
  ];
  const found: Found[] = [];
  for (const place of places) {
    const path = `${place}/report.json`;
    try {
      found.push({ path, report: await readReport(folder, path), why: null });
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      if (error.message !== 'is not there')
        found.push({ path, report: null, why: `Its report.json ${error.message}.` });
    }
  }
  return newestPerExercise(found);
}

function newestPerExercise(found: Found[]): Found[] {
  const byExercise = new Map<string, Found>();
  for (const one of found) {
    const key = one.report?.exercise.id ?? `?${one.path}`;
    const known = byExercise.get(key)?.report;
    if (!known || (one.report && one.report.startedAt > known.startedAt)) byExercise.set(key, one);
  }
  const readable = [...byExercise.values()].filter(({ report }) => report !== null);
  return readable.length > 0 ? readable : [...byExercise.values()].slice(0, 1);
}

function resultOf({ path, report, why }: Found): CohortResult {
  const commit = report?.repository.commit ?? null;
  return {
    exercise: report && EXERCISE_ID.test(report.exercise.id) ? report.exercise.id : '',
    status: report ? 'graded' : 'none',
    why,
    report: report ? path : null,
    commit: commit !== null && COMMIT.test(commit) ? commit : null,
    at: report?.startedAt ?? null,
    run: null,
    pullRequest: null,
    trust: unverified(FOLDER),
    late: false,
    history: null,
  };
}

/** Who handed in nothing that can be read still has a row, in the exercise that the others did. */
function completeRow(learner: CohortLearner, exercise: string): void {
  if (learner.results.length === 0)
    learner.results.push({
      ...resultOf({ path: '', report: null, why: 'There is no report.json in the folder.' }),
    });
  for (const result of learner.results) if (result.exercise === '') result.exercise = exercise;
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
