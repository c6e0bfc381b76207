import { bound, exchange, passed, reportOf, requirement, seen } from './builders.ts';

/** An error text longer than a comment may be. */
export const hugeError = reportOf({
  requirements: [
    requirement('create', 'Create', {
      state: 'fail',
      reason: `The app answered 500: ${'x'.repeat(70_000)}`,
      hint: 'Look at the last line of the traceback.',
      evidence: [
        seen('The app crashed.', {
          ok: false,
          exception: `ValueError: ${'`|'.repeat(35_000)}`,
          exchange: exchange('alice', 'POST', `/api/items/?q=${'y'.repeat(70_000)}`, 500, {
            responseBody: `${'<p>\n'.repeat(17_500)}`,
            responseHeaders: { Location: 'z'.repeat(70_000) },
          }),
        }),
      ],
    }),
    passed('list', 'List', 'The list shows every item of the user.'),
  ],
  problem: null,
});

const evidence = (n: number, ok: boolean) =>
  seen(
    `Observation ${n}: the answer was looked at closely, and it was ${ok ? 'as it should be' : 'not as it should be'}.`,
    {
      ok,
      expected: '404',
      actual: '200',
      place: { file: `items/views_${n}.py`, line: n + 1, code: '    return Response(serializer.data)' },
      exchange: exchange('bob', 'GET', `/api/items/${n}/`, 200, {
        responseBody: JSON.stringify({ id: n, text: 'lorem ipsum '.repeat(80) }),
      }),
      reproduce: `curl -i http://127.0.0.1:8000/api/items/${n}/`,
    },
  );

/** Forty requirements with a lot of evidence each: more than a comment can hold. */
export const forty = reportOf({
  requirements: Array.from({ length: 40 }, (_, i) =>
    i % 3 === 0
      ? requirement(`r${i}`, `Requirement ${i}`, {
          state: 'fail',
          points: { earned: 0, possible: 1 + (i % 4) },
          reason: `Operation ${i} is open to everybody.`,
          hint: `Close operation ${i}.`,
          evidence: [evidence(i, false), evidence(i + 100, false), evidence(i + 200, true)],
        })
      : passed(`r${i}`, `Requirement ${i}`, `Operation ${i} works.`, 2, [
          evidence(i, true),
          evidence(i + 100, true),
        ]),
  ),
  binding: Array.from({ length: 60 }, (_, i) =>
    bound(`item.operation${i}`, `GET /api/v1/items/operation-${i}/{id}/`, [
      'the view serves the model `Item`',
      'the name fits',
      'a marker came back',
    ]),
  ),
});
