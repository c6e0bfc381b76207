/** What waits for the mentor: decisions, learners without a result, results that cannot be verified. */
import { useMemo } from 'preact/hooks';
import { count } from '../../../report/words.ts';
import type { Row } from '../rows.ts';
import { Card, Some } from './card.tsx';
import type { OpenLearner, Parts } from './parts.ts';
import type { Decisions } from './use-decisions.ts';

export function Waiting({
  rows,
  data,
  exercise,
  look,
  openLearner,
  decided,
}: Parts & { rows: Row[]; openLearner: OpenLearner; decided: Decisions['isDecided'] }) {
  const decide = useMemo(
    () =>
      rows.flatMap((row) =>
        exercise.requirements
          .filter(
            ({ id }, index) =>
              row.states[index] === 'review' && decided(row.id, exercise.id, id) === undefined,
          )
          .map((requirement) => ({ row, requirement })),
      ),
    [rows, exercise, decided],
  );
  const reasons = useMemo(() => reasonsOf(rows, data.texts), [rows, data.texts]);
  return (
    <Card title="Waiting for you" number={decide.length + reasons.length} empty="Nothing waits for you.">
      {decide.length > 0 && (
        <>
          <h3>{count(decide.length, 'decision')}</h3>
          <Some rows={decide} {...(decide.length > 4 ? { more: () => look({ show: 'review' }) } : {})}>
            {({ row, requirement }) => (
              <li key={`${row.id} ${requirement.id}`}>
                <button type="button" class="line" onClick={() => openLearner(row, requirement.id)}>
                  <b>{row.name}</b>
                  <span class="what">{requirement.title}</span>
                </button>
              </li>
            )}
          </Some>
        </>
      )}
      {reasons.length > 0 && (
        <>
          <h3>No result, or not verified</h3>
          <Some rows={reasons}>
            {({ text, rows: of, mark }) => (
              <li key={`${mark} ${text}`}>
                <button
                  type="button"
                  class="line"
                  title={of
                    .map(({ name }) => name)
                    .slice(0, 30)
                    .join(', ')}
                  onClick={() => (of.length === 1 && of[0] ? openLearner(of[0]) : look({ show: mark }))}
                >
                  <b>{of.length === 1 ? of[0]?.name : count(of.length, 'learner')}</b>
                  <span class="aside">{mark === 'none' ? 'no result' : 'unverified'}</span>
                  <span class="what">{text}</span>
                </button>
              </li>
            )}
          </Some>
        </>
      )}
    </Card>
  );
}

interface Reason {
  text: string;
  mark: 'none' | 'unverified';
  rows: Row[];
}

/** The same reason once, with everybody whom it is about. */
function reasonsOf(rows: readonly Row[], texts: readonly string[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const row of rows) {
    const mark = row.marks.has('none') ? 'none' : row.marks.has('unverified') ? 'unverified' : null;
    if (mark === null) continue;
    const said = mark === 'none' ? [row.page.whyText ?? -1] : (row.page.trustText ?? []);
    for (const text of new Set(said)) {
      const reason = reasons.get(`${mark} ${text}`) ?? { text: texts[text] ?? '', mark, rows: [] };
      reasons.set(`${mark} ${text}`, reason);
      reason.rows.push(row);
    }
  }
  return [...reasons.values()].toSorted(
    (a, b) =>
      Number(a.mark === 'unverified') - Number(b.mark === 'unverified') || b.rows.length - a.rows.length,
  );
}
