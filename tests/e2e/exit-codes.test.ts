/** 0 everything passes · 1 a requirement does not · 2 the call, the configuration or a spec is wrong · 3 not completed */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workingCopy } from '../../scripts/proof/working-copy.ts';
import { milepost, REFERENCE } from './command-line.ts';

const folder = () => mkdtemp(join(tmpdir(), 'exit-codes-'));
const patch = resolve('fixtures/todo-api/mutants/reference/create-not-saved.patch');

test('0: everything that was judged passes', async () => {
  const run = await milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'create']);
  expect(run.exitCode).toBe(0);
});

test('1: a requirement fails', async () => {
  const wrong = await workingCopy(REFERENCE, await folder(), patch);
  const run = await milepost(['grade', wrong, '--engine', 'process', '--only', 'create']);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/Save it/);
});

test('1: there is no app to grade, and the report says what to do', async () => {
  const run = await milepost(['grade', await folder(), '--exercise', 'todo-api', '--engine', 'process']);
  expect(run.exitCode).toBe(1);
  expect((await run.report()).outcome).toBe('no-app');
  expect(run.stdout).toMatch(/manage\.py/);
});

describe('2', () => {
  const wrong: [string, string[], RegExp][] = [
    ['an unknown option', ['grade', REFERENCE, '--no-such-option'], /unknown option.*--no-such-option/],
    ['an unknown engine', ['grade', REFERENCE, '--engine', 'magic'], /auto, docker, process/],
    ['an unknown exercise', ['grade', REFERENCE, '--exercise', 'todo-apy'], /todo-api/],
    [
      'an unknown requirement',
      ['grade', REFERENCE, '--only', 'ownershp', '--engine', 'process'],
      /Did you mean "ownership"/,
    ],
    ['a seed that is no number', ['grade', REFERENCE, '--seed', 'one'], /whole number/],
    ['a folder that is not there', ['grade', '/no/such/folder'], /\/no\/such\/folder/],
    ['an unknown command', ['grad'], /grade/],
  ];
  test.each(wrong)('%s', async (_, args, message) => {
    const run = await milepost(args);
    expect(run.exitCode, run.stderr).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stdout).toBe('');
  });

  test('a mistake in .milepost.yml, with its place', async () => {
    const copy = await workingCopy(REFERENCE, await folder());
    await writeFile(join(copy, '.milepost.yml'), 'exercise: todo-api\nbnd:\n  register: POST /x/\n');
    const run = await milepost(['grade', copy, '--engine', 'process']);
    expect(run.exitCode, run.stderr).toBe(2);
    expect(run.stderr).toMatch(/\.milepost\.yml:2:1/);
    expect(run.stderr).toMatch(/bind/);
  });

  test('a mistake in a spec, with its place', async () => {
    const graders = await folder();
    await mkdir(graders, { recursive: true });
    await writeFile(join(graders, 'mine.yml'), 'exercise: mine\ntitle: Mine\nrequirments: []\n');
    const run = await milepost(['grade', REFERENCE, '--graders', graders, '--exercise', 'mine']);
    expect(run.exitCode, run.stderr).toBe(2);
    expect(run.stderr).toMatch(/mine\.yml:3:1/);
    expect(run.stderr).toMatch(/requirements/);
  });
});

describe('3', () => {
  test('Docker was asked for and does not answer', async () => {
    const env = { DOCKER_HOST: 'unix:///no/such/docker.sock' };
    const run = await milepost(['grade', REFERENCE, '--engine', 'docker'], { env });
    expect(run.exitCode, run.stderr).toBe(3);
    expect(run.stderr + run.stdout).toMatch(/Docker does not answer/);
  });

  test('nothing was judged: only advice was asked for', async () => {
    const run = await milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'docs']);
    expect(run.exitCode).toBe(3);
  });

  test('in CI the process engine is never taken silently', async () => {
    const env = { CI: 'true', DOCKER_HOST: 'unix:///no/such/docker.sock' };
    const run = await milepost(['grade', REFERENCE], { env });
    expect(run.exitCode, run.stderr).toBe(3);
    expect(run.stderr + run.stdout).toMatch(/process/);
  });
});
