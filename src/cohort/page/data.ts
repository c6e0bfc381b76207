/**
 * What the page holds, and what its browser script reads: as few bytes per learner as can be. Texts that many share are
 * written once in `texts`; a number whose name ends in "text" points there.
 */
import type { Report, State } from '../../report/schema.ts';
import type { Decision } from '../model.ts';

/** One letter per state, so that a row of a table is one short string. */
export const LETTERS: Record<State, string> = {
  pass: 'p',
  fail: 'f',
  blocked: 'b',
  inconclusive: 'i',
  error: 'e',
  skipped: 's',
  review: 'r',
};
/** The requirement is not in this learner's report. */
export const ABSENT = '-';
const STATE_OF = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as State]));

export function stateOf(letter: string | undefined): State | null {
  return STATE_OF.get(letter ?? ABSENT) ?? null;
}

/** Where the learner has something to do; the others wait for a person or for the machine. */
export const FAILING: ReadonlySet<State> = new Set(['fail', 'blocked', 'inconclusive']);
/** What says nothing about the learner does not count when shares are told. */
export const UNCOUNTED: ReadonlySet<State> = new Set(['error', 'skipped']);

export interface PageData {
  version: 1;
  /** `learner`: one person only, nothing of anybody else. */
  mode: 'cohort' | 'learner';
  title: string;
  madeAt: string;
  collectedAt: string;
  deadline: string | null;
  /** What could not be used, a sentence each. */
  problems: string[];
  texts: string[];
  learners: PageLearner[];
  exercises: PageExercise[];
  /** All of decisions.json, so that those made on the page can be added to them. */
  decisions: Decision[];
}

export interface PageLearner {
  id: string;
  name: string;
  group: string | null;
  repository: string | null;
}

export interface PageExercise {
  id: string;
  title: string;
  requirements: PageRequirement[];
  kinds: PageKind[];
  rows: PageRow[];
}

export interface PageRequirement {
  id: string;
  title: string;
  points: number;
  advice: boolean;
}

/** A cluster: the same requirement, not passed in the same way. */
export interface PageKind {
  /** Stays the same from page to page, for links. */
  id: string;
  /** -1: no requirement, the whole run. */
  requirement: number;
  text: string;
}

export interface PageRow {
  learner: number;
  /** One letter per requirement; left out: no result. */
  states?: string;
  earned?: number;
  judged?: number;
  possible?: number;
  commit?: string;
  /** Seconds since 1970. */
  at?: number;
  late?: 1;
  /** Why there is no result, or none that is newer. */
  whyText?: number;
  /** Why it is not verified. */
  trustText?: number[];
  /** Learners who handed in the very same result. */
  sameAs?: number[];
  run?: string;
  pullRequest?: string;
  /** Title of what to fix first. */
  firstText?: number;
  /** Left out: the run came to its end. */
  outcome?: Exclude<Report['outcome'], 'completed'>;
  /** Why it did not. */
  problemText?: number;
  /** Index in `kinds`. */
  problemKind?: number;
  /** Address of the whole report, where it lies beside the page. */
  report?: string;
  details?: PageDetail[];
  /** Of each requirement that is not passed now: since when, over how many runs. */
  streaks?: [requirement: number, runs: number, since: number][];
  /** Oldest first. */
  history?: [at: number, earned: number, possible: number][];
  decided?: { requirement: number; byText: number; at: number; noteText: number }[];
  /** Decisions that are about another commit. */
  outdated?: { requirement: string; byText: number; at: number; state: 'pass' | 'fail' }[];
}

/** Why a requirement is not passed. */
export interface PageDetail {
  requirement: number;
  /** Index in `kinds`; left out: in none. */
  kind?: number;
  reasonText: number;
  /** What was seen, one text per piece of evidence that was not as expected. */
  seenText?: number[];
  place?: [file: string, line: number];
  hintText?: number;
  /** Title of what it waits for. */
  blockedByText?: number;
}
