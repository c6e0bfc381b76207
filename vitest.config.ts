import { defineConfig } from 'vitest/config';

/** Tests that start engines, browsers or whole grades: one file at a time, so that they do not slow each other down. */
const engines = [
  'tests/engines/**/*.test.ts',
  'tests/inside/**/*.test.ts',
  'tests/hostile/**/*.test.ts',
  'tests/null/**/*.test.ts',
  'tests/e2e/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/app/start.test.ts',
  'tests/deploy/settings.test.ts',
  'tests/attack/accounts.test.ts',
  'tests/action/{publishing,verdict,hostile,fork*}.test.ts',
  'tests/scripts/build.test.ts',
  'tests/cohort/page/browser/*.test.ts',
  'tests/cohort/built/**/*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: engines,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: engines,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
          // Bombs and deadlines share two cores with whatever else runs: what fails for a reason fails again.
          retry: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
