/** Reports to publish, made from a few states. */
import {
  type Evidence,
  type Report,
  type RequirementResult,
  reportSchema,
  type State,
} from '../../src/report/schema.ts';

export function sampleReport(states: Record<string, State>, changes: Partial<Report> = {}): Report {
  const requirements = Object.entries(states).map(([id, state]) => requirement(id, state));
  const sum = (of: (one: RequirementResult) => number) =>
    requirements.reduce((total, one) => total + of(one), 0);
  return reportSchema.parse({
    schemaVersion: 1,
    milepost: { version: '0.1.0' },
    exercise: {
      id: 'shelf-api',
      title: 'Shelf API',
      specDigest: 'f'.repeat(64),
      graders: null,
      chosen: 'asked for',
    },
    repository: { project: '.', commit: null },
    engine: 'docker',
    notIsolated: [],
    seed: 7,
    startedAt: '2026-11-01T10:00:00Z',
    outcome: 'completed',
    problem: null,
    score: {
      earned: sum((one) => one.points.earned),
      judged: sum((one) => (['pass', 'fail'].includes(one.state) ? one.points.possible : 0)),
      possible: sum((one) => one.points.possible),
    },
    timings: { total: 1200 },
    remedies: [],
    notes: [],
    binding: [],
    requirements,
    ...changes,
  });
}

function requirement(id: string, state: State): RequirementResult {
  return {
    id,
    title: `Requirement ${id}`,
    state,
    advice: false,
    points: { earned: state === 'pass' ? 2 : 0, possible: 2 },
    reason: `It is ${state}.`,
    blockedBy: null,
    evidence: [evidence({ ok: state === 'pass' })],
    hint: state === 'pass' ? null : 'Look at the view.',
    fragment: null,
    milliseconds: 3,
  };
}

export function evidence(changes: Partial<Evidence>): Evidence {
  return {
    summary: 'The answer was looked at.',
    ok: false,
    source: 'observed',
    expected: null,
    actual: null,
    exchange: null,
    place: { file: 'shelf/views.py', line: 12, code: 'return Response(status=500)' },
    exception: null,
    table: null,
    reproduce: null,
    ...changes,
  };
}
