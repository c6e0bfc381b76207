import { execFile } from 'node:child_process';
import { access, constants, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export interface Python {
  /** e.g. "3.12" */
  version: string;
  path: string;
}

const run = promisify(execFile);

/** The Pythons of this machine, newest first, one per minor version: by their names, started only where those say nothing. */
export async function findPythons(environment: NodeJS.ProcessEnv = process.env): Promise<Python[]> {
  const found = (await Promise.all([fromPath(environment), fromPyenv(environment)])).flat();
  const newest = found.sort((a, b) => minor(b.version) - minor(a.version));
  return newest.filter(
    (python, index) => newest.findIndex((one) => one.version === python.version) === index,
  );
}

/** In the wished order those that are here; where none is, the nearest, newer ones first. */
export function choosePythons(wished: string[], here: Python[]): Python[] {
  const exact = wished
    .map((version) => here.find((python) => python.version === version))
    .filter((python) => python !== undefined);
  if (exact.length > 0) return exact;
  const aim = minor(wished[0] ?? here[0]?.version ?? '3.12');
  const distance = (python: Python) => Math.abs(minor(python.version) - aim);
  return [...here]
    .sort((a, b) => distance(a) - distance(b) || minor(b.version) - minor(a.version))
    .slice(0, 1);
}

// pyenv's shims are slow and only choose among the versions that are looked at anyway.
async function fromPath(environment: NodeJS.ProcessEnv): Promise<Python[]> {
  const folders = [
    ...new Set(
      (environment.PATH ?? '')
        .split(delimiter)
        .filter((folder) => /^\/(?!.*\/\.?pyenv\/shims\/?$)/.test(folder)),
    ),
  ];
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => /^python3(\.\d+)?$/.test(name)).map((name) => join(folder, name));
    }),
  );
  return known(files.flat());
}

async function fromPyenv(environment: NodeJS.ProcessEnv): Promise<Python[]> {
  const versions = join(environment.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const names = await readdir(versions).catch(() => []);
  return known(
    names.filter((name) => /^3\.\d+\.\d+$/.test(name)).map((name) => join(versions, name, 'bin/python3')),
  );
}

async function known(paths: string[]): Promise<Python[]> {
  const found = await Promise.all(paths.map(look));
  return found.filter((python) => python !== null && minor(python.version) >= 6) as Python[];
}

async function look(path: string): Promise<Python | null> {
  const real = await realpath(path).catch(() => null);
  if (!real || !(await isExecutable(real))) return null;
  const named = /\/python(3\.\d+)$/.exec(real)?.[1];
  if (named && !/\/shims\//.test(real)) return { version: named, path: real };
  return ask(path);
}

// Version managers put scripts in place of Python that choose one, or none.
async function ask(path: string): Promise<Python | null> {
  const program = 'import sys; print("%d.%d" % sys.version_info[:2]); print(sys.executable)';
  const answer = await run(path, ['-I', '-c', program], { timeout: 5000 }).catch(() => null);
  const [version, executable] = answer?.stdout.trim().split('\n') ?? [];
  return version && executable ? { version, path: executable } : null;
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
