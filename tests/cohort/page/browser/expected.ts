/** What the page must say of a learner, told from the truth by other means than the page's own. */
import type { State } from '../../../../src/report/schema.ts';
import { type Exercise, NOW, type TruthRow } from '../generate.ts';

const WORDS: Record<State, string> = {
  pass: 'Passed',
  fail: 'Failed',
  blocked: 'Blocked',
  inconclusive: 'Could not tell',
  error: 'Grader error',
  skipped: 'Not applicable',
  review: 'Needs a mentor',
};
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');
export const dayOf = (iso: string) => {
  const at = new Date(iso);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
};
export const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
export const lasting = (since: string) => {
  const hours = Math.floor((NOW.getTime() - Date.parse(since)) / 3_600_000);
  return hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`;
};

/** What has been open for longest over at least so many runs; what only waits comes after the rest. */
export function stuckOf(row: TruthRow, { requirements }: Exercise, least = 3) {
  const long = requirements
    .filter(({ id, advice }) => !advice && (row.streaks[id]?.runs ?? 0) >= least)
    .map(({ id, title }) => ({
      title,
      blocked: row.states?.[id] === 'blocked',
      ...(row.streaks[id] ?? { runs: 0, since: '' }),
    }));
  long.sort((a, b) => Number(a.blocked) - Number(b.blocked) || Date.parse(a.since) - Date.parse(b.since));
  return long[0] === undefined ? null : { ...long[0], others: long.length - 1 };
}

export const isOpen = (row: TruthRow, { requirements }: Exercise) =>
  requirements.some(({ id, advice }) => !advice && !['pass', 'skipped'].includes(row.states?.[id] ?? ''));

export function shareOf(rows: TruthRow[], requirement: string): { passed: number; known: number } {
  const states = rows.flatMap((row) => row.states?.[requirement] ?? []);
  const known = states.filter((state) => state !== 'error' && state !== 'skipped');
  return { passed: known.filter((state) => state === 'pass').length, known: known.length };
}

export function cellsOf(row: TruthRow, exercise: Exercise): Record<string, string> {
  const none = row.states === null;
  const stuck = stuckOf(row, exercise);
  const [first, last] = [row.runs[0], row.runs.at(-1)];
  return {
    Learner: row.name,
    Points: none ? `no result: ${row.why}` : `${row.earned} / ${row.possible}`,
    Stuck: stuck === null ? '' : `stuck for ${lasting(stuck.since)}, ${stuck.runs} runs: ${stuck.title}`,
    ...Object.fromEntries(
      exercise.requirements.map(({ id, title, advice }) => [
        title,
        none
          ? 'no result'
          : advice && row.states?.[id] === 'fail'
            ? 'Advice'
            : WORDS[row.states?.[id] ?? 'error'],
      ]),
    ),
    Group: row.group,
    'Handed in': row.at === null ? '' : `${dayOf(row.at)}${row.late ? ', late' : ''}`,
    Progress:
      first === undefined || last === undefined || row.runs.length < 2
        ? 'no earlier results'
        : `from ${first.earned} / ${first.possible} to ${last.earned} / ${last.possible}`,
    Trust: none ? '' : row.unverified.length > 0 ? 'unverified' : 'verified',
  };
}
