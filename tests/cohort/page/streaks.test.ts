import { expect, test } from 'vitest';
import { streakOf } from '../../../src/cohort/page/streaks.ts';
import type { State } from '../../../src/report/schema.ts';

test.each<[string, State[], number, number | null]>([
  ['never passed', ['fail', 'fail', 'fail'], 3, 0],
  ['passed once', ['fail', 'pass', 'fail', 'fail'], 2, 2],
  ['passes now', ['fail', 'fail', 'pass'], 0, null],
  ['blocked and unclear are not passed either', ['blocked', 'inconclusive', 'fail'], 3, 0],
  ['a run that broke says nothing', ['fail', 'error', 'fail', 'error'], 2, 0],
  ['what waits for a mentor is not stuck', ['fail', 'fail', 'review'], 0, null],
  ['nothing is known', [], 0, null],
])('%s', (_, states, runs, since) => {
  const history = states.map((state, day) => ({
    at: `2026-11-0${day + 1}T00:00:00Z`,
    states: { it: state },
  }));
  expect(streakOf('it', history)).toEqual({ runs, since: since === null ? '' : history[since]?.at });
});

test('what an earlier version of the exercise did not ask is not counted', () => {
  const at = '2026-11-01T00:00:00Z';
  expect(
    streakOf('new', [
      { at, states: { old: 'fail' } },
      { at, states: { new: 'fail' } },
    ]),
  ).toEqual({ runs: 1, since: at });
});
