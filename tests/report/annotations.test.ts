import { expect, test } from 'vitest';
import { annotations } from '../../src/report/annotations.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement, seen } from './samples/builders.ts';

test("each stands on the learner's line, failures before what is less sure", () => {
  expect(
    annotations(samples.mixed).map(({ level, file, line, title }) => `${level} ${file}:${line} ${title}`),
  ).toEqual([
    'error items/views.py:63 Validation',
    'error items/views.py:41 Ownership',
    'error config/settings.py:88 Rate limit',
  ]);
});

test('it says what was seen, what was expected and what to do', () => {
  expect(annotations(samples.mixed)[0]?.message).toBe(
    [
      'An item without a title was sent.',
      "KeyError: 'title'",
      'Expected: 400 with a reason',
      'Got: 500',
      "What to do: Use `.get('title')` or a serializer, and answer 400 with a reason.",
    ].join('\n'),
  );
});

test('the line that keeps the app from starting is one', () => {
  expect(annotations(samples['no-app'])).toMatchObject([
    { level: 'error', file: 'items/models.py', line: 14, title: 'The app did not start' },
  ]);
});

test('at most ten of each level, what to fix first at the top', () => {
  const many = annotations(samples.forty);
  expect(many).toHaveLength(10);
  expect(many[0]?.title).toBe('Requirement 3');
  const levels = reportOf({
    requirements: (['fail', 'inconclusive', 'fail'] as const).flatMap((state, kind) =>
      Array.from({ length: 15 }, (_, i) =>
        requirement(`${kind}-${i}`, `${kind}-${i}`, {
          state,
          advice: kind === 2,
          evidence: [seen('x', { ok: false, place: { file: 'a.py', line: i + 1, code: null } })],
        }),
      ),
    ),
  });
  const byLevel = annotations(levels).map(({ level }) => level);
  expect(byLevel).toEqual([
    ...Array(10).fill('error'),
    ...Array(10).fill('warning'),
    ...Array(10).fill('notice'),
  ]);
});

test('one line is not marked twice for the same requirement', () => {
  const place = { file: 'a.py', line: 1, code: null };
  const twice = requirement('a', 'A', {
    state: 'fail',
    evidence: [seen('first', { ok: false, place }), seen('second', { ok: false, place })],
  });
  expect(annotations(reportOf({ requirements: [twice] }))).toMatchObject([{ message: 'first' }]);
});

test('hostile places are left out, and hostile text is harmless', () => {
  for (const { file, title, message } of annotations(samples.hostile)) {
    expect(file).not.toMatch(/\.\.|^\/|\n/);
    expect(`${title}\n${message}`).not.toMatch(/^\s*::|##\[|[^\P{C}\n]/mu);
    expect(message.length).toBeLessThan(4_096);
    expect(title.length).toBeLessThan(256);
  }
  expect(annotations(samples.hostile).length).toBeGreaterThan(5);
});
