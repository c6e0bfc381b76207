import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import type { Labelled } from './labels.ts';

/** The folder of a labelled repository at its commit: as it stands, or a clone when something else is checked out. */
export async function sourceAt(one: Labelled, sources: string, scratch: string): Promise<string> {
  const names = [one.repo.replace('/', '+'), one.repo];
  const folder = names.map((name) => resolve(sources, name)).find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`no folder ${names.join(' or ')} in ${sources}`);
  if (!existsSync(join(folder, '.git')))
    throw new Error(`${folder} is no git clone, so its commit is unknown`);
  const git = async (cwd: string, ...args: string[]) =>
    (await execa('git', ['-c', 'safe.directory=*', ...args], { cwd })).stdout.trim();
  const [head, changes] = await Promise.all([
    git(folder, 'rev-parse', 'HEAD'),
    git(folder, 'status', '--porcelain'),
  ]);
  if (head.startsWith(one.commit.toLowerCase()) && changes === '') return folder;
  const clone = join(scratch, one.repo.replace('/', '+'));
  await git(scratch, 'clone', '--quiet', '--shared', '--no-checkout', folder, clone);
  await git(clone, 'checkout', '--quiet', '--detach', one.commit);
  return clone;
}
