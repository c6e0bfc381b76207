/** Reads a file of a cohort that anybody may have put there: a regular file within the folder, and not too large. */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Why a file cannot be used, as the end of a sentence that names it. */
export class UnusableFile extends Error {}

export async function readBounded(folder: string, path: string, largest: number): Promise<string> {
  const root = await realpath(folder).catch(() => folder);
  const real = await realpath(join(root, path)).catch(() => {
    throw new UnusableFile('is not there');
  });
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new UnusableFile('is a link that leads elsewhere');
  // Without NONBLOCK a pipe would be waited for.
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => {
      throw new UnusableFile('cannot be read');
    },
  );
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new UnusableFile('is no file');
    if (found.size > largest) throw new UnusableFile(`is larger than ${largest / 1024 / 1024} MB`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

export async function readJson(folder: string, path: string, largest: number): Promise<unknown> {
  const text = await readBounded(folder, path, largest);
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UnusableFile('is no JSON');
  }
}
