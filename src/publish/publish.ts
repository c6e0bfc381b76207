/**
 * Brings a report to where people look: the pull request, the lines of the code, the job summary, the outputs.
 * Nothing that fails here changes the grade; what could not be written is said in a notice.
 */
import * as core from '@actions/core';
import { annotations } from '../report/annotations.ts';
import { marker } from '../report/changes.ts';
import type { Report } from '../report/schema.ts';
import { renderSummary } from '../report/summary.ts';
import { annotate } from './annotate.ts';
import { createClient } from './client.ts';
import { type CommentOutcome, publishComment } from './comment.ts';
import { commentText } from './comment-body.ts';
import { inRepository } from './in-repository.ts';
import { appendSummary } from './job-summary.ts';
import { outputs } from './outputs.ts';
import { type Patience, patience, withPatience } from './patience.ts';
import { findPullRequest } from './pull-request.ts';
import { explainRefusal } from './refusal.ts';
import type { RunContext } from './run-context.ts';

export interface PublishOptions {
  run: RunContext;
  /** Empty: nothing is asked of GitHub. */
  token: string;
  comment: boolean;
  /** What was graded, relative to the root of the repository; "" for the root. */
  folder: string;
  reportPath: string;
  patience?: Patience;
}

export async function publish(given: Report, options: PublishOptions): Promise<void> {
  const { run, folder, reportPath } = options;
  const report = inRepository(given, run.commit, folder);
  const comment = await commentSafely(report, options);
  if (comment.notice) core.notice(comment.notice, { title: 'No comment on the pull request' });
  annotate(annotations(report));
  for (const [name, { value }] of Object.entries(outputs)) {
    core.setOutput(name, value({ report, reportPath, commentUrl: comment.url }));
  }
  await summarise(report, run, comment.notice);
}

interface Commented {
  url: string | null;
  /** Why there is no comment, where there should be one. */
  notice: string | null;
}

async function commentSafely(report: Report, options: PublishOptions): Promise<Commented> {
  if (!options.comment || options.token === '') return { url: null, notice: null };
  try {
    const outcome = await comment(report, options);
    core.info(sentences[outcome?.did ?? 'none']);
    return { url: outcome?.url ?? null, notice: null };
  } catch (error) {
    return { url: null, notice: explainRefusal(error, options.run) };
  }
}

async function comment(report: Report, { run, token, patience: waiting = patience }: PublishOptions) {
  const client = createClient(token, run.apiUrl);
  const pull = await withPatience(() => findPullRequest(client, run), waiting);
  if (pull === null) return null;
  return publishComment(
    {
      client,
      pull,
      marker: marker(report.exercise.id),
      text: (existing) => commentText(report, run.commit, run.repositoryUrl, existing),
    },
    waiting,
  );
}

const sentences: Record<CommentOutcome['did'] | 'none', string> = {
  created: 'Wrote a comment on the pull request.',
  updated: 'Updated the comment on the pull request.',
  unchanged: 'The comment on the pull request says the same already.',
  outdated: 'A newer commit was pushed meanwhile: its own run writes the comment.',
  none: 'No open pull request has this commit, so there is nothing to comment on.',
};

async function summarise(report: Report, run: RunContext, notice: string | null): Promise<void> {
  const note = notice === null ? '' : `> ${notice}\n\n`;
  const short = `${note}The report is too large for the job summary: see \`report.json\`.\n`;
  try {
    await appendSummary(note + renderSummary(report, { repositoryUrl: run.repositoryUrl }), short);
  } catch {
    core.notice('The job summary could not be written.');
  }
}
