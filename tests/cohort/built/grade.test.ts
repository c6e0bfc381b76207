/** `cohort grade` as it is shipped: real apps and empty folders, kills, Ctrl-C, clones, shards that are merged, shadows. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Cohort, cohortSchema } from '../../../src/cohort/model.ts';
import { shadowSchema } from '../../../src/cohort/shadow.ts';
import { parseOwner } from '../../../src/engines/docker/owner.ts';
import { milepost, REFERENCE } from '../../e2e/command-line.ts';
import { gradersOfForks } from '../../publish/fork-stage.ts';
import { listFile } from '../hub-of-learners.ts';

let base: string;
let apps: string;
let out: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'cohort-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  [apps, out] = [join(base, 'apps'), join(base, 'out')];
  await mkdir(apps);
});

/** Graded in a moment: there is no app in it. */
async function withoutApp(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(apps, name));
    await writeFile(join(apps, name, 'README.md'), `# ${name}\n`);
  }
}
const withApp = (name: string): Promise<void> => cp(REFERENCE, join(apps, name), { recursive: true });

const cohortOf = async (folder: string): Promise<Cohort> =>
  cohortSchema.parse(JSON.parse(await readFile(join(folder, 'cohort.json'), 'utf8')));
const reportOf = (name: string, folder = out) => join(folder, `learners/${name}/todo-api/report.json`);
const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
/** Whether that is what it is doing at the moment. */
const isGraded = (name: string): Promise<boolean> =>
  readdir(join(out, '.grade/running')).then(
    (names) => names.some((one) => one.startsWith(`${name}.`)),
    () => false,
  );
const call = (source: string, ...more: string[]): string[] => [
  ...['cohort', 'grade', source, '--out', out, '--engine', 'process', '--exercise', 'todo-api', ...more],
];
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(20);
};

