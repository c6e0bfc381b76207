/** A working app with something planted in it: a module that its settings import and, if it answers, that is asked first. */
import { appendFile, copyFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from './grading.ts';

export async function planted(exercise: string, module: string): Promise<string> {
  const folder = await scratchFolder();
  await cp(join(ROOT, 'fixtures', exercise, 'reference'), folder, { recursive: true });
  await copyFile(module, join(folder, 'planted.py'));
  const answers = /^class Answers\b/m.test(await readFile(module, 'utf8'));
  const lines = [
    '',
    'import planted  # noqa: E402,F401',
    ...(answers ? ['MIDDLEWARE = ["planted.Answers", *MIDDLEWARE]'] : []),
  ];
  await appendFile(await settingsOf(folder), `${lines.join('\n')}\n`);
  return folder;
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that is gone after the tests of the file. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'));
  folders.push(folder);
  return folder;
}

export async function settingsOf(folder: string): Promise<string> {
  const manage = await readFile(join(folder, 'manage.py'), 'utf8');
  const name = /DJANGO_SETTINGS_MODULE['"], ['"]([\w.]+)/.exec(manage)?.[1];
  if (name === undefined) throw new Error(`${folder}/manage.py names no settings`);
  return join(folder, `${name.replaceAll('.', '/')}.py`);
}

/** A module of fixtures/hostile in the reference of an exercise that has much to lose. */
export const hostile = (module: string): Promise<string> =>
  planted('todo-api', join(ROOT, 'fixtures/hostile', `${module}.py`));
