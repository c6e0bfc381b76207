import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let first: string;
let second: string;

beforeAll(async () => {
  first = await build();
  second = await build();
}, 120_000);
afterAll(() => Promise.all([first, second].map((folder) => rm(folder, { recursive: true }))));

describe('the bundle', () => {
  test('is the same byte for byte when built twice', async () => {
    expect(await contents(second)).toEqual(await contents(first));
  });

  test('holds the command line, the action, the Python that runs inside and the graders', async () => {
    const files = Object.keys(await contents(first));
    for (const folder of ['src/inside', 'graders']) {
      const wanted = (await readdir(folder)).filter((name) => /\.(py|yml)$/.test(name));
      expect(files).toEqual(
        expect.arrayContaining(wanted.map((name) => join(folder.replace('src/', ''), name))),
      );
    }
    expect(files).toEqual(
      expect.arrayContaining([
        'cli.js',
        'action.js',
        'licences.txt',
        'cohort-page/page.js',
        'cohort-page/page.css',
      ]),
    );
  });

  test('starts without its dependencies installed, within 150 ms of an empty program', async () => {
    // Outside the repository there is no node_modules to fall back on.
    const run = (...args: string[]) => execa(process.execPath, args, { cwd: first });
    expect((await run('cli.js', '--help')).stdout).toContain('grade');
    const empty = await fastest(() => run('-e', '0'));
    const help = await fastest(() => run('cli.js', '--help'));
    expect(help - empty).toBeLessThan(150);
  });
});

async function build(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dist-'));
  await execa(process.execPath, ['scripts/build.mjs', folder]);
  return folder;
}

async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    names.map(async (name) => [
      name.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(name))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashes.sort());
}

async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
