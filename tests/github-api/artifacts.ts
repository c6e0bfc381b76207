/** What runs left behind: listed, and handed out from another host, as GitHub does. */
import type { ServerResponse } from 'node:http';
import { exampleAnswer, type Matched, type SentRequest } from './contract.ts';
import { artifactOf } from './hub.ts';
import type { Answer, Artifact, Repository } from './repository.ts';
import type { GitHubApi } from './server.ts';

type Loose = Record<string, unknown>;

export function listArtifacts(repository: Repository, matched: Matched, request: SentRequest): Answer {
  const found = repository.artifacts.filter(
    ({ run, name }) =>
      String(run) === matched.params.run_id &&
      (request.query.name === undefined || name === request.query.name),
  );
  const example = exampleAnswer('artifact-paginated') as { artifacts: Loose[] };
  const artifacts = found.map((one) => draw(example.artifacts[0] ?? {}, repository, one));
  return { status: 200, body: { total_count: artifacts.length, artifacts } };
}

function draw(example: Loose, repository: Repository, artifact: Artifact): Loose {
  const { id, run, name, content, size = content.length, expired = false } = artifact;
  const commit = artifact.commit ?? repository.pulls[0]?.headSha;
  const workflow_run = { ...(example.workflow_run as Loose), id: run, head_sha: commit };
  return { ...example, id, name, size_in_bytes: size, expired, workflow_run };
}

export function download(api: GitHubApi, matched: Matched): Answer {
  const found = api.repository.artifacts.find(({ id }) => String(id) === matched.params.artifact_id);
  if (found?.expired) return { status: 410, body: { message: 'Gone' } };
  const elsewhere = api.url.replace('127.0.0.1', 'localhost');
  return { status: 302, headers: { location: `${elsewhere}/blob/${matched.params.artifact_id}` } };
}

/** The storage behind it: no part of the interface, and no place for a token. */
export function handOut(api: GitHubApi, request: SentRequest, response: ServerResponse): void {
  if (request.headers.authorization !== undefined) api.breaches.push('the token was sent to the storage');
  const id = Number(request.path.split('/').at(-1));
  const found = api.hub ? artifactOf(api.hub, id) : api.repository.artifacts.find((one) => one.id === id);
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/zip' }).end(found?.content);
}
