/** The beginning of an exercise: valid, passed by its application, failed by its mutants, and nothing is overwritten. */
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 240_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-exercise-'));
  // As a clone has it, built.
  for (const part of [
    'scripts',
    'examples',
    'src',
    'graders',
    'dist',
    'tests/tools',
    'package.json',
    'schemas',
  ])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...command: string[]) =>
  execa(process.execPath, command, { cwd: folder, reject: false, all: true, env: { NO_COLOR: '1' } });
const begin = (...args: string[]) => run('scripts/new-exercise.ts', ...args);

test.each([
  ['loans', ['--rows', 'loan', '--title', 'Loans of a library'], 'loans/views.py'],
  ['recipes', ['--rows', 'recipe', '--pages'], 'recipes/templates/recipes/recipe_list.html'],
])('%s', async (id, args, file) => {
  const begun = await begin(id, ...args);
  expect(begun.all).toContain(`wrote graders/${id}.yml`);
  expect(begun.exitCode).toBe(0);
  const checked = await run('dist/cli.js', 'check-spec', `graders/${id}.yml`);
  expect(checked.all).toMatch(new RegExp(`^graders/${id}\\.yml: ok, 2 requirements, 30 points`));
  for (const written of [`graders/${id}.yml`, `fixtures/${id}/reference/${file}`])
    expect(await readFile(join(folder, written), 'utf8')).not.toMatch(/[Bb]ookmark|EXERCISE|TITLE/);
  await cp(join(folder, 'graders', `${id}.yml`), join(folder, 'dist/graders', `${id}.yml`));
  const proven = await run('scripts/kill-matrix.ts', '--exercise', id);
  expect(proven.all).toContain('3 of 3 apps are graded as they must be');
  expect(proven.exitCode).toBe(0);
});

test('what is there is not overwritten, and a wrong call says how it is called', async () => {
  const again = await begin('todo-api');
  expect([again.exitCode, again.all]).toEqual([
    2,
    'Nothing was written: graders/todo-api.yml is there already. Choose another id.',
  ]);
  expect((await begin()).all).toMatch(/^Usage: npm run new:exercise/);
  expect((await begin('Loans')).all).toMatch(/^"Loans" cannot be the id of an exercise/);
  expect((await begin('loans', '--rows', 'two words')).all).toMatch(/cannot be the name of a row/);
});
