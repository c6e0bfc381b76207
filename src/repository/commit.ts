import { execFile } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Commit {
  commit: string | null;
  commitDate: string | null;
}

// The repository's own git settings can name programs: all that could start one are switched off, and only a
// plumbing command runs.
const safe = [
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never', 'core.pager=cat'].flatMap(
    (setting) => ['-c', setting],
  ),
  '--no-pager',
  '--no-replace-objects',
];

/** The commit that is checked out; null without git, without a commit, and in a folder that is no clone. */
export async function lastCommit(root: string): Promise<Commit> {
  const folder = join(root, '.git');
  const found = await lstat(folder).catch(() => null);
  if (!found || found.isSymbolicLink()) return { commit: null, commitDate: null };
  const env = {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CEILING_DIRECTORIES: dirname(root),
    ...(found.isDirectory() ? { GIT_DIR: folder } : {}),
  };
  const git = (...args: string[]): Promise<string> =>
    run('git', [...safe, ...args], { cwd: root, env, timeout: 5000, maxBuffer: 1_000_000 }).then(
      ({ stdout }) => stdout,
      () => '',
    );
  const [name, content] = await Promise.all([
    git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
    git('cat-file', 'commit', 'HEAD'),
  ]);
  const commit = /^[0-9a-f]{40,64}$/.exec(name.trim())?.[0] ?? null;
  const seconds = Number(/^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(content)?.[1] ?? Number.NaN);
  const date = new Date(seconds * 1000);
  return { commit, commitDate: commit && Number.isFinite(date.getTime()) ? date.toISOString() : null };
}
