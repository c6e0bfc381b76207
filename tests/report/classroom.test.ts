/** What Classroom 50's published schema asks for, key by key, and what its collector checks beyond. */
import { expect, test } from 'vitest';
import { renderClassroom } from '../../src/report/classroom.ts';
import { samples } from './samples/all.ts';
import { passed, reportOf, requirement } from './samples/builders.ts';

/** As its runner sets them for an autograder. */
const variables = {
  CLASSROOM: 'backend',
  ASSIGNMENT: 'item-api',
  ASSIGNMENT_TYPE: 'individual',
  OWNER: 'ada',
  USERNAME: 'ada',
  SUBMISSION_TAG: 'submit/2026-11-21T23-00-00Z-3f1c9a7',
  COMMIT_URL: 'https://github.com/school/backend-item-api-ada/commit/3f1c9a7',
  RELEASE_URL: 'https://github.com/school/backend-item-api-ada/releases/tag/submit%2Fx',
  REVIEW_URL: 'https://github.com/school/backend-item-api-ada/compare/1...2',
};

test('the whole result', () => {
  const report = reportOf({
    requirements: [
      passed('list', 'List', 'It works.', 2.5),
      requirement('own', 'Ownership', { state: 'fail', points: { earned: 1.5, possible: 4 }, reason: 'No.' }),
      requirement('live', 'Live', { state: 'skipped', points: { earned: 0, possible: 0 } }),
      requirement('docs', 'Docs', { advice: true, state: 'fail', points: { earned: 0, possible: 0 } }),
    ],
  });
  expect(read(renderClassroom(report, { variables }))).toEqual({
    schema: 'classroom50/result/v1',
    classroom: 'backend',
    assignment: 'item-api',
    assignment_type: 'individual',
    owner: 'ada',
    submission: variables.SUBMISSION_TAG,
    commit: variables.COMMIT_URL,
    release: variables.RELEASE_URL,
    review: variables.REVIEW_URL,
    datetime: '2026-11-21T23:04:05Z',
    graded_at: '2026-11-21T23:04:05Z',
    score: 4,
    'max-score': 7,
    tests: [
      { 'test-name': 'List', passed: true, score: 3, 'max-score': 3, state: 'pass', message: 'It works.' },
      { 'test-name': 'Ownership', passed: false, score: 1, 'max-score': 4, state: 'fail', message: 'No.' },
    ],
  });
});

test.each(Object.entries(samples))('%s keeps the rules of the collector', (_, report) => {
  const result = read(renderClassroom(report, { variables }));
  for (const one of [result, ...result.tests]) {
    expect(Number.isInteger(one.score) && Number.isInteger(one['max-score'])).toBe(true);
    expect(one.score).toBeGreaterThanOrEqual(0);
    expect(one.score).toBeLessThanOrEqual(one['max-score']);
  }
  for (const one of result.tests) expect(one['test-name']).not.toBe('');
});

test('without a link to compare, the commit is what a teacher looks at', () => {
  const result = read(renderClassroom(samples.mixed, { variables: { ...variables, REVIEW_URL: undefined } }));
  expect(result.review).toBe(variables.COMMIT_URL);
});

test.each(['CLASSROOM', 'ASSIGNMENT', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'])(
  'where %s is not set, nobody reads the result, and there is none',
  (name) => {
    expect(renderClassroom(samples.mixed, { variables: { ...variables, [name]: '' } })).toBeNull();
  },
);

const read = (text: string | null) => JSON.parse(text ?? 'null');
