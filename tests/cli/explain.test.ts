/** `exercises` and `explain`, on the small spec of the tests. */
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { explainExercise, explainOne, renderExercise } from '../../src/cli/exercises.ts';
import { pageOf } from '../../src/report/terminal-page.ts';
import { UsageProblem } from '../../src/run/options.ts';
import { loadFile } from '../../src/spec/load.ts';

const { spec } = await loadFile('tests/spec/valid.yml');
const page = pageOf(80, false);

test('exercises: id, title, requirements, points', () => {
  expect(renderExercise(spec, page)).toEqual([
    'library: A library with books',
    'A test. 3 requirements, 25 points.',
    '  model       5  A book has a name',
    '  add        10  A book can be added',
    '  read       10  A book is shown to its owner',
    '',
  ]);
});

test('explain EXERCISE: every requirement, and where to read more', () => {
  const lines = explainExercise(spec, page);
  expect(lines.filter((line) => /^\w+: /.test(line))).toEqual([
    'library: A library with books',
    'model: A book has a name (5 points)',
    'add: A book can be added (10 points)',
    'read: A book is shown to its owner (10 points)',
  ]);
  expect(lines.at(-1)).toBe('explain library REQUIREMENT also shows what to do when it does not pass.');
});

test('explain EXERCISE REQUIREMENT: checks, wrong ways and hints', () => {
  const wrong = {
    ...spec,
    requirements: spec.requirements.map((one) => ({ ...one, 'wrong-ways': ['takes all'] })),
  };
  expect(explainOne(wrong, 'add', page)).toEqual([
    'add: A book can be added (10 points)',
    '  What is checked',
    '    - Call register as anonymous',
    '        - the status is 201',
    '        - the account exists afterwards',
    '    - Call book.create as alice',
    '        - the status is from 400 to 499',
    '  Usual wrong ways',
    '    - takes all',
    '  What to do when it does not pass',
    '    - Check the input before you save it.',
  ]);
});

test('advice is called advice', () => {
  const advice = {
    ...spec,
    requirements: spec.requirements.map((one) => ({ ...one, points: undefined, advice: true as const })),
  };
  expect(renderExercise(advice, page)[2]).toBe('  model  advice  A book has a name');
  expect(explainOne(advice, 'model', page)[0]).toBe('model: A book has a name (advice, never counted)');
});

test('a requirement that is not there: the nearest one', () => {
  expect(() => explainOne(spec, 'modle', page)).toThrow(
    new UsageProblem([
      '"modle" is not a requirement of library. Did you mean "model"?',
      'There are: model, add, read.',
    ]),
  );
});

test('long lines are wrapped under their bullet, and colour changes no text', () => {
  const narrow = explainExercise(spec, pageOf(40, false));
  expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(40);
  const coloured = explainExercise(spec, pageOf(40, true));
  expect(coloured.map(stripVTControlCharacters)).toEqual(narrow);
});
