/**
 * The newest run of a repository that left a report and that counts: of the default branch, or of a pull request from
 * within. A run that was started again has the place of its first time, so that an old commit never overtakes a new one.
 */
import type { GitHubClient } from '../../publish/client.ts';
import type { Polite } from '../github/polite.ts';

export type Artifact = Awaited<
  ReturnType<GitHubClient['rest']['actions']['listArtifactsForRepo']>
>['data']['artifacts'][number];
export type Run = Awaited<ReturnType<GitHubClient['rest']['actions']['getWorkflowRun']>>['data'];

export interface GradedRun {
  artifact: Artifact;
  run: Run;
}

export interface NewestRun extends GradedRun {
  /** Those before it, newest first; each costs a request. */
  earlier: AsyncGenerator<GradedRun>;
}

/** Further back nobody's newest result is looked for. */
const MOST_RUNS = 30;
const MOST_PAGES = 3;

/** Where there is none, a sentence says why. */
export async function newestRun(
  polite: Polite,
  place: { owner: string; repo: string },
  name: string,
  counts: (run: Run) => boolean,
  artifacts: Artifact[],
): Promise<NewestRun | string> {
  const ofRuns = newestFirst(artifacts, name);
  const runs = countingRuns(polite, place, ofRuns, counts);
  let expired = false;
  for (;;) {
    const { value, done } = await runs.next();
    if (done) break;
    if (!value.artifact.expired) return { ...value, earlier: runs };
    expired = true;
  }
  if (expired) return 'Its newest result has expired on GitHub: run the workflow again.';
  return ofRuns.length > 0
    ? 'No result of its default branch or of a pull request of its own was found.'
    : `No run of its workflow has left an artifact "${name}".`;
}

/** The newest artifact of each run: one that was started again has one of each time. */
function newestFirst(artifacts: Artifact[], name: string): Artifact[] {
  const runOf = ({ workflow_run }: Artifact): number => workflow_run?.id ?? 0;
  const sorted = artifacts
    .filter((one) => one.name === name && runOf(one) > 0)
    .toSorted((a, b) => runOf(b) - runOf(a) || b.id - a.id);
  return sorted.filter((one, index) => index === 0 || runOf(sorted[index - 1] as Artifact) !== runOf(one));
}

async function* countingRuns(
  { client, ask }: Polite,
  place: { owner: string; repo: string },
  artifacts: Artifact[],
  counts: (run: Run) => boolean,
): AsyncGenerator<GradedRun, undefined> {
  for (const artifact of artifacts.slice(0, MOST_RUNS)) {
    const run_id = artifact.workflow_run?.id ?? 0;
    const { data: run } = await ask(() => client.rest.actions.getWorkflowRun({ ...place, run_id }));
    if (counts(run)) yield { artifact, run };
  }
}

export async function listArtifacts(
  client: GitHubClient,
  place: { owner: string; repo: string },
  name: string,
  pages = MOST_PAGES,
): Promise<Artifact[]> {
  const found: Artifact[] = [];
  const each = client.paginate.iterator(client.rest.actions.listArtifactsForRepo, {
    ...place,
    name,
    per_page: 100,
  });
  for await (const { data } of each) {
    found.push(...data);
    pages -= 1;
    if (pages <= 0) break;
  }
  return found;
}
