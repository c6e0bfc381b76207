/** The mentor's decision about a requirement in `review`, with name and time. */
import { useState } from 'preact/hooks';
import { number } from '../../../report/words.ts';
import type { Row } from '../rows.ts';
import type { Parts } from './parts.ts';
import type { Decisions } from './use-decisions.ts';

interface Props extends Pick<Parts, 'exercise'> {
  row: Row;
  requirement: number;
  decisions: Decisions;
}

export function Decide({ row, exercise, requirement, decisions }: Props) {
  const { id = '', title = '', points = 0 } = exercise.requirements[requirement] ?? {};
  const made = decisions.isDecided(row.id, exercise.id, id);
  const [by, setBy] = useState(decisions.by);
  const [note, setNote] = useState('');
  const [earned, setEarned] = useState('');
  const record = (state: 'pass' | 'fail') =>
    decisions.add({
      learner: row.id,
      exercise: exercise.id,
      requirement: id,
      commit: row.page.commit ?? null,
      state,
      ...(state === 'pass' && earned !== '' ? { points: Math.min(points, Math.max(0, Number(earned))) } : {}),
      by: by.trim(),
      at: new Date().toISOString(),
      note: note.trim(),
    });
  if (made !== undefined)
    return (
      <p class="decided" role="status">
        {made.state === 'pass' ? 'Passed' : 'Failed'}, decided by {made.by}. Not in decisions.json yet.{' '}
        <button type="button" onClick={() => decisions.remove(made)}>
          Take back
        </button>
      </p>
    );
  return (
    <form class="decide" aria-label={`Decide: ${title}`} onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Your name</span>
        <input
          required
          autoComplete="name"
          value={by}
          onInput={(event) => setBy(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Note for the learner</span>
        <textarea
          rows={2}
          maxLength={10_000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {points > 0 && (
        <label class="points">
          <span>Points, if not all {number(points)}</span>
          <input
            type="number"
            min={0}
            max={points}
            step="any"
            value={earned}
            onInput={(event) => setEarned(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="actions">
        <button type="submit" class="main-action" disabled={by.trim() === ''} onClick={() => record('pass')}>
          Pass
        </button>
        <button type="button" disabled={by.trim() === ''} onClick={() => record('fail')}>
          Fail
        </button>
        {by.trim() === '' && <small>Your name stands beside the decision.</small>}
      </div>
    </form>
  );
}
