/** A folder with one folder per learner, which holds their repository. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { type Entrant, entrants } from './entrant.ts';

export async function folderEntrants(path: string): Promise<Entrant[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => {
    throw new UsageProblem([`${path} is not a folder that can be read.`]);
  });
  const names = entries
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => name);
  if (names.length === 0) throw new UsageProblem([`${path} holds no folder of a learner.`]);
  return entrants(
    names.sort().map((name) => ({
      key: name,
      name,
      group: null,
      repository: null,
      folder: join(path, name),
      clone: null,
    })),
  );
}
