import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RepositoryError } from '../../src/repository/repository-error.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import { walk } from '../../src/repository/walk.ts';
import { managePy, settingsPy, tree } from './tree.ts';

const refusal = async (root: string, entries = 20_000) => {
  const started = performance.now();
  const error = await walk(root, { entries }).then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(RepositoryError);
  expect(performance.now() - started).toBeLessThan(5000);
  return (error as RepositoryError).message;
};

test('what tools put there is left out', async () => {
  const root = await tree({
    'a.py': '',
    '.git/config': '',
    'node_modules/x/index.js': '',
    'web/__pycache__/a.cpython-310.pyc': '',
    'Lib/site-packages/django/__init__.py': '',
    'milepost-report/report.json': '',
  });
  expect(await walk(root)).toEqual({ files: ['a.py'], notes: [], compiledWith: ['3.10'] });
});

test('a project inside of its virtual environment is found', async () => {
  const root = await tree({
    'env/pyvenv.cfg': 'version = 3.9.1',
    'env/lib/python3.9/x.py': '',
    'env/bin/python': '',
    'env/app/manage.py': managePy('config.settings'),
    'env/app/config/settings.py': settingsPy(),
    'env/app/lib/help.py': '',
  });
  const { files, projects } = await scanRepository(root, { words: [], packages: [] });
  expect(files).toEqual([
    'env/app/config/settings.py',
    'env/app/lib/help.py',
    'env/app/manage.py',
    'env/pyvenv.cfg',
  ]);
  expect(projects.map(({ dir }) => dir)).toEqual(['env/app']);
});

test('links and pipes are named, not followed and not opened', async () => {
  const root = await tree({ 'a.py': '' });
  await symlink('/etc', join(root, 'etc'));
  await symlink('/etc/passwd', join(root, 'manage.py'));
  execFileSync('mkfifo', [join(root, 'requirements.txt')]);
  const { files, projects, notes } = await scanRepository(root, { words: [], packages: [] });
  expect({ files, projects, notes }).toEqual({
    files: ['a.py'],
    projects: [],
    notes: [
      'etc was left out: it is a symbolic link, not a regular file.',
      'manage.py was left out: it is a symbolic link, not a regular file.',
      'requirements.txt was left out: it is a pipe, not a regular file.',
    ],
  });
});

test('more files than anybody writes, in one folder or in many', async () => {
  const names = Array.from({ length: 60 }, (_, index) => [`${index}/a.py`, '']);
  const root = await tree(Object.fromEntries(names));
  expect(await refusal(root, 100)).toMatch(/^The repository holds more than 100 files\. Remove /);
  expect(await refusal(root, 50)).toMatch(/^The repository holds more than 50 files\. Remove /);
  expect((await walk(root)).files).toHaveLength(60);
});

test('files larger than a repository may be, without being read: the largest that the app runs without are left out', async () => {
  const root = await tree({ 'dump.sql': '', 'media/Film.MP4': '', 'media/a.jpg': '', 'a.py': '' });
  const sized = (name: string, megabytes: number) => truncate(join(root, name), megabytes * 1024 ** 2);
  await sized('dump.sql', 5 * 1024);
  await sized('media/a.jpg', 60);
  const said = (what: string) =>
    `${what} Remove media, databases and archives from git and add them to .gitignore.`;
  expect(await walk(root)).toEqual({
    files: ['a.py', 'media/Film.MP4', 'media/a.jpg'],
    notes: [said('dump.sql was left out, because the repository is larger than 200 MB.')],
    compiledWith: [],
  });
  await sized('media/Film.MP4', 150);
  expect(await walk(root)).toEqual({
    files: ['a.py', 'media/a.jpg'],
    notes: [
      said('2 files were left out, because the repository is larger than 200 MB. The largest is dump.sql.'),
    ],
    compiledWith: [],
  });
  await sized('a.py', 201);
  expect(await refusal(root)).toMatch(
    /^The repository is larger than 200 MB; its largest file is a\.py\. Remove large files /,
  );
});

test('folders nested without end', async () => {
  const root = await tree({});
  await mkdir(join(root, ...Array(300).fill('d')), { recursive: true });
  expect(await refusal(root)).toMatch(/^Folders are nested more than 40 deep/);
});

test('a folder that is not there', async () => {
  expect(await refusal('/nowhere/at/all')).toMatch(/is not a folder\. Name the folder/);
});

test('the commit is read without running what the repository’s git settings name', async () => {
  const root = await tree({ 'a.py': '' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: root,
      env: { ...process.env, GIT_COMMITTER_DATE: '2024-03-01T10:00:00Z' },
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const trap = `touch ${root}/ran; false`;
  for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'gpg.program', 'diff.external'])
    git('config', name, trap);
  git('config', 'log.showSignature', 'true');
  await writeFile(join(root, '.git/hooks/post-checkout'), trap, { mode: 0o755 });
  const { commit, commitDate, files } = await scanRepository(root, { words: [], packages: [] });
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  expect(commitDate).toBe('2024-03-01T10:00:00.000Z');
  expect(files).toEqual(['a.py']);
  expect((await walk(root)).files).toEqual(['a.py']);
});

test('a broken .git is no commit', async () => {
  const root = await tree({ 'a.py': '', '.git/HEAD': 'ref: refs/heads/main' });
  expect(await scanRepository(root, { words: [], packages: [] })).toMatchObject({
    commit: null,
    commitDate: null,
  });
});
