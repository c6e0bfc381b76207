/**
 * Brings a report to where people look: the pull request, the lines of the code, the job summary, the outputs.
 * Nothing that fails here changes the grade; what could not be written is said in a notice.
 */
import * as core from '@actions/core';
import { annotations } from '../report/annotations.ts';
import type { Report } from '../report/schema.ts';
import { renderSummary } from '../report/summary.ts';
import { annotate } from './annotate.ts';
import { type CommentOptions, commentSafely } from './comment-safely.ts';
import { inRepository } from './in-repository.ts';
import { appendSummary } from './job-summary.ts';
import { outputs } from './outputs.ts';
import type { RunContext } from './run-context.ts';

export interface PublishOptions extends CommentOptions {
  /** What was graded, relative to the root of the repository; "" for the root. */
  folder: string;
  reportPath: string;
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

async function summarise(report: Report, run: RunContext, notice: string | null): Promise<void> {
  const note = notice === null ? '' : `> ${notice}\n\n`;
  const short = `${note}The report is too large for the job summary: see \`report.json\`.\n`;
  try {
    await appendSummary(note + renderSummary(report, { repositoryUrl: run.repositoryUrl }), short);
  } catch {
    core.notice('The job summary could not be written.');
  }
}
