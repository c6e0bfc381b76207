/** Links that are better not followed. */
import { expect, test } from 'vitest';
import { isEnding } from '../../src/browse/ending.ts';

test.each([
  ['/accounts/logout/', 'Bye', true],
  ['/accounts/log_out/', '', true],
  ['/x/', 'Sign out', true],
  ['/recipe/3/delete/', '', true],
  ['/x/', 'Eliminar', true],
  ['/recipes/', 'All recipes', false],
  ['/login/', 'Log in', false],
])('isEnding %s %s', (path, text, is) => {
  expect(isEnding({ path, text })).toBe(is);
});
