import { execa } from 'execa';

/** The commit that is checked out. Git is asked for raw data only, so that no setting of the repository runs a program. */
export async function readCommit(
  root: string,
): Promise<{ commit: string | null; commitDate: string | null }> {
  const git = (...args: string[]) =>
    execa('git', ['--no-pager', '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', ...args], {
      cwd: root,
      extendEnv: false,
      env: {
        PATH: process.env.PATH ?? '',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_OPTIONAL_LOCKS: '0',
      },
      timeout: 5000,
      reject: false,
      stdin: 'ignore',
      maxBuffer: 1024 * 1024,
    });
  const [id, object] = await Promise.all([
    git('rev-parse', '--verify', 'HEAD'),
    git('cat-file', 'commit', 'HEAD'),
  ]);
  if (id.exitCode !== 0 || object.exitCode !== 0) return { commit: null, commitDate: null };
  const seconds = Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(object.stdout)?.[1]);
  const date = new Date(seconds * 1000);
  return { commit: id.stdout.trim(), commitDate: Number.isNaN(date.getTime()) ? null : date.toISOString() };
}
