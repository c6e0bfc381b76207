/** Many repositories behind one loopback GitHub: organizations, runs, what runs left behind, files, pull requests. */
import { createHash } from 'node:crypto';
import { exampleAnswer, type Matched, type SentRequest } from './contract.ts';
import type { Answer } from './repository.ts';

type Loose = Record<string, unknown>;

export interface HubArtifact {
  id: number;
  name: string;
  content: Uint8Array;
  size?: number;
  expired?: boolean;
}
export interface HubRun {
  id: number;
  event: string;
  branch: string;
  sha: string;
  /** of the workflow */
  path: string;
  createdAt: string;
  /** left out: the repository itself */
  headRepository?: string;
  /** number of the pull request; GitHub leaves it out for forks */
  pull?: number;
  artifacts: HubArtifact[];
}
export interface HubPull {
  number: number;
  author: string;
  state: 'open' | 'closed';
  /** null: the fork has been deleted */
  headRepository: string | null;
  headBranch: string;
  headSha: string;
  files: string[];
}
export interface HubRepository {
  owner: string;
  name: string;
  defaultBranch: string;
  runs: HubRun[];
  pulls: HubPull[];
  /** by path; at every commit that `at` does not name */
  files: Record<string, string>;
  /** other texts, by commit and path; those commits are of the default branch, the newest first */
  at: Record<string, Record<string, string>>;
  template: boolean;
}
export interface Hub {
  repositories: HubRepository[];
  /** Requests of the hour that are left, and when the hour ends; null: without end. What has not changed costs nothing. */
  quota: { left: number; reset: number } | null;
}

export function newHubRepository(changes: Partial<HubRepository> & { name: string }): HubRepository {
  return {
    owner: 'school',
    defaultBranch: 'main',
    runs: [],
    pulls: [],
    files: {},
    at: {},
    template: false,
    ...changes,
  };
}

export function hubAnswer(hub: Hub, url: string, matched: Matched, request: SentRequest): Answer {
  const { quota } = hub;
  if (quota !== null && Date.now() >= quota.reset) hub.quota = null;
  else if (quota !== null && quota.left <= 0)
    return failure(403, 'API rate limit exceeded for user ID 1.', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(quota.reset / 1000)),
    });
  const answer = withEtag(answered(hub, url, matched, request), request);
  if (hub.quota !== null && answer.status !== 304) hub.quota.left -= 1;
  return answer;
}

