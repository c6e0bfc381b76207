/**
 * Brings a report to where people look: the pull request, the lines of the code, the job summary, the outputs.
 * Nothing that fails here changes the grade; what could not be written is said in a notice.
 */
import { dirname } from 'node:path';
import * as core from '@actions/core';
import { annotations } from '../report/annotations.ts';
import type { Previous } from '../report/changes.ts';
import type { Report } from '../report/schema.ts';
import { renderSummary } from '../report/summary.ts';
import { writeReports } from '../report/write.ts';
import { annotate } from './annotate.ts';
import { type CheckOptions, checkSafely } from './check-run.ts';
import { type CommentOptions, commentSafely } from './comment-safely.ts';
import { inRepository } from './in-repository.ts';
import { appendSummary } from './job-summary.ts';
import { outputs } from './outputs.ts';
import type { RunContext } from './run-context.ts';

export interface PublishOptions extends CommentOptions, CheckOptions {
  /** What was graded, relative to the root of the repository; "" for the root. */
  folder: string;
  reportPath: string;
}

export async function publish(given: Report, options: PublishOptions): Promise<void> {
  const { run, folder, reportPath } = options;
  const report = inRepository(given, run.commit, folder);
  const comment = await commentSafely(report, options);
  if (comment.notice) core.notice(comment.notice, { title: 'No comment on the pull request' });
  // The check has them already, and GitHub would show both.
  if (!(await checkSafely(report, options))) annotate(annotations(report));
  for (const [name, { value }] of Object.entries(outputs)) {
    core.setOutput(name, value({ report, reportPath, commentUrl: comment.url }));
  }
  await summarise(report, run, comment.notice);
  await rewrite(report, options, comment.previous ?? null);
}

/** Of these files people get more when links, paths from the root and the push before are known. */
async function rewrite(report: Report, { run, reportPath }: PublishOptions, previous: Previous | null) {
  try {
    const { repositoryUrl } = run;
    await writeReports(report, dirname(reportPath), { previous, repositoryUrl }, ['html', 'sarif']);
  } catch {
    core.notice('The reports could not be written anew: they stay without links.');
  }
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
