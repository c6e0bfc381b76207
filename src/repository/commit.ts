import { gitIn } from './git.ts';

export interface Commit {
  commit: string | null;
  commitDate: string | null;
}

/** The commit that is checked out; null without git, without a commit, and in a folder that is no clone. */
export async function lastCommit(root: string): Promise<Commit> {
  const git = await gitIn(root);
  if (git === null) return { commit: null, commitDate: null };
  const text = async (...args: string[]): Promise<string> => {
    const { output, whole } = await git(args);
    return whole ? output.toString('utf8') : '';
  };
  const [name, content] = await Promise.all([
    text('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
    text('cat-file', 'commit', 'HEAD'),
  ]);
  const commit = /^[0-9a-f]{40,64}$/.exec(name.trim())?.[0] ?? null;
  const seconds = Number(/^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(content)?.[1] ?? Number.NaN);
  const date = new Date(seconds * 1000);
  return { commit, commitDate: commit && Number.isFinite(date.getTime()) ? date.toISOString() : null };
}
