import { expect, test } from 'vitest';
import { decisionsSchema } from '../../../src/cohort/model.ts';
import { decisionsFile, mergeDecisions } from '../../../src/cohort/page/decisions-file.ts';

const decision = {
  learner: 'ana',
  exercise: 'shelf-api',
  requirement: 'read',
  commit: 'c0ffee',
  state: 'pass' as const,
  by: 'Mia',
  at: '2026-11-21T20:00:00.000Z',
  note: '',
};

test('the newest decision about the same commit counts; those about other commits stay', () => {
  const earlier = { ...decision, commit: 'bad' };
  const changed = { ...decision, state: 'fail' as const, at: '2026-11-21T21:00:00.000Z' };
  expect(mergeDecisions([earlier, decision], [changed])).toEqual([earlier, changed]);
  expect(mergeDecisions([earlier, changed], [decision])).toEqual([earlier, changed]);
});

test('the file is one that the cohort reads', () => {
  const file = decisionsFile([decision], [{ ...decision, requirement: 'write', points: 1.5 }]);
  expect(decisionsSchema.parse(JSON.parse(file))).toEqual([
    decision,
    { ...decision, requirement: 'write', points: 1.5 },
  ]);
});
