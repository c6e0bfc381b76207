import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { execa } from 'execa';

/** A copy of an app in a folder of its own, with the patch of a mutant applied. */
export async function workingCopy(source: string, target: string, patch?: string): Promise<string> {
  await cp(source, target, {
    recursive: true,
    filter: (path) => !/(^|\/)(__pycache__|db\.sqlite3|milepost-report)$/.test(path),
  });
  if (patch !== undefined) {
    // The ceiling keeps git from taking an enclosing repository for the one to patch.
    const env = { GIT_CEILING_DIRECTORIES: resolve(target, '..') };
    await execa('git', ['apply', '--whitespace=nowarn', resolve(patch)], { cwd: target, env });
  }
  return target;
}
