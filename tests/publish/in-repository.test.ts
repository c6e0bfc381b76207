import { expect, test } from 'vitest';
import { inRepository } from '../../src/publish/in-repository.ts';
import { annotations } from '../../src/report/annotations.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport({ create: 'fail' });

test('a graded subfolder is part of the paths that GitHub shows', () => {
  const moved = inRepository(report, 'a'.repeat(40), 'course/backend');
  expect(annotations(moved).map((one) => one.file)).toEqual(['course/backend/shelf/views.py']);
  expect(moved.repository.commit).toBe('a'.repeat(40));
});

test('the root of the repository adds nothing', () => {
  expect(annotations(inRepository(report, 'a'.repeat(40), '')).map((one) => one.file)).toEqual([
    'shelf/views.py',
  ]);
});
