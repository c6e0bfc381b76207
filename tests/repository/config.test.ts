import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../../src/config/positioned-yaml.ts';
import { configSchema, parseConfig, readConfig, unknownRoles } from '../../src/repository/config.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'milepost-config-'));
});
afterEach(() => rm(root, { recursive: true }));

const problems = (text: string) => {
  const read = parseConfig(text);
  return read.ok ? [] : read.problems.map(formatProblem);
};

test('a complete file', () => {
  const read = parseConfig(
    'exercise: some-api\nproject: backend/src\nsettings: config.settings.dev\npython: "3.12"\nenv:\n  DEBUG: true\n  PORT: 80\nbind:\n  register: POST /api/users/\n  item.title: titulo\n',
  );
  expect(read).toMatchObject({
    ok: true,
    config: {
      exercise: 'some-api',
      project: 'backend/src',
      settings: 'config.settings.dev',
      python: '3.12',
      env: { DEBUG: 'true', PORT: '80' },
      bind: { register: 'POST /api/users/', 'item.title': 'titulo' },
    },
  });
});

test.each([
  [
    'projct: backend\n',
    '.milepost.yml:1:1: `projct` is not a name that this file knows.\n  Allowed: exercise, project, settings, python, env, bind\n  Did you mean `project`?',
  ],
  [
    'python: 3.10\n',
    '.milepost.yml:1:9: `python` must be text in quotes, such as "3.12": without quotes 3.10 would mean 3.1.',
  ],
  ['python: "3"\n', '.milepost.yml:1:9: `python` must be a Python version with two numbers, such as "3.12".'],
  [
    'project: ../other\n',
    '.milepost.yml:1:10: `project` must be a folder inside the repository, such as `backend`.',
  ],
  [
    'project: /etc\n',
    '.milepost.yml:1:10: `project` must be a folder inside the repository, such as `backend`.',
  ],
  [
    'bind:\n  register: api/users please\n',
    '.milepost.yml:2:13: `bind.register` must be a route such as `POST /api/items/`, or the name of a field.',
  ],
  [
    'bind:\n  register: FETCH /x\n',
    '.milepost.yml:2:13: `bind.register` must be a route such as `POST /api/items/`, or the name of a field.',
  ],
  [
    'env:\n  A: 1\n  A: 2\n',
    '.milepost.yml:3:3: This is not valid YAML: Map keys must be unique.\n  The same name stands twice in one group: keep one of the two.',
  ],
])('%j', (text, expected) => {
  expect(problems(text)).toEqual([expected]);
});

test('nothing, comments or no file at all say nothing', async () => {
  expect(await readConfig(root)).toMatchObject({ ok: true, config: {} });
  expect(parseConfig('# exercise: x\n\n')).toMatchObject({ ok: true, config: {} });
});

test('a link is refused, whatever it leads to', async () => {
  await symlink('/etc/hostname', join(root, '.milepost.yml'));
  expect(await readConfig(root)).toMatchObject({
    ok: false,
    problems: [{ message: '.milepost.yml is not a regular file.' }],
  });
});

test('a file under a similar name is pointed at', async () => {
  await writeFile(join(root, '.milepost.yaml'), 'exercise: x\n');
  expect(await readConfig(root)).toMatchObject({
    ok: false,
    problems: [{ file: '.milepost.yaml', advice: 'Rename it to .milepost.yml.' }],
  });
});

test('roles that the exercise does not have, with the nearest that it has', () => {
  const read = parseConfig('bind:\n  regster: POST /a/\n  token: POST /b/\n');
  if (!read.ok) throw new Error('expected a value');
  expect(
    unknownRoles(read.config, read.problemAt, ['register', 'token', 'item.title']).map(formatProblem),
  ).toEqual([
    '.milepost.yml:2:3: `regster` is not a role or slot of this exercise.\n  Allowed: register, token, item.title\n  Did you mean `register`?',
  ]);
});

test('a file that would take long to look at', () => {
  const started = performance.now();
  parseConfig(`${'# \n'.repeat(20_000)}x`);
  parseConfig(`${' '.repeat(60_000)}x`);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  ['backend/', 'backend'],
  ['./backend//src', 'backend/src'],
  ['.', '.'],
  ['./', '.'],
])('the folder %s is %s', (written, expected) => {
  expect(parseConfig(`project: ${written}\n`)).toMatchObject({ ok: true, config: { project: expected } });
});

test('the schema can be published for editors', () => {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  expect(Object.keys(schema.properties ?? {})).toEqual([
    'exercise',
    'project',
    'settings',
    'python',
    'env',
    'bind',
  ]);
  expect(schema.additionalProperties).toBe(false);
});

test('a long file without anything in it', () => {
  const started = performance.now();
  parseConfig(`${'\n'.repeat(60_000)}x`);
  expect(performance.now() - started).toBeLessThan(10_000);
});
