/** What every report for people says, decided once: the comment, the summary and the terminal only lay it out. */
import { change, changeSummary, type Previous } from './changes.ts';
import { type FirstFix, firstFix } from './first-fix.ts';
import type { Report, RequirementResult, State } from './schema.ts';
import { standing } from './standing.ts';
import { adviceWords, number, points, type StateWords, seconds, stateWords, stoppedWords } from './words.ts';

export interface Row {
  requirement: RequirementResult;
  words: StateWords;
  /** "2 / 3", or "advice" */
  points: string;
  /** Why this state, with the root cause where it is blocked. */
  reason: string;
  /** What changed since the last push; null: nothing, or not known. */
  change: string | null;
}

export interface View {
  report: Report;
  /** Symbol of the whole result. */
  words: Pick<StateWords, 'symbol' | 'mark'>;
  /** "Item API: 13 of 20 points" */
  headline: string;
  /** Sentences below the headline: what happened, what was not judged, what changed. */
  standing: string[];
  first: FirstFix | null;
  /** Said instead of a first fix when there is nothing that the learner could fix. */
  nothingToFix: string;
  /** In the order of the roadmap. */
  rows: Row[];
  /** Those that are not passed, what to fix first at the top; without those that only wait for something else. */
  open: Row[];
  /** Blocked requirements by what they wait for. */
  waiting: { on: string; rows: Row[] }[];
  passed: Row[];
  hasChanges: boolean;
  /** "Took 14.2 s: install 3.1 s, boot 2.0 s" */
  timings: string;
  /** How to run the same again. */
  again: string;
  origin: string;
}

export function viewOf(report: Report, previous: Previous | null = null): View {
  const first = firstFix(report);
  const rows = report.requirements.map((requirement) => ({
    requirement,
    words: report.outcome === 'stopped' ? stoppedWords : wordsOf(requirement),
    points: pointsOf(requirement),
    reason: reasonOf(requirement, report),
    change: previous === null ? null : change(requirement, previous),
  }));
  return {
    report,
    words: overall(report),
    headline: `${report.exercise.title}: ${number(report.score.earned)} of ${points(report.score.possible)}`,
    standing: [...standing(report), ...(previous === null ? [] : [changeSummary(report, previous)])],
    first,
    nothingToFix: nothingToFix(report),
    rows,
    open: (report.outcome === 'stopped' ? [] : rows.filter(isOpen)).toSorted(
      (a, b) => urgency(a, first) - urgency(b, first),
    ),
    waiting: waiting(rows, report, first),
    passed: rows.filter((row) => row.requirement.state === 'pass'),
    hasChanges: rows.some((row) => row.change !== null),
    timings: timings(report),
    again: again(report),
    origin: origin(report),
  };
}

function again({ exercise, seed }: Report): string {
  const graders = exercise.graders === null ? '' : ` --graders ${shellWord(exercise.graders)}`;
  return `milepost grade --exercise ${shellWord(exercise.id)}${graders} --seed ${seed}`;
}

/** POSIX: nothing inside single quotes is special but the quote itself. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function pointsOf({ advice, state, points: { earned, possible } }: RequirementResult): string {
  if (advice) return 'advice';
  return state === 'skipped' && possible === 0 ? '–' : `${number(earned)} / ${number(possible)}`;
}

function wordsOf(requirement: RequirementResult): StateWords {
  return requirement.advice && requirement.state === 'fail' ? adviceWords : stateWords[requirement.state];
}

function isOpen(row: Row): boolean {
  return row.requirement.state !== 'pass' && row.requirement.state !== 'skipped' && !onlyWaits(row);
}

/** Blocked with nothing of its own to look at: one line says it. */
function onlyWaits({ requirement }: Row): boolean {
  return requirement.state === 'blocked' && requirement.evidence.length === 0;
}

/** What the first fix holds up is said there. */
function waiting(rows: Row[], report: Report, first: FirstFix | null): View['waiting'] {
  const causeOf = (row: Row) => rootCause(row.requirement, report) ?? 'something else';
  const blocked = rows.filter(
    (row) => onlyWaits(row) && first?.unlocks.includes(row.requirement.title) !== true,
  );
  const causes = [...new Set(blocked.map(causeOf))];
  return causes.map((on) => ({ on, rows: blocked.filter((row) => causeOf(row) === on) }));
}

function rootCause({ blockedBy }: RequirementResult, { requirements }: Report): string | null {
  return requirements.find((r) => r.id === blockedBy)?.title ?? blockedBy;
}

function reasonOf(requirement: RequirementResult, report: Report): string {
  const cause = requirement.state === 'blocked' ? rootCause(requirement, report) : null;
  return cause === null || requirement.reason.includes(cause)
    ? requirement.reason
    : `${requirement.reason} It waits for: ${cause}.`;
}

const URGENCY: Record<State, number> = {
  fail: 1,
  inconclusive: 2,
  blocked: 3,
  review: 4,
  error: 5,
  skipped: 6,
  pass: 7,
};

function urgency(row: Row, first: FirstFix | null): number {
  if (first !== null && row.requirement === first.requirement) return 0;
  return URGENCY[row.requirement.state] + (row.requirement.advice ? 10 : 0);
}

/** Green only when everything that counts was judged and passed. */
function overall(report: Report): StateWords {
  const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
  if (report.outcome === 'failed') return stateWords.error;
  if (report.outcome === 'stopped') return stoppedWords;
  if (report.outcome === 'no-app') return stateWords.fail;
  const worst = (['fail', 'blocked', 'error', 'inconclusive', 'review', 'pass'] as const).find((state) =>
    states.has(state),
  );
  return stateWords[worst ?? 'error'];
}

function nothingToFix(report: Report): string {
  if (report.outcome === 'stopped') return 'Run the grading again, to its end, to get a result.';
  const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
  if (report.outcome === 'failed' || states.has('error')) {
    return 'Run the grading again. If it breaks again, show this report to your mentor: it is not your fault.';
  }
  if (states.has('review')) return 'Ask your mentor to look at the requirements marked "Needs a mentor".';
  if (!states.has('pass')) return 'Nothing could be judged. Show this report to your mentor.';
  const advice = report.requirements.some((r) => r.advice && r.state === 'fail');
  return advice
    ? 'Everything that counts passes. What is left is advice.'
    : 'Everything passes. There is nothing to fix.';
}

function timings({ timings: stages }: Report): string {
  const total = stages.total ?? Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  const parts = Object.entries(stages).filter(([stage, ms]) => stage !== 'total' && ms >= 50);
  const detail =
    parts.length === 0 ? '' : `: ${parts.map(([stage, ms]) => `${stage} ${seconds(ms)}`).join(', ')}`;
  return `Took ${seconds(total)}${detail}.`;
}

function origin(report: Report): string {
  const { commit, project } = report.repository;
  return [
    `Milepost ${report.milepost.version}`,
    `engine ${report.engine}`,
    project === '.' ? null : `project ${project}`,
    commit === null ? null : `commit \`${commit.slice(0, 7)}\``,
    `seed ${report.seed}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
