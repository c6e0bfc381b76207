import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatOwner, isAlive, parseOwner, thisProcess } from '../docker/owner.ts';
import type { SandboxOptions } from '../engine.ts';
import { killAll } from './processes.ts';
import type { Run } from './run.ts';

export const runFolderPrefix = 'milepost-run-';
const ownerFile = 'owner';

/** Dependencies and downloads that runs share. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_CACHE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'milepost');
}

/** A folder that only this user can look into, with a note of whose it is. */
export async function makeRun(options: SandboxOptions): Promise<Run> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), runFolderPrefix));
  await writeFile(join(folder, ownerFile), `${formatOwner(thisProcess)}\n${options.runId}`);
  const place = (name: string) => join(folder, name);
  const paths = {
    source: place('source'),
    home: place('home'),
    temporary: place('temporary'),
    scratch: place('scratch'),
  };
  for (const path of Object.values(paths)) await mkdir(path, { mode: 0o700 });
  return { options, folder, paths };
}

/** Removes what killed graders left: their processes and folders. */
export async function reap(): Promise<void> {
  const base = await realpath(tmpdir());
  const names = (await readdir(base)).filter((name) => name.startsWith(runFolderPrefix));
  await Promise.all(names.map((name) => reapFolder(join(base, name))));
}

async function reapFolder(folder: string): Promise<void> {
  const entry = await lstat(folder).catch(() => null);
  if (!entry?.isDirectory() || entry.uid !== process.getuid?.()) return;
  const [owner, id] = (await readFile(join(folder, ownerFile), 'utf8').catch(() => '')).split('\n');
  const parsed = parseOwner(owner);
  if (!parsed || !id || isAlive(parsed) !== false) return;
  await killAll([], { id, folder });
  await removeFolder(folder);
}

/** A folder that is kept for a look is no leftover. */
export async function disown(folder: string): Promise<void> {
  await rm(join(folder, ownerFile), { force: true });
}

/** Also where the app took the rights to its folders away from itself. */
export async function removeFolder(folder: string): Promise<void> {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await remove().catch(async () => {
    await promisify(execFile)('chmod', ['-R', 'u+rwX', folder]).catch(() => undefined);
    await remove();
  });
}

export function removeFolderNow(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // the next run does it
  }
}
