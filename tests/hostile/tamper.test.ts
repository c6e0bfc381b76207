/** Whatever the app's own process says, points come from what can be seen from outside. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { gradeBuilt, ROOT } from './grading.ts';
import { hostile, scratchFolder } from './planted.ts';
import { expectWellFormed } from './well-formed.ts';

vi.setConfig({ testTimeout: 180_000 });

test.each([
  ['prints a perfect result and exits', 'exits'],
  ['answers the grader itself', 'forged-facts'],
])('an app that %s did not start', async (_, module) => {
  const run = await gradeBuilt(await hostile(`tamper/${module}`));
  const report = await expectWellFormed(run);
  expect(report.outcome).toBe('no-app');
  expect(report.score.earned).toBe(0);
  expect(run.exitCode).toBe(1);
});

test.each([
  ['helper inside says that all was done', 'patched-inside'],
  ['framework says what it likes', 'patched-framework'],
  ['answers were written beforehand', 'canned-answers'],
])('an app whose %s earns nothing for behaviour', async (_, module) => {
  const run = await gradeBuilt(await hostile(`tamper/${module}`));
  const report = await expectWellFormed(run);
  expect(passed(report).filter((id) => id !== 'model')).toEqual([]);
  expect(run.exitCode).toBe(1);
});

test("a specification of the learner's own changes nothing", async () => {
  const folder = await hostile('tamper/canned-answers');
  await mkdir(join(folder, 'graders'));
  const easy = 'exercise: todo-api\ntitle: Easy\nroadmap: none\nroles: {}\nrequirements: []\n';
  for (const name of ['graders/todo-api.yml', 'todo-api.yml', 'exercise.yml'])
    await writeFile(join(folder, name), easy);
  const run = await gradeBuilt(folder);
  const report = await expectWellFormed(run);
  expect(report.score.possible).toBe(115);
  expect(report.notes).toContain(
    'Ignored, because the exercises come with Milepost and not with the repository: exercise.yml, graders/todo-api.yml, todo-api.yml.',
  );
  expect(passed(report).filter((id) => id !== 'model')).toEqual([]);
});

test('a configuration cannot lower what is asked for', async () => {
  const folder = await hostile('tamper/canned-answers');
  await writeFile(
    join(folder, '.milepost.yml'),
    'exercise: todo-api\nrequirements:\n  - id: model\nskip: [jwt, ownership]\n',
  );
  const run = await gradeBuilt(folder);
  expect(run.exitCode).toBe(2);
  expect(run.report).toBeNull();
  expect(run.stderr).toContain('requirements');
  expect(run.left).toEqual([]);
});

test("files named like the grader's own modules stay the learner's", async () => {
  const folder = await scratchFolder();
  await cp(join(ROOT, 'fixtures/todo-api/reference'), folder, { recursive: true });
  await mkdir(join(folder, 'milepost_inside'));
  const modules = [
    'boot',
    'channel',
    'errors',
    'server',
    'facts',
    'sitecustomize',
    'usercustomize',
    'zygote',
  ];
  for (const name of [...modules, 'milepost_inside/__init__', 'milepost_inside/channel'])
    await writeFile(join(folder, `${name}.py`), 'raise SystemExit(0)\n');
  const run = await gradeBuilt(folder);
  const report = await expectWellFormed(run);
  expect(report.score.earned).toBe(report.score.possible);
  expect(run.exitCode).toBe(0);
});

test('startup files of Python in the repository start nothing', async () => {
  const folder = await scratchFolder();
  await cp(join(ROOT, 'fixtures/todo-api/reference'), folder, { recursive: true });
  for (const place of ['.', 'lib/site-packages', 'venv/lib/python3.12/site-packages', 'todos']) {
    await mkdir(join(folder, place), { recursive: true });
    await writeFile(
      join(folder, place, 'startup.pth'),
      "import os; os.write(2, b'startup file ran'); os._exit(0)\n",
    );
  }
  await writeFile(join(folder, 'venv/pyvenv.cfg'), 'home = /usr/bin\n');
  const run = await gradeBuilt(folder);
  const report = await expectWellFormed(run);
  expect(report.score.earned).toBe(report.score.possible);
  expect(JSON.stringify(run)).not.toContain('startup file ran');
  expect(run.exitCode).toBe(0);
});

const passed = (report: Report): string[] =>
  report.requirements.filter(({ state, advice }) => state === 'pass' && !advice).map(({ id }) => id);
