/** Collecting from a loopback GitHub: whose result is the newest, whose can be trusted, and what a row says otherwise. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type CollectOptions, collect } from '../../src/cohort/collect/collect.ts';
import type { Cohort } from '../../src/cohort/model.ts';
import { readCohort } from '../../src/cohort/read.ts';
import { badGateway, everything, secondaryLimit } from '../github-api/faults.ts';
import { type Hub, newHubRepository } from '../github-api/hub.ts';
import { type GitHubApi, startHub } from '../github-api/server.ts';
import { zipped } from '../publish/fork-stage.ts';
import {
  ACTION,
  learnersReport,
  learnersRepository,
  learnersRun,
  listFile,
  plainHub,
  type Stage,
  shaOf,
  stage,
  WORKFLOW,
  workflow,
} from './hub-of-learners.ts';

let api: GitHubApi | null = null;
afterEach(async () => {
  const { breaches = [] } = api ?? {};
  await api?.close();
  api = null;
  expect(breaches).toEqual([]);
});

const states = { list: 'pass', create: 'fail' } as const;
let waits: number[] = [];

async function collected(at: Stage, hub: Hub, changes: Partial<CollectOptions> = {}): Promise<Cohort> {
  api ??= await startHub(hub);
  api.hub = hub;
  waits = [];
  const { cohort } = await collect({
    source: { kind: 'organization', owner: 'school', prefix: 'shelf-' },
    naming: {},
    out: at.out,
    title: 'Autumn',
    deadline: '2026-11-15T00:00:00Z',
    exercise: null,
    artifact: 'milepost-report',
    history: 0,
    graders: at.graders,
    templates: { action: ACTION, own: null },
    token: 'secret-token',
    apiUrl: api.url,
    jobs: 4,
    progress: () => {},
    patience: { sleep: async (milliseconds) => void waits.push(milliseconds) },
    ...changes,
  });
  return cohort;
}

const rowsOf = (cohort: Cohort): unknown[] =>
  cohort.learners.flatMap(({ id, results }) =>
    results.map(({ status, why, trust }) => [id, status, why, ...trust.reasons]),
  );

test('an organization: each learner’s newest result, where it comes from, and when', async () => {
  const at = await stage();
  const older = learnersRun(
    'ada-old',
    learnersReport(at.digest, 'ada-old', { list: 'fail', create: 'fail' }),
    {
      createdAt: '2026-11-08T10:00:00Z',
    },
  );
  const newer = learnersRun('ada', learnersReport(at.digest, 'ada', states));
  // An old commit was graded again: its artifact is the newest, its push is not.
  older.artifacts.push({
    ...older.artifacts[0],
    id: 9_000,
    name: 'milepost-report',
    content: older.artifacts[0]?.content ?? new Uint8Array(),
  });
  const late = learnersRun('ben', learnersReport(at.digest, 'ben', states), {
    event: 'pull_request',
    branch: 'work',
    pull: 3,
    createdAt: '2026-11-16T10:00:00Z',
  });
  const other = newHubRepository({ name: 'website' });
  const hub = {
    repositories: [learnersRepository('ada', [older, newer]), learnersRepository('ben', [late]), other],
    quota: null,
  };
  const cohort = await collected(at, hub);
  expect(cohort).toEqual({
    schemaVersion: 1,
    title: 'Autumn',
    collectedAt: cohort.collectedAt,
    deadline: '2026-11-15T00:00:00Z',
    exercises: [{ id: 'shelf-api', title: 'Our shelf', specDigest: at.digest }],
    learners: [
      {
        id: 'ada',
        name: 'ada',
        group: null,
        repository: 'https://github.com/school/shelf-ada',
        results: [
          {
            exercise: 'shelf-api',
            status: 'graded',
            why: null,
            report: 'learners/ada/shelf-api/report.json',
            commit: shaOf('ada'),
            at: '2026-11-10T10:00:00Z',
            run: `https://github.com/school/shelf-ada/actions/runs/${newer.id}`,
            pullRequest: null,
            trust: { level: 'verified', reasons: [], sameAs: [] },
            late: false,
            history: 'learners/ada/shelf-api/history.json',
          },
        ],
      },
      {
        id: 'ben',
        name: 'ben',
        group: null,
        repository: 'https://github.com/school/shelf-ben',
        results: [
          {
            exercise: 'shelf-api',
            status: 'graded',
            why: null,
            report: 'learners/ben/shelf-api/report.json',
            commit: shaOf('ben'),
            at: '2026-11-16T10:00:00Z',
            run: `https://github.com/school/shelf-ben/actions/runs/${late.id}`,
            pullRequest: 'https://github.com/school/shelf-ben/pull/3',
            trust: { level: 'verified', reasons: [], sameAs: [] },
            late: true,
            history: 'learners/ben/shelf-api/history.json',
          },
        ],
      },
    ],
  });
  for await (const { report } of (await readCohort(at.out)).rows())
    expect(report?.requirements.map(({ title, state, points }) => [title, state, points])).toEqual([
      ['Our title of list', 'pass', { earned: 5, possible: 5 }],
      ['Our title of create', 'fail', { earned: 0, possible: 10 }],
    ]);
});

test('who cannot be trusted, and why', async () => {
  const at = await stage();
  const repository = (
    name: string,
    report: unknown,
    files: Record<string, string> = { [WORKFLOW]: workflow },
  ) => learnersRepository(name, [learnersRun(name, report)], { files });
  const good = (name: string, changes = {}) => learnersReport(at.digest, name, states, changes);
  const copied = good('original');
  const hub = {
    quota: null,
    repositories: [
      repository('commented', good('commented'), { [WORKFLOW]: `# my workflow\n\n${workflow}# end\n` }),
      repository('edited', good('edited'), {
        [WORKFLOW]: workflow.replace('    steps:\n', '    steps:\n      - run: echo passed\n'),
      }),
      repository('gone', good('gone'), {}),
      repository('old-spec', learnersReport('e'.repeat(64), 'old-spec', states)),
      repository('old-version', good('old-version', { milepost: { version: '0.0.1' } })),
      repository('part', learnersReport(at.digest, 'part', { list: 'pass' })),
      repository('original', copied),
      repository('copy', { ...copied, repository: { project: '.', commit: shaOf('copy') } }),
      repository('replayed', good('last-week')),
      repository('no-commit', good('no-commit', { repository: { project: '.', commit: null } })),
    ],
  };
  const cohort = await collected(at, hub);
  const replayed = 'Its report is about another commit than its run: an old result, or somebody else’s.';
  const same = 'Another learner has handed in the very same result.';
  expect(rowsOf(cohort)).toEqual([
    ['commented', 'graded', null],
    ['copy', 'graded', null, same],
    ['edited', 'graded', null, 'The workflow that made it is not the one that was handed out.'],
    ['gone', 'graded', null, 'The workflow that made it cannot be read.'],
    ['no-commit', 'graded', null, 'Its report names no commit, so it may be an old one.'],
    ['old-spec', 'graded', null, 'It was graded by another version of the exercise.'],
    ['old-version', 'graded', null, 'It was graded by another version of Milepost than 0.1.0.'],
    ['original', 'graded', null, same],
    ['part', 'graded', null, 'It says something about 1 of 2 requirements only.'],
    ['replayed', 'none', replayed, replayed],
  ]);
  const rows = (await readCohort(at.out)).rows();
  for await (const { learner, report } of rows)
    if (learner.id === 'part') expect(report?.score).toEqual({ earned: 5, judged: 5, possible: 15 });
});

test('a pull request is made by the workflow of a merge, so what the target branch once said counts', async () => {
  const at = await stage();
  const pull = (name: string) =>
    learnersRun(name, learnersReport(at.digest, name, states), {
      event: 'pull_request',
      branch: 'work',
      pull: 1,
    });
  const evil = workflow.replace('    steps:\n', '    steps:\n      - run: echo passed\n');
  const hub = {
    quota: null,
    repositories: [
      learnersRepository('honest', [pull('honest')], {
        at: { [shaOf('x')]: { [WORKFLOW]: `${workflow}# mine\n` } },
      }),
      // Changed on the default branch, then taken back.
      learnersRepository('sly', [pull('sly')], { at: { [shaOf('y')]: { [WORKFLOW]: evil } } }),
    ],
  };
  expect(rowsOf(await collected(at, hub))).toEqual([
    ['honest', 'graded', null],
    ['sly', 'graded', null, 'The workflow has been changed on the default branch, if only for a while.'],
  ]);
});

test('hostile and broken artifacts are a reason in the row, never the end', async () => {
  const at = await stage();
  const repository = (name: string, content: Uint8Array, size?: number) => {
    const run = learnersRun(name, {});
    run.artifacts = [{ id: run.id + 1, name: 'milepost-report', content, size }];
    return learnersRepository(name, [run]);
  };
  const foreign = learnersRun('foreign', learnersReport(at.digest, 'foreign', states), {
    event: 'pull_request',
    headRepository: 'mallory/shelf-foreign',
  });
  const expired = learnersRun('expired', {});
  expired.artifacts = expired.artifacts.map((one) => ({ ...one, expired: true }));
  const branch = learnersRun('branch', learnersReport(at.digest, 'branch', states), { branch: 'try' });
  const hub = {
    quota: null,
    repositories: [
      repository('a-no-zip', new TextEncoder().encode('hello')),
      repository('b-too-large', zipped({ 'report.json': {} }), 3 * 1024 * 1024),
      repository('c-slip', zipped({ '../report.json': {} })),
      repository('d-bomb', zipped({ 'report.json': new Uint8Array(6 * 1024 * 1024) })),
      repository('e-shape', zipped({ 'report.json': { schemaVersion: 1 } })),
      repository(
        'f-exercise',
        zipped({
          'report.json': {
            ...learnersReport(at.digest, 'f', states),
            exercise: { id: 'x', title: '', specDigest: '', graders: null, chosen: '' },
          },
        }),
      ),
      repository(
        'g-proto',
        zipped({
          'report.json': {
            ...learnersReport(at.digest, 'g-proto', { __proto__: 'pass', list: 'pass' }),
            requirements: [],
          },
        }),
      ),
      learnersRepository('h-foreign', [foreign]),
      learnersRepository('i-expired', [expired]),
      learnersRepository('j-branch', [branch]),
      learnersRepository('k-nothing', []),
    ],
  };
  const cohort = await collected(at, hub);
  const unusable = 'What its run left behind cannot be used.';
  expect(cohort.learners.map(({ id, results }) => [id, results[0]?.why])).toEqual([
    ['a-no-zip', `${unusable} It is no archive that can be read.`],
    ['b-too-large', `${unusable} It is larger than 2 MB.`],
    ['c-slip', `${unusable} There is no report.json in it.`],
    ['d-bomb', `${unusable} Its report.json is larger than 5 MB.`],
    ['e-shape', `${unusable} Its report.json is not a report of this version of Milepost.`],
    [
      'f-exercise',
      `${unusable} Its report is about an exercise that this version of Milepost does not have.`,
    ],
    ['g-proto', null],
    ['h-foreign', 'No result of its default branch or of a pull request of its own was found.'],
    ['i-expired', 'Its newest result has expired on GitHub: run the workflow again.'],
    ['j-branch', null],
    ['k-nothing', 'No run of its workflow has left an artifact "milepost-report".'],
  ]);
  expect(cohort.learners.find(({ id }) => id === 'j-branch')?.results[0]?.trust.reasons).toEqual([
    'It is of a branch that is neither the default one nor that of a pull request.',
  ]);
});

test('a course repository: each learner’s own pull request, and nobody else’s', async () => {
  const at = await stage();
  const run = (name: string, fork: string, branch = 'work') =>
    learnersRun(name, learnersReport(at.digest, name, states), {
      event: 'pull_request',
      branch,
      headRepository: fork,
    });
  const pull = (number: number, author: string, changes = {}) => ({
    number,
    author,
    state: 'open' as const,
    headRepository: `${author}/course`,
    headBranch: 'work',
    headSha: shaOf(author),
    files: ['app/views.py'],
    ...changes,
  });
  const course = newHubRepository({
    name: 'course',
    files: { [WORKFLOW]: workflow },
    runs: [
      run('ada', 'ada/course'),
      run('ben', 'ben/course'),
      run('cy', 'cy/course'),
      // Says that it is Ada's branch, and comes from elsewhere.
      run('mallory', 'mallory/course'),
      run('eve-in-own-branch', 'eve/course', 'other'),
      // A workflow of her own that was there for one commit, and taken back by another that started nothing.
      { ...run('fay', 'fay/course'), path: '.github/workflows/fay.yml' },
    ],
    pulls: [
      pull(1, 'ada', { state: 'closed', headBranch: 'first' }),
      pull(2, 'ada'),
      pull(3, 'ben', { files: ['.github/workflows/milepost.yml'] }),
      pull(4, 'cy', { headRepository: null }),
      pull(5, 'eve'),
      pull(6, 'fay', { headSha: shaOf('fay-2') }),
    ],
  });
  const cohort = await collected(
    at,
    { repositories: [course], quota: null },
    {
      source: { kind: 'pulls', owner: 'school', repo: 'course' },
    },
  );
  expect(
    cohort.learners.map(({ id, repository, results: [one] }) => [
      id,
      repository,
      one?.commit,
      one?.pullRequest,
      one?.why,
      one?.trust.reasons,
    ]),
  ).toEqual([
    [
      'ada',
      'https://github.com/ada/course',
      shaOf('ada'),
      'https://github.com/school/course/pull/2',
      null,
      [],
    ],
    [
      'ben',
      'https://github.com/ben/course',
      shaOf('ben'),
      'https://github.com/school/course/pull/3',
      null,
      ['The pull request changes files in .github/, and so perhaps the workflow that made this result.'],
    ],
    ['cy', null, null, null, 'The fork that the pull request came from has been deleted.', []],
    [
      'eve',
      'https://github.com/eve/course',
      null,
      'https://github.com/school/course/pull/5',
      'No run of its workflow has left an artifact "milepost-report".',
      [],
    ],
    [
      'fay',
      'https://github.com/fay/course',
      shaOf('fay'),
      'https://github.com/school/course/pull/6',
      null,
      ['The workflow that made it cannot be read.'],
    ],
  ]);
});

describe('lists', () => {
  test('CSV with names and groups; a repository that is gone is a row', async () => {
    const at = await stage();
    const file = await listFile(
      at.out,
      '\ufeffName;Group;Repository\r\n"Lovelace; Ada";A;https://github.com/school/shelf-ada.git\r\n=Ben;B;school/shelf-ben\r\n',
    );
    const hub = plainHub(at.digest, ['ada']);
    const cohort = await collected(at, hub, { source: { kind: 'list', path: file } });
    expect(cohort.learners.map(({ id, name, group, results }) => [id, name, group, results[0]?.why])).toEqual(
      [
        ['Lovelace-Ada-9afdb7f5', 'Lovelace; Ada', 'A', null],
        ['Ben-cd197995', '=Ben', 'B', 'The repository is not there any more, or the token may not see it.'],
      ],
    );
  });

  test('the roster of Classroom 50, and its scores.json', async () => {
    const at = await stage();
    const hub = plainHub(at.digest, []);
    const report = learnersReport(at.digest, 'ada', states);
    hub.repositories.push(
      newHubRepository({
        name: 'cs-shelf-ada',
        runs: [learnersRun('ada', report)],
        files: { [WORKFLOW]: workflow },
      }),
    );
    const roster = await listFile(
      at.out,
      'username,first_name,last_name,email,section,github_id,role\nada,Ada,Lovelace,ada@example.org,Lab 1,1,student\nmia,Mia,Mentor,,,2,teacher\n',
    );
    const naming = { organization: 'school', classroom: 'cs', assignment: 'shelf' };
    const first = await collected(at, hub, { source: { kind: 'list', path: roster }, naming });
    expect(
      first.learners.map(({ id, name, group, results }) => [id, name, group, results[0]?.status]),
    ).toEqual([['ada', 'Ada Lovelace', 'Lab 1', 'graded']]);
    const result = {
      schema: 'classroom50/result/v1',
      commit: `https://github.com/school/cs-shelf-ada/commit/${shaOf('ada')}`,
      score: 1,
      'max-score': 2,
      tests: [],
    };
    const scores = {
      schema: 'classroom50/scores/v1',
      assignments: {
        shelf: { type: 'individual', entries: [{ owner: 'ada', submissions: [{ manual: true }, result] }] },
      },
    };
    const file = await listFile(at.out, JSON.stringify(scores), 'scores.json');
    const second = await collected(at, hub, {
      source: { kind: 'list', path: file },
      naming: { assignment: 'shelf' },
    });
    expect(second.learners.map(({ id, results }) => [id, results[0]?.status])).toEqual([['ada', 'graded']]);
  });
});

describe('politeness', () => {
  test('the second time nothing that has not changed is asked for again', async () => {
    const at = await stage();
    const hub = plainHub(at.digest, ['ada', 'ben', 'cy']);
    const first = await collected(at, hub);
    const before = api?.requests.length ?? 0;
    hub.quota = { left: 0, reset: Date.now() + 60_000 };
    hub.quota.left = 1;
    const again = await collected(at, hub);
    const later = api?.requests.slice(before) ?? [];
    expect(later.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    expect(later.filter(({ path }) => path.includes('/zip') || path.startsWith('/blob/'))).toEqual([]);
    expect(hub.quota?.left).toBe(1);
    expect({ ...again, collectedAt: '' }).toEqual({ ...first, collectedAt: '' });
  });

  test('limits and broken gateways are waited for, all requests together; a learner’s own trouble stays theirs', async () => {
    const at = await stage();
    const hub = plainHub(at.digest, ['ada', 'ben', 'cy', 'dan']);
    api = await startHub(hub);
    api.fault({
      when: ({ path }) => path.includes('/shelf-ada/'),
      times: 1,
      refusal: secondaryLimit(403, 42),
    });
    api.fault({ when: ({ path }) => path.includes('/shelf-ben/'), times: 2, refusal: badGateway });
    api.fault({ when: ({ path }) => path.includes('/shelf-cy/'), times: 1000, refusal: badGateway });
    const cohort = await collected(at, hub);
    expect(rowsOf(cohort)).toEqual([
      ['ada', 'graded', null],
      ['ben', 'graded', null],
      [
        'cy',
        'none',
        'GitHub could not be reached, or answered with an error of its own, several times: collect again later.',
      ],
      ['dan', 'graded', null],
    ]);
    expect(waits).toContain(42_000);
    expect(waits.filter((wait) => wait === 1_000)).toHaveLength(2);
    expect(api.mostAtOnce).toBeLessThanOrEqual(4);
  });

  test('the hourly limit is waited for until it starts anew', async () => {
    const at = await stage();
    const hub: Hub = { ...plainHub(at.digest, ['ada']), quota: { left: 2, reset: Date.now() + 30_000 } };
    const cohort = await collected(at, hub, {
      patience: {
        sleep: async (milliseconds) => {
          waits.push(milliseconds);
          hub.quota = null;
        },
      },
    });
    expect(rowsOf(cohort)).toEqual([['ada', 'graded', null]]);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(29_000);
  });

  test('a token that GitHub does not know stops everything at once, and is never shown', async () => {
    const at = await stage();
    const hub = plainHub(at.digest, ['ada']);
    api = await startHub(hub);
    api.fault({ when: everything, times: 1000, refusal: { status: 401, message: 'Bad credentials' } });
    await expect(collected(at, hub)).rejects.toThrow('GitHub does not know the token');
  });
});

test('what was collected once stays until something newer is there; who is gone is still a row', async () => {
  const at = await stage();
  const hub = plainHub(at.digest, ['ada', 'ben', 'cy']);
  await collected(at, hub);
  const [ada, ben] = hub.repositories;
  if (!ada || !ben) throw new Error('no repository');
  ada.runs = ada.runs.map((run) => ({
    ...run,
    artifacts: run.artifacts.map((one) => ({ ...one, expired: true })),
  }));
  ben.runs.push(
    learnersRun('ben-2', learnersReport(at.digest, 'ben-2', { list: 'pass', create: 'pass' }), {
      createdAt: '2026-11-12T10:00:00Z',
    }),
  );
  hub.repositories = [ada, ben];
  const cohort = await collected(at, hub);
  expect(cohort.learners.map(({ id, results: [one] }) => [id, one?.status, one?.why, one?.commit])).toEqual([
    [
      'ada',
      'graded',
      'Its newest result has expired on GitHub: run the workflow again. This is the result of an earlier collection.',
      shaOf('ada'),
    ],
    ['ben', 'graded', null, shaOf('ben-2')],
    ['cy', 'graded', 'It is no longer listed on GitHub.', shaOf('cy')],
  ]);
  const history = JSON.parse(await readFile(join(at.out, 'learners/ben/shelf-api/history.json'), 'utf8'));
  expect(history).toEqual([
    {
      at: '2026-11-10T10:00:00Z',
      commit: shaOf('ben'),
      earned: 5,
      judged: 15,
      possible: 15,
      states: { list: 'pass', create: 'fail' },
    },
    {
      at: '2026-11-12T10:00:00Z',
      commit: shaOf('ben-2'),
      earned: 15,
      judged: 15,
      possible: 15,
      states: { list: 'pass', create: 'pass' },
    },
  ]);
});

test('with a history, earlier results are there from the first time on; what cannot be used is left out', async () => {
  const at = await stage();
  const runs = ['first', 'second', 'replayed', 'third'].map((name, index) =>
    learnersRun(
      name,
      learnersReport(at.digest, name === 'replayed' ? 'other' : name, {
        list: index > 0 ? 'pass' : 'fail',
        create: index > 2 ? 'pass' : 'fail',
      }),
      { createdAt: `2026-11-0${index + 1}T10:00:00Z` },
    ),
  );
  const hub = { repositories: [learnersRepository('ada', runs)], quota: null };
  await collected(at, hub, { history: 10 });
  for await (const { history, report } of (await readCohort(at.out)).rows()) {
    expect(report?.repository.commit).toBe(shaOf('third'));
    expect(history.map(({ at, commit, earned }) => [at, commit, earned])).toEqual([
      ['2026-11-01T10:00:00Z', shaOf('first'), 0],
      ['2026-11-02T10:00:00Z', shaOf('second'), 5],
      ['2026-11-04T10:00:00Z', shaOf('third'), 15],
    ]);
  }
});

test('files of .collect that a kill or a hand has spoilt are as good as none', async () => {
  const at = await stage();
  const hub = plainHub(at.digest, ['ada']);
  await collected(at, hub);
  const { execaSync } = await import('execa');
  const { stdout } = execaSync('find', [join(at.out, '.collect'), '-type', 'f']);
  for (const file of stdout.split('\n')) await writeFile(file, '{"half": ');
  expect(rowsOf(await collected(at, hub))).toEqual([['ada', 'graded', null]]);
});

test('while nobody has a result the exercise is unknown; with the first result it is known', async () => {
  const at = await stage();
  const hub: Hub = {
    repositories: [learnersRepository('ada', []), learnersRepository('ben', [])],
    quota: null,
  };
  const first = await collected(at, hub);
  expect(first.exercises).toEqual([{ id: 'exercise', title: 'Exercise', specDigest: '' }]);
  hub.repositories[0]?.runs.push(learnersRun('ada', learnersReport(at.digest, 'ada', states)));
  const second = await collected(at, hub);
  expect(second.exercises.map(({ id }) => id)).toEqual(['shelf-api']);
  expect(
    second.learners.map(({ results }) => results.map(({ exercise, status }) => [exercise, status])),
  ).toEqual([[['shelf-api', 'graded']], [['shelf-api', 'none']]]);
});

test('a report that somebody has deleted is fetched again', async () => {
  const at = await stage();
  const hub = plainHub(at.digest, ['ada']);
  await collected(at, hub);
  await rm(join(at.out, 'learners'), { recursive: true });
  await collected(at, hub);
  for await (const { report } of (await readCohort(at.out)).rows()) expect(report?.score.earned).toBe(5);
});
