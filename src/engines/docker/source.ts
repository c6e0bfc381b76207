import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { archive, type Entry } from './archive.ts';

/** The number of the user that learner code runs as. */
export const learner = 10001;

export interface SourceFile {
  path: string;
  size: number;
  executable: boolean;
}

/** Regular files only, whatever the list says. */
export async function sourceFiles(source: string, files: string[]): Promise<SourceFile[]> {
  const found = await Promise.all(
    files.map(async (path) => {
      const entry = await lstat(join(source, path)).catch(() => null);
      return entry?.isFile() ? { path, size: entry.size, executable: (entry.mode & 0o100) !== 0 } : null;
    }),
  );
  return found.filter((file) => file !== null);
}

/** The learner's files as a tar stream, owned by the user that the app runs as. */
export function sourceArchive(source: string, files: SourceFile[]): Readable {
  return archive(learner, entries(source, files));
}

async function* entries(source: string, files: SourceFile[]): AsyncGenerator<Entry> {
  for (const folder of folders(files)) yield { name: `${folder}/` };
  for (const { path, executable } of files) {
    const content = await read(join(source, path));
    if (content) yield { name: path, content, executable };
  }
}

function folders(files: SourceFile[]): string[] {
  const found = new Set<string>();
  for (const { path } of files) {
    for (let folder = dirname(path); folder !== '.' && !found.has(folder); folder = dirname(folder))
      found.add(folder);
  }
  return [...found].sort();
}

// A file that became a link since it was listed is left out.
async function read(path: string): Promise<Buffer | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch(() => null);
  try {
    return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
  } finally {
    await handle?.close();
  }
}
