/** Request headers of their own that the learner's code reads, e.g. "X-Access-Token": a token may travel in one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './scan.ts';

const USUAL = new Set([
  'authorization',
  'content-type',
  'content-length',
  'user-agent',
  'accept',
  'host',
  'referer',
  'origin',
  'cookie',
  'x-forwarded-for',
  'x-real-ip',
  'x-csrftoken',
  'x-requested-with',
  'retry-after',
  'x-forwarded-proto',
  'accept-language',
]);
const MAX_FILES = 400;
const MAX_BYTES = 200_000;

export async function readHeaders({ root, files }: Repository): Promise<string[]> {
  const found = new Set<string>();
  for (const file of files
    .filter((name) => name.endsWith('.py') && !/(^|\/)(tests?|migrations)(\/|_|\.)/.test(name))
    .slice(0, MAX_FILES)) {
    const text = (await readFile(join(root, file), 'utf8').catch(() => '')).slice(0, MAX_BYTES);
    for (const [, name] of text.matchAll(/["']HTTP_([A-Z][A-Z0-9_]{1,40})["']/g))
      found.add((name as string).toLowerCase().replaceAll('_', '-'));
    for (const [, name] of text.matchAll(/headers(?:\.get\(|\[)\s*["']([A-Za-z][A-Za-z0-9-]{1,40})["']/g))
      found.add((name as string).toLowerCase());
  }
  return [...found]
    .filter((name) => !USUAL.has(name))
    .slice(0, 6)
    .map(titleCase);
}

const titleCase = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
