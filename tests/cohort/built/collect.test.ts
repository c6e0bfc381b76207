/** `cohort collect` as it is shipped: exit codes, what is printed, and a kill in the middle that loses nothing. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { type Cohort, cohortSchema } from '../../../src/cohort/model.ts';
import { milepost } from '../../e2e/command-line.ts';
import { badGateway, everything } from '../../github-api/faults.ts';
import type { Hub } from '../../github-api/hub.ts';
import { type GitHubApi, startHub } from '../../github-api/server.ts';
import { ACTION, plainHub, type Stage, stage } from '../hub-of-learners.ts';

const TOKEN = 'ghp_thisIsPlantedAndMustNotBeSeen';
let api: GitHubApi | null = null;
afterEach(async () => {
  const { breaches = [] } = api ?? {};
  await api?.close();
  api = null;
  expect(breaches).toEqual([]);
});

const names = ['ada', 'ben', 'cy', 'dan', 'eve', 'fay', 'gus', 'hal'];

function call(at: Stage, more: string[] = []): [string[], { env: Record<string, string> }] {
  const args = ['--out', at.out, '--graders', at.graders, '--action', ACTION, '--jobs', '2', ...more];
  const env = { GH_TOKEN: TOKEN, GITHUB_API_URL: api?.url ?? '' };
  return [['cohort', 'collect', 'org:school/shelf-', ...args], { env }];
}

async function started(names: string[]): Promise<{ at: Stage; hub: Hub; api: GitHubApi }> {
  const at = await stage();
  const hub = plainHub(at.digest, names);
  api = await startHub(hub);
  return { at, hub, api };
}

const cohortOf = async (folder: string): Promise<Cohort> =>
  cohortSchema.parse(JSON.parse(await readFile(join(folder, 'cohort.json'), 'utf8')));

test('collects, says what is there, and shows the token nowhere', async () => {
  const { at } = await started(names);
  const run = await milepost(...call(at, ['--title', 'Autumn']));
  expect(run.stderr).toMatch(/8 of 8 learners, 8 with a result/);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toBe(
    `8 learners, 8 results.\nCohort: ${at.out}\nThe page: milepost cohort report ${at.out}\n`,
  );
  expect((await cohortOf(at.out)).learners.map(({ id }) => id)).toEqual(names);
  for (const name of await readdir(at.out, { recursive: true, withFileTypes: true }))
    if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain(TOKEN);
  expect(run.stdout + run.stderr).not.toContain(TOKEN);
});

test('killed in the middle and started again: nothing is lost, and what was fetched is not fetched again', async () => {
  const { at, api } = await started(names);
  const downloads = () =>
    api.requests.filter(({ path }) => path.startsWith('/blob/')).map(({ path }) => path);
  const killed = await milepost(call(at)[0], {
    ...call(at)[1],
    async during(child) {
      await new Promise<void>((resolve) => {
        api.beforeEach = () => {
          if (downloads().length === 5) resolve();
        };
      });
      child.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const first = downloads();
  api.beforeEach = () => {};
  const again = await milepost(...call(at));
  expect(again.exitCode).toBe(0);
  const cohort = await cohortOf(at.out);
  expect(cohort.learners.map(({ id, results }) => [id, results[0]?.status])).toEqual(
    names.map((name) => [name, 'graded']),
  );
  // Those under way when it was killed, two at most, are fetched twice.
  expect(new Set(downloads()).size).toBe(8);
  expect(downloads().length).toBeLessThanOrEqual(8 + 2);
  expect(first.length).toBeLessThan(8);
  expect((await readdir(at.out, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('GitHub that is broken is exit code 3, and no news about anybody', async () => {
  const { at, api } = await started(['ada', 'ben']);
  expect((await milepost(...call(at))).exitCode).toBe(0);
  const before = await cohortOf(at.out);
  api.fault({
    when: ({ path }) => path.includes('/shelf-ben'),
    times: 10_000,
    refusal: { ...badGateway, status: 418 },
  });
  const run = await milepost(...call(at));
  expect(run.exitCode).toBe(3);
  const after = await cohortOf(at.out);
  const [ada, ben] = before.learners;
  expect(after.learners).toEqual([
    ada,
    {
      ...ben,
      results: [
        {
          ...ben?.results[0],
          why: 'GitHub answered with status 418. This is the result of an earlier collection.',
        },
      ],
    },
  ]);
});

test('wrong calls are exit code 2 with a word of advice', async () => {
  const { at, api } = await started(['ada']);
  const [args, options] = call(at);
  const nobody = await milepost(
    args.map((arg) => (arg === 'org:school/shelf-' ? 'org:school/other-' : arg)),
    options,
  );
  expect([nobody.exitCode, nobody.stderr.split('\n').at(-2)]).toEqual([
    2,
    'The organization school has no repository that begins with "other-".',
  ]);
  const env = { GH_TOKEN: '', GITHUB_TOKEN: '', GITHUB_API_URL: api.url };
  const without = await milepost(args, { env });
  expect([without.exitCode, without.stderr]).toEqual([
    2,
    'There is no token for GitHub. Set GH_TOKEN, for example with: export GH_TOKEN=$(gh auth token)\nIt needs to read the contents and the actions of the repositories, and nothing else.\n',
  ]);
  api.fault({ when: everything, times: 1, refusal: { status: 401, message: 'Bad credentials' } });
  const unknown = await milepost(args, options);
  expect([unknown.exitCode, unknown.stderr.split('\n').at(-2)]).toEqual([
    2,
    'GitHub does not know the token: set GH_TOKEN, for example with: gh auth token',
  ]);
});

test('--pseudonyms: nobody is named in what is handed on, and the same learner has the same id the next time', async () => {
  const { at } = await started(['ada-lovelace', 'ben-nevis-long']);
  const secret = await mkdtemp(join(tmpdir(), 'cohort-key-'));
  onTestFinished(() => rm(secret, { recursive: true, force: true }));
  const key = join(secret, 'who.json');
  const run = await milepost(...call(at, ['--pseudonyms', key]));
  expect(run.exitCode).toBe(0);
  const first = await cohortOf(at.out);
  const files = await readdir(at.out, { recursive: true, withFileTypes: true });
  for (const file of files) {
    expect(file.name).not.toMatch(/lovelace|nevis|\.collect/);
    if (file.isFile())
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toMatch(
        /lovelace|nevis|github\.com/,
      );
  }
  expect(first.learners.map(({ id, name }) => id === name && /^L[0-9a-f]{8}$/.test(id))).toEqual([
    true,
    true,
  ]);
  await milepost(...call(at, ['--pseudonyms', key]));
  expect((await cohortOf(at.out)).learners).toEqual(first.learners);
});
