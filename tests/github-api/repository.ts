/** What the loopback GitHub knows and how it answers: pull requests, comments, who the token is and what it may do. */
import { download, listArtifacts } from './artifacts.ts';
import { exampleAnswer, type Matched, type SentRequest } from './contract.ts';
import type { GitHubApi } from './server.ts';

export interface Account {
  login: string;
  type: 'Bot' | 'User';
}
export interface PullRequest {
  number: number;
  headSha: string;
  /** owner/name of the repository that the branch lives in */
  headRepository: string;
  headBranch: string;
  /** paths that it changes */
  files: string[];
  state: 'open' | 'closed';
  locked: boolean;
}
export interface Comment {
  id: number;
  number: number;
  body: string;
  author: Account;
}
export interface Artifact {
  id: number;
  run: number;
  name: string;
  content: Uint8Array;
  /** what GitHub says; left out: what it is */
  size?: number;
  expired?: boolean;
  /** left out: that of the first pull request */
  commit?: string;
}
export interface Repository {
  fullName: string;
  token: Account & {
    mayWrite: boolean /** a permission of its own, which most workflows do not give */;
    mayCheck?: boolean;
  };
  pulls: PullRequest[];
  comments: Comment[];
  artifacts: Artifact[];
  /** as they were sent */
  checks: Loose[];
}
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

type Loose = Record<string, unknown>;
export const ACTIONS_BOT: Account = { login: 'github-actions[bot]', type: 'Bot' };

export function newRepository(changes: Partial<Repository> = {}): Repository {
  return {
    fullName: 'ada/app',
    token: { ...ACTIONS_BOT, mayWrite: true },
    pulls: [newPull({})],
    comments: [],
    artifacts: [],
    checks: [],
    ...changes,
  };
}

export function newPull(changes: Partial<PullRequest>): PullRequest {
  return {
    number: 7,
    headSha: 'a'.repeat(40),
    headRepository: 'ada/app',
    headBranch: 'work',
    files: ['app/views.py'],
    state: 'open',
    locked: false,
    ...changes,
  };
}

/** How GitHub answers an operation that nothing disturbs. */
export function answerTo(api: GitHubApi, matched: Matched, request: SentRequest): Answer {
  const { repository } = api;
  if (matched.id === 'users/get-authenticated') return account(repository);
  if (`${matched.params.owner}/${matched.params.repo}` !== repository.fullName)
    return failure(404, 'Not Found');
  switch (matched.id) {
    case 'pulls/get': {
      const pull = pullOf(repository, matched);
      return pull ? { status: 200, body: drawPull('pull-request', pull) } : failure(404, 'Not Found');
    }
    case 'repos/list-pull-requests-associated-with-commit': {
      const found = repository.pulls.filter((pull) => pull.headSha === matched.params.commit_sha);
      return { status: 200, body: found.map((pull) => drawPull('pull-request-simple-items', pull)) };
    }
    case 'pulls/list':
      return {
        status: 200,
        body: pullsBy(repository, request).map((pull) => drawPull('pull-request-simple-items', pull)),
      };
    case 'pulls/list-files': {
      const files = pullOf(repository, matched)?.files ?? [];
      return paged(api, request, files, drawFile);
    }
    case 'actions/list-workflow-run-artifacts':
      return listArtifacts(repository, matched, request);
    case 'actions/download-artifact':
      return download(api, matched);
    case 'checks/create':
      return createCheck(repository, request);
    case 'issues/list-comments':
      return pullOf(repository, matched) ? listed(api, matched, request) : failure(404, 'Not Found');
    case 'issues/create-comment':
      return create(repository, matched, request);
    case 'issues/update-comment':
      return update(repository, matched, request);
    case 'issues/delete-comment':
      return remove(repository, matched);
    default:
      return failure(404, 'Not Found');
  }
}

function create(repository: Repository, matched: Matched, request: SentRequest): Answer {
  const pull = pullOf(repository, matched);
  if (!pull) return failure(404, 'Not Found');
  if (pull.locked) return failure(403, 'Unable to create comment because issue is locked.');
  const refused = refuseWrite(repository, request);
  if (refused) return refused;
  const id = Math.max(1000, ...repository.comments.map((comment) => comment.id)) + 1;
  const comment = { id, number: pull.number, body: bodyOf(request), author: repository.token };
  repository.comments.push(comment);
  return { status: 201, body: drawComment(repository, comment) };
}

