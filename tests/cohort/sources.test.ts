/** Lists as mentors have them, and how learners are shared out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { learnerIds } from '../../src/cohort/learner-id.ts';
import { type Entrant, repositoryOf } from '../../src/cohort/source/entrant.ts';
import { planOf, planSchema } from '../../src/cohort/source/plan-file.ts';
import { readList } from '../../src/cohort/source/read-list.ts';
import { sourceOf } from '../../src/cohort/source/source.ts';
import { listFile } from './hub-of-learners.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

test.each([
  ['ada/app', 'ada/app'],
  ['https://github.com/ada/app', 'ada/app'],
  ['https://github.com/ada/app.git', 'ada/app'],
  ['git@github.com:ada/my.app.git', 'ada/my.app'],
  ['https://github.example.org/ada/app/', 'ada/app'],
  ['ada', null],
  ['ada/..', null],
  ['https://github.com/ada/app/tree/main', null],
  ['javascript:alert(1)//ada', null],
])('%s is the repository %s', (text, expected) => {
  const found = repositoryOf(text);
  expect(found && `${found.owner}/${found.repo}`).toBe(expected);
});

describe('lists', () => {
  test('the export of GitHub Classroom', async () => {
    const file = await listFile(
      folder,
      'assignment_name,github_username,roster_identifier,student_repository_url,points_awarded\nShelf,ada,Ada Lovelace,https://github.com/school/shelf-ada,5\n',
    );
    expect(await readList(file)).toEqual([
      {
        id: 'ada',
        name: 'Ada Lovelace',
        group: null,
        repository: { owner: 'school', repo: 'shelf-ada' },
        folder: null,
        clone: 'https://github.com/school/shelf-ada',
      },
    ]);
  });

  test('JSON: addresses alone, or the names of the columns; one learner with two repositories keeps one id', async () => {
    const plain = await listFile(folder, '["school/a", "school/b"]', 'plain.json');
    expect((await readList(plain)).map(({ id, name }) => [id, name])).toEqual([
      ['school-a', 'school-a'],
      ['school-b', 'school-b'],
    ]);
    const rows = [
      { username: 'ada', name: '<img onerror=alert(1)>', repository: 'school/one' },
      { username: 'ada', name: '<img onerror=alert(1)>', repository: 'school/two' },
      { username: '../../etc', folder: 'work/etc' },
    ];
    const given = await readList(await listFile(folder, JSON.stringify({ learners: rows }), 'rows.json'));
    expect(given.map(({ id, folder }) => [id, folder])).toEqual([
      ['ada', null],
      ['ada', null],
      ['etc-74ccf3c5', join(folder, 'work/etc')],
    ]);
  });

  test.each([
    [
      'learners.csv',
      'name,group\nAda,A\nBen,B\n',
      ['entry 1: there is no repository and no folder in it.', 'entry 2:'],
    ],
    ['learners.csv', 'name,repository\n', ['names nobody.']],
    ['learners.csv', 'name,repository\nAda,school/a,more\n', ['entry 1: Too many fields']],
    ['learners.json', '[{"name": "Ada"', ['is no JSON.']],
    ['learners.json', '{"people": []}', ['holds no list']],
  ])('%s that is wrong says where', async (name, text, expected) => {
    const file = await listFile(folder, text, name);
    const error = await readList(file).catch((thrown: Error) => thrown);
    for (const part of expected) expect(String(error)).toContain(part);
  });

  test('a source that is none says what there is', async () => {
    await expect(sourceOf(join(folder, 'nothing'))).rejects.toThrow('There is no file or folder');
    await expect(sourceOf('/dev/null')).rejects.toThrow('is neither a folder nor a .csv or .json file');
    expect(await sourceOf('org:school/')).toEqual({ kind: 'organization', owner: 'school', prefix: '' });
    expect(await sourceOf('pulls:school/course')).toEqual({ kind: 'pulls', owner: 'school', repo: 'course' });
    await expect(sourceOf('pulls:school')).rejects.toThrow('There is no file or folder');
  });
});

describe('ids of learners', () => {
  test('are safe as folders, differ, and stay the same', () => {
    const names = ['ada', 'Ada', 'a/b', '..', '', 'CON', 'x'.repeat(200), '😀', 'ａｄａ', 'a.'];
    const ids = learnerIds(names);
    expect(learnerIds(names)).toEqual(ids);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
  });
});

describe('the plan', () => {
  const entrants = (count: number): Entrant[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `l${index}`,
      name: `l${index}`,
      group: null,
      repository: null,
      folder: `/work/l${index}`,
      clone: null,
    }));

  test('leaves nobody out, and has no empty job and no more than GitHub starts', () => {
    for (const [count, wanted, expected] of [
      [1, 1, 1],
      [3, 10, 3],
      [1000, 256, 256],
      [1000, 9999, 256],
      [10_000, 20, 20],
    ] as const) {
      const plan = planSchema.parse(planOf(entrants(count), wanted));
      expect(plan.shards).toHaveLength(expected);
      expect(new Set(plan.shards.flat().map(({ id }) => id)).size).toBe(count);
      const sizes = plan.shards.map((shard) => shard.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  test('keeps the repositories of one learner together', () => {
    const [first, second, third] = entrants(3);
    if (!first || !second || !third) throw new Error('three');
    const twice = { ...first, folder: '/work/other' };
    expect(planOf([first, second, twice, third], 3).shards).toEqual([[first, twice], [second], [third]]);
  });
});
