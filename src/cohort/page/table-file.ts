/** The table as a file: what is shown, in the order in which it is shown. */
import Papa from 'papaparse';
import type { PageData, PageExercise } from './data.ts';
import { isFailing, type Row, wordsOfState } from './rows.ts';

export interface FileRow {
  id: string;
  name: string;
  group: string;
  repository: string;
  exercise: string;
  result: string;
  earned: number | null;
  judged: number | null;
  possible: number | null;
  'handed in': string;
  late: boolean;
  trust: string;
  'stuck since': string;
  'stuck runs': number | null;
  'stuck at': string;
  commit: string;
  'pull request': string;
  run: string;
  /** Words of the states, by requirement. */
  requirements: Record<string, string>;
  /** Why they are not passed, by requirement. */
  reasons: Record<string, string>;
}

const PLAIN: (keyof FileRow)[] = [
  ...(['id', 'name', 'group', 'repository', 'exercise', 'result', 'earned', 'judged', 'possible'] as const),
  ...(['handed in', 'late', 'trust', 'stuck since', 'stuck runs', 'stuck at'] as const),
  ...(['commit', 'pull request', 'run'] as const),
];

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe, which spreadsheets do not show. */
export function csvOf(data: PageData, exercise: PageExercise, rows: readonly Row[]): string {
  const flat = fileRows(data, exercise, rows).map(({ requirements, reasons: _, ...rest }) => ({
    ...rest,
    ...Object.fromEntries(
      exercise.requirements.map(({ id }) => [`requirement ${id}`, requirements[id] ?? '']),
    ),
  }));
  const fields = [...PLAIN, ...exercise.requirements.map(({ id }) => `requirement ${id}`)];
  return `${Papa.unparse({ fields, data: flat }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

export function jsonOf(data: PageData, exercise: PageExercise, rows: readonly Row[]): string {
  return `${JSON.stringify(fileRows(data, exercise, rows), null, 1)}\n`;
}

/** Also behind spaces, and the wide forms, which some spreadsheets read as formulas too. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]/;

function fileRows(data: PageData, exercise: PageExercise, rows: readonly Row[]): FileRow[] {
  const text = (index: number | undefined) => (index === undefined ? '' : (data.texts[index] ?? ''));
  return rows.map(({ page, states, stuck, ...row }) => ({
    id: row.id,
    name: row.name,
    group: row.group,
    repository: row.repository ?? '',
    exercise: exercise.id,
    result: page.states === undefined ? `none: ${text(page.whyText)}` : 'graded',
    earned: page.earned ?? null,
    judged: page.judged ?? null,
    possible: page.possible ?? null,
    'handed in': iso(page.at),
    late: page.late === 1,
    trust:
      page.trustText === undefined
        ? 'verified'
        : `unverified: ${page.trustText.map((index) => text(index)).join(' ')}`,
    'stuck since': iso(stuck?.since),
    'stuck runs': stuck?.runs ?? null,
    'stuck at': stuck === null ? '' : (exercise.requirements[stuck.requirement]?.id ?? ''),
    commit: page.commit ?? '',
    'pull request': page.pullRequest ?? '',
    run: page.run ?? '',
    requirements: Object.fromEntries(
      exercise.requirements.map(({ id }, index) => {
        const state = states[index] ?? null;
        return [id, state === null ? '' : wordsOfState(state, exercise.requirements[index]).word];
      }),
    ),
    reasons: Object.fromEntries(
      (page.details ?? [])
        .filter(({ requirement }) => isFailing(states[requirement] ?? null))
        .map(({ requirement, reasonText }) => [
          exercise.requirements[requirement]?.id ?? '',
          text(reasonText),
        ]),
    ),
  }));
}

const iso = (seconds: number | undefined): string =>
  seconds === undefined ? '' : new Date(seconds * 1000).toISOString();
