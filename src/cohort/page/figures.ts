/** The numbers above the table, counted from its rows. */
import type { PageExercise, PageKind } from './data.ts';
import { UNCOUNTED } from './data.ts';
import { MARKS, type Mark, type Row } from './rows.ts';

export interface Share {
  /** Index of the requirement. */
  requirement: number;
  passed: number;
  /** Of how many: those of whom it is known, and to whom it applies. */
  of: number;
}

export function shares(exercise: PageExercise, rows: readonly Row[]): Share[] {
  return exercise.requirements.map((_, requirement) => {
    let [passed, of] = [0, 0];
    for (const { states } of rows) {
      const state = states[requirement] ?? null;
      if (state === null || UNCOUNTED.has(state)) continue;
      of += 1;
      if (state === 'pass') passed += 1;
    }
    return { requirement, passed, of };
  });
}

/** What counts and is passed by fewest, first; what everybody passes is left out. */
export function hardest(exercise: PageExercise, rows: readonly Row[]): Share[] {
  return shares(exercise, rows)
    .filter(
      ({ requirement, passed, of }) => of > passed && exercise.requirements[requirement]?.advice === false,
    )
    .toSorted((a, b) => a.passed / a.of - b.passed / b.of || b.of - a.of);
}

export function countMarks(rows: readonly Row[]): Record<Mark, number> {
  const counts = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
  for (const { marks } of rows) for (const mark of marks) counts[mark] += 1;
  return counts;
}

export interface Cluster {
  kind: PageKind;
  index: number;
  rows: Row[];
}

/** Clusters of more than one, the most frequent first. */
export function clusters(exercise: PageExercise, rows: readonly Row[]): Cluster[] {
  const members = exercise.kinds.map((): Row[] => []);
  for (const row of rows) for (const kind of row.kinds) members[kind]?.push(row);
  return exercise.kinds
    .map((kind, index) => ({ kind, index, rows: members[index] ?? [] }))
    .filter((one) => one.rows.length > 1)
    .toSorted((a, b) => b.rows.length - a.rows.length || a.kind.requirement - b.kind.requirement);
}

export interface Moment {
  /** Seconds since 1970. */
  at: number;
  /** Mean share of the points among those who had handed in by then. */
  mean: number;
  handedIn: number;
}

const MOMENTS = 60;
type Line = [at: number, share: number][];

/** How the class came on; empty where nobody's earlier results are known. */
export function progress(rows: readonly Row[]): Moment[] {
  const lines = rows.flatMap(({ page }) => lineOf(page));
  if (!rows.some(({ page }) => page.history !== undefined)) return [];
  const start = Math.min(...lines.map((line) => line[0]?.[0] ?? Number.POSITIVE_INFINITY));
  const end = Math.max(start, ...lines.map((line) => line.at(-1)?.[0] ?? 0));
  const steps = Math.min(MOMENTS, Math.max(2, Math.ceil((end - start) / 3_600)));
  return Array.from({ length: steps }, (_, step) => {
    const at = start + ((end - start) * step) / (steps - 1);
    const known = lines.flatMap((line) => line.findLast(([then]) => then <= at)?.[1] ?? []);
    const sum = known.reduce((total, share) => total + share, 0);
    return { at, mean: known.length === 0 ? 0 : sum / known.length, handedIn: known.length };
  });
}

/** Of one learner, if there is anything to draw. */
function lineOf({ history, at, earned, possible }: Row['page']): Line[] {
  if (history !== undefined) return [history.map(([then, got, of]) => [then, of > 0 ? got / of : 0])];
  return at === undefined || !possible ? [] : [[[at, (earned ?? 0) / possible]]];
}
