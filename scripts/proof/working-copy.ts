import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { execa } from 'execa';

/** A copy of an app in a folder of its own, with the patch of a mutant applied. */
export async function workingCopy(
  source: string,
  target: string,
  patch?: string,
  history = false,
): Promise<string> {
  await cp(source, target, {
    recursive: true,
    filter: (path) => !/(^|\/)(__pycache__|db\.sqlite3|milepost-report)$/.test(path),
  });
  if (patch !== undefined) {
    // The ceiling keeps git from taking an enclosing repository for the one to patch.
    const env = { GIT_CEILING_DIRECTORIES: resolve(target, '..') };
    const git = (...args: string[]) => execa('git', [...IDENTITY, ...args], { cwd: target, env });
    const apply = (...options: string[]) => git('apply', '--whitespace=nowarn', ...options, resolve(patch));
    if (history) await git('init', '--quiet');
    await apply();
    if (history) {
      await git('add', '--all', '--force');
      await git('commit', '--quiet', '--message', 'First version');
      await apply('--reverse');
      await git('add', '--all', '--force');
      await git('commit', '--quiet', '--message', 'Tidied up');
    }
  }
  return target;
}

const IDENTITY = [
  '-c',
  'user.name=learner',
  '-c',
  'user.email=learner@example.com',
  '-c',
  'commit.gpgsign=false',
];
