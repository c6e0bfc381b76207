import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Git, gitIn } from '../../src/repository/git.ts';
import { readHistory, trackedFiles } from '../../src/tools/history.ts';
import { commit, folderWith, git, write } from './context.ts';

const opened = async (root: string): Promise<Git> => {
  const found = await gitIn(root);
  if (found === null) throw new Error('no clone');
  return found;
};

test('every added line of every branch, also of one that was merged away', async () => {
  const root = await folderWith({ 'a.py': 'one = 1\n' });
  commit(root, 'first');
  git(root, 'checkout', '-q', '-b', 'side');
  await write(root, { 'b.py': 'hidden = 2\n' });
  commit(root, 'hide');
  await rm(join(root, 'b.py'));
  commit(root, 'remove');
  git(root, 'checkout', '-q', 'main');
  await write(root, { 'a.py': 'one = 3\n' });
  commit(root, 'second');
  git(root, 'merge', '-q', '--no-edit', 'side');
  git(root, 'branch', '-D', 'side');
  const { log, commits, shallow, problem } = await readHistory(await opened(root));
  const added = log
    .toString()
    .split('\n')
    .filter((line) => /^\+(?!\+\+)/.test(line));
  expect({ added: added.toSorted(), commits, shallow, problem }).toEqual({
    added: ['+hidden = 2', '+one = 1', '+one = 3'],
    commits: 4,
    shallow: false,
    problem: null,
  });
});

test('a shallow clone is told', async () => {
  const root = await folderWith({ 'a.py': 'one = 1\n' });
  commit(root, 'first');
  await write(root, { 'a.py': 'two = 2\n' });
  commit(root, 'second');
  const clone = await folderWith({});
  git(clone, 'clone', '-q', '--depth', '1', `file://${root}`, 'here');
  const { commits, shallow, problem } = await readHistory(await opened(join(clone, 'here')));
  expect({ commits, shallow, problem }).toEqual({ commits: 1, shallow: true, problem: null });
});

test('no program that the repository names is started, and nothing is hidden as binary', async () => {
  const root = await folderWith({ 'a.py': 'one = 1\n', '.gitattributes': '*.py diff=evil binary\n' });
  commit(root, 'first');
  const program = join(root, '..', `evil-${Date.now()}.sh`);
  const proof = `${program}.ran`;
  await writeFile(program, `#!/bin/sh\ntouch ${proof}\n`);
  await chmod(program, 0o755);
  for (const [name, value] of [
    ['diff.external', program],
    ['diff.evil.command', program],
    ['diff.evil.textconv', program],
    ['core.pager', program],
    ['core.fsmonitor', program],
    ['log.showSignature', 'true'],
    ['gpg.program', program],
    ['diff.noprefix', 'true'],
    ['diff.orderFile', '/nowhere'],
    ['color.ui', 'always'],
  ] as const)
    git(root, 'config', name, value);
  const { log, problem } = await readHistory(await opened(root));
  expect(log.toString()).toContain('+++ b/a.py\n@@ -0,0 +1 @@\n+one = 1');
  expect({ problem, ran: existsSync(proof) }).toEqual({ problem: null, ran: false });
  await rm(program);
});

test('a history without a commit', async () => {
  const root = await folderWith({});
  git(root, 'init', '-q');
  const { log, commits, problem } = await readHistory(await opened(root));
  expect({ log: log.length, commits, problem }).toEqual({ log: 0, commits: 0, problem: null });
});

test('files that are ignored are no part of the repository, new ones are', async () => {
  const root = await folderWith({ 'a.py': '', '.gitignore': '.env\n' });
  commit(root, 'first');
  await write(root, { '.env': 'KEY=1', 'new.py': '' });
  expect([...((await trackedFiles(await opened(root))) ?? [])].toSorted()).toEqual([
    '.gitignore',
    'a.py',
    'new.py',
  ]);
});
