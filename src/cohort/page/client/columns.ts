/** The columns of the table as they are drawn, from left to right. */
import type { PageExercise } from '../data.ts';
import type { Row } from '../rows.ts';

export interface Column {
  /** What is sorted by. */
  id: string;
  kind: 'name' | 'points' | 'stuck' | 'requirement' | 'group' | 'at' | 'progress' | 'trust';
  title: string;
  width: number;
  /** Distance from the left edge at which it stays. */
  left?: number;
  /** Index of the requirement. */
  requirement?: number;
}

export function columnsOf(exercise: PageExercise, rows: readonly Row[], narrow: boolean): Column[] {
  const name = narrow ? 128 : 190;
  const groups = rows.some(({ group }) => group !== '');
  const drawn = rows.some(({ page }) => page.history !== undefined);
  const optional = (wanted: boolean, column: Column): Column[] => (wanted ? [column] : []);
  return [
    { id: 'name', kind: 'name', title: 'Learner', width: name, left: 0 },
    {
      id: 'points',
      kind: 'points',
      title: 'Points',
      width: narrow ? 84 : 92,
      ...(narrow ? {} : { left: name }),
    },
    { id: 'stuck', kind: 'stuck', title: 'Stuck', width: 104 },
    ...exercise.requirements.map(
      ({ id, title }, requirement): Column => ({
        id: `r.${id}`,
        kind: 'requirement',
        title,
        width: 34,
        requirement,
      }),
    ),
    ...optional(groups, { id: 'group', kind: 'group', title: 'Group', width: 88 }),
    { id: 'at', kind: 'at', title: 'Handed in', width: 106 },
    ...optional(drawn, { id: '', kind: 'progress', title: 'Progress', width: 88 }),
    { id: 'trust', kind: 'trust', title: 'Trust', width: 94 },
  ];
}
