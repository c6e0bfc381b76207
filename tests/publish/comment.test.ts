import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../src/publish/client.ts';
import { type CommentOutcome, publishComment } from '../../src/publish/comment.ts';
import { commentText } from '../../src/publish/comment-body.ts';
import type { Patience } from '../../src/publish/patience.ts';
import { marker } from '../../src/report/changes.ts';
import type { Report } from '../../src/report/schema.ts';
import { badGateway, reads, secondaryLimit, writes } from '../github-api/faults.ts';
import { holdUntil, seen } from '../github-api/hold.ts';
import { ACTIONS_BOT, type Account, newRepository } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { sampleReport } from './sample-report.ts';

const FIRST = 'a'.repeat(40);
const SECOND = 'b'.repeat(40);
const somebody: Account = { login: 'mallory', type: 'User' };
const failing = sampleReport({ list: 'pass', create: 'fail' });
const passing = sampleReport({ list: 'pass', create: 'pass' });
const MARKER = marker('shelf-api');

let api: GitHubApi;
let waits: number[];

beforeEach(async () => {
  api = await startGitHubApi(newRepository());
  waits = [];
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('the first run writes a comment that begins with the marker', async () => {
  const outcome = await post(failing);
  expect(outcome).toEqual({ did: 'created', url: 'https://github.com/ada/app/pull/7#issuecomment-1001' });
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toMatch(new RegExp(`^${MARKER}\n`));
});

test('grading the same commit again touches nothing, whatever differs from run to run', async () => {
  await post(failing);
  const again = { ...structuredClone(failing), timings: { total: 9_999 }, startedAt: '2026-11-02T10:00:00Z' };
  expect(await post(again)).toMatchObject({ did: 'unchanged' });
  expect(sent()).toEqual(['POST']);
});

test('a new push with the same result touches nothing', async () => {
  await post(failing);
  push(SECOND);
  expect(await post(failing, SECOND)).toMatchObject({ did: 'unchanged' });
});

test('a new push with another result updates the comment and says what changed', async () => {
  await post(failing);
  push(SECOND);
  expect(await post(passing, SECOND)).toMatchObject({ did: 'updated' });
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain('Since the last push: 1 newly passed.');
});

test('running the second push again still says what it changed', async () => {
  await post(failing);
  push(SECOND);
  await post(passing, SECOND);
  expect(await post(passing, SECOND)).toMatchObject({ did: 'unchanged' });
  expect(bodies()[0]).toContain('Since the last push: 1 newly passed.');
});

test('a third push that changes nothing no longer claims the change of the second', async () => {
  await post(failing);
  push(SECOND);
  await post(passing, SECOND);
  push('c'.repeat(40));
  expect(await post(passing, 'c'.repeat(40))).toMatchObject({ did: 'updated' });
  expect(bodies()[0]).toContain('Nothing changed since the last push.');
});

test('a comment that somebody edited is written anew', async () => {
  await post(failing);
  edit((body) => body.replace('Shelf API', 'Everything is fine'));
  expect(await post(failing)).toMatchObject({ did: 'updated' });
  expect(bodies()[0]).not.toContain('Everything is fine');
});

test('hidden lines that were tampered with are read as nothing', async () => {
  await post(failing);
  edit((body) =>
    body.replace(/milepost-push:\S+/, `milepost-push:${Buffer.from('{"commit":1}').toString('base64')}`),
  );
  expect(await post(failing)).toMatchObject({ did: 'updated' });
});

test("somebody else's comment with the marker is left alone", async () => {
  plant(somebody, `${MARKER}\nI passed everything`);
  expect(await post(failing)).toMatchObject({ did: 'created' });
  expect(bodies()[0]).toBe(`${MARKER}\nI passed everything`);
  expect(await post(failing)).toMatchObject({ did: 'unchanged' });
});

test("another app's comment with the marker is left alone", async () => {
  plant({ login: 'other-app[bot]', type: 'Bot' }, `${MARKER}\nI passed everything`);
  expect(await post(failing)).toMatchObject({ did: 'created' });
  expect(await post(passing)).toMatchObject({ did: 'updated' });
  expect(bodies()[0]).toBe(`${MARKER}\nI passed everything`);
});

test('an app of its own finds its own comment beside that of the workflow bot', async () => {
  plant(ACTIONS_BOT, `${MARKER}\nold`);
  api.repository.token = { login: 'milepost-app[bot]', type: 'Bot', mayWrite: true };
  plant(api.repository.token, `${MARKER}\nours`);
  expect(await post(failing)).toMatchObject({ did: 'updated' });
  expect(bodies()[0]).toBe(`${MARKER}\nold`);
});

test("a person's token finds that person's comment", async () => {
  api.repository.token = { login: 'ada', type: 'User', mayWrite: true };
  plant(ACTIONS_BOT, `${MARKER}\nnot ours`);
  await post(failing);
  expect(await post(passing)).toMatchObject({ did: 'updated' });
  expect(bodies()[0]).toBe(`${MARKER}\nnot ours`);
});

test('a marker further down is an ordinary comment', async () => {
  plant(ACTIONS_BOT, `Look at ${MARKER}`);
  expect(await post(failing)).toMatchObject({ did: 'created' });
});

test('the comment of another exercise is another comment', async () => {
  await post(failing);
  const other = { ...failing, exercise: { ...failing.exercise, id: 'shelf-api-2' } };
  expect(await post(other)).toMatchObject({ did: 'created' });
  expect(await post(failing)).toMatchObject({ did: 'unchanged' });
});

test('our comment is found behind a hundred others', async () => {
  for (let i = 0; i < 230; i += 1) plant(somebody, `comment ${i}`);
  await post(failing);
  expect(await post(passing)).toMatchObject({ did: 'updated' });
});

test('a comment that is deleted between looking and writing is written anew', async () => {
  await post(failing);
  api.beforeEach = ({ method }) => {
    if (method === 'PATCH') api.repository.comments = [];
  };
  expect(await post(passing)).toMatchObject({ did: 'created' });
  expect(bodies()).toHaveLength(1);
});

test('an older commit does not speak over a newer one', async () => {
  await post(failing);
  push(SECOND);
  await post(passing, SECOND);
  expect(await post(failing, FIRST)).toMatchObject({ did: 'outdated' });
  expect(bodies()[0]).toContain('1 newly passed');
});

test('a commit that is pushed while GitHub makes us wait is noticed', async () => {
  await post(failing);
  api.fault({ when: writes, times: 1, refusal: secondaryLimit(403, 1) });
  const outcome = await post(passing, FIRST, { onWait: () => push(SECOND) });
  expect(outcome).toMatchObject({ did: 'outdated' });
  expect(bodies()[0]).toContain('Requirement create');
  expect(sent()).toEqual(['POST', 'PATCH']);
});

test('two first runs at once end with one comment', async () => {
  holdUntil(api, 2, writes);
  const outcomes = await Promise.all([post(failing), post(failing)]);
  expect(bodies()).toHaveLength(1);
  expect(new Set(outcomes.map((one) => one.url))).toEqual(new Set([urlOf(0)]));
});

test('two first runs of different commits end with one comment, that of the newer', async () => {
  holdUntil(api, 2, writes);
  const older = post(failing);
  const newer = seen(api, writes).then(() => {
    push(SECOND);
    return post(passing, SECOND);
  });
  await Promise.all([older, newer]);
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain('4 of 4 points');
});

test('a write that GitHub did although it answered 502 is not repeated', async () => {
  api.fault({ when: writes, times: 1, refusal: badGateway, afterDoingIt: true });
  expect(await post(failing)).toMatchObject({ did: 'unchanged', url: urlOf(0) });
  expect(bodies()).toHaveLength(1);
  expect(waits).toEqual([1_000]);
});

test('a lost connection is tried again', async () => {
  api.fault({ when: reads, times: 2, refusal: 'cut' });
  expect(await post(failing)).toMatchObject({ did: 'created' });
  expect(waits).toEqual([1_000, 2_000]);
});

function post(report: Report, commit = FIRST, { onWait = () => {} } = {}): Promise<CommentOutcome> {
  const patience: Patience = {
    budget: 120_000,
    attempts: 5,
    now: () => 1_000_000,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      onWait();
    },
  };
  return publishComment(
    {
      client: createClient('secret', api.url),
      pull: { owner: 'ada', repo: 'app', number: 7, commit, fromFork: false },
      marker: marker(report.exercise.id),
      text: (existing) => commentText(report, commit, 'https://github.com/ada/app', existing),
    },
    patience,
  );
}

function push(commit: string): void {
  for (const pull of api.repository.pulls) pull.headSha = commit;
}

function plant(author: Account, body: string): void {
  api.repository.comments.push({ id: api.repository.comments.length + 1, number: 7, body, author });
}

function edit(change: (body: string) => string): void {
  for (const comment of api.repository.comments) comment.body = change(comment.body);
}

const bodies = () => api.repository.comments.map((comment) => comment.body);
const urlOf = (index: number) =>
  `https://github.com/ada/app/pull/7#issuecomment-${api.repository.comments[index]?.id}`;
const sent = () => api.requests.filter(writes).map((request) => request.method);
