/**
 * Finds our own comments about an exercise. The marker alone proves nothing, anybody can paste it: the author must be
 * who the token belongs to. Asking that is an extra request, so it is asked only when a marked comment exists.
 */
import type { GitHubClient } from './client.ts';
import { asFailure, isRefusal } from './failure.ts';
import type { PullRequest } from './pull-request.ts';

export interface OwnComment {
  id: number;
  url: string;
  body: string;
}

type Listed = Awaited<ReturnType<typeof listComments>>[number];

/** Whom the workflow's own token writes as. */
const ACTIONS_BOT = 'github-actions[bot]';

/** Oldest first. `login`: who we are, where that is known already. */
export async function findOwnComments(
  client: GitHubClient,
  pull: PullRequest,
  marker: string,
  login: string | null = null,
): Promise<OwnComment[]> {
  const marked = (await listComments(client, pull)).filter((comment) => isMarked(comment, marker));
  if (marked.length === 0) return [];
  const own = login ?? (await ownLogin(client, marked));
  return marked
    .filter((comment) => comment.user?.login === own)
    .map((comment) => ({ id: comment.id, url: comment.html_url, body: comment.body ?? '' }))
    .toSorted((a, b) => a.id - b.id);
}

function listComments(client: GitHubClient, { owner, repo, number }: PullRequest) {
  return client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
}

function isMarked(comment: Listed, marker: string): boolean {
  return comment.body?.split(/\r?\n/, 1)[0]?.trimEnd() === marker;
}

async function ownLogin(client: GitHubClient, marked: Listed[]): Promise<string> {
  const person = await personLogin(client);
  if (person !== null) return person;
  const bots = new Set(
    marked.filter((comment) => comment.user?.type === 'Bot').map((comment) => comment.user?.login),
  );
  bots.delete(ACTIONS_BOT);
  return bots.size === 0 ? ACTIONS_BOT : appLogin(client);
}

/** Null: the token is that of an app, as the workflow's own is, and apps may not ask this. */
async function personLogin(client: GitHubClient): Promise<string | null> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** Only GraphQL tells an app who it is. */
async function appLogin(client: GitHubClient): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login.endsWith('[bot]') ? viewer.login : `${viewer.login}[bot]`;
  } catch (error) {
    if (asFailure(error) === null || isRefusal(error)) return ACTIONS_BOT;
    throw error;
  }
}
