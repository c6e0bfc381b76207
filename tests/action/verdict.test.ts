/** The exit status of the step, and what happens when there is nothing to publish. */
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exitStatus } from '../../src/action/exit-status.ts';
import { run } from '../../src/action/run.ts';
import type { Report, State } from '../../src/report/schema.ts';
import { newRepository } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { sampleReport } from '../publish/sample-report.ts';
import { runAction } from './runner.ts';
import { withReport } from './with-report-entry.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let api: GitHubApi;
beforeEach(async () => {
  api = await startGitHubApi(newRepository());
});
afterEach(() => api.close());

const completed: Partial<Report> = {};
const noApp: Partial<Report> = { outcome: 'no-app' };
const broken: Partial<Report> = { outcome: 'failed' };
const stopped: Partial<Report> = { outcome: 'stopped' };

test.each<[State[], Partial<Report>, number, number]>([
  [['pass', 'pass'], completed, 0, 0],
  [['pass', 'skipped'], completed, 0, 0],
  [['pass', 'review'], completed, 0, 0],
  [['pass', 'fail'], completed, 1, 0],
  [['pass', 'blocked'], completed, 1, 0],
  [['pass', 'inconclusive'], completed, 1, 0],
  [['pass', 'error'], completed, 3, 3],
  [['fail', 'error'], completed, 1, 3],
  [['skipped'], completed, 3, 3],
  [[], completed, 3, 3],
  [['blocked'], noApp, 1, 0],
  [[], noApp, 1, 0],
  [['error', 'fail'], broken, 3, 3],
  [['pass'], broken, 3, 3],
  [['pass'], stopped, 3, 3],
  [['error'], stopped, 3, 3],
])('%j %j: %i, and %i with fail-on: error', (states, changes, strict, lenient) => {
  const report = sampleReport(
    Object.fromEntries(states.map((state, index) => [`r${index}`, state])),
    changes,
  );
  expect(exitStatus(report, 'fail')).toBe(strict);
  expect(exitStatus(report, 'error')).toBe(lenient);
});

test('advice that is not followed does not count', () => {
  const report = sampleReport({ list: 'pass', style: 'fail' });
  for (const requirement of report.requirements) requirement.advice = requirement.id === 'style';
  expect(exitStatus(report, 'fail')).toBe(0);
});

test('a wrong input ends the step with a sentence, and nothing is graded or asked', async () => {
  const given = withReport(sampleReport({ list: 'pass' }));
  const { exitCode, commands, outputs } = await runAction({
    api,
    ...given,
    inputs: { engine: 'dokcer', seed: 'many' },
  });
  expect(exitCode).toBe(2);
  expect(commands).toEqual([
    {
      name: 'error',
      properties: { title: 'Milepost could not grade' },
      text:
        'Input `engine` must be one of auto, docker, process, but "dokcer" was found. Did you mean `docker`?\n' +
        'Input `seed` must be a whole number with at most nine digits.',
    },
  ]);
  expect(outputs).toEqual({});
  expect(api.requests).toEqual([]);
});

test('a grading that breaks off ends the step as not completed, with the reason', async () => {
  const given = withReport({ ...sampleReport({ list: 'pass' }), seed: 0.5 });
  const { exitCode, commands } = await runAction({ api, ...given });
  expect(exitCode).toBe(3);
  expect(commands.at(-1)).toMatchObject({ name: 'error', properties: { title: 'Milepost could not grade' } });
  expect(api.requests).toEqual([]);
});

test('what the runner keeps secret is given to the grade, to be hidden', async () => {
  const env = {
    INPUT_TOKEN: 'token-1',
    ACTIONS_RUNTIME_TOKEN: 'token-2',
    DEPLOY_KEY: 'token-3',
    RUNNER_TEMP: tmpdir(),
  };
  let secrets: string[] = [];
  await run(
    env,
    async (options) => {
      secrets = options.secrets;
      return sampleReport({ list: 'pass' });
    },
    new AbortController().signal,
  );
  expect(secrets).toEqual(['token-1', 'token-2', 'token-3']);
});

test('a run that was cancelled publishes nothing', async () => {
  const cancelled = new AbortController();
  const env = {
    GITHUB_REPOSITORY: 'ada/app',
    GITHUB_API_URL: api.url,
    INPUT_TOKEN: 'x',
    RUNNER_TEMP: tmpdir(),
  };
  const grade = async () => {
    cancelled.abort();
    return sampleReport({ list: 'pass' });
  };
  expect(await run(env, grade, cancelled.signal)).toBe(3);
  expect(api.requests).toEqual([]);
});
