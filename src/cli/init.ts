/** `init`: a workflow and a commented `.milepost.yml` for a repository. What is there already is left alone, and said. */
import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { plain } from '../report/boundary.ts';
import { configFile } from '../repository/config.ts';
import { scanRepository } from '../repository/scan.ts';
import { chooseExercise } from '../run/choose.ts';
import { configOf } from '../run/config.ts';
import { gradersFolder } from '../run/graders-folder.ts';
import { UsageProblem } from '../run/options.ts';
import { actionReference, UNKNOWN_OWNER } from './action-reference.ts';
import { configFileText, workflowFile } from './init-files.ts';

const workflow = '.github/workflows/milepost.yml';

export async function initCommand(path: string, asked?: string): Promise<void> {
  for (const line of await init(resolve(path), asked)) process.stdout.write(`${line}\n`);
}

/** What was done, a sentence each. */
export async function init(root: string, asked?: string, reference?: string): Promise<string[]> {
  if (!(await stat(root).catch(() => null))?.isDirectory())
    throw new UsageProblem([`${root} is not a folder. Name the folder of the repository.`]);
  const { exercise, why } = await chooseExercise(gradersFolder(), asked, await configOf(root), root);
  const { spec } = exercise;
  const repository = await scanRepository(root, spec.recognise);
  const action = reference ?? (await actionReference());
  const top = await topOf(root);
  const done = [
    await put(root, workflow, workflowFile(spec.exercise, action)),
    await put(root, configFile, configFileText(spec, repository, action)),
  ];
  const wrote = done.some((line) => line.startsWith('Wrote'));
  return [
    `The exercise is ${spec.exercise}: ${plain(why)}.`,
    ...done,
    ...(wrote && action.startsWith(`${UNKNOWN_OWNER}/`)
      ? [`In what was written, put the GitHub account that holds Milepost in the place of ${UNKNOWN_OWNER}.`]
      : []),
    ...(wrote && top !== null && top !== root ? [elsewhere(top, root)] : []),
  ];
}

const elsewhere = (top: string, root: string): string =>
  `GitHub reads workflows only at the top of a repository: move ${workflow} to ${plain(top)}, and add "path: ${plain(relative(top, root))}" below "with:".`;

/** `wx` makes the file or fails: nothing is overwritten, even when two run at once. */
async function put(root: string, name: string, text: string): Promise<string> {
  const link = await linkOnTheWay(root, dirname(name));
  if (link !== null) return `Left alone: ${link} is a link, so ${name} was not written.`;
  const file = join(root, name);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    return `Wrote ${name}.`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return `Left alone: ${name} is there already.`;
    throw new UsageProblem([`${name} could not be written (${code ?? String(error)}).`]);
  }
}

/** A folder of the repository that leads elsewhere; null where there is none. */
async function linkOnTheWay(root: string, folder: string): Promise<string | null> {
  if (folder === '.') return null;
  const above = await linkOnTheWay(root, dirname(folder));
  if (above !== null) return above;
  return (await lstat(join(root, folder)).catch(() => null))?.isSymbolicLink() ? folder : null;
}

/** The nearest folder upwards that is the top of a clone. */
async function topOf(folder: string): Promise<string | null> {
  if ((await lstat(join(folder, '.git')).catch(() => null)) !== null) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : topOf(parent);
}
