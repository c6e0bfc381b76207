/** The rows of an exercise as the page's table takes them: one object per learner, nothing of the browser in here. */
import type { State } from '../../report/schema.ts';
import { adviceWords, type StateWords, stateWords } from '../../report/words.ts';
import {
  FAILING,
  type PageData,
  type PageDetail,
  type PageExercise,
  type PageRequirement,
  type PageRow,
  stateOf,
} from './data.ts';

export const MARKS = [
  'stuck',
  'review',
  'none',
  'late',
  'unverified',
  'no-app',
  'broken',
  'passed',
  'open',
] as const;
/** What a row can be looked for by, besides its states. */
export type Mark = (typeof MARKS)[number];

export interface Stuck {
  /** Index of the requirement that has been open for longest and does not only wait for another. */
  requirement: number;
  runs: number;
  /** Seconds since 1970. */
  since: number;
  /** How many requirements are stuck. */
  count: number;
}

export interface Row {
  index: number;
  id: string;
  name: string;
  group: string;
  repository: string | null;
  page: PageRow;
  /** Null: not in this learner's report, or there is none. */
  states: (State | null)[];
  /** Share of the points; null: no result. */
  share: number | null;
  stuck: Stuck | null;
  marks: Set<Mark>;
  /** Indices of clusters. */
  kinds: Set<number>;
  /** What the search looks in, in small letters. */
  searched: string;
  /** Indices of all that is said about the result. */
  texts: number[];
}

/** From when on somebody counts as stuck. */
export interface Patience {
  runs: number;
  days: number;
}

export function rowsOf(data: PageData, exercise: PageExercise, patience: Patience): Row[] {
  const made = Date.parse(data.madeAt) / 1000;
  return exercise.rows.flatMap((page, index) => {
    const learner = data.learners[page.learner];
    if (learner === undefined) return [];
    const states = exercise.requirements.map((_, column) => stateOf(page.states?.[column]));
    const stuck = stuckOf(page, states, patience, made);
    const group = learner.group ?? '';
    return {
      index,
      id: learner.id,
      name: learner.name,
      group,
      repository: learner.repository,
      page,
      states,
      share: page.states === undefined || !page.possible ? null : (page.earned ?? 0) / page.possible,
      stuck,
      marks: marksOf(page, states, stuck, exercise),
      kinds: kindsOf(page),
      texts: textsOf(page),
      searched: [learner.name, learner.id, group, learner.repository ?? ''].join('\n').toLowerCase(),
    };
  });
}

/** Of one requirement, or why the run ended early. */
export function detailOf(page: PageRow, requirement: number): PageDetail | undefined {
  return page.details?.find((one) => one.requirement === requirement);
}

function stuckOf(page: PageRow, states: (State | null)[], patience: Patience, made: number): Stuck | null {
  const long = (page.streaks ?? []).filter(
    ([, runs, since]) => runs >= patience.runs && (made - since) / 86_400 >= patience.days,
  );
  const first = long.toSorted(
    ([a, , sinceA], [b, , sinceB]) =>
      Number(states[a] === 'blocked') - Number(states[b] === 'blocked') || sinceA - sinceB || a - b,
  )[0];
  if (first === undefined) return null;
  const [requirement, runs, since] = first;
  return { requirement, runs, since, count: long.length };
}

function marksOf(
  page: PageRow,
  states: (State | null)[],
  stuck: Stuck | null,
  { requirements }: PageExercise,
): Set<Mark> {
  const marks = new Set<Mark>();
  if (page.states === undefined) marks.add('none');
  else {
    const counted = states.filter((_, index) => requirements[index]?.advice === false);
    const open = counted.some((state) => state !== 'pass' && state !== 'skipped');
    marks.add(open ? 'open' : 'passed');
    if (states.includes('review')) marks.add('review');
    // Of nothing it is no question whether it can be trusted.
    if (page.trustText !== undefined) marks.add('unverified');
    if (page.outcome === 'no-app') marks.add('no-app');
    else if (page.outcome !== undefined) marks.add('broken');
  }
  if (stuck !== null) marks.add('stuck');
  if (page.late === 1) marks.add('late');
  return marks;
}

function kindsOf({ details = [], problemKind }: PageRow): Set<number> {
  const kinds = details.flatMap(({ kind }) => kind ?? []);
  return new Set(problemKind === undefined ? kinds : [problemKind, ...kinds]);
}

function textsOf({ whyText, problemText, firstText, trustText = [], details = [] }: PageRow): number[] {
  const said = details.flatMap((one) => [
    one.reasonText,
    one.hintText,
    one.blockedByText,
    ...(one.seenText ?? []),
  ]);
  return [whyText, problemText, firstText, ...trustText, ...said].filter((index) => index !== undefined);
}

/** Advice that was not followed is no failure, and is not called one. */
export function wordsOfState(state: State, requirement: PageRequirement | undefined): StateWords {
  return state === 'fail' && requirement?.advice === true ? adviceWords : stateWords[state];
}

export const isFailing = (state: State | null): boolean => state !== null && FAILING.has(state);
