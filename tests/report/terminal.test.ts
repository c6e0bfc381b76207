import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import { samples } from './samples/all.ts';

/** Commands and fragments stay as they are, so that they can be copied. */
const copied = /^(curl |item-api:|milepost )|^Again: |^ {2,}(routes:|#|item\.)/;

describe.each(Object.entries(samples))('%s on a terminal', (name, report) => {
  test.each([40, 60, 100, 120])('keeps to %d columns', (width) => {
    if (name === 'hostile') return expectHarmless(renderTerminal(report, { colour: false, width }));
    const wide = renderTerminal(report, { colour: false, width })
      .split('\n')
      .filter((line) => stringWidth(line) > width && !copied.test(line));
    expect(wide).toEqual([]);
  });

  test('is harmless', () => {
    expectHarmless(renderTerminal(report, { colour: false, width: 100 }));
  });

  test('has colours only when asked to, and says the same with them', () => {
    const plain = renderTerminal(report, { colour: false, width: 100 });
    const coloured = renderTerminal(report, { colour: true, width: 100 });
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(coloured).not.toBe(plain);
    const codes = coloured
      .split('\u001b[')
      .slice(1)
      .map((part) => part.slice(0, part.indexOf('m')));
    expect(codes.filter((code) => !['1', '2', '22', '31', '32', '33', '39'].includes(code))).toEqual([]);
  });
});

function expectHarmless(text: string): void {
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  expect(text).not.toMatch(/^\s*::|##\[/m);
}

test('a workflow command does not come together again where a line is broken', () => {
  const requirements = samples.mixed.requirements.map((r) => ({
    ...r,
    reason: `${'word '.repeat(10)}::error::owned`,
    hint: `${'x'.repeat(26)} ::add-mask::a`,
  }));
  for (let width = 40; width <= 120; width += 1)
    expectHarmless(renderTerminal({ ...samples.mixed, requirements }, { colour: false, width }));
});

test('the order is: score, what to fix first, a line for each requirement, evidence, the app', () => {
  const text = renderTerminal(samples.mixed, { colour: false, width: 100 });
  const order = [
    '✗ Item API: 12 of 30 points',
    'Fix this first: Retrieve',
    '✓ Passed             2 / 2  Item model',
    '? Retrieve: Could not tell',
    '✗ Ownership: Failed',
    'What the grader had to supply',
    'What was found in your app',
    'Took 11.6 s',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
