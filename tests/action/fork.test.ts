/** `OWNER/milepost/publish` as the runner starts it, for the run that graded a pull request from a fork. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { COMMIT, forkedRepository, forkReport, run } from '../publish/fork-stage.ts';
import { ROOT, runAction, TOKEN } from './runner.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let api: GitHubApi;
beforeEach(async () => {
  api = await startGitHubApi(forkedRepository(todoReport()));
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('the comment is written, its address is an output, and the token is printed nowhere', async () => {
  const { exitCode, outputs, log } = await publish();
  expect(exitCode).toBe(0);
  expect(api.repository.comments.map(({ number }) => number)).toEqual([7]);
  expect(api.repository.comments[0]?.body).toMatch(/^<!-- milepost:todo-api -->\n/);
  expect(outputs).toEqual({ 'comment-url': 'https://github.com/ada/app/pull/7#issuecomment-1001' });
  expect(log.split('\n').filter((line) => line.includes(TOKEN))).toEqual([`::add-mask::${TOKEN}`]);
});

test('paths begin at the root of the repository', async () => {
  await publish({ inputs: { path: './backend/' } });
  expect(api.repository.comments[0]?.body).toContain(`/blob/${COMMIT}/backend/shelf/views.py#L12`);
});

test('nothing to publish is a notice, not a failure', async () => {
  const { exitCode, outputs, commands } = await publish({ inputs: { artifact: 'another' } });
  expect(exitCode).toBe(0);
  expect(outputs).toEqual({ 'comment-url': '' });
  expect(commands.filter(({ name }) => name !== 'add-mask')).toEqual([
    {
      name: 'notice',
      properties: { title: 'No comment on the pull request' },
      text: 'The grading run left no artifact "another": its own log says why.',
    },
  ]);
});

test.each([
  ['another event', { name: 'pull_request', payload: event({}) }, /belongs into a workflow/],
  [
    'a run of a push',
    { name: 'workflow_run', payload: event({ event: 'push' }) },
    /not started by a pull request/,
  ],
  [
    'a fork that is gone',
    { name: 'workflow_run', payload: event({ head_repository: null }) },
    /belongs into/,
  ],
])('%s: the step fails with a sentence, and GitHub is asked nothing', async (_, given, sentence) => {
  const { exitCode, commands } = await publish({ event: given });
  expect(exitCode).toBe(2);
  expect(commands.at(-1)).toMatchObject({ name: 'error', text: expect.stringMatching(sentence) });
  expect(api.requests).toEqual([]);
});

function publish(changes: Partial<Parameters<typeof runAction>[0]> = {}) {
  return runAction({
    api,
    entry: [join(ROOT, 'src/action/publish-main.ts')],
    workspace: ROOT,
    event: { name: 'workflow_run', payload: event({}) },
    ...changes,
    inputs: { ...changes.inputs },
  });
}

function event(changes: object): unknown {
  const { id, commit, headRepository, headBranch } = run;
  const head = { head_sha: commit, head_branch: headBranch, head_repository: { full_name: headRepository } };
  return {
    action: 'completed',
    workflow_run: { id, event: 'pull_request', pull_requests: [], ...head, ...changes },
  };
}

/** About an exercise that comes with Milepost. */
function todoReport() {
  const spec = parse(readFileSync(join(ROOT, 'graders/todo-api.yml'), 'utf8'));
  const report = forkReport();
  const ids: string[] = spec.requirements.slice(0, 2).map(({ id }: { id: string }) => id);
  const requirements = report.requirements.map((one, index) => ({ ...one, id: ids[index] ?? '' }));
  return { ...report, exercise: { ...report.exercise, id: 'todo-api' }, requirements };
}
