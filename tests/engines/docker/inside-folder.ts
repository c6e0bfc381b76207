import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder like `src/inside/`, with programs of the tests in the places of the app and the installer. */
export const insideFolder = await mkdtemp(join(tmpdir(), 'inside-'));
for (const name of ['relay.py', 'start.py']) await cp(join('src/inside', name), join(insideFolder, name));
await cp('tests/engines/docker/inside', insideFolder, { recursive: true });
