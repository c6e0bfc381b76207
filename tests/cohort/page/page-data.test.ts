/** What gets into the page: the truth, nothing that is dangerous, nobody who is not meant, and not too much of it. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPageData } from '../../../src/cohort/page/build-data.ts';
import { cohortReportCommand } from '../../../src/cohort/page/command.ts';
import type { PageData } from '../../../src/cohort/page/data.ts';
import { renderPage } from '../../../src/cohort/page/render.ts';
import { rowsOf } from '../../../src/cohort/page/rows.ts';
import { readCohort } from '../../../src/cohort/read.ts';
import { writeDecisions } from '../../../src/cohort/write.ts';
import { generate, NOW, type Truth } from './generate.ts';

const assets = { script: 'document.title', style: 'body{margin:0}' };
let scratch: string;
let truth: Truth;
let data: PageData;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'page-data-'));
  truth = await generate(join(scratch, 'plain'), { learners: 60, seed: 3, exercises: ['blog', 'todo-api'] });
  data = await buildPageData(await readCohort(join(scratch, 'plain')), { now: NOW });
});
afterAll(() => rm(scratch, { recursive: true }));

describe('a cohort with known truth', () => {
  test.each(['blog', 'todo-api'])('%s: every state, point, time, streak and doubt', (id) => {
    const exercise = data.exercises.find((one) => one.id === id);
    const rows = exercise === undefined ? [] : rowsOf(data, exercise, { runs: 3, days: 0 });
    const known = truth.rows.filter((row) => row.exercise === id);
    expect(rows.map(seenOf)).toEqual(known.map(truthOf));

    function seenOf({ page, states, ...row }: (typeof rows)[number]) {
      const ids = exercise?.requirements.map((one) => one.id) ?? [];
      return {
        id: row.id,
        name: row.name,
        group: row.group,
        states:
          page.states === undefined
            ? null
            : Object.fromEntries(ids.map((one, index) => [one, states[index]])),
        why: page.whyText === undefined ? null : data.texts[page.whyText],
        points: [page.earned ?? 0, page.judged ?? 0, page.possible ?? 0],
        at: page.at === undefined ? null : new Date(page.at * 1000).toISOString(),
        late: page.late === 1,
        doubts: (page.trustText ?? []).map((text) => data.texts[text]),
        noApp: row.marks.has('no-app'),
        streaks: Object.fromEntries(
          (page.streaks ?? []).map(([index, runs, since]) => [
            ids[index],
            { runs, since: new Date(since * 1000).toISOString() },
          ]),
        ),
      };
    }
    function truthOf(row: (typeof known)[number]) {
      const advice = new Set(exercise?.requirements.filter((one) => one.advice).map((one) => one.id));
      return {
        id: row.id,
        name: row.name,
        group: row.group,
        states: row.states,
        why: row.why,
        points: row.states === null ? [0, 0, 0] : [row.earned, row.judged, row.possible],
        at: row.at,
        late: row.late,
        doubts: row.unverified,
        noApp: row.states !== null && row.outcome === 'no-app',
        streaks: Object.fromEntries(Object.entries(row.streaks).filter(([one]) => !advice.has(one))),
      };
    }
  });

  test('clusters hold exactly those who fail in the same way', () => {
    const exercise = data.exercises[0];
    const seen = new Map<string, string[]>();
    for (const page of exercise?.rows ?? [])
      for (const { requirement, kind } of page.details ?? [])
        if (kind !== undefined && page.states?.[requirement] === 'f') {
          const key = `${exercise?.requirements[requirement]?.id} ${exercise?.kinds[kind]?.text}`;
          seen.set(key, [...(seen.get(key) ?? []), data.learners[page.learner]?.id ?? '']);
        }
    const known = new Map<string, string[]>();
    for (const row of truth.rows.filter((one) => one.exercise === 'blog' && one.outcome === 'completed'))
      for (const [requirement, state] of Object.entries(row.states ?? {}))
        if (state === 'fail') {
          const key = `${requirement} ${row.ways[requirement]}`;
          known.set(key, [...(known.get(key) ?? []), row.id]);
        }
    const members = (groups: Map<string, string[]>) =>
      [...groups.values()]
        .filter((ids) => ids.length > 1)
        .map((ids) => ids.toSorted().join())
        .sort();
    expect(members(seen)).toEqual(members(known));
    expect(members(known).length).toBeGreaterThan(10);
  });
});

describe('the page', () => {
  test('allows its own script and style, and nothing else', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(/content="(default-src[^"]*)"/.exec(renderPage(data, assets))?.[1]).toBe(
      `default-src 'none'; script-src ${hash(assets.script)}; style-src ${hash(assets.style)}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('of one learner shows nobody else', async () => {
    const [one, ...others] = truth.rows.filter(({ exercise }) => exercise === 'blog');
    const out = join(scratch, 'one');
    await cohortReportCommand(join(scratch, 'plain'), { out, learner: one?.id, assets });
    expect(new Set(await readdir(out))).toEqual(new Set([`learner-${one?.id}.html`, 'reports']));
    expect(await readdir(join(out, 'reports'))).toEqual([one?.id]);
    const page = await readFile(join(out, `learner-${one?.id}.html`), 'utf8');
    expect(page).toContain(one?.name);
    expect(others.filter(({ id, name }) => page.includes(id) || page.includes(`"${name}"`))).toEqual([]);
  });

  test('without names holds ids only', async () => {
    const out = join(scratch, 'nameless');
    const key = join(scratch, 'key.json');
    await cohortReportCommand(join(scratch, 'plain'), { out, pseudonyms: key, assets, reports: true });
    const files = await readdir(out, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    const all = `${texts.join('\n')}\n${files.map(({ name }) => name).join('\n')}`;
    const named = truth.rows.filter(
      ({ id, name, repository, commit }) =>
        all.includes(id) ||
        all.includes(name) ||
        all.includes(repository) ||
        (commit !== null && all.includes(commit)),
    );
    expect(named).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
    await expect(cohortReportCommand(out, { pseudonyms: key, assets })).rejects.toThrow(
      'a folder of its own',
    );
  });

  test('of somebody who is not there is refused', async () => {
    await expect(cohortReportCommand(join(scratch, 'plain'), { learner: 'nobody', assets })).rejects.toThrow(
      'There is no learner "nobody" in this cohort.',
    );
  });
});

test('what a mentor decided counts, for the commit that was looked at', async () => {
  const row = truth.rows.find(({ states }) => Object.values(states ?? {}).includes('review'));
  const requirement = Object.entries(row?.states ?? {}).find(([, state]) => state === 'review')?.[0] ?? '';
  const decision = {
    learner: row?.id ?? '',
    exercise: row?.exercise ?? '',
    requirement,
    commit: row?.commit ?? null,
    state: 'pass' as const,
    by: 'Mia <b>',
    at: '2026-11-21T21:00:00Z',
    note: 'Well done.',
  };
  await writeDecisions(join(scratch, 'plain'), [decision, { ...decision, commit: 'other' }]);
  const decided = await buildPageData(await readCohort(join(scratch, 'plain')), { now: NOW });
  const exercise = decided.exercises.find(({ id }) => id === row?.exercise);
  const place = decided.learners.findIndex(({ id }) => id === row?.id);
  const page = exercise?.rows.find(({ learner }) => learner === place);
  const index = exercise?.requirements.findIndex(({ id }) => id === requirement) ?? -1;
  expect(page?.states?.[index]).toBe('p');
  expect(page?.earned).toBe((row?.earned ?? 0) + (exercise?.requirements[index]?.points ?? 0));
  expect(
    page?.decided?.map((one) => [one.requirement, decided.texts[one.byText], decided.texts[one.noteText]]),
  ).toEqual([[index, 'Mia <b>', 'Well done.']]);
  expect(page?.outdated).toHaveLength(1);
});
