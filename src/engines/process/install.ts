import { createHash, randomBytes } from 'node:crypto';
import {
  access,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { insideFolder } from '../../inside/folder.ts';
import type { InstallOutcome, InstallPlan } from '../../prepare/plan.ts';
import { formatOwner, isAlive, parseOwner, thisProcess } from '../docker/owner.ts';
import { EngineError } from '../engine-error.ts';
import { cacheFolder, removeFolder } from './folders.ts';
import { runInstaller } from './installer.ts';
import { choosePythons, findPythons, type Python } from './pythons.ts';
import type { Run } from './run.ts';

/** Raised when the way in which dependencies are laid out changes: older ones are then not used. */
const recipe = 1;
const kept = 20;
const day = 24 * 3600 * 1000;
const ownerFile = 'owner';

const noteSchema = z.object({
  folder: z.string().regex(/^[\w-]+$/),
  python: z.string(),
  installed: z.record(z.string(), z.string()),
  changes: z.array(z.object({ what: z.string(), why: z.string() })),
});

/** An earlier run's environment where the plan is the same, else a new one, tried with one Python after the other. */
export async function installDependencies(
  run: Run,
  plan: InstallPlan,
  script = 'install.py',
): Promise<InstallOutcome> {
  const pythons = choosePythons(plan.pythons, await findPythons());
  if (pythons.length === 0)
    throw new EngineError('No Python 3 was found on this machine: install one, or use the Docker engine.');
  const shared = join(cacheFolder(), 'dependencies');
  await mkdir(shared, { recursive: true, mode: 0o700 });
  const key = await cacheKey(plan, pythons, script);
  const reused = await reuse(shared, key);
  if (reused) return reused;
  let last: InstallOutcome | null = null;
  for (const python of pythons) {
    run.options.signal.throwIfAborted();
    last = await build(run, plan, python, shared, key, script);
    if (last.ok) break;
  }
  await tidy(shared).catch(() => undefined);
  if (!last) throw new EngineError('No Python was tried.');
  return last;
}

// Environments know their own path: each is made where it stays, and becomes known by a small file that names it.
async function build(
  run: Run,
  plan: InstallPlan,
  python: Python,
  shared: string,
  key: string,
  script: string,
): Promise<InstallOutcome> {
  const name = `${key}-${randomBytes(6).toString('hex')}`;
  const folder = join(shared, name);
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, ownerFile), formatOwner(thisProcess));
  try {
    const wanted = { ...plan, pythons: [python.version] };
    const outcome = await runInstaller(run, python, join(folder, 'venv'), wanted, script);
    if (!outcome.ok) {
      await removeFolder(folder);
      return outcome;
    }
    const { installed, changes } = outcome;
    const note = join(folder, 'note.json');
    await writeFile(note, JSON.stringify({ folder: name, python: outcome.python, installed, changes }));
    return await publish(shared, key, note, outcome);
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

// Two runs may make the same at once: the first to finish is used by later runs, the other keeps its own for this one.
async function publish(
  shared: string,
  key: string,
  note: string,
  outcome: InstallOutcome,
): Promise<InstallOutcome> {
  const pointer = join(shared, `${key}.json`);
  await link(note, pointer).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') return rename(note, pointer);
  });
  return outcome;
}

async function reuse(shared: string, key: string): Promise<InstallOutcome | null> {
  const pointer = join(shared, `${key}.json`);
  const note = await readNote(pointer);
  if (!note) return null;
  const { folder, ...rest } = note;
  const interpreter = join(shared, folder, 'venv/bin/python');
  // Goes through the link to the Python it was made with, which may have been removed.
  const usable = await access(interpreter).then(
    () => true,
    () => false,
  );
  if (!usable) {
    await rm(pointer, { force: true });
    return null;
  }
  const now = new Date();
  await utimes(pointer, now, now).catch(() => undefined);
  return { ok: true, interpreter, reused: true, problem: null, log: '', ...rest };
}

async function readNote(pointer: string): Promise<z.infer<typeof noteSchema> | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(pointer, 'utf8')));
  } catch {
    return null;
  }
}

async function cacheKey(plan: InstallPlan, pythons: Python[], script: string): Promise<string> {
  const all = await readdir(insideFolder);
  const names = all.filter((name) => /^install\w*\.py$/.test(name) || name === script).sort();
  const { requirements, extra, excludeNewer } = plan;
  const hash = createHash('sha256').update(
    JSON.stringify([recipe, pythons, requirements, extra, excludeNewer]),
  );
  for (const name of names) hash.update(await readFile(join(insideFolder, name)));
  return hash.digest('hex').slice(0, 24);
}

/** Environments that no run used for a day, beyond the newest, and those that no file names and no run makes. */
async function tidy(shared: string): Promise<void> {
  const names = await readdir(shared);
  const pointers = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => ({ path: join(shared, name), used: (await stat(join(shared, name))).mtimeMs })),
  );
  pointers.sort((a, b) => b.used - a.used);
  for (const { path, used } of pointers.slice(kept))
    if (Date.now() - used > day) await rm(path, { force: true });
  const notes = await Promise.all(pointers.map(({ path }) => readNote(path)));
  const named = new Set(notes.map((note) => note?.folder));
  for (const name of names.filter((name) => !name.endsWith('.json') && !named.has(name))) {
    const owner = parseOwner(await readFile(join(shared, name, ownerFile), 'utf8').catch(() => ''));
    if (owner && isAlive(owner) === false) await removeFolder(join(shared, name));
  }
}
