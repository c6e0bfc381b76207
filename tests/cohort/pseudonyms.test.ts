/** A copy without names: nothing of a learner's name, address or commit is left, and decisions still hold. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Cohort, Decision } from '../../src/cohort/model.ts';
import { writePseudonymous } from '../../src/cohort/pseudonyms.ts';
import { readCohort } from '../../src/cohort/read.ts';
import { writeCohort, writeDecisions, writeResult } from '../../src/cohort/write.ts';
import { evidence, sampleReport } from '../publish/sample-report.ts';

const commit = 'c'.repeat(40);

async function cohortWithNames(): Promise<{ from: string; to: string; key: string }> {
  const base = await mkdtemp(join(tmpdir(), 'cohort-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const [from, to, key] = [join(base, 'from'), join(base, 'to'), join(base, 'secret', 'who.json')];
  const [list, style] = sampleReport({ list: 'pass', style: 'review' }).requirements;
  if (!list || !style) throw new Error('no requirement');
  const seen = evidence({
    summary: 'GET /ada-lovelace/shelf-ada/ said: Hello ADA-LOVELACE, hello Ada',
    place: { file: 'shelf-ada/views.py', line: 1, code: null },
  });
  const report = {
    ...sampleReport({ list: 'pass', style: 'review' }, { repository: { project: '.', commit } }),
    requirements: [{ ...list, evidence: [seen] }, style],
  };
  const paths = await writeResult(from, 'ada-lovelace', report, '2026-11-01T10:00:00Z');
  const result = {
    exercise: 'shelf-api',
    status: 'graded' as const,
    why: null,
    ...paths,
    commit,
    at: '2026-11-01T10:00:00Z',
    run: 'https://github.com/ada-lovelace/shelf-ada/actions/runs/1',
    pullRequest: 'https://github.com/ada-lovelace/shelf-ada/pull/1',
    trust: {
      level: 'unverified' as const,
      reasons: ['Another learner has handed in the very same result.'],
      sameAs: ['ben'],
    },
    late: false,
  };
  const cohort: Cohort = {
    schemaVersion: 1,
    title: 'Autumn',
    collectedAt: '2026-11-04T10:00:00Z',
    deadline: null,
    exercises: [{ id: 'shelf-api', title: 'Shelf API', specDigest: 'f'.repeat(64) }],
    learners: [
      {
        id: 'ada-lovelace',
        name: 'Ada Lovelace',
        group: 'A',
        repository: 'https://github.com/ada-lovelace/shelf-ada',
        results: [result],
      },
      { id: 'ben', name: 'Ben', group: null, repository: null, results: [] },
    ],
  };
  await writeCohort(from, cohort);
  const decision: Decision = {
    learner: 'ada-lovelace',
    exercise: 'shelf-api',
    requirement: 'style',
    commit,
    state: 'pass',
    by: 'Mia',
    at: '2026-11-05T10:00:00Z',
    note: '',
  };
  await writeDecisions(from, [decision]);
  return { from, to, key };
}

test('names, addresses and commits are gone, also from the evidence; who is who is in the key alone', async () => {
  const { from, to, key } = await cohortWithNames();
  const copy = await writePseudonymous(from, to, key);
  for (const file of await readdir(to, { recursive: true, withFileTypes: true })) {
    expect(file.name).not.toMatch(/ada|love/i);
    if (!file.isFile()) continue;
    const text = await readFile(join(file.parentPath, file.name), 'utf8');
    expect(text).not.toMatch(/lovelace|shelf-ada|github\.com|cccc/i);
  }
  const known = JSON.parse(await readFile(key, 'utf8'));
  expect(known.learners.map(({ id }: { id: string }) => id)).toEqual(['ada-lovelace', 'ben']);
  expect((await stat(key)).mode & 0o777).toBe(0o600);
  const ids = Object.fromEntries(
    known.learners.map(({ id, pseudonym }: Record<string, string>) => [id, pseudonym]),
  );
  const ada = copy.learners.find(({ id }) => id === ids['ada-lovelace']);
  expect(ada?.results[0]?.trust.sameAs).toEqual([ids.ben]);
});

test('what was decided holds in the copy, too, and what is decided there stays', async () => {
  const { from, to, key } = await cohortWithNames();
  await writePseudonymous(from, to, key);
  const { decisions } = await readCohort(to);
  const later = { ...(decisions[0] as Decision), state: 'fail' as const, at: '2026-11-06T10:00:00Z' };
  await writeDecisions(to, [...decisions, later]);
  await writePseudonymous(from, to, key);
  const states: (string | undefined)[] = [];
  for await (const { report } of (await readCohort(to)).rows())
    states.push(report?.requirements.find(({ id }) => id === 'style')?.state);
  expect(states).toEqual(['fail']);
});

test('the key is not put into the folder that is handed on, and no other file is taken for one', async () => {
  const { from, to, key } = await cohortWithNames();
  await expect(writePseudonymous(from, to, join(to, 'deep', 'who.json'))).rejects.toThrow(
    'keep it out of the folder',
  );
  await expect(writePseudonymous(from, to, join(from, 'cohort.json'))).rejects.toThrow(
    'is no file of pseudonyms',
  );
  await mkdir(join(to, '.collect'), { recursive: true });
  await expect(writePseudonymous(from, to, key)).rejects.toThrow('holds a cohort with names in it');
});
