/** Finds the pull request that a run belongs to, and tells whether the run is still about its newest commit. */
import type { GitHubClient } from './client.ts';
import { isRefusal } from './failure.ts';
import type { RunContext } from './run-context.ts';

export interface PullRequest {
  owner: string;
  repo: string;
  number: number;
  /** The graded commit. */
  commit: string;
  fromFork: boolean;
}

/** Null: there is none, as for a push to a branch that nobody proposed yet. */
export async function findPullRequest(client: GitHubClient, run: RunContext): Promise<PullRequest | null> {
  const { owner, repo, commit, pull } = run;
  if (pull) return { owner, repo, commit, ...pull };
  const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: commit,
    per_page: 100,
  });
  const open = data.filter((one) => one.state === 'open' && one.head.sha === commit);
  const first = open.toSorted((a, b) => a.number - b.number)[0];
  if (!first) return null;
  const home = `${owner}/${repo}`.toLowerCase();
  return {
    owner,
    repo,
    commit,
    number: first.number,
    fromFork: first.head.repo?.full_name?.toLowerCase() !== home,
  };
}

/** A slow run of an older commit must not speak over the run of a newer one. */
export async function isNewestCommit(client: GitHubClient, pull: PullRequest): Promise<boolean> {
  const { owner, repo, number } = pull;
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
    return data.head.sha === pull.commit;
  } catch (error) {
    // A token may be allowed to comment and not to read this; then nothing is known of a newer commit.
    if (isRefusal(error)) return true;
    throw error;
  }
}
