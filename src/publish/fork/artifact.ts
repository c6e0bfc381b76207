/** Fetches what the grading run of a stranger's pull request left behind: bytes, and not too many of them. */
import type { GitHubClient } from '../client.ts';
import type { GradingRun } from './grading-run.ts';
import { UnusableArtifact } from './unusable.ts';

const LARGEST = 2 * 1024 * 1024;

/** Null: the run left no such artifact, as when it was cancelled. */
export async function fetchArtifact(
  client: GitHubClient,
  { owner, repo, id, commit }: GradingRun,
  name: string,
): Promise<Uint8Array | null> {
  const { data } = await client.rest.actions.listWorkflowRunArtifacts({
    owner,
    repo,
    run_id: id,
    name,
    per_page: 100,
  });
  const usable = data.artifacts.filter(
    (one) => one.name === name && !one.expired && (one.workflow_run?.head_sha ?? commit) === commit,
  );
  // A run that was started again has one of each time.
  const newest = usable.toSorted((a, b) => b.id - a.id)[0];
  return newest === undefined ? null : downloadArtifact(client, { owner, repo }, newest);
}

export async function downloadArtifact(
  client: GitHubClient,
  { owner, repo }: { owner: string; repo: string },
  artifact: { id: number; size_in_bytes: number },
): Promise<Uint8Array> {
  if (artifact.size_in_bytes > LARGEST) throw tooLarge();
  const answer = await client.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      owner,
      repo,
      artifact_id: artifact.id,
      archive_format: 'zip',
      request: { parseSuccessResponseBody: false },
    },
  );
  return bounded(answer.data as unknown as ReadableStream<Uint8Array>);
}

async function bounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new UnusableArtifact(`It is larger than ${LARGEST / 1024 / 1024} MB.`);
