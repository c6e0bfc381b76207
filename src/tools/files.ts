/** Which of the learner's files a tool is given. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Given {
  files: string[];
  /** Left out for their size. */
  tooLarge: string[];
}

const MEGABYTE = 1024 * 1024;
/** All that a tool is given has to fit in the memory of its container. */
const MOST = 96 * MEGABYTE;

export async function filesFor(
  root: string,
  files: readonly string[],
  wanted: (path: string) => boolean,
  largest = 8,
): Promise<Given> {
  const given: Given = { files: [], tooLarge: [] };
  let total = 0;
  const sizes = await Promise.all(
    files.filter(wanted).map(async (path) => {
      const found = await lstat(join(root, path)).catch(() => null);
      return found?.isFile() ? { path, size: found.size } : null;
    }),
  );
  for (const file of sizes) {
    if (file === null) continue;
    const fits = file.size <= largest * MEGABYTE && total + file.size <= MOST;
    if (fits) total += file.size;
    (fits ? given.files : given.tooLarge).push(file.path);
  }
  return given;
}

/** Code that is no part of the app when it serves. */
export const isTest = (path: string): boolean =>
  /(^|\/)(tests?|testing)\/|(^|\/)(tests?|conftest|test_[^/]*|[^/]*_tests?|factories)\.py$/i.test(path);

export const isMigration = (path: string): boolean => /(^|\/)migrations\/[^/]+\.py$/.test(path);

/** "one Python file", "3 Python files" */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  number === 1 ? `one ${one}` : `${number} ${many}`;
