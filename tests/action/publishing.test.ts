/** What every run does on GitHub: the built action as the runner starts it, on an empty repository and on the reference. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  badGateway,
  everything,
  primaryLimit,
  reads,
  secondaryLimit,
  unavailable,
  withoutPermission,
  writes,
} from '../github-api/faults.ts';
import { holdUntil } from '../github-api/hold.ts';
import { type Account, newRepository } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import {
  type ActionResult,
  type ActionRun,
  type Gradable,
  pullRequestEvent,
  ROOT,
  runAction,
  TOKEN,
} from './runner.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

// No container is needed to see how a result is published, and CI must ask for this engine by name.
const inputs = { exercise: 'todo-api', engine: 'process', seed: '7' };
/** Is graded with exit status 1. */
const first: Gradable = { workspace: mkdtempSync(join(tmpdir(), 'milepost-empty-')), inputs };
/** Is graded with exit status 0. */
const other: Gradable = {
  workspace: join(ROOT, 'fixtures/todo-api/reference'),
  inputs: { ...inputs, only: 'create' },
};
const SECOND = 'b'.repeat(40);
const MARKER = '<!-- milepost:todo-api -->';
let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi(newRepository());
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('the first run writes a comment, the summary and the outputs', async () => {
  const result = await start(first);
  expect(result).toMatchObject({ exitCode: 1 });
  expect(bodies()).toEqual([expect.stringMatching(new RegExp(`^${MARKER}\n`))]);
  expect(result.outputs['comment-url']).toBe('https://github.com/ada/app/pull/7#issuecomment-1001');
  expect(result.outputs['report-path']).toMatch(/report\.json$/);
  expect(Object.keys(result.outputs).sort()).toEqual([
    'blocked', 'comment-url', 'error', 'fail', 'inconclusive', 'judged', 'pass', 'possible', 'report-path', 'review',
    'score', 'skipped',
  ]); // biome-ignore format: a list
  expect(result.summary).toContain('points');
});

test('a second push with another result updates the comment', async () => {
  await start(first);
  push(SECOND);
  expect(await start(other)).toMatchObject({ exitCode: 0 });
  expect(bodies()).toEqual([expect.stringContaining('Since the last push')]);
  expect(sent()).toEqual(['POST', 'PATCH']);
});

test('a second push with the same result touches nothing', async () => {
  await start(first);
  push(SECOND);
  const { outputs } = await start(first);
  expect(sent()).toEqual(['POST']);
  expect(outputs['comment-url']).toBe('https://github.com/ada/app/pull/7#issuecomment-1001');
});

test.each<Account>([
  { login: 'mallory', type: 'User' },
  { login: 'other-app[bot]', type: 'Bot' },
])('a comment of $login with the marker is left alone', async (author) => {
  api.repository.comments.push({ id: 5, number: 7, body: `${MARKER}\nAll passed`, author });
  await start(first);
  await start(first);
  expect(bodies()).toEqual([`${MARKER}\nAll passed`, expect.stringContaining('points')]);
});

test('without the permission, the summary and a notice say which one to add', async () => {
  api.repository.token.mayWrite = false;
  const result = await start(first);
  expect(result).toMatchObject({ exitCode: 1 });
  expect(result.outputs['comment-url']).toBe('');
  expect(noticeOf(result)).toContain('pull-requests: write');
  expect(result.summary).toContain('pull-requests: write');
  expect(result.summary).toContain('points');
  expect(bodies()).toEqual([]);
});

test('a token that may not even look degrades the same way', async () => {
  api.fault({ when: everything, times: 99, refusal: withoutPermission });
  const result = await start(first);
  expect(result).toMatchObject({ exitCode: 1 });
  expect(noticeOf(result)).toContain('pull-requests: write');
});

test('a fork gets the summary and a notice, and its own verdict', async () => {
  api.repository.token.mayWrite = false;
  fork();
  const result = await start(other);
  expect(result).toMatchObject({ exitCode: 0 });
  expect(noticeOf(result)).toContain('comes from a fork');
  expect(result.summary).toContain('points');
});

test('a locked conversation is named', async () => {
  for (const pull of api.repository.pulls) pull.locked = true;
  const result = await start(first);
  expect(result).toMatchObject({ exitCode: 1 });
  expect(noticeOf(result)).toContain('is locked');
});

