import { constants } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sourceFiles } from '../docker/source.ts';
import { EngineError } from '../engine-error.ts';
import type { Run } from './run.ts';

/** Copies the learner's files, so that the app can write beside them and the repository stays as it is. */
export async function copySource({ options, paths }: Run): Promise<void> {
  for (const { path, executable } of await sourceFiles(options.source, options.files)) {
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new EngineError(`${path} is outside the source.`);
    const content = await read(join(options.source, path));
    if (!content) continue;
    const target = join(paths.source, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: executable ? 0o755 : 0o644 });
  }
}

// A file that became a link since it was listed is left out.
async function read(path: string): Promise<Buffer | null> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags).catch(() => null);
  try {
    return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
  } finally {
    await handle?.close();
  }
}
