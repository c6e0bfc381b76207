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

export interface NewestRun {
  artifact: Artifact;
  run: Run;
}

/** Further back nobody's newest result is looked for. */
const MOST_RUNS = 10;
const MOST_PAGES = 3;

/** Where there is none, a sentence says why. */
export async function newestRun(
  { client, ask }: Polite,
  place: { owner: string; repo: string },
  name: string,
  counts: (run: Run) => boolean,
  artifacts?: Artifact[],
): Promise<NewestRun | string> {
  const all = artifacts ?? (await ask(() => listArtifacts(client, place, name)));
  const newestFirst = all
    .filter((one) => one.name === name && one.workflow_run?.id !== undefined)
    .toSorted((a, b) => (b.workflow_run?.id ?? 0) - (a.workflow_run?.id ?? 0) || b.id - a.id);
  const seen = new Set<number>();
  let expired = false;
  for (const artifact of newestFirst) {
    const id = artifact.workflow_run?.id ?? 0;
    if (seen.has(id)) continue;
    if (seen.size >= MOST_RUNS) break;
    seen.add(id);
    const { data: run } = await ask(() => client.rest.actions.getWorkflowRun({ ...place, run_id: id }));
    if (!counts(run)) continue;
    if (!artifact.expired) return { artifact, run };
    expired = true;
  }
  if (expired) return 'Its newest result has expired on GitHub: run the workflow again.';
  return seen.size > 0
    ? 'No result of its default branch or of a pull request of its own was found.'
    : `No run of its workflow has left an artifact "${name}".`;
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
