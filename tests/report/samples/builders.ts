/** Small builders: a sample says only what it is about. */
import type { Binding, Evidence, Exchange, Report, RequirementResult } from '../../../src/report/schema.ts';

export function reportOf(changes: Partial<Report>): Report {
  const requirements = changes.requirements ?? [];
  const counted = requirements.filter((r) => !r.advice && r.state !== 'skipped');
  const judged = counted.filter((r) => r.state === 'pass' || r.state === 'fail' || r.state === 'blocked');
  const sum = (some: RequirementResult[], of: 'earned' | 'possible') =>
    some.reduce((n, r) => n + r.points[of], 0);
  return {
    schemaVersion: 1,
    milepost: { version: '0.1.0' },
    exercise: {
      id: 'item-api',
      title: 'Item API',
      specDigest: 'c0ffee'.padEnd(64, '0'),
      graders: null,
      chosen: 'Exercise item-api was named in .milepost.yml.',
    },
    repository: { project: '.', commit: '3f1c9a7be2d04c5f8a1b6e7d9c0f2a3b4c5d6e7f' },
    engine: 'docker',
    notIsolated: [],
    seed: 20261,
    startedAt: '2026-11-21T23:04:05.000Z',
    outcome: 'completed',
    problem: null,
    score: {
      earned: sum(counted, 'earned'),
      judged: sum(judged, 'possible'),
      possible: sum(counted, 'possible'),
    },
    timings: { repository: 84, prepare: 2_910, boot: 1_740, bind: 620, checks: 6_230, total: 11_584 },
    remedies: [],
    notes: [],
    binding: [],
    ...changes,
    requirements,
  };
}

export function requirement(
  id: string,
  title: string,
  changes: Partial<RequirementResult> = {},
): RequirementResult {
  return {
    id,
    title,
    state: 'pass',
    advice: false,
    points: { earned: 0, possible: 2 },
    reason: 'It works as expected.',
    blockedBy: null,
    evidence: [],
    hint: null,
    fragment: null,
    milliseconds: 120,
    ...changes,
  };
}

export function passed(
  id: string,
  title: string,
  reason: string,
  possible = 2,
  evidence: Evidence[] = [],
): RequirementResult {
  return requirement(id, title, { reason, points: { earned: possible, possible }, evidence });
}

export function seen(summary: string, changes: Partial<Evidence> = {}): Evidence {
  return {
    summary,
    ok: true,
    source: 'observed',
    expected: null,
    actual: null,
    exchange: null,
    place: null,
    exception: null,
    table: null,
    reproduce: null,
    ...changes,
  };
}

export function exchange(
  as: string,
  method: string,
  url: string,
  status: number | null,
  changes: Partial<Exchange> = {},
): Exchange {
  return {
    as,
    method,
    url,
    requestHeaders: {},
    requestBody: null,
    status,
    responseHeaders: { 'Content-Type': 'application/json', Server: 'WSGIServer/0.2' },
    responseBody: null,
    failure: null,
    milliseconds: 14,
    ...changes,
  };
}

export function bound(
  role: string,
  target: string | null,
  reasons: string[],
  changes: Partial<Binding> = {},
): Binding {
  return { role, target, confirmed: target !== null, reasons, place: null, ...changes };
}