test('killed in the middle and started again: what was graded is not graded again, nothing is left behind', async () => {
  await withoutApp('a-empty', 'b-empty');
  await withApp('c-full');
  const killed = await milepost(call(apps, '--jobs', '1'), {
    async during(child) {
      await until(() => isGraded('c-full'));
      child.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const before = (await stat(reportOf('a-empty'))).mtimeMs;
  const again = await milepost(call(apps, '--jobs', '2'));
  expect(again.exitCode, again.stderr).toBe(0);
  expect(again.left).toEqual([]);
  expect((await stat(reportOf('a-empty'))).mtimeMs).toBe(before);
  const { learners } = await cohortOf(out);
  expect(learners.map(({ id, results: [one] }) => [id, one?.status, one?.trust.level])).toEqual([
    ['a-empty', 'graded', 'verified'],
    ['b-empty', 'graded', 'verified'],
    ['c-full', 'graded', 'verified'],
  ]);
  const full = JSON.parse(await readFile(reportOf('c-full'), 'utf8'));
  expect(full.score).toEqual({ earned: 115, judged: 115, possible: 115 });
  expect((await readdir(join(out, '.grade'))).sort()).toEqual(['rows', 'run.json']);

  await writeFile(join(apps, 'a-empty', 'notes.txt'), 'something new');
  await milepost(call(apps));
  expect((await stat(reportOf('a-empty'))).mtimeMs).toBeGreaterThan(before);
});

test('a grader that is killed costs its learner only, and the next run grades that one', async () => {
  await withoutApp('a-empty', 'c-empty');
  await withApp('b-full');
  const run = await milepost(call(apps, '--jobs', '1'), {
    async during() {
      await until(() => isGraded('b-full'));
      const [note = ''] = await readdir(join(out, '.grade/running'));
      const owner = parseOwner(await readFile(join(out, '.grade/running', note), 'utf8'));
      await pause(1_000);
      process.kill(owner?.pid ?? 0, 'SIGKILL');
    },
  });
  expect(run.exitCode, run.stderr).toBe(3);
  const { learners } = await cohortOf(out);
  expect(learners.map(({ id, results: [one] }) => [id, one?.status, one?.why])).toEqual([
    ['a-empty', 'graded', null],
    ['b-full', 'none', 'Grading could not be completed: the grader said nothing.'],
    ['c-empty', 'graded', null],
  ]);
  const again = await milepost(call(apps));
  expect(again.exitCode, again.stderr).toBe(0);
  expect(await there(reportOf('b-full'))).toBe(true);
  expect(again.left).toEqual([]);
});

test('Ctrl-C leaves nothing behind, and what is graded stays', async () => {
  await withoutApp('a-empty');
  await withApp('b-full');
  const run = await milepost(call(apps, '--jobs', '1'), {
    async during(child, printed) {
      await until(() => isGraded('b-full'));
      await pause(1_500);
      child.kill('SIGINT');
      await until(async () => printed().includes('Stopping'));
    },
  });
  expect(run.exitCode, run.stderr).toBe(130);
  expect(run.left).toEqual([]);
  expect(run.seconds).toBeLessThan(60);
  expect(await there(reportOf('a-empty'))).toBe(true);
  expect(await there(reportOf('b-full'))).toBe(false);
  expect((await readdir(join(out, '.grade'))).sort()).toEqual(['rows', 'run.json']);
});

test('clones: the commit and its time, a repository that is gone, and no second grading of the same commit', async () => {
  await withoutApp('ada');
  const git = (...args: string[]) =>
    execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: join(apps, 'ada') });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=first', '--date=2026-11-20T10:00:00Z');
  const { stdout: commit } = await git('rev-parse', 'HEAD');
  const list = await listFile(base, `name,repository\nada,file://${apps}/ada\nben,file://${apps}/ben\n`);
  const first = await milepost(call(list, '--deadline', '2026-01-01'));
  expect(first.exitCode, first.stderr).toBe(0);
  const { learners } = await cohortOf(out);
  expect(
    learners.map(({ id, results: [one] }) => [id, one?.status, one?.why, one?.commit, one?.late]),
  ).toEqual([
    ['ada', 'graded', null, commit, true],
    ['ben', 'none', 'The repository is not there any more, or the token may not see it.', null, false],
  ]);
  const before = (await stat(reportOf('ada'))).mtimeMs;
  await milepost(call(list));
  expect((await stat(reportOf('ada'))).mtimeMs).toBe(before);
  expect((await readdir(join(out, '.grade'))).sort()).toEqual(['rows', 'run.json']);
});

test('parts of a plan, graded apart and merged, are the whole', async () => {
  await withoutApp('a', 'b', 'c', 'd', 'e');
  const list = await listFile(
    base,
    `name,folder\n${['a', 'b', 'c', 'd', 'e'].map((name) => `${name},apps/${name}`).join('\n')}\n`,
  );
  const plan = join(base, 'plan.json');
  const planned = await milepost(['cohort', 'plan', list, '--shards', '2', '--out', plan]);
  expect(planned.stdout).toBe('{"shard":[1,2]}\n');
  for (const shard of ['1', '2'])
    await milepost([
      'cohort',
      'grade',
      plan,
      '--shard',
      shard,
      '--out',
      join(base, `part-${shard}`),
      '--engine',
      'process',
      '--exercise',
      'todo-api',
    ]);
  expect((await cohortOf(join(base, 'part-1'))).learners.map(({ id }) => id)).toEqual(['a', 'c', 'e']);
  // What a job left may be anything.
  await writeFile(reportOf('d', join(base, 'part-2')), '{"schemaVersion": 1}');
  const merged = await milepost([
    'cohort',
    'merge',
    join(base, 'part-1'),
    join(base, 'part-2'),
    '--out',
    out,
    '--title',
    'All',
  ]);
  expect(merged.exitCode, merged.stderr).toBe(0);
  const cohort = await cohortOf(out);
  expect([
    cohort.title,
    cohort.learners.map(({ id, results: [one] }) => [id, one?.status, one?.why]),
  ]).toEqual([
    'All',
    [
      ['a', 'graded', null],
      ['b', 'graded', null],
      ['c', 'graded', null],
      ['d', 'none', 'Its report.json is not a report of this version of Milepost.'],
      ['e', 'graded', null],
    ],
  ]);
  const none = await milepost(['cohort', 'grade', plan, '--shard', '3', '--out', out]);
  expect([none.exitCode, none.stderr]).toEqual([2, `${plan} has 2 parts, so there is no part 3.\n`]);
  const many = await milepost(['cohort', 'plan', list, '--shards', '257']);
  expect([many.exitCode, many.stderr]).toEqual([
    2,
    'GitHub starts at most 256 jobs of a matrix, so --shards ends there.\n',
  ]);
});

test('a shadow says whose verdicts another version of the exercise would change', async () => {
  await withoutApp('ada', 'ben');
  const before = await gradersOfForks();
  const after = await gradersOfForks();
  const spec = await readFile(join(after, 'shelf-api.yml'), 'utf8');
  await writeFile(
    join(after, 'shelf-api.yml'),
    spec.replace('catalogue: [list, create]', 'catalogue: [list]').replace(/ {2}- id: create[\s\S]*/, ''),
  );
  const run = await milepost([
    ...['cohort', 'shadow', apps, '--graders', before, '--against', after, '--out', out],
    ...['--engine', 'process', '--exercise', 'shelf-api'],
  ]);
  expect(run.exitCode, run.stderr).toBe(1);
  expect(run.stdout).toMatch(
    /^4 verdicts of 2 learners compared: 2 differ, of 2 learners\.\ncreate:\n {2}ada: blocked → not there\. /,
  );
  const shadow = shadowSchema.parse(JSON.parse(await readFile(join(out, 'shadow.json'), 'utf8')));
  expect(shadow.changes.map(({ learner, requirement, after }) => [learner, requirement, after])).toEqual([
    ['ada', 'create', null],
    ['ben', 'create', null],
  ]);
  const same = await milepost([
    'cohort',
    'shadow',
    join(out, 'before'),
    '--compare',
    join(out, 'before'),
    '--out',
    join(base, 'same'),
  ]);
  expect([same.exitCode, same.stdout.split('\n')[0]]).toEqual([
    0,
    '4 verdicts of 2 learners compared: 0 differ, of 0 learners.',
  ]);
});
