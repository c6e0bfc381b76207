/** A learner's own page: their results in every exercise, and nobody else's. */
import { useMemo } from 'preact/hooks';
import { NOWHERE } from '../address.ts';
import type { PageData } from '../data.ts';
import { rowsOf } from '../rows.ts';
import { Learner } from './learner.tsx';
import { timeOf } from './words.ts';

export function LearnerPage({ data }: { data: PageData }) {
  const results = useMemo(
    () =>
      data.exercises.flatMap((exercise) => rowsOf(data, exercise, NOWHERE).map((row) => ({ exercise, row }))),
    [data],
  );
  return (
    <>
      <header class="top">
        <h1>{data.learners[0]?.name}</h1>
        <p class="exercise">{data.title}</p>
        <p class="when">
          {data.deadline !== null && <span>Deadline {timeOf(Date.parse(data.deadline) / 1000)}</span>}
          <span>Collected {timeOf(Date.parse(data.collectedAt) / 1000)}</span>
        </p>
      </header>
      <main class="own">
        {results.length === 0 && <p class="empty">There is no result.</p>}
        {results.map(({ exercise, row }) => (
          <section key={exercise.id} aria-label={exercise.title}>
            <Learner
              {...{ data, exercise, row }}
              looking={{ at: '' }}
              title={exercise.title}
              about={row.group}
            />
          </section>
        ))}
      </main>
    </>
  );
}
