/** TanStack Table keeps the rows: sorts and filters them; what is drawn of them is decided in grid.tsx. */
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/preact-table';
import { useMemo } from 'preact/hooks';
import type { State } from '../../../report/schema.ts';
import type { Looking } from '../address.ts';
import type { PageExercise } from '../data.ts';
import { isFailing, type Mark, type Row } from '../rows.ts';
import { hasWords, type Word, wordsOf } from '../search.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});
const helper = createColumnHelper<typeof features, Row>();
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
/** What needs somebody stands together at one end. */
const ORDER: State[] = ['fail', 'blocked', 'inconclusive', 'error', 'review', 'skipped', 'pass'];

/** The rows that are asked for, in the order that is asked for. */
export function useShownRows(
  { exercise, texts }: { exercise: PageExercise; texts: readonly string[] },
  rows: Row[],
  looking: Looking,
): Row[] {
  const columns = useMemo(() => columnsOf(exercise), [exercise]);
  const { search, group, show, requirement, state, kind, sort } = looking;
  const columnFilters = useMemo(
    () => filtersOf(exercise, wordsOf(search, texts), { group, show, requirement, state, kind }),
    [exercise, texts, search, group, show, requirement, state, kind],
  );
  const sorting = useMemo(() => sortingOf(sort, columns), [sort, columns]);
  const table = useTable({
    features,
    columns,
    data: rows,
    state: { columnFilters, sorting },
    getRowId: (row) => String(row.index),
  });
  const model = table.getRowModel();
  return useMemo(() => model.rows.map((row) => row.original), [model]);
}

/** Columns that can be sorted by, and columns that exist only to be filtered by. */
function columnsOf({ requirements }: PageExercise) {
  const text = (a: { getValue: (id: string) => unknown }, b: typeof a, id: string) =>
    collator.compare(String(a.getValue(id)), String(b.getValue(id)));
  return helper.columns([
    helper.accessor((row) => row.name, { id: 'name', sortFn: text }),
    helper.accessor((row) => row.group || undefined, {
      id: 'group',
      sortFn: text,
      sortUndefined: 'last',
      filterFn: (row, _, wanted) => row.original.group === wanted,
    }),
    helper.accessor((row) => row.share ?? undefined, { id: 'points', sortUndefined: 'last' }),
    helper.accessor((row) => row.stuck?.since, { id: 'stuck', sortUndefined: 'last' }),
    helper.accessor((row) => row.page.at, { id: 'at', sortUndefined: 'last' }),
    helper.accessor((row) => (row.marks.has('unverified') ? 0 : row.marks.has('none') ? undefined : 1), {
      id: 'trust',
      sortUndefined: 'last',
    }),
    helper.accessor((row) => row.searched, {
      id: 'search',
      filterFn: (row, _, words: Word[]) => hasWords(row.original, words),
    }),
    helper.accessor((row) => row.marks, {
      id: 'show',
      filterFn: (row, _, mark: Mark) => row.original.marks.has(mark),
    }),
    helper.accessor((row) => row.kinds, {
      id: 'kind',
      filterFn: (row, _, kind: number) => row.original.kinds.has(kind),
    }),
    helper.accessor((row) => row.states, {
      id: 'state',
      filterFn: (row, _, state: State | 'open') =>
        row.original.states.some(
          (one, index) => requirements[index]?.advice === false && matches(one, state),
        ),
    }),
    ...requirements.map(({ id }, index) =>
      helper.accessor((row) => order(row.states[index] ?? null), {
        id: `r.${id}`,
        sortUndefined: 'last',
        filterFn: (row, _, state: State | 'open') => matches(row.original.states[index] ?? null, state),
      }),
    ),
  ]);
}

type Filters = Pick<Looking, 'group' | 'show' | 'requirement' | 'state' | 'kind'>;

function filtersOf(
  { requirements, kinds }: PageExercise,
  words: Word[],
  filters: Filters,
): { id: string; value: unknown }[] {
  const known = requirements.some(({ id }) => id === filters.requirement);
  const kind = kinds.findIndex(({ id }) => id === filters.kind);
  return [
    ...(words.length > 0 ? [{ id: 'search', value: words }] : []),
    ...(filters.group === '' ? [] : [{ id: 'group', value: filters.group }]),
    ...(filters.show === '' ? [] : [{ id: 'show', value: filters.show }]),
    ...(kind < 0 ? [] : [{ id: 'kind', value: kind }]),
    ...(known ? [{ id: `r.${filters.requirement}`, value: filters.state || 'open' }] : []),
    ...(known || filters.state === '' ? [] : [{ id: 'state', value: filters.state }]),
  ];
}

function sortingOf(sort: string, columns: ReturnType<typeof columnsOf>): { id: string; desc: boolean }[] {
  const desc = sort.startsWith('-');
  const id = desc ? sort.slice(1) : sort;
  return columns.some((column) => column.id === id) ? [{ id, desc }] : [];
}

function matches(state: State | null, wanted: State | 'open'): boolean {
  return wanted === 'open' ? isFailing(state) : state === wanted;
}

function order(state: State | null): number | undefined {
  return state === null ? undefined : ORDER.indexOf(state);
}
