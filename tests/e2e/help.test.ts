import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from './command-line.ts';

test.each(['grade', 'exercises', 'explain', 'check-spec', 'init', 'cohort', 'cohort collect'])(
  '%s --help says how it is used',
  async (command) => {
    const run = await milepost([...command.split(' '), '--help']);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(new RegExp(`Usage: milepost ${command}`));
  },
);

test('exercises, explain and check-spec answer about the exercises of the bundle', async () => {
  const exercises = await milepost(['exercises']);
  expect(exercises.exitCode).toBe(0);
  expect(exercises.stdout).toContain('todo-api');
  const explained = await milepost(['explain', 'todo-api', 'ownership']);
  expect(explained.exitCode).toBe(0);
  expect(explained.stdout).toContain('delete does not check the owner');
  const checked = await milepost(['check-spec', join(process.cwd(), 'graders/todo-api.yml')]);
  expect(checked.exitCode).toBe(0);
});

test('init writes a workflow and a configuration, and never overwrites', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'init-'));
  const first = await milepost(['init', folder, '--exercise', 'todo-api']);
  expect(first.exitCode, first.stderr).toBe(0);
  expect(await readdir(folder)).toContain('.milepost.yml');
  const workflow = join(folder, '.github/workflows/milepost.yml');
  expect(await readFile(workflow, 'utf8')).toContain('pull_request');
  await writeFile(workflow, 'mine');
  await milepost(['init', folder, '--exercise', 'todo-api']);
  expect(await readFile(workflow, 'utf8')).toBe('mine');
});
