import { expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { samples } from './samples/all.ts';

test.each(Object.entries(samples))('%s comes back as it was', (_, report) => {
  expect(reportSchema.parse(JSON.parse(renderJson(report)))).toEqual(report);
});

test('the order of keys does not depend on how the report was made', () => {
  const shuffled = Object.fromEntries(Object.entries(samples.mixed).toReversed());
  expect(renderJson(reportSchema.parse(shuffled))).toBe(renderJson(samples.mixed));
  expect(renderJson({ ...shuffled } as typeof samples.mixed)).toBe(renderJson(samples.mixed));
});

test('it ends with a new line and can be printed in a workflow log', () => {
  const text = renderJson(samples.hostile);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).not.toMatch(/^\s*::|##\[|[^\P{C}\n]/mu);
});

test('a report that breaks its own schema is not written', () => {
  expect(() => renderJson({ ...samples.mixed, seed: 1.5 })).toThrow(/seed/);
});
