/** Learners who try to be something else, and cohorts that are not whole: each costs its own row, and the row says why. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERIFIED } from '../../../src/cohort/model.ts';
import { buildPageData } from '../../../src/cohort/page/build-data.ts';
import type { PageData } from '../../../src/cohort/page/data.ts';
import { embedded, renderPage } from '../../../src/cohort/page/render.ts';
import { readCohort } from '../../../src/cohort/read.ts';
import { writeCohort, writeWhole } from '../../../src/cohort/write.ts';
import { sampleReport } from '../../publish/sample-report.ts';
import { NOW } from './generate.ts';
import { DEEDS, type HostileCohort, hostileCohort } from './hostile-cohort.ts';
import { HOSTILE_NAMES } from './people.ts';

const assets = { script: 'document.title', style: 'body{margin:0}' };
let scratch: string;
let hostile: HostileCohort;
let hostileData: PageData;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hostile-data-'));
  hostile = await hostileCohort(join(scratch, 'hostile'));
  hostileData = await buildPageData(await readCohort(join(scratch, 'hostile')), { now: NOW });
});
afterAll(() => rm(scratch, { recursive: true }));

describe('hostile learners', () => {
  const rowOf = (id: string) =>
    hostileData.exercises[0]?.rows.find(({ learner }) => hostileData.learners[learner]?.id === id);
  const why = (id: string) => hostileData.texts[rowOf(id)?.whyText ?? -1];

  test('a file that cannot be used costs its own row only, and the row says why', () => {
    expect(hostileData.exercises[0]?.rows).toHaveLength(HOSTILE_NAMES.length + DEEDS.length + 10);
    expect(why(hostile.ids.corrupt)).toBe('Its report.json is no JSON.');
    expect(why(hostile.ids.oversized)).toBe('Its report.json is larger than 5 MB.');
    expect(why(hostile.ids.foreign)).toBe('Its report.json is about another exercise.');
    expect(rowOf(hostile.ids.stolen)?.trustText?.map((text) => hostileData.texts[text])).toEqual([
      'Another learner has handed in the very same result.',
    ]);
    expect(rowOf(hostile.ids.stolen)?.sameAs).toHaveLength(1);
  });

  test('a report that claims more points than there are gets no more than there are, and is marked', () => {
    const row = rowOf(hostile.ids.boastful);
    expect([row?.earned, row?.possible]).toEqual([105, 105]);
    expect(row?.trustText?.map((text) => hostileData.texts[text])).toEqual([
      'It was graded with another version of the exercise: only what both have is shown.',
    ]);
  });

  test('a megabyte is cut', () => {
    expect(JSON.stringify(rowOf(hostile.ids.message)).length).toBeLessThan(3_000);
    expect(Math.max(...hostileData.texts.map((text) => text.length))).toBeLessThan(6_100);
    expect(JSON.stringify(hostileData).length).toBeLessThan(300_000);
  });

  test('no text holds anything invisible', () => {
    const texts = [
      ...hostileData.texts,
      ...hostileData.learners.flatMap(({ name, group }) => [name, group ?? '']),
    ];
    expect(texts.filter((text) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))).toEqual([]);
  });

  test('nothing in the page ends its script or starts another', () => {
    const page = renderPage(hostileData, assets);
    expect(page.match(/<\/?script/g)).toEqual(['<script', '</script', '<script', '</script']);
    expect(page.match(/<!--|<img|<svg|\u2028|\u2029/g)).toBeNull();
    expect(JSON.parse(embedded(hostileData))).toEqual(JSON.parse(JSON.stringify(hostileData)));
  });
});

test('a folder of downloads is a cohort, too: whoever handed in the same or nothing has a row that says so', async () => {
  const folder = join(scratch, 'downloads');
  const report = JSON.stringify(sampleReport({ read: 'pass', write: 'fail' }));
  await writeWhole(join(folder, 'ana', 'report.json'), report);
  await writeWhole(join(folder, 'ben', 'milepost-report', 'report.json'), report);
  await writeWhole(join(folder, 'cy', 'report.json'), '{');
  await writeWhole(join(folder, 'dan', 'notes.txt'), 'later');
  const made = await buildPageData(await readCohort(folder), { now: NOW });
  const rows = made.exercises[0]?.rows.map(({ learner, states, whyText, sameAs }) => [
    made.learners[learner]?.name,
    states ?? made.texts[whyText ?? -1],
    sameAs?.map((one) => made.learners[one]?.name),
  ]);
  expect(rows).toEqual([
    ['ana', 'pf', ['ben']],
    ['ben', 'pf', ['ana']],
    ['cy', 'Its report.json is no JSON.', undefined],
    ['dan', 'There is no report.json in the folder.', undefined],
  ]);
});

test('where no report at all can be read, everybody still has a row that says why', async () => {
  const folder = join(scratch, 'broken');
  await writeWhole(join(folder, 'ana', 'report.json'), '{');
  await writeWhole(join(folder, 'ben', 'report.json'), '[]');
  const made = await buildPageData(await readCohort(folder), { now: NOW });
  expect(made.exercises.map(({ rows }) => rows.map(({ whyText }) => made.texts[whyText ?? -1]))).toEqual([
    ['Its report.json is no JSON.', 'Its report.json is not a report of this version of Milepost.'],
  ]);
});

test('of whom nothing at all is there has a row in each exercise; who did one of them has a row in that one', async () => {
  const folder = join(scratch, 'two');
  const result = {
    status: 'none',
    why: 'Gone.',
    report: null,
    commit: null,
    at: null,
    run: null,
    pullRequest: null,
    late: false,
    history: null,
  };
  await writeCohort(folder, {
    schemaVersion: 1,
    title: 'Two',
    collectedAt: '2026-11-21T21:00:00Z',
    deadline: null,
    exercises: ['one', 'two'].map((id) => ({ id, title: id, specDigest: 'd' })),
    learners: ['ana', 'ben'].map((id, index) => ({
      id,
      name: id,
      group: null,
      repository: null,
      results: index === 0 ? [] : [{ ...result, status: 'none' as const, exercise: 'two', trust: VERIFIED }],
    })),
  });
  const made = await buildPageData(await readCohort(folder), { now: NOW });
  const nothing = 'Nothing was handed in.';
  expect(
    made.exercises.map(({ rows }) =>
      rows.map(({ learner, whyText }) => [learner, made.texts[whyText ?? -1]]),
    ),
  ).toEqual([
    [[0, nothing]],
    [
      [0, nothing],
      [1, 'Gone.'],
    ],
  ]);
});
