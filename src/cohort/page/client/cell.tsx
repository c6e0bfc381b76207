/** One cell of the table. */
import type { State } from '../../../report/schema.ts';
import { stateWords } from '../../../report/words.ts';
import type { PageData, PageExercise } from '../data.ts';
import { detailOf, type Row, wordsOfState } from '../rows.ts';
import type { Column } from './columns.ts';
import { Line } from './progress.tsx';
import type { Decisions } from './use-decisions.ts';
import { dayOf, lasting, pointsOf } from './words.ts';

export interface CellContext {
  data: PageData;
  exercise: PageExercise;
  decided: Decisions['isDecided'];
}

interface Props {
  row: Row;
  column: Column;
  /** Where it is in the table. */
  index: number;
  place: number;
  active: boolean;
  context: CellContext;
}

export function GridCell({ row, column, index, place, active, context }: Props) {
  const shown = contentOf(row, column, context);
  return (
    <div
      role={column.kind === 'name' ? 'rowheader' : 'gridcell'}
      class={`cell c-${column.kind} ${shown.look ?? ''}${column.left === undefined ? '' : ' stays'}`}
      aria-label={shown.label}
      title={shown.title}
      tabIndex={active ? 0 : -1}
      data-row={index}
      data-column={place}
      style={{ width: `${column.width}px`, left: column.left === undefined ? undefined : `${column.left}px` }}
    >
      {shown.content}
    </div>
  );
}

interface Content {
  content: preact.ComponentChildren;
  look?: string;
  /** Said instead of the content. */
  label?: string;
  title?: string | undefined;
}

function contentOf(row: Row, column: Column, context: CellContext): Content {
  const { page } = row;
  const texts = context.data.texts;
  switch (column.kind) {
    case 'name':
      return { content: row.name, title: row.name === row.id ? row.name : `${row.name} (${row.id})` };
    case 'points':
      return pointsCell(row, texts);
    case 'stuck':
      return stuckCell(row, context);
    case 'requirement':
      return stateCell(row, column.requirement ?? 0, context);
    case 'group':
      return { content: row.group };
    case 'at':
      if (page.at === undefined) return { content: '' };
      return page.late === 1
        ? { content: `${dayOf(page.at)}`, look: 'late', label: `${dayOf(page.at)}, late`, title: 'Late' }
        : { content: dayOf(page.at) };
    case 'progress':
      return {
        content: page.history && <Line history={page.history} width={76} height={20} />,
        label: grown(row),
      };
    case 'trust':
      if (row.marks.has('none')) return { content: '' };
      return page.trustText === undefined
        ? { content: 'verified', look: 'verified' }
        : {
            content: 'unverified',
            look: 'unverified',
            title: page.trustText.map((text) => texts[text]).join(' '),
          };
  }
}

function pointsCell({ page, share }: Row, texts: string[]): Content {
  if (share === null && page.states === undefined) {
    const why = texts[page.whyText ?? -1];
    return { content: 'no result', look: 'none', title: why, label: `no result: ${why}` };
  }
  const problem = page.problemText === undefined ? undefined : texts[page.problemText];
  return {
    content: (
      <>
        {pointsOf(page.earned, page.possible)}
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${100 * (share ?? 0)}%` }} />
        </span>
      </>
    ),
    title: problem,
  };
}

function stuckCell({ stuck }: Row, { data, exercise }: CellContext): Content {
  if (stuck === null) return { content: '' };
  const title = exercise.requirements[stuck.requirement]?.title;
  const made = Date.parse(data.madeAt) / 1000;
  return {
    content: `${lasting(made - stuck.since)} (${stuck.runs})`,
    look: 'stuck',
    label: `stuck for ${lasting(made - stuck.since)}, ${stuck.runs} runs: ${title}`,
    title: `since ${dayOf(stuck.since)}, ${stuck.runs} runs: ${title}`,
  };
}

function stateCell(row: Row, index: number, { data, exercise, decided }: CellContext): Content {
  const state = row.states[index] ?? null;
  if (state === null) return { content: '', label: 'no result' };
  const requirement = exercise.requirements[index];
  const { id = '', title = '' } = requirement ?? {};
  const { word, mark } = wordsOfState(state, requirement);
  const detail = detailOf(row.page, index);
  const reason = detail === undefined ? '' : `\n${data.texts[detail.reasonText]}`;
  const made = state === 'review' ? decided(row.id, exercise.id, id) : undefined;
  if (made !== undefined) {
    const { word: now, mark: sign } = stateWords[made.state];
    return {
      content: sign,
      look: `s-${made.state} decided`,
      label: `${now}, decided on this page`,
      title: `${title}: ${now}, decided by ${made.by}`,
    };
  }
  return {
    content: mark,
    look: lookOf(state, requirement?.advice ?? false),
    label: word,
    title: `${title}: ${word}${reason}`,
  };
}

function grown({ page: { history } }: Row): string {
  const [first, last] = [history?.[0], history?.at(-1)];
  if (first === undefined || last === undefined) return 'no earlier results';
  return `from ${pointsOf(first[1], first[2])} to ${pointsOf(last[1], last[2])}`;
}

export function lookOf(state: State | null, advice: boolean): string {
  return advice && state === 'fail' ? 's-advice' : `s-${state}`;
}
