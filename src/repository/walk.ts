import type { Dirent } from 'node:fs';
import { access, lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { RepositoryProblem } from './repository.ts';

export interface Walk {
  files: string[];
  notes: string[];
}
export interface WalkLimits {
  files: number;
  bytes: number;
  depth: number;
}
const defaults: WalkLimits = { files: 20_000, bytes: 200 * 1024 * 1024, depth: 40 };

/** Folders that tools make and nobody writes by hand. */
const generated = new Set([
  ...[
    '.git',
    '.hg',
    '.svn',
    'node_modules',
    'bower_components',
    'site-packages',
    'dist-packages',
    '__pycache__',
  ],
  ...['.tox', '.nox', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.idea', '.vscode', '.eggs', '__MACOSX'],
]);
/** What a virtual environment consists of: a project may lie in the same folder, so only these are passed over. */
const environmentParts = new Set([
  'lib',
  'lib64',
  'bin',
  'scripts',
  'include',
  'share',
  'doc',
  'etc',
  'tcl',
  'src',
]);

/**
 * Lists the regular files of a repository. Nothing is followed and nothing is opened, so that links, pipes and
 * devices do no harm; a tree that is too large to copy is refused while it is still being counted.
 */
export async function walk(root: string, limits: WalkLimits = defaults): Promise<Walk> {
  const state: State = { root, limits, files: [], bytes: 0, entries: 0, special: [] };
  await enter(state, '', 0);
  const notes = state.special.length > 0 ? [specialNote(state.special)] : [];
  return { files: state.files.sort(), notes };
}

interface State {
  root: string;
  limits: WalkLimits;
  files: string[];
  bytes: number;
  entries: number;
  special: string[];
}

async function enter(state: State, folder: string, depth: number): Promise<void> {
  if (depth > state.limits.depth)
    throw new RepositoryProblem(
      `The repository has folders nested more than ${state.limits.depth} deep.`,
      'Remove the nested folders, or give the folder of the project as the path to grade.',
    );
  const environment = await exists(join(state.root, folder, 'pyvenv.cfg'));
  const entries: Dirent[] = [];
  for await (const entry of await opendir(join(state.root, folder))) {
    state.entries += 1;
    if (state.entries > state.limits.files * 2 || entries.length > state.limits.files)
      throw tooMany(state.limits);
    entries.push(entry);
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (generated.has(entry.name) || entry.name.endsWith('.egg-info')) continue;
      if (environment && environmentParts.has(entry.name.toLowerCase())) continue;
      await enter(state, path, depth + 1);
    } else await addFile(state, path);
  }
}

async function addFile(state: State, path: string): Promise<void> {
  const status = await lstat(join(state.root, path)).catch(() => null);
  if (!status) return;
  if (!status.isFile()) {
    state.special.push(path);
    return;
  }
  state.files.push(path);
  state.bytes += status.size;
  if (state.files.length > state.limits.files) throw tooMany(state.limits);
  if (state.bytes > state.limits.bytes)
    throw new RepositoryProblem(
      `The repository has more than ${Math.round(state.limits.bytes / 1024 / 1024)} MB of files.`,
      'Remove large files (media, databases, archives) from the repository and list them in .gitignore.',
    );
}

const tooMany = (limits: WalkLimits) =>
  new RepositoryProblem(
    `The repository has more than ${limits.files.toLocaleString('en')} files.`,
    'Remove generated files and installed packages from the repository and list them in .gitignore.',
  );

function specialNote(paths: string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  const rest = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return `Links, pipes and devices are not read: ${shown}${rest}. Commit the files themselves where the app needs them.`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
