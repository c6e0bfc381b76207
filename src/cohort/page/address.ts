/** What is looked at stands in the address, so that it can be sent to somebody: `#exercise=…&show=stuck&sort=-points`. */
import type { State } from '../../report/schema.ts';
import { stateWords } from '../../report/words.ts';
import { MARKS, type Mark } from './rows.ts';

export interface Looking {
  exercise: string;
  /** Text that is searched for. */
  search: string;
  group: string;
  show: Mark | '';
  requirement: string;
  state: State | 'open' | '';
  /** Id of a cluster. */
  kind: string;
  /** Id of a column, with a minus for downwards. */
  sort: string;
  /** Id of the learner whose results are open beside the table. */
  open: string;
  /** Requirement at which they are open. */
  at: string;
  runs: number;
  days: number;
}

export const NOWHERE: Looking = {
  exercise: '',
  search: '',
  group: '',
  show: '',
  requirement: '',
  state: '',
  kind: '',
  sort: '',
  open: '',
  at: '',
  runs: 3,
  days: 0,
};

const STATES = Object.keys(stateWords) as State[];

export function readAddress(hash: string): Looking {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: keyof Looking) => (given.get(name) ?? '').slice(0, 500);
  const one = <T extends string>(name: keyof Looking, allowed: readonly T[]): T | '' =>
    allowed.find((word) => word === given.get(name)) ?? '';
  return {
    exercise: text('exercise'),
    search: text('search'),
    group: text('group'),
    show: one('show', MARKS),
    requirement: text('requirement'),
    state: one('state', [...STATES, 'open']),
    kind: text('kind'),
    sort: text('sort'),
    open: text('open'),
    at: text('at'),
    runs: whole(given.get('runs'), NOWHERE.runs, 1),
    days: whole(given.get('days'), NOWHERE.days, 0),
  };
}

/** Only what differs from a fresh page, so that addresses stay short. */
export function writeAddress(looking: Looking): string {
  const said = (Object.keys(NOWHERE) as (keyof Looking)[]).filter((key) => looking[key] !== NOWHERE[key]);
  const text = new URLSearchParams(
    said.map((key): [string, string] => [key, String(looking[key])]),
  ).toString();
  return text === '' ? '' : `#${text}`;
}

function whole(text: string | null, otherwise: number, least: number): number {
  return text !== null && /^\d{1,4}$/.test(text) ? Math.max(least, Number(text)) : otherwise;
}
