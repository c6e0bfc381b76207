/** What a command that made a cohort prints, and its exit code; the numbers are those of the README. */
import { groupBy } from '../../html/group-by.ts';
import { plain } from '../../report/boundary.ts';
import { count } from '../../report/words.ts';
import type { Cohort } from '../model.ts';

const OUTCOME = { completed: 0, nobody: 1, notCompleted: 3 } as const;

export function exitOf({ learners }: Cohort, troubles: number): number {
  if (troubles > 0) return OUTCOME.notCompleted;
  const anybody = learners.some(({ results }) => results.some(({ status }) => status === 'graded'));
  return anybody ? OUTCOME.completed : OUTCOME.nobody;
}

export function printCohort(cohort: Cohort, out: string): void {
  const results = cohort.learners.flatMap((learner) =>
    learner.results.map((result) => ({ learner, ...result })),
  );
  const graded = results.filter(({ status }) => status === 'graded');
  const unverified = graded.filter(({ trust }) => trust.level === 'unverified').length;
  const late = graded.filter((one) => one.late).length;
  const lines = [
    `${count(cohort.learners.length, 'learner')}, ${count(graded.length, 'result')}${unverified > 0 ? `, ${unverified} of them unverified` : ''}${late > 0 ? `, ${late} late` : ''}.`,
    ...reasons(results.filter(({ status }) => status === 'none')),
    `Cohort: ${out}`,
    `The page: milepost cohort report ${out}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Alike reasons in one line, with the first few names. */
function reasons(rows: { learner: { id: string }; why: string | null }[]): string[] {
  return [...groupBy(rows, ({ why }) => why ?? 'No result.').entries()].map(([why, of]) => {
    const names = of.slice(0, 5).map(({ learner }) => learner.id);
    const more = of.length > names.length ? ` and ${of.length - names.length} more` : '';
    return `- ${names.join(', ')}${more}: ${plain(why)}`;
  });
}
