/** One learner's result in one exercise, as the page wants it. */

import { firstFix } from '../../report/first-fix.ts';
import type { Report, RequirementResult } from '../../report/schema.ts';
import { scoreOf } from '../../score/score.ts';
import type { HistoryEntry } from '../model.ts';
import type { CohortRow } from '../read.ts';
import { ABSENT, LETTERS, type PageRequirement, type PageRow } from './data.ts';
import { detailsOf } from './details.ts';
import { type Kinds, kindOf, kindOfProblem } from './kinds.ts';
import { shapeOf } from './requirements.ts';
import { streakOf } from './streaks.ts';
import type { Texts } from './texts.ts';

/** What all rows of an exercise share. */
export interface Columns {
  requirements: PageRequirement[];
  shape: string;
  /** Rows of the whole cohort: the more there are, the shorter each says what it says. */
  rows: number;
  kinds: Kinds;
  texts: Texts;
}

/** As many points of the line of progress as a small drawing can show. */
const DRAWN = 40;

export function rowOf(row: CohortRow, learner: number, columns: Columns): PageRow {
  const { result, report } = row;
  const { texts } = columns;
  const reasons = [...result.trust.reasons];
  if (result.trust.level === 'unverified' && reasons.length === 0)
    reasons.push('It is not known where it comes from.');
  if (report !== null && !fits(report, columns))
    reasons.push('It was graded with another version of the exercise: only what both have is shown.');
  const page: PageRow = { learner };
  // Also beside a result: it may be one of before.
  if (result.why !== null || report === null)
    page.whyText = texts.add(result.why ?? 'There is no result.', 600);
  if (reasons.length > 0) page.trustText = reasons.map((reason) => texts.add(reason));
  if (result.late) page.late = 1;
  if (result.commit !== null) page.commit = result.commit;
  if (result.at !== null) page.at = seconds(result.at);
  if (result.run !== null) page.run = result.run;
  if (result.pullRequest !== null) page.pullRequest = result.pullRequest;
  if (row.outdated.length > 0)
    page.outdated = row.outdated.map(({ requirement, by, at, state }) => ({
      requirement,
      byText: texts.add(by),
      at: seconds(at),
      state,
    }));
  const runs = runsOf(row);
  if (report !== null) addReport(page, row, report, columns);
  const drawn = runs.map(({ at, earned, possible }): [number, number, number] => [
    seconds(at),
    earned,
    possible,
  ]);
  if (drawn.length > 1) page.history = thinned(drawn);
  return page;
}

function addReport(page: PageRow, row: CohortRow, report: Report, columns: Columns): void {
  const { requirements, texts, kinds } = columns;
  const own = new Map(report.requirements.map((one) => [one.id, one]));
  const counted = requirements.flatMap((column) => within(own.get(column.id), column) ?? []);
  page.states = requirements.map(({ id }) => letterOf(own.get(id))).join('');
  Object.assign(page, scoreOf(counted));
  const first = firstFix(report);
  if (first !== null) page.firstText = texts.add(first.title, 200);
  const problem = kindOfProblem(report);
  if (report.outcome !== 'completed') page.outcome = report.outcome;
  if (report.problem !== null && problem !== null)
    page.problemText = texts.add(`${report.problem.stage}: ${report.problem.message}`, 600);
  const details = detailsOf(report, requirements, columns.rows, texts);
  for (const detail of details) {
    const column = requirements[detail.requirement];
    const result = column && own.get(column.id);
    const kind = result && kindOf(result, report);
    // When the run broke, every requirement says so: once is enough.
    if (column && kind && (problem === null || result.state !== 'error'))
      detail.kind = kinds.add(detail.requirement, column.id, kind);
  }
  if (problem !== null) page.problemKind = kinds.add(-1, '', problem);
  if (details.length > 0) page.details = details;
  const streaks = streaksOf(runsOf(row), requirements);
  if (streaks.length > 0) page.streaks = streaks;
  const decided = row.decisions.map(({ requirement, by, at, note }) => ({
    requirement: requirements.findIndex(({ id }) => id === requirement),
    byText: texts.add(by),
    at: seconds(at),
    noteText: texts.add(note, 1_000),
  }));
  if (decided.length > 0) page.decided = decided.filter(({ requirement }) => requirement >= 0);
}

/** A report can claim any number of points: never more than the column has. */
function within(result: RequirementResult | undefined, column: PageRequirement): RequirementResult | null {
  if (result === undefined || column.advice) return null;
  const possible = Math.min(result.points.possible, column.points);
  return { ...result, advice: false, points: { possible, earned: Math.min(result.points.earned, possible) } };
}

function letterOf(result: RequirementResult | undefined): string {
  return result === undefined ? ABSENT : LETTERS[result.state];
}

function fits(report: Report, { shape, requirements }: Columns): boolean {
  if (shapeOf(report) !== shape) return false;
  return report.requirements.every(
    ({ state, points }, index) => state === 'skipped' || points.possible === requirements[index]?.points,
  );
}

/** The run of now is the last; what a mentor decided about it counts. */
function runsOf({ result, report, history }: CohortRow): HistoryEntry[] {
  if (report === null) return history;
  const at = result.at ?? report.startedAt;
  const last = history.at(-1);
  const earlier = history.filter(
    (one) => Date.parse(one.at) < Date.parse(at) && !(one === last && one.commit === result.commit),
  );
  const states = Object.fromEntries(report.requirements.map(({ id, state }) => [id, state]));
  return [...earlier, { at, commit: result.commit, ...report.score, states }];
}

function streaksOf(runs: HistoryEntry[], requirements: PageRequirement[]): NonNullable<PageRow['streaks']> {
  return requirements.flatMap(({ id, advice }, index): NonNullable<PageRow['streaks']> => {
    const { runs: count, since } = advice ? { runs: 0, since: '' } : streakOf(id, runs);
    return count === 0 ? [] : [[index, count, seconds(since)]];
  });
}

/** The first, the last, and evenly between. */
function thinned<T>(points: T[]): T[] {
  if (points.length <= DRAWN) return points;
  const step = (points.length - 1) / (DRAWN - 1);
  return Array.from({ length: DRAWN }, (_, index) => points[Math.round(index * step)] as T);
}

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
