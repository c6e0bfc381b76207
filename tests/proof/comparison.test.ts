import { expect, test } from 'vitest';
import { agreementTable, compare } from '../../scripts/proof/comparison.ts';
import type { Labelled } from '../../scripts/proof/labels.ts';
import type { Report, RequirementResult, State } from '../../src/report/schema.ts';
import { fullPass } from '../report/samples/full-pass.ts';

const verdicts = { a: 'pass', b: 'pass', c: 'fail', d: 'pass', e: 'fail', f: 'unclear', g: 'pass' } as const;
const labelled: Labelled = {
  repo: 'owner/name',
  commit: '0123456',
  exercise: 'x',
  labels: Object.fromEntries(
    Object.entries(verdicts).map(([id, verdict]) => [id, { verdict, evidence: `views.py of ${id}` }]),
  ),
};
const states: Record<string, State> = { a: 'pass', b: 'fail', c: 'pass', d: 'blocked', e: 'fail', f: 'pass' };
const report: Report = {
  ...fullPass,
  requirements: Object.entries(states).map(([id, state]) => ({
    ...(fullPass.requirements[0] as RequirementResult),
    id,
    state,
    evidence: [],
  })),
};

test('each label is compared; what a reader could not tell is left out', () => {
  const outcomes = compare(labelled, report, '').map((one) => [one.requirement, one.outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    a: 'agree',
    b: 'false fail',
    c: 'false pass',
    d: 'cannot tell',
    e: 'agree',
    g: 'cannot tell',
  });
});

test('a repository that was not graded stays in the denominator', () => {
  const all = compare(labelled, null, 'no folder');
  expect(all).toHaveLength(6);
  expect(all.every((one) => one.outcome === 'cannot tell' && one.ours === 'no folder')).toBe(true);
});

test('the table counts in total and per requirement', () => {
  const [, total, a] = agreementTable(compare(labelled, report, '')).split('\n');
  expect(total?.trim().split(/\s{2,}/)).toEqual(['total', '6', '33.3 %', '2', '1', '1', '2']);
  expect(a?.trim().split(/\s{2,}/)).toEqual(['a', '1', '100.0 %', '1', '0', '0', '0']);
});
