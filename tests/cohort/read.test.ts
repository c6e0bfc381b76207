/** A cohort is read whatever lies in it: the rows say why where there is no result. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cohort, CohortResult, Decision } from '../../src/cohort/model.ts';
import { type CohortRow, readCohort } from '../../src/cohort/read.ts';
import { writeCohort, writeDecisions, writeResult } from '../../src/cohort/write.ts';
import type { Report } from '../../src/report/schema.ts';
import { sampleReport } from '../publish/sample-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cohort-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a bare folder: one folder per learner, and each row says why it has no result', async () => {
  await put('ada/report.json', report({ seed: 1 }));
  await put('ben/milepost-report/report.json', report({ seed: 2 }));
  await put('cy/shelf-api/report.json', report({ seed: 3, startedAt: '2026-11-02T10:00:00Z' }));
  await put('cy/report.json', report({ seed: 4 }));
  await put('broken/report.json', '{"schemaVersion": 1,');
  await put('foreign/report.json', { hello: 'world' });
  await put('huge/report.json', ' '.repeat(5 * 1024 * 1024 + 1));
  await mkdir(join(folder, 'empty'));
  await mkdir(join(folder, 'link'));
  await symlink('/etc/hostname', join(folder, 'link', 'report.json'));
  await put('__proto__/report.json', report({ seed: 5 }));
  await put('Zoë Ünal <img>/report.json', report({ seed: 6 }));
  const rows = await rowsOf();
  expect(rows.map(({ learner, result }) => [learner.id, learner.name, result.status, result.why])).toEqual([
    ['Zoe-Unal-img-d4b3025e', 'Zoë Ünal <img>', 'graded', null],
    ['proto-30e2af38', '__proto__', 'graded', null],
    ['ada', 'ada', 'graded', null],
    ['ben', 'ben', 'graded', null],
    ['broken', 'broken', 'none', 'Its report.json is no JSON.'],
    ['cy', 'cy', 'graded', null],
    ['empty', 'empty', 'none', 'There is no report.json in the folder.'],
    ['foreign', 'foreign', 'none', 'Its report.json is not a report of this version of Milepost.'],
    ['huge', 'huge', 'none', 'Its report.json is larger than 5 MB.'],
    ['link', 'link', 'none', 'Its report.json is a link that leads elsewhere.'],
  ]);
  expect(rows.find(({ learner }) => learner.id === 'cy')?.report?.seed).toBe(3);
});

test('the same result twice marks both, and names no learner in the words', async () => {
  await put('ada/report.json', report({}));
  await put('ben/report.json', report({ repository: { project: '.', commit: 'b'.repeat(40) } }));
  const rows = await rowsOf();
  expect(rows.map(({ result }) => result.trust)).toEqual(
    ['ben', 'ada'].map((other) => ({
      level: 'unverified',
      reasons: [
        'It was handed in as a file: nobody saw how it was made.',
        'Another learner has handed in the very same result.',
      ],
      sameAs: [other],
    })),
  );
});

test('points are counted anew, and a requirement that is there twice is refused', async () => {
  const good = report({ score: { earned: 900, judged: 900, possible: 900 } });
  const [first] = good.requirements;
  if (!first) throw new Error('no requirement');
  await put('ada/report.json', {
    ...good,
    requirements: [{ ...first, points: { earned: 100, possible: 2 } }, ...good.requirements.slice(1)],
  });
  await put('ben/report.json', { ...good, requirements: [first, first] });
  const [ada, ben] = await rowsOf();
  expect(ada?.report?.score).toEqual({ earned: 2, judged: 4, possible: 6 });
  expect(ben?.result.why).toBe('Its report.json says the same requirement twice.');
});

test('decisions hold for the commit that was looked at, in review only, the newest first', async () => {
  const commit = 'c'.repeat(40);
  const given = report({ repository: { project: '.', commit } });
  const paths = await writeResult(folder, 'ada', given, '2026-11-01T10:00:00.000Z');
  await writeCohort(folder, cohortWith({ ...resultWith(commit), ...paths }));
  const old = decision({ commit: 'd'.repeat(40) });
  const notInReview = decision({ commit, requirement: 'create' });
  const first = decision({ commit, state: 'fail', at: '2026-11-02T10:00:00Z' });
  const second = decision({ commit, points: 1, at: '2026-11-03T10:00:00+02:00', note: 'Half of it.' });
  await writeDecisions(folder, [second, first, old, notInReview, decision({ learner: 'ben', commit })]);
  const [row] = await rowsOf();
  expect(row?.decisions).toEqual([second]);
  expect(row?.outdated).toEqual([old, notInReview]);
  expect(row?.report?.score).toEqual({ earned: 3, judged: 6, possible: 6 });
  expect(row?.report?.requirements.map(({ id, state, reason }) => [id, state, reason])).toEqual([
    ['create', 'pass', 'It is pass.'],
    ['private', 'fail', 'It is fail.'],
    ['style', 'pass', 'Decided by Mia on 2026-11-03: Half of it.'],
  ]);
  expect(row?.history).toEqual([
    {
      at: '2026-11-01T10:00:00.000Z',
      commit,
      earned: 2,
      judged: 4,
      possible: 6,
      states: { create: 'pass', private: 'fail', style: 'review' },
    },
  ]);
});

test('a decisions.json that is wrong takes nothing else with it', async () => {
  await put('ada/report.json', report({}));
  await put('decisions.json', [{ learner: 'ada' }]);
  const { problems } = await readCohort(folder);
  expect(problems).toEqual(['decisions.json is wrong at 0.exercise, so no decision is shown.']);
  expect(await rowsOf()).toHaveLength(1);
});

test('cohort.json cannot lead out of the folder', async () => {
  const result = { ...resultWith(null), report: '../elsewhere/report.json' };
  await put('cohort.json', cohortWith(result));
  await expect(readCohort(folder)).rejects.toThrow(
    `cohort.json in ${folder} is wrong at learners.0.results.0.report: must be a path to report.json within the cohort.`,
  );
});

async function rowsOf(): Promise<CohortRow[]> {
  const rows: CohortRow[] = [];
  for await (const row of (await readCohort(folder)).rows()) rows.push(row);
  return rows;
}

function report(changes: Partial<Report>): Report {
  return sampleReport({ create: 'pass', private: 'fail', style: 'review' }, changes);
}

function cohortWith(result: CohortResult): Cohort {
  return {
    schemaVersion: 1,
    title: 'Autumn',
    collectedAt: '2026-11-04T10:00:00Z',
    deadline: null,
    exercises: [{ id: 'shelf-api', title: 'Shelf API', specDigest: 'f'.repeat(64) }],
    learners: [{ id: 'ada', name: 'Ada', group: null, repository: null, results: [result] }],
  };
}

function resultWith(commit: string | null): CohortResult {
  return {
    exercise: 'shelf-api',
    status: 'graded',
    why: null,
    report: null,
    commit,
    at: '2026-11-01T10:00:00Z',
    run: null,
    pullRequest: null,
    trust: { level: 'verified', reasons: [], sameAs: [] },
    late: false,
    history: null,
  };
}

function decision(changes: Partial<Decision>): Decision {
  return {
    learner: 'ada',
    exercise: 'shelf-api',
    requirement: 'style',
    commit: null,
    state: 'pass',
    by: 'Mia',
    at: '2026-11-01T12:00:00Z',
    note: '',
    ...changes,
  };
}

async function put(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
}
