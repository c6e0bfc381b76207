/**
 * The columns of an exercise. Any single report can claim anything, so they are what most reports of the expected
 * version say; a report that says otherwise is shown in these columns, and that it differs is said.
 */
import type { Report } from '../../report/schema.ts';
import type { CohortExercise } from '../model.ts';
import type { PageRequirement } from './data.ts';

interface Vote {
  requirements: Omit<PageRequirement, 'points'>[];
  /** Of each requirement: how many reports say how many points. */
  points: Map<number, number>[];
  count: number;
  expected: boolean;
}

/** Which requirements an exercise has: reports vote, those of the expected version first. */
export class RequirementVotes {
  /** Reports of the expected version so far. */
  expected = 0;
  readonly #votes = new Map<string, Vote>();
  readonly #exercise: CohortExercise;

  constructor(exercise: CohortExercise) {
    this.#exercise = exercise;
  }

  add(report: Report): void {
    const key = shapeOf(report);
    const vote = this.#votes.get(key) ?? {
      requirements: report.requirements.map(({ id, title, advice }) => ({ id, title, advice })),
      points: report.requirements.map(() => new Map()),
      count: 0,
      expected: report.exercise.specDigest === this.#exercise.specDigest,
    };
    this.#votes.set(key, vote);
    vote.count += 1;
    if (vote.expected) this.expected += 1;
    for (const [index, { state, points }] of report.requirements.entries()) {
      const said = vote.points[index];
      // What does not apply to a learner has no points there.
      if (state !== 'skipped') said?.set(points.possible, (said.get(points.possible) ?? 0) + 1);
    }
  }

  winner(): { shape: string; requirements: PageRequirement[] } {
    const votes = [...this.#votes].toSorted(
      ([, a], [, b]) => Number(b.expected) - Number(a.expected) || b.count - a.count,
    );
    const [shape, vote] = votes[0] ?? ['', undefined];
    const requirements = (vote?.requirements ?? []).map((one, index) => ({
      ...one,
      points: mostFrequent(vote?.points[index] ?? new Map()),
    }));
    return { shape, requirements };
  }
}

/** Equal for reports that can stand in the same table. */
export function shapeOf(report: Report): string {
  return JSON.stringify([
    report.exercise.specDigest,
    report.requirements.map(({ id, advice }) => [id, advice]),
  ]);
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
