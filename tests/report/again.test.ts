import { expect, test } from 'vitest';
import { viewOf } from '../../src/report/model.ts';
import { reportOf } from './samples/builders.ts';

const again = (graders: string | null) => {
  const report = reportOf({});
  return viewOf({ ...report, exercise: { ...report.exercise, graders } }).again;
};

test.each([
  [null, 'milepost grade --exercise item-api --seed 20261'],
  ['my-graders', 'milepost grade --exercise item-api --graders my-graders --seed 20261'],
  ["my mentor's", "milepost grade --exercise item-api --graders 'my mentor'\\''s' --seed 20261"],
])('with the folder of exercises %j', (graders, command) => {
  expect(again(graders)).toBe(command);
});
