/** Which exercises a set of reports is about; of several versions of one the most frequent is the expected one. */
import type { Report } from '../report/schema.ts';
import { type CohortExercise, EXERCISE_ID } from './model.ts';

export function exercisesOf(reports: readonly Pick<Report, 'exercise'>[]): CohortExercise[] {
  const counts = new Map<string, { exercise: CohortExercise; count: number }>();
  for (const { exercise } of reports) {
    if (!EXERCISE_ID.test(exercise.id)) continue;
    const key = `${exercise.id} ${exercise.specDigest}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { exercise: cut(exercise), count: 1 });
  }
  const frequent = [...counts.values()].toSorted((a, b) => b.count - a.count);
  const ids = [...new Set(frequent.map(({ exercise }) => exercise.id))];
  return ids.flatMap((id) => frequent.find(({ exercise }) => exercise.id === id)?.exercise ?? []);
}

const cut = ({ id, title, specDigest }: CohortExercise): CohortExercise => ({
  id,
  title: title.slice(0, 500),
  specDigest: specDigest.slice(0, 200),
});
