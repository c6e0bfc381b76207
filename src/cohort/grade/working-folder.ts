/** Where a learner's code lies while it is graded: a folder of theirs, or a clone that is gone afterwards. */
import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import { removeFolder } from '../../engines/process/folders.ts';
import { lastCommit } from '../../repository/commit.ts';
import { walk } from '../../repository/walk.ts';
import type { Entrant } from '../source/entrant.ts';
import { webServer } from '../source/web.ts';

/** Why there is nothing to grade; a sentence for the learner's row. */
export class NoSource extends Error {}

export interface WorkingFolder {
  path: string;
  commit: string | null;
  /** When it was committed. */
  at: string | null;
  /** The same for the same code: what was graded once is not graded again. */
  revision: string;
  remove: () => Promise<void>;
}

const LONGEST_CLONE = 5 * 60 * 1000;

/** `path`: where a clone goes. */
export async function workingFolder(
  entrant: Entrant,
  path: string,
  { token, signal }: { token: string | null; signal: AbortSignal },
): Promise<WorkingFolder> {
  if (entrant.folder !== null) return localFolder(resolve(entrant.folder));
  if (entrant.clone === null) throw new NoSource('There is no repository to clone.');
  await removeFolder(path);
  await mkdir(dirname(path), { recursive: true });
  await clone(entrant, entrant.clone, path, token, signal);
  const { commit, commitDate } = await lastCommit(path);
  if (commit === null) throw new NoSource('The repository is empty.');
  return { path, commit, at: commitDate, revision: commit, remove: () => removeFolder(path) };
}

async function localFolder(path: string): Promise<WorkingFolder> {
  const found = await lstat(path).catch(() => null);
  if (!found?.isDirectory()) throw new NoSource('There is no such folder.');
  const { commit, commitDate } = await lastCommit(path);
  return { path, commit, at: commitDate, revision: await printOfFiles(path, commit), remove: async () => {} };
}

/** What git knows can have been changed since: sizes and times tell that without reading anything. */
async function printOfFiles(path: string, commit: string | null): Promise<string> {
  const hash = createHash('sha256').update(commit ?? '');
  const { files } = await walk(path).catch(() => ({ files: [] }));
  for (const file of files) {
    const found = await lstat(join(path, file)).catch(() => null);
    hash.update(`\n${file} ${found?.size} ${found?.mtimeMs}`);
  }
  return hash.digest('hex');
}

/** No hook, filter or submodule of the repository runs, and the token is in no argument and in no file. */
async function clone(
  { branch }: Entrant,
  address: string,
  path: string,
  token: string | null,
  signal: AbortSignal,
): Promise<void> {
  const settings: [string, string][] = [
    ['core.hooksPath', '/dev/null'],
    ['core.symlinks', 'true'],
    ['core.fsmonitor', 'false'],
    ['protocol.allow', 'never'],
    ['protocol.https.allow', 'always'],
    ['protocol.http.allow', 'always'],
    ['protocol.ssh.allow', 'always'],
    ['protocol.file.allow', 'always'],
    ['credential.helper', ''],
    ['filter.lfs.smudge', ''],
    ['filter.lfs.process', ''],
    ['filter.lfs.required', 'false'],
  ];
  // A list can name any host; the token is for GitHub.
  const github = `${webServer()}/`;
  if (token !== null && address.startsWith(github))
    settings.push([
      `http.${github}.extraheader`,
      `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    ]);
  const env = Object.fromEntries(
    settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  );
  const { GH_TOKEN, GITHUB_TOKEN, ...rest } = process.env;
  const wanted = branch === undefined ? [] : ['--branch', branch];
  const { failed, stderr } = await execa(
    'git',
    ['clone', '--quiet', '--depth', '1', '--single-branch', '--no-tags', ...wanted, '--', address, path],
    {
      env: {
        ...rest,
        ...env,
        GIT_CONFIG_COUNT: String(settings.length),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: 'true',
      },
      extendEnv: false,
      reject: false,
      timeout: LONGEST_CLONE,
      cancelSignal: signal,
      stdin: 'ignore',
    },
  );
  signal.throwIfAborted();
  if (!failed) return;
  await removeFolder(path);
  throw new NoSource(
    /not found|does not exist|not appear to be|Remote branch/i.test(stderr)
      ? 'The repository is not there any more, or the token may not see it.'
      : 'The repository could not be cloned.',
  );
}