function withEtag(answer: Answer, request: SentRequest): Answer {
  if (answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  const headers = { ...answer.headers, etag };
  return request.headers['if-none-match'] === etag ? { status: 304, headers } : { ...answer, headers };
}

function answered(hub: Hub, url: string, matched: Matched, request: SentRequest): Answer {
  const { params, id } = matched;
  if (id === 'repos/list-for-org') {
    const own = hub.repositories.filter(({ owner }) => owner === params.org);
    if (own.length === 0) return failure(404, 'Not Found');
    return paged(url, request, own, (one) => drawMinimal(one));
  }
  const repository = hub.repositories.find(
    ({ owner, name }) => owner === params.owner && name === params.repo,
  );
  if (!repository) return failure(404, 'Not Found');
  switch (id) {
    case 'repos/get':
      return { status: 200, body: drawFull(repository) };
    case 'repos/get-content':
      return content(repository, params.path ?? '', request.query.ref ?? '');
    case 'repos/list-commits':
      return paged(url, request, commitsOf(repository, request.query.path ?? ''), drawCommit);
    case 'actions/list-artifacts-for-repo':
      return artifacts(url, repository, request);
    case 'actions/get-workflow-run': {
      const run = repository.runs.find((one) => String(one.id) === params.run_id);
      return run ? { status: 200, body: drawRun(repository, run) } : failure(404, 'Not Found');
    }
    case 'actions/download-artifact': {
      const artifact = artifactOf(hub, Number(params.artifact_id));
      if (!artifact) return failure(404, 'Not Found');
      if (artifact.expired) return failure(410, 'Gone');
      return {
        status: 302,
        headers: { location: `${url.replace('127.0.0.1', 'localhost')}/blob/${artifact.id}` },
      };
    }
    case 'pulls/list': {
      const wanted = repository.pulls.filter(
        ({ state }) => request.query.state === 'all' || state === 'open',
      );
      return paged(url, request, wanted, (pull) => drawPull(repository, pull));
    }
    case 'pulls/list-files': {
      const [example] = exampleAnswer('diff-entry-items') as Loose[];
      const files = repository.pulls.find(({ number }) => String(number) === params.pull_number)?.files ?? [];
      return paged(url, request, files, (filename) => ({ ...example, filename }));
    }
    default:
      return failure(404, 'Not Found');
  }
}

export function artifactOf(hub: Hub, id: number): HubArtifact | undefined {
  return hub.repositories
    .flatMap(({ runs }) => runs.flatMap((run) => run.artifacts))
    .find((one) => one.id === id);
}

function artifacts(url: string, repository: HubRepository, request: SentRequest): Answer {
  const [example = {}] = (exampleAnswer('artifact-paginated') as { artifacts: Loose[] }).artifacts;
  const all = repository.runs
    .flatMap((run) => run.artifacts.map((artifact) => ({ run, artifact })))
    .filter(({ artifact }) => request.query.name === undefined || artifact.name === request.query.name)
    .toSorted((a, b) => b.artifact.id - a.artifact.id);
  const page = paged(url, request, all, ({ run, artifact }) => ({
    ...example,
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.size ?? artifact.content.length,
    expired: artifact.expired ?? false,
    workflow_run: {
      id: run.id,
      repository_id: idOf(`${repository.owner}/${repository.name}`),
      head_repository_id: idOf(run.headRepository ?? `${repository.owner}/${repository.name}`),
      head_branch: run.branch,
      head_sha: run.sha,
    },
  }));
  return { ...page, body: { total_count: all.length, artifacts: page.body } };
}

const FIRST_COMMIT = 'f'.repeat(40);

const commitsOf = ({ at, files }: HubRepository, path: string): string[] => [
  ...Object.keys(at).filter((sha) => at[sha]?.[path] !== undefined),
  ...(files[path] === undefined ? [] : [FIRST_COMMIT]),
];

function drawCommit(sha: string): Loose {
  const [example] = exampleAnswer('commit-items') as Loose[];
  return { ...example, sha };
}

function content({ files, at }: HubRepository, path: string, ref: string): Answer {
  const text = at[ref]?.[path] ?? files[path];
  if (text === undefined) return failure(404, 'Not Found');
  const example = exampleAnswer('content-file-response-if-content-is-a-file') as Loose;
  const encoded = Buffer.from(text).toString('base64');
  return { status: 200, body: { ...example, path, size: Buffer.byteLength(text), content: encoded } };
}

function drawRun(repository: HubRepository, run: HubRun): Loose {
  const example = exampleAnswer('workflow-run') as Loose & { head_repository: Loose; repository: Loose };
  const home = `${repository.owner}/${repository.name}`;
  const pull = { id: 1, url: 'https://api.github.com/x', head: end(run.sha), base: end(run.sha) };
  return {
    ...example,
    id: run.id,
    event: run.event,
    path: run.path,
    head_branch: run.branch,
    head_sha: run.sha,
    status: 'completed',
    conclusion: 'success',
    html_url: `https://github.com/${home}/actions/runs/${run.id}`,
    created_at: run.createdAt,
    pull_requests: run.pull === undefined ? [] : [{ ...pull, number: run.pull }],
    repository: { ...example.repository, full_name: home },
    head_repository: { ...example.head_repository, full_name: run.headRepository ?? home },
  };
}

const end = (sha: string): Loose => ({
  ref: 'work',
  sha,
  repo: { id: 1, url: 'https://api.github.com/repos/x/y', name: 'y' },
});

function drawPull({ owner, name }: HubRepository, pull: HubPull): Loose {
  const given = exampleAnswer('pull-request-simple-items');
  const drawn = (Array.isArray(given) ? given[0] : given) as Loose & {
    user: Loose;
    base: Loose;
    head: Loose & { repo: Loose };
  };
  const { headRepository } = pull;
  const repo = headRepository === null ? null : named(drawn.head.repo, headRepository);
  return {
    ...drawn,
    number: pull.number,
    state: pull.state,
    html_url: `https://github.com/${owner}/${name}/pull/${pull.number}`,
    user: { ...drawn.user, login: pull.author },
    head: { ...drawn.head, sha: pull.headSha, ref: pull.headBranch, repo },
    base: { ...drawn.base, ref: 'main' },
    requested_teams: [],
  };
}

function drawFull(repository: HubRepository): Loose {
  const { source, parent, template_repository, ...example } = exampleAnswer(
    'full-repository-default-response',
  ) as Loose;
  return { ...draw(example, repository), language: 'Python' };
}

function drawMinimal(repository: HubRepository): Loose {
  const [example = {}] = exampleAnswer('minimal-repository-items') as Loose[];
  return draw(example, repository);
}

const draw = (example: Loose, { owner, name, defaultBranch, template }: HubRepository): Loose => ({
  ...named(example, `${owner}/${name}`),
  name,
  default_branch: defaultBranch,
  is_template: template,
});

const named = (example: Loose, fullName: string): Loose => ({
  ...example,
  id: idOf(fullName),
  full_name: fullName,
  html_url: `https://github.com/${fullName}`,
});

export const idOf = (fullName: string): number =>
  Number.parseInt(createHash('sha256').update(fullName.toLowerCase()).digest('hex').slice(0, 8), 16);

function paged<T>(url: string, request: SentRequest, all: T[], drawOne: (one: T) => unknown): Answer {
  const size = Number(request.query.per_page ?? 30);
  const page = Number(request.query.page ?? 1);
  const body = all.slice((page - 1) * size, page * size).map(drawOne);
  const query = new URLSearchParams({ ...request.query, per_page: String(size), page: String(page + 1) });
  return {
    status: 200,
    body,
    headers: page * size < all.length ? { link: `<${url}${request.path}?${query}>; rel="next"` } : {},
  };
}

function failure(status: number, message: string, headers?: Record<string, string>): Answer {
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}
