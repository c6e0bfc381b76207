/** Writes the comment where there is something to write it on, and says in a sentence why not where it cannot. */
import * as core from '@actions/core';
import { marker, type Previous, readDigest } from '../report/changes.ts';
import type { Report } from '../report/schema.ts';
import { createClient } from './client.ts';
import { type CommentOutcome, publishComment } from './comment.ts';
import { commentText } from './comment-body.ts';
import { type Patience, patience, withPatience } from './patience.ts';
import { findPullRequest } from './pull-request.ts';
import { explainRefusal } from './refusal.ts';
import type { RunContext } from './run-context.ts';

export interface CommentOptions {
  run: RunContext;
  /** Empty: nothing is asked of GitHub. */
  token: string;
  comment: boolean;
  patience?: Patience;
}

export interface Commented {
  url: string | null;
  /** Why there is no comment, where there should be one. */
  notice: string | null;
  /** How things stood before this push, as the comment that was there says. */
  previous?: Previous | null;
}

export async function commentSafely(report: Report, options: CommentOptions): Promise<Commented> {
  if (!options.comment || options.token === '') return { url: null, notice: null };
  try {
    const { outcome, before } = await comment(report, options);
    core.info(sentences[outcome?.did ?? 'none']);
    const previous = before === null ? undefined : readDigest(before, report.exercise.id);
    return { url: outcome?.url ?? null, notice: null, previous };
  } catch (error) {
    return { url: null, notice: explainRefusal(error, options.run) };
  }
}

async function comment(
  report: Report,
  { run, token, patience: waiting = patience }: CommentOptions,
): Promise<{ outcome: CommentOutcome | null; before: string | null }> {
  const client = createClient(token, run.apiUrl);
  const pull = await withPatience(() => findPullRequest(client, run), waiting);
  if (pull === null) return { outcome: null, before: null };
  let before: string | null = null;
  const text = (existing: string | null) => {
    const written = commentText(report, run.commit, run.repositoryUrl, existing);
    before = written.before;
    return written;
  };
  const outcome = await publishComment({ client, pull, marker: marker(report.exercise.id), text }, waiting);
  return { outcome, before };
}

const sentences: Record<CommentOutcome['did'] | 'none', string> = {
  created: 'Wrote a comment on the pull request.',
  updated: 'Updated the comment on the pull request.',
  unchanged: 'The comment on the pull request says the same already.',
  outdated: 'A newer commit was pushed meanwhile: its own run writes the comment.',
  none: 'No open pull request has this commit, so there is nothing to comment on.',
};
