/** Names of the models that a repository declares: what it is about shows there before anything runs. */
import { readText } from './read-text.ts';
import type { Repository } from './scan.ts';

const MAX_FILES = 60;
const DECLARED = /^class\s+(\p{L}\w*)\s*\(.*Model/gmu;

export async function modelNames({ root, files }: Pick<Repository, 'root' | 'files'>): Promise<string[]> {
  const declaring = files.filter((file) => /(^|\/)models(\/[^/]+)?\.py$/.test(file)).slice(0, MAX_FILES);
  const texts = await Promise.all(declaring.map((file) => readText(root, file).catch(() => '')));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(DECLARED)].map((match) => match[1] as string))),
  ];
}
