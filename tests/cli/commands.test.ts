/** The bundle as a user starts it: what each command prints where, and how it exits. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';

const exercise = 'todo-api';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-cli-'));
  await execa('node', ['scripts/build.mjs', join(folder, 'dist')]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const { exitCode, stdout, stderr } = await execa('node', [join(folder, 'dist/cli.js'), ...args], {
    reject: false,
    env: { NO_COLOR: '', FORCE_COLOR: '' },
    timeout: 20_000,
  });
  return { exitCode, stdout, stderr };
}

test('--version and --help', async () => {
  expect(await run('--version')).toEqual({ exitCode: 0, stdout: VERSION, stderr: '' });
  const help = await run('--help');
  expect(help.exitCode).toBe(0);
  for (const command of ['grade', 'exercises', 'explain', 'check-spec', 'init'])
    expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(help.stdout).toContain('Exit codes: 0 everything passes');
});

test.each(['grade', 'exercises', 'explain', 'check-spec', 'init'])('%s --help', async (command) => {
  const { exitCode, stdout } = await run(command, '--help');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: milepost ${command} `));
});

test('exercises and explain print to stdout, without colour in a pipe', async () => {
  const list = await run('exercises');
  expect(list).toMatchObject({ exitCode: 0, stderr: '' });
  expect(list.stdout).toContain(`${exercise}: `);
  const explained = await run('explain', exercise);
  expect(explained.exitCode).toBe(0);
  expect(explained.stdout + list.stdout).not.toContain('\u001b');
});

describe('check-spec', () => {
  test('a good spec', async () => {
    expect(await run('check-spec', `graders/${exercise}.yml`)).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringMatching(
        new RegExp(
          `^graders/${exercise}\\.yml: ok, \\d+ requirements .*, \\d+ points, \\d+ steps, \\d+ roles\\.$`,
        ),
      ),
    });
  });

  test('a wrong one: every mistake on stderr, and 2', async () => {
    const file = join(folder, 'wrong.yml');
    const valid = await readFile('tests/spec/valid.yml', 'utf8');
    await writeFile(file, valid.replace('as: alice', 'as: alicia').replace('other: bob', 'other: bop'));
    expect(await run('check-spec', file)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: [
        `${file}:37:13: "alicia" is not a known actor.`,
        '  Allowed: anonymous, alice, bob',
        '  Did you mean "alice"?',
        `${file}:59:16: "bop" is not a known actor.`,
        '  Allowed: alice, bob',
        '  Did you mean "bob"?',
      ].join('\n'),
    });
  });

  test('what is not wrong but worth knowing', async () => {
    const file = join(folder, 'shelf.yml');
    const valid = await readFile('tests/spec/valid.yml', 'utf8');
    await writeFile(file, valid.replace(/^catalogue: .*\n/m, ''));
    expect((await run('check-spec', file)).stdout.split('\n')).toEqual([
      `${file}: ok, 3 requirements, 25 points, 6 steps, 3 roles.`,
      'Call the file library.yml: an exercise is found by the name of its file.',
      'Add "catalogue: [model, …]" with every id that the roadmap asks for: then a forgotten one is found.',
      'No hint tells the learner what to do: model, read.',
    ]);
  });

  test('no such file, a folder', async () => {
    expect(await run('check-spec', 'nowhere.yml')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'nowhere.yml cannot be read: there is no such file.',
    });
    expect((await run('check-spec', 'graders')).stderr).toBe(
      'graders is a folder. Name a file, such as graders/ID.yml.',
    );
  });
});

describe('a wrong call exits with 2 and says what there is', () => {
  test.each([
    [['explain', 'nothing-like-it'], /^There is no exercise "nothing-like-it"\.\nThere are: /],
    [['explain', exercise, 'nothing-like-it'], /is not a requirement of .*\nThere are: /],
    [['exercises', '--graders', 'nowhere'], /nowhere is not a folder of exercises that can be read\.$/],
    [['explain'], /missing required argument 'exercise'/],
    [['gradee'], /unknown command 'gradee'[\s\S]*Did you mean grade/],
    [['grade', '--engine', 'podman'], /Allowed choices are auto, docker, process/],
    [['grade', '--seed', 'x'], /It must be a whole number from 0 on/],
    [['grade', '--exercise', 'nothing-like-it'], /There is no exercise "nothing-like-it"/],
    [['init', 'nowhere'], /nowhere is not a folder/],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});