function createCheck(repository: Repository, { body }: SentRequest): Answer {
  if (!repository.token.mayCheck) return failure(403, 'Resource not accessible by integration');
  repository.checks.push(body as Loose);
  return { status: 201, body: exampleAnswer('check-run-example-of-completed-conclusion') };
}

function update(repository: Repository, matched: Matched, request: SentRequest): Answer {
  const comment = repository.comments.find((one) => String(one.id) === matched.params.comment_id);
  if (!comment) return failure(404, 'Not Found');
  const refused = refuseWrite(repository, request);
  if (refused) return refused;
  comment.body = bodyOf(request);
  return { status: 200, body: drawComment(repository, comment) };
}

function remove(repository: Repository, matched: Matched): Answer {
  const at = repository.comments.findIndex((one) => String(one.id) === matched.params.comment_id);
  if (at < 0) return failure(404, 'Not Found');
  if (!repository.token.mayWrite) return failure(403, 'Resource not accessible by integration');
  repository.comments.splice(at, 1);
  return { status: 204 };
}

function refuseWrite(repository: Repository, request: SentRequest): Answer | null {
  if (!repository.token.mayWrite) return failure(403, 'Resource not accessible by integration');
  // Counted in characters, not bytes, and not in the published description.
  if ([...bodyOf(request)].length <= 65_536) return null;
  const errors = [
    {
      resource: 'IssueComment',
      code: 'unprocessable',
      field: 'data',
      message: 'Body is too long (maximum is 65536 characters)',
    },
  ];
  return {
    status: 422,
    body: { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest' },
  };
}

function listed(api: GitHubApi, matched: Matched, request: SentRequest): Answer {
  const { repository } = api;
  const all = repository.comments.filter((one) => String(one.number) === matched.params.issue_number);
  return paged(api, request, all, (comment) => drawComment(repository, comment));
}

function paged<T>(api: GitHubApi, request: SentRequest, all: T[], draw: (one: T) => unknown): Answer {
  const size = Number(request.query.per_page ?? 30);
  const page = Number(request.query.page ?? 1);
  const body = all.slice((page - 1) * size, page * size).map(draw);
  const next = `<${api.url}${request.path}?per_page=${size}&page=${page + 1}>; rel="next"`;
  return { status: 200, body, headers: page * size < all.length ? { link: next } : {} };
}

/** An installation's token, such as the workflow's own, may not ask who it is. */
function account({ token }: Repository): Answer {
  if (token.type === 'Bot') return failure(403, 'Resource not accessible by integration');
  const user = exampleAnswer('private-user-response-with-public-profile-information') as Loose;
  return { status: 200, body: { ...user, login: token.login, type: 'User' } };
}

function drawPull(example: string, pull: PullRequest): unknown {
  const given = exampleAnswer(example);
  const drawn = (Array.isArray(given) ? given[0] : given) as Loose & { head: Loose & { repo: Loose } };
  const head = {
    ...drawn.head,
    sha: pull.headSha,
    ref: pull.headBranch,
    repo: { ...drawn.head.repo, full_name: pull.headRepository },
  };
  return { ...drawn, number: pull.number, state: pull.state, locked: pull.locked, head, requested_teams: [] };
}

function drawFile(filename: string): unknown {
  const [example] = exampleAnswer('diff-entry-items') as Loose[];
  return { ...example, filename };
}

/** A filter that cannot be read is left out. */
function pullsBy(repository: Repository, { query }: SentRequest): PullRequest[] {
  const [owner, branch] = (query.head ?? '').split(/:(.*)/s);
  const open = repository.pulls.filter(
    ({ state }) => query.state === 'all' || state === (query.state ?? 'open'),
  );
  if (!owner || !branch) return open;
  return open.filter((pull) => pull.headRepository.split('/')[0] === owner && pull.headBranch === branch);
}

function drawComment(repository: Repository, comment: Comment): unknown {
  const given = exampleAnswer('issue-comment') as Loose & { user: Loose };
  const user = { ...given.user, login: comment.author.login, type: comment.author.type };
  const page = `https://github.com/${repository.fullName}/pull/${comment.number}#issuecomment-${comment.id}`;
  return { ...given, id: comment.id, html_url: page, body: comment.body, user };
}

function pullOf(repository: Repository, matched: Matched): PullRequest | undefined {
  const number = matched.params.pull_number ?? matched.params.issue_number;
  return repository.pulls.find((pull) => String(pull.number) === number);
}

function bodyOf(request: SentRequest): string {
  return String((request.body as { body?: unknown } | undefined)?.body ?? '');
}

function failure(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}
