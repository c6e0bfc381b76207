/**
 * The verdict as a check of the commit, which a branch rule can require. Most workflows give no permission for it, and a
 * pull request from a fork never has it: then there is none, and nothing is said, because nothing was asked for.
 */
import * as core from '@actions/core';
import { exitStatus, NOT_COMPLETED, NOT_PASSED } from '../action/exit-status.ts';
import { type Annotation, annotations } from '../report/annotations.ts';
import { plain } from '../report/boundary.ts';
import { viewOf } from '../report/model.ts';
import type { Report } from '../report/schema.ts';
import { renderSummary } from '../report/summary.ts';
import { createClient } from './client.ts';
import { isRefusal } from './failure.ts';
import { type Patience, patience, withPatience } from './patience.ts';
import type { RunContext } from './run-context.ts';

export interface CheckOptions {
  run: RunContext;
  /** Empty: nothing is asked of GitHub. */
  token: string;
  check: boolean;
  failOn: 'fail' | 'error';
  /** Said instead of a verdict where the result can say anything; left out: it cannot. */
  doubt?: string;
  patience?: Patience;
}

/** GitHub takes 50 annotations in one request, and 65,535 bytes of text. */
const MOST_ANNOTATIONS = 50;
const MOST_BYTES = 60_000;

/** True: the check is there, with its annotations. */
export async function checkSafely(report: Report, options: CheckOptions): Promise<boolean> {
  const { run, token, check, patience: waiting = patience } = options;
  if (!check || token === '' || run.commit === '' || run.pull?.fromFork) return false;
  const client = createClient(token, run.apiUrl);
  try {
    await withPatience(() => client.rest.checks.create(checkRun(report, options)), waiting);
    return true;
  } catch (error) {
    if (!isRefusal(error))
      core.notice('The check of the commit could not be written. The grade is not affected.');
    return false;
  }
}

function checkRun(report: Report, { run, failOn, doubt }: CheckOptions) {
  const { owner, repo, commit, repositoryUrl } = run;
  return {
    owner,
    repo,
    name: plain(`Milepost: ${report.exercise.title}`, { max: 100 }),
    head_sha: commit,
    external_id: plain(report.exercise.id, { max: 100 }),
    started_at: report.startedAt,
    status: 'completed' as const,
    conclusion: doubt === undefined ? conclusion(report, failOn) : ('action_required' as const),
    output: {
      title: plain(doubt ?? viewOf(report).headline, { max: 200 }),
      summary: renderSummary(report, { repositoryUrl, maxBytes: MOST_BYTES }),
      annotations: annotations(report, MOST_ANNOTATIONS).slice(0, MOST_ANNOTATIONS).map(drawn),
    },
  };
}

/** As the step ends. What could not be completed is never green, and neither is what a mentor has to look at. */
export function conclusion(
  report: Report,
  failOn: 'fail' | 'error',
): 'success' | 'failure' | 'neutral' | 'cancelled' | 'action_required' {
  const status = exitStatus(report, failOn);
  if (report.outcome === 'stopped') return 'cancelled';
  if (status === NOT_COMPLETED) return 'action_required';
  if (status === NOT_PASSED) return 'failure';
  const counted = report.requirements.filter((one) => !one.advice && one.state !== 'skipped');
  return counted.every((one) => one.state === 'pass') ? 'success' : 'neutral';
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

function drawn({ level, file, line, title, message }: Annotation) {
  return { path: file, start_line: line, end_line: line, annotation_level: LEVELS[level], title, message };
}
