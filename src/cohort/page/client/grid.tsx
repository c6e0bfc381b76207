/**
 * The table learner × requirement. Only the rows that can be seen are in the document; `aria-rowcount` and
 * `aria-rowindex` tell a screen reader of the others. One cell is in the tab order, the arrow keys lead on from there.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shares } from '../figures.ts';
import type { Row } from '../rows.ts';
import type { CellContext } from './cell.tsx';
import { type Column, columnsOf } from './columns.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { type Cell, moved } from './moved.ts';
import type { OpenLearner, Parts } from './parts.ts';
import type { Decisions } from './use-decisions.ts';
import { useNarrow } from './use-narrow.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const SIZES = { row: 34, header: 168 };

type Props = Parts & { rows: Row[]; openLearner: OpenLearner; decided: Decisions['isDecided'] };

export function Grid({ data, exercise, rows, looking, look, openLearner, decided }: Props) {
  const scrolled = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const columns = useMemo(() => columnsOf(exercise, rows, narrow), [exercise, rows, narrow]);
  const shared = useMemo(() => shares(exercise, rows), [exercise, rows]);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const here = {
    row: Math.min(active.row, rows.length - 1),
    column: Math.min(active.column, columns.length - 1),
  };
  const virtual = useVirtualRows(scrolled, rows.length, here.row, SIZES);
  // Keys come faster than the table is drawn: each goes on from where the one before led.
  const position = useRef(here);
  position.current = here;
  /** Where the focus is to go as soon as that cell is drawn. */
  const wanted = useRef<Cell | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { row, column } = wanted.current;
    const cell = scrolled.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
    if (row >= 0) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const open = (row: number, column: number) => {
    const learner = rows[row];
    const requirement = columns[column]?.requirement;
    if (learner !== undefined)
      openLearner(learner, requirement === undefined ? undefined : exercise.requirements[requirement]?.id);
  };
  const sort = (column: Column) => {
    if (column.id !== '') look({ sort: nextSort(column, looking.sort) });
  };
  const act = ({ row, column }: Cell) =>
    row < 0 ? columns[column] && sort(columns[column]) : open(row, column);
  const key = (event: KeyboardEvent) => {
    const to = moved(event, position.current, { rows: rows.length, columns: columns.length });
    if (to === null && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (to === null) return act(position.current);
    wanted.current = to;
    position.current = to;
    setActive(to);
    if (to.row >= 0) virtual.scrollToIndex(to.row);
  };
  const click = (event: Event) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    if (cell === null) return;
    const at = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    setActive(at);
    act(at);
  };
  const context: CellContext = useMemo(() => ({ data, exercise, decided }), [data, exercise, decided]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div class="scroller" ref={scrolled} style={{ scrollPaddingLeft: `${stickyWidth(columns)}px` }}>
      <div
        role="grid"
        aria-labelledby="learners-title"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ width: `${width}px` }}
        onKeyDown={key}
        onClick={click}
      >
        <GridHeader {...{ columns, exercise, looking, shared }} active={here.row < 0 ? here.column : null} />
        <div role="rowgroup" class="body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <GridRow
                key={row.index}
                {...{ row, columns, context, index, start }}
                open={row.id === looking.open}
                active={here.row === index ? here.column : null}
              />
            );
          })}
        </div>
        {rows.length === 0 && <Nobody />}
      </div>
    </div>
  );
}

function Nobody() {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell" class="nobody">
          Nobody fits these filters.
        </div>
      </div>
    </div>
  );
}

/** Up, down, as they came. What is worst comes first. */
function nextSort({ id, kind }: Column, sort: string): string {
  const [first, second] = kind === 'at' || kind === 'group' ? [`-${id}`, id] : [id, `-${id}`];
  return sort === first ? second : sort === second ? '' : first;
}

const stickyWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, { left, width }) => (left === undefined ? sum : sum + width), 0);
