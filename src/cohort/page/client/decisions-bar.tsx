/** Decisions are only in the browser until their file is beside cohort.json: this says so until it is downloaded. */
import { count } from '../../../report/words.ts';
import type { Decisions } from './use-decisions.ts';

export function DecisionsBar({ decisions }: { decisions: Decisions }) {
  if (decisions.made.length === 0) return null;
  return (
    <p class="decisions-bar" role="status">
      <span>
        {count(decisions.made.length, 'decision')} made on this page.{' '}
        {decisions.saved
          ? 'Put the file beside cohort.json and make the page again.'
          : 'They are not in a file yet.'}
      </span>
      <button type="button" class="main-action" onClick={decisions.save}>
        Download decisions.json
      </button>
    </p>
  );
}
