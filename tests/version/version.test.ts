/** One version: of the package, of the build, of the changelog. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';

test('the build knows the version of package.json', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(VERSION).toBe(version);
});

test('the changelog begins with this version', async () => {
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  expect(/^## (\S+)/m.exec(changelog)?.[1]).toBe(VERSION);
});
