/** The `report.json` of a learner in a generated cohort. */
import type { Report, RequirementResult, State } from '../../../src/report/schema.ts';
import { type WayKey, wayOf } from './errors.ts';
import type { Exercise, TruthRow } from './generate.ts';
import type { Random } from './random.ts';

/** Where the app does not start, nothing else is said. */
export const NO_APP = "The app did not start: ModuleNotFoundError: No module named 'markdown2'";

export function reportOf(row: TruthRow, exercise: Exercise, random: Random, padding: number): Report {
  const noApp = row.outcome === 'no-app';
  return {
    schemaVersion: 1,
    milepost: { version: '0.1.0' },
    exercise: {
      id: exercise.id,
      title: exercise.title,
      specDigest: exercise.specDigest,
      graders: null,
      chosen: 'asked for',
    },
    repository: { project: '.', commit: row.commit },
    engine: 'docker',
    notIsolated: [],
    seed: random.whole(1, 1e6),
    startedAt: row.at ?? '2026-11-01T00:00:00Z',
    outcome: row.outcome,
    problem: noApp ? { stage: 'start', message: NO_APP, place: null, log: null } : null,
    score: { earned: row.earned, judged: row.judged, possible: row.possible },
    timings: { total: random.whole(5_000, 20_000) },
    remedies: [],
    notes: [],
    binding: [
      { role: 'item', target: row.names.model, confirmed: true, reasons: [], place: null },
      {
        role: 'item.owner',
        target: `${row.names.model}.${row.names.field}`,
        confirmed: true,
        reasons: [],
        place: null,
      },
    ],
    requirements: exercise.requirements.map((one) =>
      resultOf(
        one,
        row.states?.[one.id] ?? 'error',
        row,
        exercise,
        random,
        padding / exercise.requirements.length,
      ),
    ),
  };
}

function resultOf(
  { id, title, points, advice }: Exercise['requirements'][number],
  state: State,
  row: TruthRow,
  exercise: Exercise,
  random: Random,
  padding: number,
): RequirementResult {
  const way = wayOf((row.ways[id] ?? 'crash') as WayKey, title, row.names, random);
  const [reason, evidence] = saidOf(state, way, row.outcome === 'no-app');
  return {
    id,
    title,
    state,
    advice,
    points: { earned: state === 'pass' ? points : 0, possible: state === 'skipped' ? 0 : points },
    reason,
    blockedBy:
      state === 'blocked'
        ? row.outcome === 'no-app'
          ? 'start'
          : (exercise.requirements[5]?.id ?? null)
        : null,
    evidence: padding > 0 && evidence.length === 0 ? padded(random, padding, row, title) : evidence,
    hint: state === 'fail' ? `What to do about it: look at ${title.toLowerCase()}.` : null,
    fragment: null,
    milliseconds: random.whole(1, 400),
  };
}

function saidOf(
  state: State,
  way: ReturnType<typeof wayOf>,
  noApp: boolean,
): [string, RequirementResult['evidence']] {
  switch (state) {
    case 'fail':
      return [way.reason, way.evidence];
    case 'inconclusive':
      return ['Two places could be meant, and neither could be confirmed.', []];
    case 'blocked':
      return [noApp ? 'The app could not be started.' : 'It could not be tried.', []];
    case 'error':
      return ['The grader could not judge this: the engine went away.', []];
    case 'review':
      return ['A person has to read this: the text on the page is drawn by a script.', way.evidence];
    case 'skipped':
      return ['It does not apply.', []];
    case 'pass':
      return ['It works.', []];
  }
}

/** What a real report holds about what works. */
function padded(
  random: Random,
  kilobytes: number,
  { names }: TruthRow,
  title: string,
): RequirementResult['evidence'] {
  const [one] = wayOf('not-shown', title, names, random).evidence;
  if (one === undefined || one.exchange === null) return [];
  const body = Array.from({ length: Math.ceil((kilobytes * 1024) / 13) }, () => random.word()).join(' ');
  return [{ ...one, ok: true, exchange: { ...one.exchange, responseBody: body } }];
}
