/** Stops the graders that a killed run left, so that the same learner is not graded twice at once. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type Owner, parseOwner } from '../../engines/docker/owner.ts';

const PATIENCE = 30_000;

/** `scratch`: as of gradersOf. */
export async function stopLeftBehind(scratch: string): Promise<void> {
  const folder = join(scratch, 'running');
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const owner = parseOwner(await readFile(join(folder, name), 'utf8').catch(() => ''));
      if (owner !== null) await stop(owner);
    }),
  );
  for (const part of ['running', 'reports', 'source'])
    await rm(join(scratch, part), { recursive: true, force: true });
}

/** It removes what it started, when it is asked to end. */
async function stop(owner: Owner): Promise<void> {
  if (isAlive(owner) !== true) return;
  process.kill(owner.pid, 'SIGTERM');
  const deadline = performance.now() + PATIENCE;
  while (isAlive(owner) === true) {
    if (performance.now() > deadline) return void process.kill(owner.pid, 'SIGKILL');
    await pause(100);
  }
}
