/** Keeps exactly one comment per exercise on a pull request, and touches it only when there is something new to say. */
import type { GitHubClient } from './client.ts';
import type { CommentText } from './comment-body.ts';
import { hasStatus } from './failure.ts';
import { findOwnComments, type OwnComment } from './own-comments.ts';
import { type Patience, withPatience } from './patience.ts';
import { isNewestCommit, type PullRequest } from './pull-request.ts';

export interface CommentOutcome {
  did: 'created' | 'updated' | 'unchanged' | 'outdated';
  url: string | null;
}

export interface CommentJob {
  client: GitHubClient;
  pull: PullRequest;
  /** The first line of the comment. */
  marker: string;
  /** The new text, given the one that is there. */
  text: (existing: string | null) => CommentText;
}

export function publishComment(job: CommentJob, patience: Patience): Promise<CommentOutcome> {
  return withPatience(() => settle(job), patience);
}

/** Looks, writes, and looks again: another run may have written meanwhile, or somebody deleted the comment. */
async function settle(job: CommentJob, rounds = 3, login: string | null = null): Promise<CommentOutcome> {
  const { client, pull, marker, text } = job;
  const [oldest, ...spare] = await findOwnComments(client, pull, marker, login);
  await removeAll(job, spare);
  if (!(await isNewestCommit(client, pull))) return { did: 'outdated', url: oldest?.url ?? null };
  if (oldest) {
    const outcome = await update(job, oldest);
    if (outcome !== 'gone') return outcome;
    if (rounds > 1) return settle(job, rounds - 1, login);
    throw new Error('the comment is listed but cannot be changed');
  }
  const { owner, repo, number } = pull;
  const { data } = await client.rest.issues.createComment({
    owner,
    repo,
    issue_number: number,
    body: text(null).body,
  });
  const own = data.user?.login ?? null;
  const all = await findOwnComments(client, pull, marker, own);
  if (all.length > 1 && rounds > 1) return settle(job, rounds - 1, own);
  return { did: 'created', url: data.html_url };
}

async function update(
  { client, pull, text }: CommentJob,
  comment: OwnComment,
): Promise<CommentOutcome | 'gone'> {
  const { body, unchanged } = text(comment.body);
  if (unchanged) return { did: 'unchanged', url: comment.url };
  try {
    const { owner, repo } = pull;
    await client.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body });
    return { did: 'updated', url: comment.url };
  } catch (error) {
    if (hasStatus(error, 404, 410)) return 'gone';
    throw error;
  }
}

/** Of two runs at once each may have written a first comment: the oldest stays. Both runs may try to remove the other. */
async function removeAll({ client, pull }: CommentJob, comments: OwnComment[]): Promise<void> {
  const { owner, repo } = pull;
  for (const comment of comments) {
    try {
      await client.rest.issues.deleteComment({ owner, repo, comment_id: comment.id });
    } catch (error) {
      if (!hasStatus(error, 404, 410)) throw error;
    }
  }
}
