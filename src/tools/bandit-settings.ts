/** Files by which a repository tells Bandit what to leave out: not heeded, but shown. */
import { posix } from 'node:path';
import type { ReadText } from '../repository/read-text.ts';

const NAMES = [
  '.bandit',
  'bandit.yaml',
  'bandit.yml',
  '.bandit.yml',
  'pyproject.toml',
  'setup.cfg',
  'tox.ini',
];

export async function silencingFiles(files: readonly string[], read: ReadText): Promise<string[]> {
  const candidates = files.filter((file) => NAMES.includes(posix.basename(file))).slice(0, 50);
  const found = await Promise.all(
    candidates.map(async (file) => ({ file, text: sectionOf(file, await read(file)) })),
  );
  return found.flatMap(({ file, text }) => {
    const skipped = [...text.matchAll(/\bB\d{3}\b/g)].map(([rule]) => rule);
    const excluded = /^\s*(exclude|exclude_dirs|targets)\s*[=:]/m.test(text);
    if (skipped.length === 0 && !excluded) return [];
    const what =
      skipped.length > 0
        ? `leaves out ${[...new Set(skipped)].slice(0, 12).join(', ')}`
        : 'leaves out folders';
    return [`${file} ${what}; Bandit was run without it.`];
  });
}

/** The part of a file that several tools share. */
function sectionOf(file: string, text: string): string {
  if (!/\.(toml|cfg|ini)$/.test(file)) return text;
  return /^\[(?:tool\.)?bandit\][^\n]*\n([\s\S]*?)(?=^\[(?!tool\.bandit)|(?![\s\S]))/m.exec(text)?.[1] ?? '';
}
