import { expect, test } from 'vitest';
import { isExplained, suppressionAt } from '../../src/tools/nosec.ts';

const RULE = ['B602', 'subprocess_popen_with_shell_equals_true'];
const judged = (...lines: string[]) => {
  const found = suppressionAt(lines, [lines.length], RULE);
  return found === null ? 'none' : isExplained(found) ? found.reason : 'unexplained';
};

test.each([
  ['call(x, shell=True)', 'none'],
  ['call(x, shell=True)  # nosec', 'unexplained'],
  ['call(x, shell=True)  # nosec - the command is a constant', 'unexplained'],
  ['call(x, shell=True)  # nosec B602', 'unexplained'],
  ['call(x, shell=True)  # nosec: B602, B607', 'unexplained'],
  ['call(x, shell=True)  # nosec B602 ok', 'unexplained'],
  ['call(x, shell=True)  # nosec B602 - the command is a constant', 'the command is a constant'],
  ['call(x, shell=True)  # nosec: B602  # constant text', 'constant text'],
  [
    'call(x, shell=True)  #nosec subprocess_popen_with_shell_equals_true: constant command',
    'constant command',
  ],
  ['call(x, shell=True)  # nosec B301 - data of ours', 'none'],
])('%s → %s', (line, expected) => {
  expect(judged(line)).toBe(expected);
});

test('the reason may stand in a comment of its own above', () => {
  expect(judged('# the command is a constant', 'call(x, shell=True)  # nosec B602')).toBe(
    'the command is a constant',
  );
  expect(judged('x = 1  # the command is a constant', 'call(x, shell=True)  # nosec B602')).toBe(
    'unexplained',
  );
});
