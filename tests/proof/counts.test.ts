import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countApps, countTests, oneOf } from '../../scripts/proof/counts.ts';

test('a skipped test and a file that could not be loaded count as failed', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'counts-')), 'vitest.json');
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];
  const numbers = { numPassedTests: 9, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, testResults };
  await writeFile(file, JSON.stringify(numbers));
  expect(await countTests(file)).toEqual({ passed: 9, failed: 4 });
  expect(await countTests('/no/such/file')).toEqual({ passed: 0, failed: 1 });
});

test('the closing line of the kill matrix is counted, and its absence is a failure', async () => {
  expect(await countApps('…\n7 of 9 apps are graded as they must be (2 …). 3 s\n')).toEqual({
    passed: 7,
    failed: 2,
  });
  expect(await countApps('it crashed')).toEqual({ passed: 0, failed: 1 });
});

test('a step that fails never counts as passed', () => {
  expect(oneOf(false, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 });
  expect(oneOf(false, { passed: 9, failed: 2 })).toEqual({ passed: 9, failed: 2 });
  expect(oneOf(false, null)).toEqual({ passed: 0, failed: 1 });
  expect(oneOf(true, null)).toEqual({ passed: 1, failed: 0 });
});
