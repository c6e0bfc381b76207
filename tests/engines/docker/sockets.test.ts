import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { reachBySockets } from '../../../src/engines/docker/sockets.ts';

test('a relay that never shows up in the folder: not by sockets', async () => {
  let asked = 0;
  const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  expect(await reachBySockets(folder, async () => ++asked < 5)).toBeNull();
  expect(asked).toBe(5);
});

test('a pipe whose reader is on another machine: not by sockets', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  await promisify(execFile)('mkfifo', [join(folder, 'control')]);
  expect(await reachBySockets(folder, async () => true)).toBeNull();
});

test('a file with the name of the pipe is taken for one without a relay behind it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  await writeFile(join(folder, 'control'), '');
  const reach = await reachBySockets(folder, async () => true);
  expect(() => reach?.address(8000, 1)).toThrow('The relay into the sandbox does not answer.');
}, 10_000);
