/** The queue of `cohort grade`: who waits for whom, how many at once, how long it will take. */
import { expect, test } from 'vitest';
import { sameWorkflow } from '../../src/cohort/collect/workflow-trust.ts';
import { firstOfKind } from '../../src/cohort/grade/dependencies.ts';
import { inWords, remaining, usualJobs } from '../../src/cohort/grade/jobs.ts';
import { ACTION, workflow } from './hub-of-learners.ts';

test('the first of each kind installs alone; others of the kind wait for that only', async () => {
  const kinds = firstOfKind();
  const order: string[] = [];
  const enter = async (name: string, key: string | null) => {
    const { installed } = await kinds.enter(key);
    order.push(name);
    return installed;
  };
  const first = await enter('first', 'a');
  const second = enter('second', 'a');
  const third = enter('third', 'a');
  await enter('other', 'b');
  await enter('unknown', null);
  await enter('unknown, too', null);
  expect(order).toEqual(['first', 'other', 'unknown', 'unknown, too']);
  first();
  first();
  await Promise.all([second, third]);
  await enter('late', 'a');
  expect(order.slice(4)).toEqual(['second', 'third', 'late']);
});

test('as many at once as there are processors and memory for, and one at least', () => {
  const GB = 2 ** 30;
  expect(usualJobs(2, 8 * GB)).toBe(2);
  expect(usualJobs(16, 8 * GB)).toBe(5);
  expect(usualJobs(1, 0.5 * GB)).toBe(1);
});

test('the estimate is of the later half, since the first ones install what the others find', () => {
  expect(remaining([], 10, 2)).toBeNull();
  expect(remaining([60_000, 10_000], 10, 2)).toBe(50_000);
  expect(remaining([10_000], 1, 4)).toBe(10_000);
  expect([inWords(4_400), inWords(300_000), inWords(7_200_000)]).toEqual(['4 s', '5 min', '2.0 h']);
});

test.each<[string, (text: string) => string, boolean]>([
  ['as it is', (text) => text, true],
  ['Windows line ends and comments', (text) => `# mine\r\n${text.replaceAll('\n', '\r\n')}`, true],
  ['another action', (text) => text.replace(ACTION, 'mallory/milepost@v1'), false],
  ['another version of the action', (text) => text.replace('@v1', '@main'), false],
  ['another exercise', (text) => text.replace('exercise: shelf-api', 'exercise: other'), false],
  ['a further step', (text) => text.replace('    steps:\n', '    steps:\n      - run: echo\n'), false],
  [
    'a further job',
    (text) => `${text}  more:\n    runs-on: ubuntu-latest\n    steps: [{ run: echo }]\n`,
    false,
  ],
  ['another machine', (text) => text.replace('ubuntu-latest', 'self-hosted'), false],
  [
    'one more input',
    (text) => text.replace('exercise: shelf-api', 'exercise: shelf-api\n          only: list'),
    false,
  ],
  ['the same key twice', (text) => `${text}jobs: {}\n`, false],
  ['aliases without end', () => 'a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n', false],
  ['no YAML', () => '{', false],
  ['something huge', (text) => text + '#'.repeat(70_000), false],
])('is it the workflow that was handed out? %s', (_, change, expected) => {
  expect(sameWorkflow(change(workflow), 'shelf-api', { action: ACTION, own: null })).toBe(expected);
});

test('a mentor’s own workflow takes the place of the template', () => {
  const own = 'on: push\njobs: {}\n';
  expect(sameWorkflow('jobs: {}\non: push # always\n', 'shelf-api', { action: ACTION, own })).toBe(false);
  expect(sameWorkflow('on: push # always\njobs: {}\n', 'shelf-api', { action: ACTION, own })).toBe(true);
  expect(sameWorkflow(workflow, 'shelf-api', { action: ACTION, own })).toBe(false);
});
