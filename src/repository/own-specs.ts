/**
 * Exercises that a repository brings along: a learner cannot choose what is asked. They are told of, so that nobody
 * wonders why an edited copy changes nothing.
 */
import { relative, sep } from 'node:path';
import { readText } from './read-text.ts';
import type { Repository } from './scan.ts';

const MOST_FILES = 200;
const MOST_NAMES = 5;

/** `used`: the folder that the exercise of this run comes from. */
export async function notesOnOwnSpecs({ root, files }: Repository, used: string): Promise<string[]> {
  const path = relative(root, used).split(sep).join('/');
  const inUse = path === '' ? '' : `${path}/`;
  const candidates = files
    .filter((file) => /\.ya?ml$/i.test(file) && !file.startsWith(inUse))
    .slice(0, MOST_FILES);
  const own = await Promise.all(
    candidates.map(async (file) => isInGraders(file) || isSpec(await readText(root, file))),
  );
  const names = candidates.filter((_, index) => own[index]);
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  const listed = [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [`Ignored, because the exercises come with Milepost and not with the repository: ${listed}.`];
}

const isInGraders = (file: string): boolean => /(^|\/)graders\/[^/]+$/.test(file);

const isSpec = (text: string): boolean => /^exercise\s*:/m.test(text) && /^requirements\s*:/m.test(text);
