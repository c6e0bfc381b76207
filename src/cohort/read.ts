/**
 * Reads a cohort: the folder that `cohort collect` or `cohort grade` wrote, or a bare folder that holds one folder per
 * learner. Rows come one by one, so that thousands of reports are never in memory at once, and no file of a learner can
 * stop them: a row says why it has no result.
 */
import type { Report } from '../report/schema.ts';
import { UsageProblem } from '../run/options.ts';
import { readBareFolder } from './bare-folder.ts';
import { decide, decisionsByRow } from './decisions.ts';
import {
  type Cohort,
  type CohortLearner,
  type CohortResult,
  cohortSchema,
  type Decision,
  decisionsSchema,
  type HistoryEntry,
  historySchema,
} from './model.ts';
import { readJson, UnusableFile } from './read-file.ts';
import { readReport } from './stored-report.ts';

export interface CohortRow {
  learner: CohortLearner;
  /** `status` is "none" where the report cannot be read, whatever cohort.json says. */
  result: CohortResult;
  /** With the mentors' decisions in it. */
  report: Report | null;
  /** Oldest first; empty where there is none. */
  history: HistoryEntry[];
  decisions: Decision[];
  outdated: Decision[];
}

export interface ReadCohort {
  cohort: Cohort;
  decisions: Decision[];
  /** What could not be used besides the rows, e.g. a decisions.json of the wrong shape; a sentence each. */
  problems: string[];
  rows(): AsyncGenerator<CohortRow>;
}

const MB = 1024 * 1024;
const LARGEST = { cohort: 200 * MB, decisions: 200 * MB, history: 20 * MB };

export async function readCohort(folder: string): Promise<ReadCohort> {
  const cohort = (await readCohortFile(folder)) ?? (await readBareFolder(folder));
  const problems: string[] = [];
  const decisions = await readDecisions(folder, problems);
  return { cohort, decisions, problems, rows: () => rows(folder, cohort, decisions) };
}

/** Null: there is no cohort.json. */
export async function readCohortFile(folder: string): Promise<Cohort | null> {
  try {
    const parsed = cohortSchema.safeParse(await readJson(folder, 'cohort.json', LARGEST.cohort));
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    throw new UnusableFile(`is wrong at ${first?.path.join('.') || 'its top'}: ${first?.message}`);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    if (error.message === 'is not there') return null;
    // It is the mentor's own file: where it is wrong, nothing else can be right.
    throw new UsageProblem([`cohort.json in ${folder} ${error.message}.`]);
  }
}

/** `problems` receives a sentence where they cannot be used. */
export async function readDecisions(folder: string, problems: string[]): Promise<Decision[]> {
  try {
    const given = await readJson(folder, 'decisions.json', LARGEST.decisions);
    const parsed = decisionsSchema.safeParse(given);
    if (parsed.success) return parsed.data;
    throw new UnusableFile(`is wrong at ${parsed.error.issues[0]?.path.join('.') || 'its top'}`);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    if (error.message !== 'is not there')
      problems.push(`decisions.json ${error.message}, so no decision is shown.`);
    return [];
  }
}

async function* rows(folder: string, cohort: Cohort, all: Decision[]): AsyncGenerator<CohortRow> {
  const decisionsOf = decisionsByRow(all);
  for (const learner of cohort.learners) {
    for (const result of learner.results) {
      const history = await readHistory(folder, result);
      const decisions = decisionsOf(learner, result);
      try {
        if (result.report === null) {
          yield { learner, result, report: null, history, decisions: [], outdated: decisions };
          continue;
        }
        const read = await readReport(folder, result.report);
        if (read.exercise.id !== result.exercise) throw new UnusableFile('is about another exercise');
        const { report, applied, outdated } = decide(read, result.commit, decisions);
        yield { learner, result, report, history, decisions: applied, outdated };
      } catch (error) {
        if (!(error instanceof UnusableFile)) throw error;
        const none: CohortResult = { ...result, status: 'none', why: `Its report.json ${error.message}.` };
        yield { learner, result: none, report: null, history, decisions: [], outdated: decisions };
      }
    }
  }
}

/** A history that cannot be read is as good as none: the result stands without it. */
async function readHistory(folder: string, { history }: CohortResult): Promise<HistoryEntry[]> {
  if (history === null) return [];
  const given = await readJson(folder, history, LARGEST.history).catch(() => null);
  const parsed = historySchema.safeParse(given);
  return parsed.success ? parsed.data.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) : [];
}
