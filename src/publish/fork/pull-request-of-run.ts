/** The pull request that a grading run was for, by what GitHub says: a stranger's run must not choose where we write. */
import type { GitHubClient } from '../client.ts';
import type { GradingRun } from './grading-run.ts';

/** GitHub lists no more files of a pull request than this. */
const MOST_FILES = 3000;

/** Null: there is none that is open and still at the commit that was graded. */
export async function pullRequestOfRun(client: GitHubClient, run: GradingRun): Promise<number | null> {
  const { owner, repo, commit, headRepository, headBranch } = run;
  const [headOwner = ''] = headRepository.split('/');
  const { data } = await client.rest.pulls.list({
    owner,
    repo,
    state: 'open',
    head: `${headOwner}:${headBranch}`,
    per_page: 100,
  });
  // A filter that GitHub does not understand is left out by it, so that everything is listed.
  const numbers = data
    .filter(
      ({ state, head }) =>
        state === 'open' &&
        head.sha === commit &&
        head.repo?.full_name?.toLowerCase() === headRepository.toLowerCase(),
    )
    .map(({ number }) => number);
  return numbers.toSorted((a, b) => a - b)[0] ?? null;
}

/** Whoever changes the workflow that grades can have it say anything. */
export async function changesWorkflow(
  client: GitHubClient,
  { owner, repo }: GradingRun,
  number: number,
): Promise<boolean> {
  let seen = 0;
  const pages = client.paginate.iterator(client.rest.pulls.listFiles, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  for await (const { data } of pages) {
    if (data.some(({ filename, previous_filename }) => isOfGitHub(filename) || isOfGitHub(previous_filename)))
      return true;
    seen += data.length;
  }
  return seen >= MOST_FILES;
}

const isOfGitHub = (path: string | undefined): boolean => path?.toLowerCase().startsWith('.github/') === true;
