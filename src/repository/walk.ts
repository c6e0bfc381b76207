/** Lists a repository's regular files without following or opening anything; oversized trees are refused early. */
import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { RepositoryError } from './repository-error.ts';
import { shorten, withinBudget } from './within-budget.ts';

export interface Tree {
  /** Relative, forward slashes, sorted. */
  files: string[];
  notes: string[];
  compiledWith: string[];
}

const usualLimits = { entries: 20_000 };
const maxDepth = 40;
const maxSeconds = 4;
const maxNotes = 10;

const skippedFolders = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', 'site-packages', '__pycache__', 'milepost-report'],
  ...['.tox', '.nox', '.mypy_cache', '.pytest_cache', '.ruff_cache', '__pypackages__'],
]);
/** Of a folder with pyvenv.cfg: it can hold the project itself, so only these are left out. */
const virtualenvFolders = new Set(['lib', 'lib64', 'bin', 'scripts', 'include', 'share']);

export async function walk(root: string, limits = usualLimits): Promise<Tree> {
  const state: State = {
    root,
    limits,
    sizes: new Map(),
    entries: 0,
    skipped: [],
    compiled: new Map(),
    deadline: performance.now() + maxSeconds * 1000,
  };
  const found = await lstat(root).catch(() => null);
  if (!found?.isDirectory())
    throw new RepositoryError(`${root} is not a folder. Name the folder that holds your repository.`);
  await walkFolder('', 0, state);
  const more = state.skipped.length - maxNotes;
  const { files, notes: onSize } = withinBudget(state.sizes);
  const notes = [...onSize, ...state.skipped.slice(0, maxNotes)];
  if (more > 0) notes.push(`${more} more entries were left out for the same reasons.`);
  const compiledWith = [...state.compiled].toSorted((a, b) => b[1] - a[1]).map(([version]) => version);
  return { files: files.sort(), notes, compiledWith };
}

interface State {
  root: string;
  limits: { entries: number };
  sizes: Map<string, number>;
  entries: number;
  skipped: string[];
  compiled: Map<string, number>;
  deadline: number;
}

async function walkFolder(folder: string, depth: number, state: State): Promise<void> {
  if (depth > maxDepth)
    throw new RepositoryError(
      `Folders are nested more than ${maxDepth} deep at ${shorten(folder)}. Remove that folder from the repository.`,
    );
  const names = await listFolder(folder, state);
  const isVirtualenv = names.includes('pyvenv.cfg');
  checkDeadline(state);
  const folders: string[] = [];
  for (let start = 0; start < names.length; start += 64) {
    checkDeadline(state);
    const batch = names.slice(start, start + 64);
    const stats = await Promise.all(
      batch.map((name) => lstat(join(state.root, folder, name)).catch(() => null)),
    );
    for (const [index, name] of batch.entries()) {
      const path = folder ? `${folder}/${name}` : name;
      const found = stats[index] ?? null;
      if (found?.isDirectory()) {
        if (!isSkipped(name, isVirtualenv)) folders.push(path);
        else if (name === '__pycache__') await noteCompiled(path, state);
      } else if (found?.isFile() && !name.includes('\\')) addFile(path, found.size, state);
      else state.skipped.push(`${shorten(path)} was left out: it is ${kind(found)}, not a regular file.`);
    }
  }
  for (const path of folders) await walkFolder(path, depth + 1, state);
}

// Names come in one by one, so that a folder with a million of them is left at the limit.
async function listFolder(folder: string, state: State): Promise<string[]> {
  const names: string[] = [];
  const handle = await opendir(join(state.root, folder), { bufferSize: 256 }).catch(() => null);
  if (!handle) {
    state.skipped.push(`${shorten(folder)} was left out: it cannot be read.`);
    return names;
  }
  for await (const entry of handle) {
    names.push(entry.name);
    state.entries += 1;
    if (state.entries > state.limits.entries)
      throw new RepositoryError(
        `The repository holds more than ${state.limits.entries.toLocaleString('en')} files. Remove what is not source code ` +
          '(installed packages, media, build output), add it to .gitignore, and try again.',
      );
  }
  return names.sort();
}

function checkDeadline(state: State): void {
  if (performance.now() > state.deadline)
    throw new RepositoryError(
      `Listing the repository took more than ${maxSeconds} seconds. Remove large folders that are not source code.`,
    );
}

function addFile(path: string, size: number, state: State): void {
  const version = /\.cpython-3(\d{1,2})\.pyc$/.exec(path)?.[1];
  if (version) countCompiled(version, state);
  state.sizes.set(path, size);
}

const isSkipped = (name: string, inVirtualenv: boolean) =>
  skippedFolders.has(name) || (inVirtualenv && virtualenvFolders.has(name.toLowerCase()));

// Committed bytecode tells with which Python the learner works.
async function noteCompiled(folder: string, state: State): Promise<void> {
  if (state.compiled.size > 20) return;
  const handle = await opendir(join(state.root, folder)).catch(() => null);
  if (!handle) return;
  let seen = 0;
  for await (const entry of handle) {
    const version = /\.cpython-3(\d{1,2})(\.opt-\d)?\.pyc$/.exec(entry.name)?.[1];
    if (version) countCompiled(version, state);
    seen += 1;
    if (seen >= 50) break;
  }
}

const countCompiled = (minor: string, { compiled }: State) =>
  compiled.set(`3.${minor}`, (compiled.get(`3.${minor}`) ?? 0) + 1);

function kind(found: Stats | null): string {
  if (!found) return 'unreadable';
  if (found.isFile()) return 'a name with a backslash';
  if (found.isSymbolicLink()) return 'a symbolic link';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}
