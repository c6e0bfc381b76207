/** Why nothing could be collected, as a sentence in the learner's row; GitHub's own words are left out: they are not ours. */
import { asFailure, isRateLimit } from '../../publish/failure.ts';
import { UnusableArtifact } from '../../publish/fork/unusable.ts';
import { UsageProblem } from '../../run/options.ts';
import { type CollectedResult, noResult } from './collected.ts';

/** Throws what concerns every learner. */
export function troubleOf(error: unknown): CollectedResult {
  if (error instanceof UsageProblem) throw error;
  if (error instanceof UnusableArtifact) return noResult(error.message);
  const failure = asFailure(error);
  if (failure === null) return trouble('Something unexpected happened in Milepost itself.');
  if (failure.status === 401)
    throw new UsageProblem(['GitHub does not know the token: set GH_TOKEN, for example with: gh auth token']);
  if (isRateLimit(failure))
    return trouble('GitHub asked for a longer break between requests: collect again later.');
  if (failure.status >= 500)
    return trouble(
      'GitHub could not be reached, or answered with an error of its own, several times: collect again later.',
    );
  if (failure.status === 404)
    return noResult('The repository is not there any more, or the token may not see it.');
  if (failure.status === 403)
    return noResult(
      'The token may not read the runs of the repository: it needs the permission "Actions: read".',
    );
  if (failure.status === 410)
    return noResult('Its newest result has expired on GitHub: run the workflow again.');
  return trouble(`GitHub answered with status ${failure.status}.`);
}

const trouble = (why: string): CollectedResult => ({ ...noResult(why), trouble: true });
