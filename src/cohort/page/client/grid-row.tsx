/** One row of the table. Scrolling draws the table again for each step: a row that is there already is left alone. */
import { Component } from 'preact';
import type { Row } from '../rows.ts';
import { type CellContext, GridCell } from './cell.tsx';
import type { Column } from './columns.ts';

interface Props {
  row: Row;
  columns: Column[];
  context: CellContext;
  /** Where it is in the table. */
  index: number;
  /** Pixels from the top. */
  start: number;
  open: boolean;
  /** Index of the column that is in the tab order, if it is in this row. */
  active: number | null;
}

export class GridRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ row, columns, context, index, start, open, active }: Props) {
    return (
      <div
        role="row"
        class="row"
        aria-rowindex={index + 2}
        data-open={open ? '' : undefined}
        style={{ transform: `translateY(${start}px)` }}
      >
        {columns.map((column, place) => (
          <GridCell key={column.id} {...{ row, column, index, place, context }} active={active === place} />
        ))}
      </div>
    );
  }
}
