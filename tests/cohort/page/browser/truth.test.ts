/** Every number on the page of 200 learners, compared with what is known of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Exercise, generate, type Truth, type TruthRow } from '../generate.ts';
import { cellsOf, dayOf, isOpen, lasting, percent, shareOf, stuckOf } from './expected.ts';
import { type Pages, pagesOf } from './open.ts';
import { readTable } from './read-table.ts';

let pages: Pages;
let truth: Truth;

beforeAll(async () => {
  [pages, truth] = await pagesOf((folder) =>
    generate(folder, { learners: 200, seed: 20, exercises: ['blog', 'todo-api'] }),
  );
});
afterAll(() => pages.close());

describe.each(['blog', 'todo-api'])('%s', (id) => {
  const of = () => {
    const exercise = truth.exercises.find((one) => one.id === id) as Exercise;
    return { exercise, rows: truth.rows.filter((row) => row.exercise === id) };
  };

  test('every cell of the table, and every share in its header', async () => {
    const { exercise, rows } = of();
    const { page, complaints } = await pages.open(`#exercise=${id}`);
    const table = await readTable(page);
    expect(table.promised).toBe(200);
    expect(table.rows).toEqual(rows.map((row) => ({ name: row.name, cells: cellsOf(row, exercise) })));
    expect(table.headers).toEqual([
      'Learner',
      'Points',
      'Stuck',
      ...exercise.requirements.map((one) => {
        const { passed, known } = shareOf(rows, one.id);
        return `${one.title}: ${passed} of ${known} passed (${percent(passed, known)})`;
      }),
      'Group',
      'Handed in',
      'Progress',
      'Trust',
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the numbers of the class, each of which shows the learners that it counts', async () => {
    const { exercise, rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const graded = rows.filter((row) => row.states !== null);
    const expected: [string, TruthRow[]][] = [
      ['Learners', rows],
      ['All passed', graded.filter((row) => !isOpen(row, exercise))],
      ['Stuck', rows.filter((row) => stuckOf(row, exercise) !== null)],
      ['No result', rows.filter((row) => row.states === null)],
      ['Late', rows.filter((row) => row.late)],
      ['To decide', graded.filter((row) => Object.values(row.states ?? {}).includes('review'))],
      ['Unverified', graded.filter((row) => row.unverified.length > 0)],
      ['App does not start', graded.filter((row) => row.outcome === 'no-app')],
    ];
    const tiles = page.getByRole('region', { name: 'The class in numbers' }).getByRole('button');
    expect(await tiles.allInnerTexts()).toEqual(
      expected.map(([label, of]) => expect.stringMatching(new RegExp(`^${of.length}\\s+${label}$`))),
    );
    for (const [label, of] of expected) {
      await tiles.filter({ hasText: label }).click();
      await page.locator('.tile[aria-pressed=true]').filter({ hasText: label }).waitFor();
      expect(
        (await readTable(page)).rows.map(({ name }) => name),
        label,
      ).toEqual(of.map(({ name }) => name));
    }
    await page.context().close();
  });

  test('who is stuck since when, over how many runs and on what', async () => {
    const { exercise, rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const stuck = rows
      .flatMap((row) => stuckOf(row, exercise) ?? [])
      .map((one, index) => ({
        ...one,
        index,
        row: rows.filter((row) => stuckOf(row, exercise) !== null)[index],
      }))
      .sort((a, b) => Math.floor(Date.parse(a.since) / 1000) - Math.floor(Date.parse(b.since) / 1000));
    const card = page.getByRole('region', { name: 'Who is stuck' });
    expect(await card.locator('h2 small').textContent()).toBe(String(stuck.length));
    const lines = await card
      .locator('li')
      .evaluateAll((items) => items.map((item) => (item.textContent ?? '').trim()));
    expect(lines).toEqual(
      stuck
        .slice(0, 6)
        .map(
          (one) =>
            `${one.row?.name}${lasting(one.since)}, ${one.runs} runs${one.title}${one.others > 0 ? ` and ${one.others} more` : ''}`,
        ),
    );
    await page.getByLabel('Runs after which').fill('5');
    const five = rows.filter((row) => stuckOf(row, exercise, 5) !== null).length;
    await page.waitForFunction(
      (wanted) => document.querySelector('.tile-stuck strong')?.textContent === wanted,
      String(five),
    );
    await page.context().close();
  });

  test('who has fewest points, while nobody is stuck', async () => {
    const { exercise, rows } = of();
    const { page } = await pages.open(`#exercise=${id}&runs=999`);
    const fewest = rows
      .filter((row) => row.states !== null && isOpen(row, exercise))
      .sort((a, b) => a.earned / a.possible - b.earned / b.possible)
      .slice(0, 4);
    const lines = page.getByRole('region', { name: 'Who is stuck' }).locator('li button');
    const seen = await lines.evaluateAll((all) =>
      all.map((one) => [...one.children].slice(0, 2).map((part) => part.textContent)),
    );
    expect(seen).toEqual(fewest.map((row) => [row.name, `${row.earned} / ${row.possible}`]));
    await page.context().close();
  });

  test('what is passed least, in order', async () => {
    const { exercise, rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const hard = exercise.requirements
      .filter((one) => !one.advice)
      .map((one) => ({ title: one.title, ...shareOf(rows, one.id) }))
      .filter(({ passed, known }) => passed < known)
      .sort((a, b) => a.passed / a.known - b.passed / b.known || b.known - a.known);
    const card = page.getByRole('region', { name: 'What is passed least' });
    await card.getByRole('button', { name: /^Show \d+ more$/ }).click();
    const lines = await card
      .locator('li')
      .evaluateAll((items) => items.map((item) => item.textContent ?? ''));
    expect(lines).toEqual(
      hard.map((one) => `${one.title}${one.passed} of ${one.known} (${percent(one.passed, one.known)})`),
    );
    await page.context().close();
  });

  test('the most frequent errors, with exactly the learners who have them', async () => {
    const { exercise, rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const groups = new Map<string, TruthRow[]>();
    const put = (key: string, row: TruthRow) => groups.set(key, [...(groups.get(key) ?? []), row]);
    for (const row of rows) {
      if (row.states === null) continue;
      if (row.outcome === 'no-app') put('The whole run', row);
      else
        for (const { id: one, title, advice } of exercise.requirements)
          if (advice) continue;
          else if (row.states[one] === 'fail') put(`${title} ${row.ways[one]}`, row);
          else if (['inconclusive', 'error'].includes(row.states[one] ?? ''))
            put(`${title} ${row.states[one]}`, row);
    }
    const known = [...groups.values()].filter((members) => members.length > 1);
    const card = page.getByRole('region', { name: 'The most frequent errors' });
    expect(await card.locator('h2 small').textContent()).toBe(String(known.length));
    await card.getByRole('button', { name: /^Show \d+ more$/ }).click();
    const sizes = await card.locator('li .aside').allInnerTexts();
    expect(sizes).toEqual(
      known
        .map((one) => one.length)
        .sort((a, b) => b - a)
        .map((size) => `${size} learners`),
    );
    const sets = new Set(known.map((members) => members.map(({ name }) => name).join('|')));
    for (const index of [0, 1, 2, sizes.length - 1]) {
      await card.locator('li button').nth(index).click();
      const shown = (await readTable(page)).rows.map(({ name }) => name);
      expect(shown).toHaveLength(Number.parseInt(sizes[index] ?? '', 10));
      expect(sets.has(shown.join('|'))).toBe(true);
    }
    await page.context().close();
  });

  test('why there is no result or it is not verified, and how many that is', async () => {
    const { rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const reasons = new Map<string, TruthRow[]>();
    for (const row of rows)
      for (const why of row.states === null
        ? [`no result${row.why}`]
        : row.unverified.map((one) => `unverified${one}`))
        reasons.set(why, [...(reasons.get(why) ?? []), row]);
    const card = page.getByRole('region', { name: 'Waiting for you' });
    for (const more of await card.getByRole('button', { name: /^Show \d+ more$/ }).all()) await more.click();
    const lines = await card
      .locator('ul')
      .last()
      .locator('li')
      .evaluateAll((items) => items.map((item) => item.textContent ?? ''));
    const expected = [...reasons].map(
      ([why, of]) => `${of.length === 1 ? of[0]?.name : `${of.length} learners`}${why}`,
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
    await page.context().close();
  });

  test('the progress of the class', async () => {
    const { rows } = of();
    const { page } = await pages.open(`#exercise=${id}`);
    const graded = rows.filter((row) => row.runs.length > 0);
    const times = graded.flatMap((row) => row.runs.map(({ at }) => Date.parse(at)));
    const first = graded.filter((row) => Date.parse(row.runs[0]?.at ?? '') === Math.min(...times));
    const mean = (of: TruthRow[], run: number) =>
      of.reduce(
        (sum, { runs }) => sum + (runs.at(run)?.earned ?? 0) / Math.max(1, runs.at(run)?.possible ?? 1),
        0,
      ) / of.length;
    expect(await page.locator('.chart').getAttribute('aria-label')).toBe(
      `Mean of the points: ${percent(mean(first, 0), 1)} on ${dayOf(new Date(Math.min(...times)).toISOString())}, ${percent(mean(graded, -1), 1)} on ${dayOf(new Date(Math.max(...times)).toISOString())}. Handed in: ${first.length}, then ${graded.length} of 200.`,
    );
    await page.context().close();
  });
});
