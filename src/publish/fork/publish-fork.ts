/**
 * The second half of grading pull requests from forks: the run that graded had no token to write with, so this one,
 * which runs nothing of the learner's, writes the comment from the report that the other left behind.
 */
import type { Report } from '../../report/schema.ts';
import { checkSafely } from '../check-run.ts';
import { createClient, type GitHubClient } from '../client.ts';
import { type Commented, commentSafely } from '../comment-safely.ts';
import { inRepository } from '../in-repository.ts';
import { type Patience, patience as usualPatience, withPatience } from '../patience.ts';
import { explainRefusal } from '../refusal.ts';
import type { RunContext } from '../run-context.ts';
import { fetchArtifact } from './artifact.ts';
import type { GradingRun } from './grading-run.ts';
import { ownReport } from './own-report.ts';
import { changesWorkflow, pullRequestOfRun } from './pull-request-of-run.ts';
import { reportInZip } from './unpack.ts';
import { UnusableArtifact } from './unusable.ts';

export interface ForkOptions {
  run: GradingRun;
  token: string;
  apiUrl: string;
  /** e.g. "https://github.com/owner/name" */
  repositoryUrl: string;
  /** What was graded, relative to the root of the repository; "" for the root. */
  folder: string;
  /** Name of the artifact. */
  artifact: string;
  /** Whether the commit gets a check, too. */
  check: boolean;
  /** Folder of the exercises. */
  graders: string;
  patience?: Patience;
}

const CHANGED_WORKFLOW =
  'This pull request changes files in .github/, and so perhaps the workflow that made this result: look at that change before you believe the result.';

/** Where nothing is written, `notice` says why; the grading run has shown its result itself, so none of it is a failure. */
export async function publishFork(options: ForkOptions): Promise<Commented> {
  const { run, token, apiUrl, repositoryUrl, patience = usualPatience } = options;
  const { owner, repo, commit } = run;
  const context: RunContext = {
    owner,
    repo,
    eventName: 'workflow_run',
    commit,
    pull: null,
    apiUrl,
    repositoryUrl,
  };
  const client = createClient(token, apiUrl);
  try {
    const number = await withPatience(() => pullRequestOfRun(client, run), patience);
    if (number === null)
      return nothing(
        'No open pull request is at the commit that was graded: a newer push has a run of its own.',
      );
    const report = await withPatience(() => readReport(client, options), patience);
    if (report === null)
      return nothing(`The grading run left no artifact "${options.artifact}": its own log says why.`);
    const changed = await withPatience(() => changesWorkflow(client, run, number), patience);
    const notes = changed ? [CHANGED_WORKFLOW, ...report.notes] : report.notes;
    // It does come from a fork, but this run's token is not that of a fork.
    const pull = { number, fromFork: false };
    const shown = inRepository({ ...report, notes }, commit, options.folder);
    const common = { run: { ...context, pull }, token, patience };
    const commented = await commentSafely(shown, { ...common, comment: true });
    const doubt = changed ? 'Changes files in .github/: look at them before you believe a result' : undefined;
    await checkSafely(shown, { ...common, check: options.check, failOn: 'fail', doubt });
    return commented;
  } catch (error) {
    if (error instanceof UnusableArtifact)
      return nothing(`The artifact of the grading run cannot be used. ${error.message}`);
    return nothing(explainRefusal(error, context));
  }
}

async function readReport(
  client: GitHubClient,
  { run, artifact, graders }: ForkOptions,
): Promise<Report | null> {
  const zip = await fetchArtifact(client, run, artifact);
  return zip && ownReport(reportInZip(zip), graders);
}

const nothing = (notice: string): Commented => ({ url: null, notice });
