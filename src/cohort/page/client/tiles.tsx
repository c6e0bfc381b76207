/** The class in numbers; each shows the learners that it counts. */
import { useMemo } from 'preact/hooks';
import { countMarks } from '../figures.ts';
import type { Mark, Row } from '../rows.ts';
import type { Parts } from './parts.ts';
import { markWords } from './words.ts';

const SHOWN: Mark[] = ['passed', 'stuck', 'none', 'late', 'review', 'unverified', 'no-app', 'broken'];
/** Nothing to say where there are none. */
const RARE: Mark[] = ['no-app', 'broken'];

export function Tiles({ rows, looking, look }: Parts & { rows: Row[] }) {
  const counts = useMemo(() => countMarks(rows), [rows]);
  const marks = SHOWN.filter((mark) => counts[mark] > 0 || !RARE.includes(mark));
  return (
    <section class="tiles" aria-label="The class in numbers">
      <button
        type="button"
        class="tile"
        aria-pressed={looking.show === ''}
        onClick={() => look({ show: '' })}
      >
        <strong>{rows.length}</strong> <span>{rows.length === 1 ? 'Learner' : 'Learners'}</span>
      </button>
      {marks.map((mark) => (
        <button
          type="button"
          key={mark}
          class={`tile tile-${mark}`}
          title={markWords[mark].meaning}
          data-none={counts[mark] === 0 ? '' : undefined}
          aria-pressed={looking.show === mark}
          onClick={() => look({ show: looking.show === mark ? '' : mark })}
        >
          <strong>{counts[mark]}</strong> <span>{markWords[mark].label}</span>
        </button>
      ))}
    </section>
  );
}
