/** How a workflow names this action: where this copy of Milepost was cloned from, else a name to fill in. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../version.ts';

export const UNKNOWN_OWNER = 'OWNER';

export async function actionReference(from = dirname(fileURLToPath(import.meta.url))): Promise<string> {
  const major = VERSION.startsWith('0.') ? 1 : VERSION.split('.')[0];
  return `${(await clonedFrom(from)) ?? `${UNKNOWN_OWNER}/milepost`}@v${major}`;
}

/** `owner/name` of the GitHub repository that the nearest folder with `.git` was cloned from. */
async function clonedFrom(folder: string): Promise<string | null> {
  const config = await readFile(join(folder, '.git', 'config'), 'utf8').catch(() => null);
  if (config !== null) {
    const origin = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/.exec(config)?.[1] ?? '';
    return (
      /^(?:https:\/\/|ssh:\/\/git@|git@)github\.com[:/]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(origin)?.[1] ??
      null
    );
  }
  const parent = dirname(folder);
  return parent === folder ? null : clonedFrom(parent);
}