test.each([403, 429] as const)('a secondary limit (%i) with Retry-After is waited for', async (status) => {
  api.fault({ when: writes, times: 1, refusal: secondaryLimit(status, 1) });
  const result = await start(first);
  expect(bodies()).toHaveLength(1);
  expect(noticeOf(result)).toBeUndefined();
});

test.each([403, 429] as const)('the hourly limit (%i) without Retry-After is waited for', async (status) => {
  api.fault({ when: reads, times: 1, refusal: primaryLimit(status, Math.ceil(Date.now() / 1000) + 2) });
  await start(first);
  expect(bodies()).toHaveLength(1);
});

test.each([403, 429] as const)(
  'a limit (%i) that asks for too long a wait costs the comment only',
  async (status) => {
    api.fault({ when: writes, times: 99, refusal: secondaryLimit(status, 600) });
    const result = await start(first);
    expect(result).toMatchObject({ exitCode: 1 });
    expect(noticeOf(result)).toContain('run the job again later');
    expect(result.summary).toContain('points');
  },
);

test('server errors are tried again, and what was done is not done twice', async () => {
  api.fault({ when: reads, times: 1, refusal: unavailable });
  api.fault({ when: writes, times: 1, refusal: badGateway, afterDoingIt: true });
  await start(first);
  expect(bodies()).toHaveLength(1);
});

test('two runs at once end with one comment', async () => {
  holdUntil(api, 2, writes);
  const [one, two] = await Promise.all([start(first), start(first)]);
  expect(bodies()).toHaveLength(1);
  expect(one.outputs['comment-url']).toBe(two.outputs['comment-url']);
});

test.each(['push', 'workflow_dispatch'])('a run by %s finds the pull request by its commit', async (name) => {
  await start(first, { event: { name, payload: { repository: { full_name: 'ada/app' } } } });
  expect(bodies()).toHaveLength(1);
});

test('a push without a pull request has nothing to comment on', async () => {
  const event = { name: 'push', payload: {} };
  const result = await start(first, { event, commit: 'd'.repeat(40) });
  expect(result).toMatchObject({ exitCode: 1 });
  expect(noticeOf(result)).toBeUndefined();
  expect(bodies()).toEqual([]);
});

test('where the token may write checks, the commit gets one, and its lines are not shown twice', async () => {
  api.repository.token.mayCheck = true;
  const { commands } = await start(first);
  expect(api.repository.checks).toMatchObject([{ head_sha: 'a'.repeat(40), conclusion: 'failure' }]);
  expect(commands.filter(({ name, properties }) => name === 'error' && properties.file)).toEqual([]);
});

test('the page and the lines of code scanning know the repository', async () => {
  await start(other);
  push(SECOND);
  const folder = mkdtempSync(join(tmpdir(), 'milepost-reports-'));
  await start(other, { inputs: { 'report-dir': folder } });
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(
    `https://github.com/ada/app/blob/${SECOND}/`,
  );
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Nothing changed since the last push.');
});

test('`comment: false` and `check: false` ask nothing of GitHub', async () => {
  const result = await start(first, { inputs: { comment: 'false', check: 'false' } });
  expect(api.requests).toEqual([]);
  expect(result.summary).toContain('points');
});

test('the token is in nothing that is printed or written', async () => {
  const { log, summary, outputs } = await start(first);
  const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect([shown.join('\n'), summary, JSON.stringify(outputs), ...bodies()].join('\n')).not.toContain(TOKEN);
});

function start(gradable: Gradable, run: Partial<ActionRun> = {}): Promise<ActionResult> {
  const inputs = { ...gradable.inputs, ...run.inputs };
  return runAction({ api, event: pullRequestEvent(api), ...gradable, ...run, inputs });
}

function push(commit: string): void {
  for (const pull of api.repository.pulls) pull.headSha = commit;
}

function fork(): void {
  for (const pull of api.repository.pulls) pull.headRepository = 'grace/app';
}

const bodies = () => api.repository.comments.map((comment) => comment.body);
const sent = () =>
  api.requests.filter((one) => writes(one) && one.path.includes('/comments')).map(({ method }) => method);

function noticeOf({ commands }: ActionResult): string | undefined {
  return commands.find(
    (one) => one.name === 'notice' && one.properties.title === 'No comment on the pull request',
  )?.text;
}
