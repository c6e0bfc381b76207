import { expect, test } from 'vitest';
import { seriesFits, specifierOf } from '../../src/prepare/pep440.ts';

test.each([
  ['*', ''],
  ['^4.1.2', '>=4.1.2,<5'],
  ['^0.4.1', '>=0.4.1,<0.5'],
  ['^0.0.3', '>=0.0.3,<0.0.4'],
  ['~4.1', '>=4.1,<4.2'],
  ['~4', '>=4,<5'],
  ['4.1', '==4.1'],
  ['=4.1', '==4.1'],
  ['>=4.1,<5', '>=4.1,<5'],
  ['^3.8 || ^3.9', '>=3.9,<4'],
  ['main', null],
])('%s', (written, expected) => {
  expect(specifierOf(written)).toBe(expected);
});

test.each([
  ['4.2', '==4.2.1', true],
  ['4.1', '==4.2.1', false],
  ['4.0', '==4', true],
  ['4.2', '==4.*', true],
  ['4.2', '==4.2.*', true],
  ['4.2', '~=4.1', true],
  ['4.2', '~=4.1.0', false],
  ['4.2', '>=4.2.7', true],
  ['4.2', '<4.2', false],
  ['4.2', '<4.2.5', true],
  ['4.2', '<=4.2', true],
  ['4.10', '>=4.9', true],
  ['4.2', '', true],
])('a release of %s meets %j: %s', (series, specifier, expected) => {
  expect(seriesFits(series, specifier)).toBe(expected);
});
