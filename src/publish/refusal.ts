/** Why there is no comment, in a sentence that says what to change. GitHub's own words are left out: they are not ours. */
import { asFailure, isRateLimit } from './failure.ts';
import type { RunContext } from './run-context.ts';

const ELSEWHERE = 'The result is in the job summary and in the annotations, and the grade is not affected.';
const AT_THE_GRADING_RUN = 'The result is in the job summary of the run that graded.';

export function explainRefusal(error: unknown, run: RunContext): string {
  return `Milepost could not write its comment on the pull request. ${reason(error, run)} ${isSecondHalf(run) ? AT_THE_GRADING_RUN : ELSEWHERE}`;
}

function reason(error: unknown, run: RunContext): string {
  const failure = asFailure(error);
  if (failure === null) return 'Something unexpected happened in Milepost itself.';
  if (isRateLimit(failure))
    return 'GitHub asked for a longer break between requests than a job should wait: run the job again later.';
  switch (failure.status) {
    case 401:
      return 'GitHub does not know the token: check the input `token`, or leave it out.';
    case 403:
      return forbidden(failure.message, run);
    case 404:
      return `GitHub does not show the pull request to this token. ${addPermission(run)}`;
    case 410:
    case 422:
      return 'GitHub did not take the comment: comments may be turned off for this pull request.';
    default:
      return failure.status >= 500
        ? 'GitHub could not be reached, or answered with an error of its own, several times: run the job again later.'
        : `GitHub answered with status ${failure.status}.`;
  }
}

function addPermission(run: RunContext): string {
  return isSecondHalf(run)
    ? 'Add these lines to the job in the workflow file: `permissions:` and below it `actions: read` and `pull-requests: write`.'
    : 'Add these two lines to the job in the workflow file: `permissions:` and below it `pull-requests: write`.';
}

/** It only writes down what another run has graded. */
const isSecondHalf = (run: RunContext): boolean => run.eventName === 'workflow_run';

function forbidden(message: string, run: RunContext): string {
  if (/lock/i.test(message))
    return 'The conversation of the pull request is locked: unlock it to get comments.';
  if (run.pull?.fromFork) {
    return 'The pull request comes from a fork, and GitHub gives such a run a token that may only read.';
  }
  return `The token may not write to pull requests. ${addPermission(run)}`;
}
