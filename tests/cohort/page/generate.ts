/**
 * A cohort with known truth: what every number on the page must be is written down here while the files are made, by other
 * means than the page's own.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Cohort, CohortResult, HistoryEntry } from '../../../src/cohort/model.ts';
import { writeCohort, writeWhole } from '../../../src/cohort/write.ts';
import type { State } from '../../../src/report/schema.ts';
import { type Person, personOf } from './people.ts';
import { Random } from './random.ts';
import { reportOf } from './reports.ts';
import { type Run, runsOf, type TruthStreak } from './runs.ts';

export interface Exercise {
  id: string;
  title: string;
  specDigest: string;
  requirements: { id: string; title: string; points: number; advice: boolean }[];
}

export interface TruthRow extends Person {
  exercise: string;
  /** Null: there is no result. */
  states: Record<string, State> | null;
  why: string | null;
  earned: number;
  judged: number;
  possible: number;
  late: boolean;
  unverified: string[];
  outcome: 'completed' | 'no-app';
  at: string | null;
  commit: string | null;
  /** Which way each requirement fails in, by requirement. */
  ways: Record<string, string>;
  streaks: Record<string, TruthStreak>;
  runs: Run[];
}

export interface Truth {
  title: string;
  deadline: string;
  exercises: Exercise[];
  rows: TruthRow[];
}

export interface Wanted {
  learners: number;
  seed: number;
  exercises?: string[];
  title?: string;
  /** How many kilobytes of passing evidence each report also holds. */
  padding?: number;
  /** Changes a learner before anything is written about them. */
  person?: (person: Person, index: number) => Person;
  /** Everybody has a result, and every app starts. */
  everybody?: boolean;
}

export const DEADLINE = '2026-11-20T22:00:00Z';
/** When the pages of the tests are made. */
export const NOW = new Date('2026-11-21T22:00:00Z');

const REASONS = [
  'The repository was deleted or is private.',
  'No run of the workflow has uploaded a report yet.',
  'The newest artifact has expired.',
  "The report is about another commit than the run's: it is an earlier result that was handed in again.",
];
const DOUBTS = [
  'The workflow file is not the one that Milepost writes.',
  'It was made by another version of the action.',
];

export async function generate(folder: string, wanted: Wanted): Promise<Truth> {
  const random = new Random(wanted.seed);
  const exercises = await Promise.all((wanted.exercises ?? ['blog']).map(exerciseOf));
  const people = Array.from({ length: wanted.learners }, (_, index) => {
    const person = personOf(index, random);
    return wanted.person?.(person, index) ?? person;
  });
  const rows: TruthRow[] = [];
  const learners: Cohort['learners'] = [];
  for (const person of people) {
    const results: CohortResult[] = [];
    for (const exercise of exercises) {
      const row = rowOf(person, exercise, random, wanted.everybody ?? false);
      rows.push(row);
      results.push(resultOf(row));
      if (row.states !== null) await writeRow(folder, row, exercise, random, wanted.padding ?? 0);
    }
    const { id, name, group, repository } = person;
    learners.push({ id, name, group, repository, results });
  }
  const title = wanted.title ?? 'Backend course, autumn 2026';
  await writeCohort(folder, {
    schemaVersion: 1,
    title,
    collectedAt: '2026-11-21T21:58:00Z',
    deadline: DEADLINE,
    exercises: exercises.map(({ id, title: name, specDigest }) => ({ id, title: name, specDigest })),
    learners,
  });
  return { title, deadline: DEADLINE, exercises, rows };
}

/** Requirements of real exercises, so that pictures show what a mentor would see. */
async function exerciseOf(id: string): Promise<Exercise> {
  const spec = parse(await readFile(`graders/${id}.yml`, 'utf8'));
  return {
    id,
    title: spec.title,
    specDigest: 'd'.repeat(64),
    requirements: spec.requirements.map(
      (one: { id: string; title: string; points?: number; advice?: boolean }) => ({
        id: one.id,
        title: one.title,
        points: one.advice ? 0 : (one.points ?? 0),
        advice: one.advice ?? false,
      }),
    ),
  };
}

function rowOf(person: Person, exercise: Exercise, random: Random, everybody: boolean): TruthRow {
  const nothing = random.chance(0.06) && !everybody;
  const { runs, streaks, ways, outcome } = runsOf(exercise, random, { nothing, everybody });
  const last = runs.at(-1);
  const counted = exercise.requirements.filter((one) => !one.advice);
  const sum = (chosen: (state: State) => boolean) =>
    counted.reduce(
      (total, one) => total + (last && chosen(last.states[one.id] ?? 'error') ? one.points : 0),
      0,
    );
  return {
    ...person,
    exercise: exercise.id,
    states: last?.states ?? null,
    why: last === undefined ? random.one(REASONS) : null,
    earned: sum((state) => state === 'pass'),
    judged: sum((state) => ['pass', 'fail', 'blocked'].includes(state)),
    possible: sum((state) => state !== 'skipped'),
    late: last !== undefined && Date.parse(last.at) > Date.parse(DEADLINE),
    unverified: last !== undefined && random.chance(0.05) ? [random.one(DOUBTS)] : [],
    outcome,
    at: last?.at ?? null,
    commit: last?.commit ?? null,
    ways,
    streaks,
    runs,
  };
}

function resultOf(row: TruthRow): CohortResult {
  const place = `learners/${row.id}/${row.exercise}`;
  const graded = row.states !== null;
  const run = `${row.repository}/actions/runs/${1_000 + row.runs.length}`;
  return {
    exercise: row.exercise,
    status: graded ? 'graded' : 'none',
    why: row.why,
    report: graded ? `${place}/report.json` : null,
    commit: row.commit,
    at: row.at,
    run: graded ? run : null,
    pullRequest: graded ? `${row.repository}/pull/1` : null,
    trust:
      row.unverified.length === 0
        ? { level: 'verified', reasons: [], sameAs: [] }
        : { level: 'unverified', reasons: row.unverified, sameAs: [] },
    late: row.late,
    history: graded ? `${place}/history.json` : null,
  };
}

async function writeRow(
  folder: string,
  row: TruthRow,
  exercise: Exercise,
  random: Random,
  padding: number,
): Promise<void> {
  const place = join(folder, 'learners', row.id, exercise.id);
  const history: HistoryEntry[] = row.runs.map(({ at, commit, states, earned, judged, possible }) => ({
    at,
    commit,
    earned,
    judged,
    possible,
    states,
  }));
  await writeWhole(join(place, 'report.json'), JSON.stringify(reportOf(row, exercise, random, padding)));
  await writeWhole(join(place, 'history.json'), JSON.stringify(history));
}
