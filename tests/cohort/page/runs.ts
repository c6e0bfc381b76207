/** How a learner of a generated cohort came on, run by run, and since when what is not passed. */
import type { State } from '../../../src/report/schema.ts';
import { wayKeys } from './errors.ts';
import type { Exercise } from './generate.ts';
import type { Random } from './random.ts';

export interface Run {
  at: string;
  commit: string;
  states: Record<string, State>;
  earned: number;
  judged: number;
  possible: number;
}

export interface TruthStreak {
  runs: number;
  since: string;
}

export interface Runs {
  runs: Run[];
  streaks: Record<string, TruthStreak>;
  ways: Record<string, string>;
  outcome: 'completed' | 'no-app';
}

const START = Date.parse('2026-11-02T08:00:00Z');
const END = Date.parse('2026-11-21T20:00:00Z');
/** Which requirements are hard does not depend on the learner. */
const hardness = (index: number): number => ((index * 37) % 83) / 100;

export function runsOf(
  exercise: Exercise,
  random: Random,
  { nothing, everybody }: { nothing: boolean; everybody: boolean },
): Runs {
  const count = nothing ? 0 : random.whole(1, 9);
  const times = Array.from({ length: count }, () => START + random.next() * (END - START)).sort(
    (a, b) => a - b,
  );
  const noApp = random.chance(0.025) && !everybody;
  const skill = random.next() * 0.7 + 0.1;
  const luck = exercise.requirements.map(() => random.next() * 0.5 - 0.25);
  const ways = exercise.requirements.map((one) => [one.id, random.one(wayKeys)] as const);
  const streaks: Record<string, TruthStreak> = {};
  const runs = times.map((time, number): Run => {
    const at = new Date(Math.floor(time / 1000) * 1000).toISOString();
    const grown = skill + (number / Math.max(3, count)) * 0.5;
    const states = statesOf(exercise, random, (index) => grown + (luck[index] ?? 0) > hardness(index));
    if (noApp && number === count - 1) for (const { id } of exercise.requirements) states[id] = 'blocked';
    for (const [id, state] of Object.entries(states)) follow(streaks, id, state, at);
    const counted = exercise.requirements.filter((one) => !one.advice);
    const sum = (wanted: State[]) =>
      counted.reduce(
        (total, one) => total + (wanted.includes(states[one.id] ?? 'error') ? one.points : 0),
        0,
      );
    return {
      at,
      commit: random.hex(40),
      states,
      earned: sum(['pass']),
      judged: sum(['pass', 'fail', 'blocked']),
      possible: sum(['pass', 'fail', 'blocked', 'inconclusive', 'error', 'review']),
    };
  });
  return {
    runs,
    streaks,
    ways: Object.fromEntries(ways),
    outcome: noApp && count > 0 ? 'no-app' : 'completed',
  };
}

/** Forwards in time, where the page looks backwards. */
function follow(streaks: Record<string, TruthStreak>, id: string, state: State, at: string): void {
  if (state === 'error') return;
  const known = streaks[id];
  if (!['fail', 'blocked', 'inconclusive'].includes(state)) delete streaks[id];
  else if (known === undefined) streaks[id] = { runs: 1, since: at };
  else known.runs += 1;
}

function statesOf(
  { requirements }: Exercise,
  random: Random,
  can: (index: number) => boolean,
): Record<string, State> {
  const root = Math.min(5, requirements.length - 1);
  const rootFails = !can(root);
  return Object.fromEntries(
    requirements.map(({ id }, index): [string, State] => {
      const chance = random.next();
      if (index === root) return [id, rootFails ? 'fail' : 'pass'];
      if (rootFails && [6, 8].includes(index)) return [id, 'blocked'];
      if (chance < 0.005) return [id, 'error'];
      if (chance < 0.015) return [id, 'skipped'];
      if (index === 9 && chance < 0.1) return [id, 'review'];
      if (can(index)) return [id, 'pass'];
      return [id, chance > 0.95 ? 'inconclusive' : 'fail'];
    }),
  );
}
