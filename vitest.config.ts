import { defineConfig } from 'vitest/config';

/** Tests that wait for a deadline of the grader, and take nothing from others meanwhile. */
const waiting = ['tests/waiting/**/*.test.ts'];

/** Tests that stop the Docker engine, use up what there is, or measure: nothing may run beside them. */
const alone = [
  'tests/hostile/{crash,resource}.test.ts',
  'tests/cohort/page/browser/scale.test.ts',
  'tests/engines/docker/life.test.ts',
];

/** Tests that start engines, browsers or whole grades. */
const engines = [
  'tests/engines/**/*.test.ts',
  'tests/inside/**/*.test.ts',
  'tests/hostile/**/*.test.ts',
  'tests/null/**/*.test.ts',
  'tests/e2e/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/app/start.test.ts',
  'tests/deploy/settings.test.ts',
  'tests/attack/{accounts,desk}.test.ts',
  'tests/action/{publishing,verdict,hostile,fork*}.test.ts',
  'tests/scripts/*.test.ts',
  'tests/cohort/page/browser/*.test.ts',
  'tests/cohort/built/**/*.test.ts',
];

const slow = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // Two cores are shared with whatever else runs: what fails for a reason fails again.
  retry: 2,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...waiting, ...engines, ...alone],
          testTimeout: 20_000,
          maxWorkers: 3,
        },
      },
      { test: { name: 'waiting', include: waiting, ...slow, maxWorkers: 3 } },
      {
        test: {
          name: 'engines',
          include: engines,
          exclude: alone,
          ...slow,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { name: 'alone', include: alone, ...slow, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
