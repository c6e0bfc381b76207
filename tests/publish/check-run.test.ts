import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSafely, conclusion } from '../../src/publish/check-run.ts';
import type { RunContext } from '../../src/publish/run-context.ts';
import type { Report } from '../../src/report/schema.ts';
import { badGateway, everything, secondaryLimit, withoutPermission, writes } from '../github-api/faults.ts';
import { newRepository } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { evidence, sampleReport } from './sample-report.ts';

const COMMIT = 'a'.repeat(40);
const failing = sampleReport({ list: 'pass', create: 'fail' });
const passing = sampleReport({ list: 'pass', create: 'pass' });

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi(newRepository());
  api.repository.token.mayCheck = true;
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('the commit gets one check with the result and the lines', async () => {
  expect(await check(failing)).toBe(true);
  expect(api.repository.checks).toEqual([
    {
      name: 'Milepost: Shelf API',
      head_sha: COMMIT,
      external_id: 'shelf-api',
      started_at: '2026-11-01T10:00:00Z',
      status: 'completed',
      conclusion: 'failure',
      output: {
        title: 'Shelf API: 2 of 4 points',
        summary: expect.stringContaining('## ❌ Shelf API: 2 of 4 points'),
        annotations: [
          {
            path: 'shelf/views.py',
            start_line: 12,
            end_line: 12,
            annotation_level: 'failure',
            title: 'Requirement create',
            message: 'The answer was looked at.\nWhat to do: Look at the view.',
          },
        ],
      },
    },
  ]);
});

test('a report of any size keeps within what GitHub takes', async () => {
  const many = Array.from({ length: 120 }, (_, i) =>
    evidence({ summary: 'é'.repeat(5_000), place: { file: 'a.py', line: i + 1, code: null } }),
  );
  const requirements = failing.requirements.map((one) => ({
    ...one,
    title: `${one.title} ${'x'.repeat(500)}`,
    evidence: many,
  }));
  expect(await check({ ...failing, requirements })).toBe(true);
  const output = api.repository.checks[0]?.output as { summary: string; annotations: unknown[] };
  expect(Buffer.byteLength(output.summary)).toBeLessThan(65_535);
  expect(output.annotations).toHaveLength(50);
});

test('without the permission there is none, and nobody is told', async () => {
  api.repository.token.mayCheck = false;
  expect(await check(failing)).toBe(false);
  expect(api.repository.checks).toEqual([]);
});

test.each([
  ['it is not wanted', { check: false }],
  ['there is no token', { token: '' }],
  ['the commit is from a fork', { run: runOf({ pull: { number: 7, fromFork: true } }) }],
])('nothing is asked of GitHub where %s', async (_, options) => {
  expect(await check(failing, options)).toBe(false);
  expect(api.requests).toEqual([]);
});

test('a busy GitHub is waited for', async () => {
  api.fault({ when: writes, times: 1, refusal: secondaryLimit(403, 1) });
  api.fault({ when: writes, times: 1, refusal: badGateway });
  expect(await check(passing)).toBe(true);
  expect(api.repository.checks).toHaveLength(1);
});

test.each([badGateway, withoutPermission])(
  'a GitHub that refuses ($status) costs the check only',
  async (refusal) => {
    api.fault({ when: everything, times: 99, refusal });
    expect(await check(passing)).toBe(false);
  },
);

describe('the conclusion', () => {
  test.each([
    ['everything passed', passing, 'success'],
    ['something failed', failing, 'failure'],
    ['something could not be told', sampleReport({ list: 'pass', create: 'inconclusive' }), 'failure'],
    ['a mentor has to look', sampleReport({ list: 'pass', create: 'review' }), 'neutral'],
    ['the grader broke', sampleReport({ list: 'pass', create: 'error' }), 'action_required'],
    ['nothing was judged', sampleReport({ list: 'skipped' }), 'action_required'],
    ['the run broke off', { ...passing, outcome: 'failed' }, 'action_required'],
    ['the run was stopped', { ...passing, outcome: 'stopped' }, 'cancelled'],
    ['the app did not start', { ...passing, outcome: 'no-app' }, 'failure'],
  ] satisfies [string, Report, string][])('%s', (_, report, expected) => {
    expect(conclusion(report, 'fail')).toBe(expected);
  });

  test('a failure that does not fail the step is not red', () => {
    expect(conclusion(failing, 'error')).toBe('neutral');
  });
});

function check(report: Report, options: Partial<Parameters<typeof checkSafely>[1]> = {}): Promise<boolean> {
  const patience = { budget: 90_000, attempts: 5, sleep: async () => {}, now: Date.now };
  return checkSafely(report, {
    run: runOf({}),
    token: 'ghx',
    check: true,
    failOn: 'fail',
    patience,
    ...options,
  });
}

function runOf(changes: Partial<RunContext>): RunContext {
  return {
    owner: 'ada',
    repo: 'app',
    eventName: 'push',
    commit: COMMIT,
    pull: null,
    // Where no request is made it does not matter.
    apiUrl: api?.url ?? '',
    repositoryUrl: 'https://github.com/ada/app',
    ...changes,
  };
}
