/** The header of the table: what each column is, and what share of the rows that are shown passes it. */
import type { Looking } from '../address.ts';
import type { PageExercise } from '../data.ts';
import type { Share } from '../figures.ts';
import type { Column } from './columns.ts';
import { percent } from './words.ts';

interface Props {
  columns: Column[];
  exercise: PageExercise;
  looking: Looking;
  shared: Share[];
  /** Index of the column that is in the tab order. */
  active: number | null;
}

export function GridHeader({ columns, exercise, looking, shared, active }: Props) {
  return (
    <div role="rowgroup" class="head">
      <div role="row" class="row" aria-rowindex={1}>
        {columns.map((column, place) => {
          const share = column.requirement === undefined ? undefined : shared[column.requirement];
          const requirement =
            column.requirement === undefined ? undefined : exercise.requirements[column.requirement];
          const said = share === undefined ? null : saidOf(share);
          return (
            <div
              role="columnheader"
              key={column.id}
              class={`cell c-${column.kind}${column.left === undefined ? '' : ' stays'}`}
              aria-sort={sortOf(column, looking.sort)}
              aria-label={said === null ? column.title : `${column.title}: ${said}`}
              title={said === null ? undefined : `${column.title}\n${said}`}
              tabIndex={active === place ? 0 : -1}
              data-row={-1}
              data-column={place}
              style={{
                width: `${column.width}px`,
                left: column.left === undefined ? undefined : `${column.left}px`,
              }}
            >
              {requirement === undefined || share === undefined ? (
                <span class="label">{column.title}</span>
              ) : (
                <>
                  <span class="label">
                    {requirement.id}
                    {requirement.advice ? ' *' : ''}
                  </span>
                  <span class="share">
                    {share.of === 0 ? '–' : percent(share.passed / share.of).replace(' ', '')}
                  </span>
                  <span class="bar">
                    <span style={{ width: `${share.of === 0 ? 0 : (100 * share.passed) / share.of}%` }} />
                  </span>
                </>
              )}
              <span class="arrow" aria-hidden="true">
                {ARROWS[sortOf(column, looking.sort) ?? 'none']}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const ARROWS = { ascending: '▲', descending: '▼', none: '' };

function saidOf({ passed, of }: Share): string {
  return of === 0 ? 'not known of anybody' : `${passed} of ${of} passed (${percent(passed / of)})`;
}

function sortOf({ id }: Column, sort: string): 'ascending' | 'descending' | 'none' | undefined {
  if (id === '') return undefined;
  return sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
}
