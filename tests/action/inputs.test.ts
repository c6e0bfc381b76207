import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { InputError, inputs, parseInputs } from '../../src/action/inputs.ts';
import { publishInputs } from '../../src/action/publish-run.ts';
import { outputs } from '../../src/publish/outputs.ts';
import { ROOT } from './runner.ts';

const manual = readFileSync(join(ROOT, 'docs/action.md'), 'utf8');
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

test('nothing given: the defaults of the table', () => {
  expect(parseInputs({})).toEqual({
    exercise: undefined,
    path: '.',
    engine: 'auto',
    only: [],
    seed: undefined,
    'fail-on': 'fail',
    'report-dir': '',
    comment: true,
    check: true,
    token: '',
  });
});

test('everything given', () => {
  const given = {
    INPUT_EXERCISE: ' shelf-api ',
    INPUT_PATH: 'backend',
    INPUT_ENGINE: 'process',
    INPUT_ONLY: 'list, create\nremove',
    INPUT_SEED: '42',
    'INPUT_FAIL-ON': 'error',
    'INPUT_REPORT-DIR': 'out',
    INPUT_COMMENT: 'false',
    INPUT_CHECK: 'false',
    INPUT_TOKEN: 'secret',
  };
  expect(parseInputs(given)).toEqual({
    exercise: 'shelf-api',
    path: 'backend',
    engine: 'process',
    only: ['list', 'create', 'remove'],
    seed: 42,
    'fail-on': 'error',
    'report-dir': 'out',
    comment: false,
    check: false,
    token: 'secret',
  });
});

test.each([
  [
    'ENGINE',
    'dokcer',
    'Input `engine` must be one of auto, docker, process, but "dokcer" was found. Did you mean `docker`?',
  ],
  ['COMMENT', 'yes', 'Input `comment` must be one of true, false, but "yes" was found.'],
  ['FAIL-ON', 'never', 'Input `fail-on` must be one of fail, error, but "never" was found.'],
  ['SEED', '-1', 'Input `seed` must be a whole number with at most nine digits.'],
])('%s: %s is refused with a sentence', (name, value, sentence) => {
  expect(() => parseInputs({ [`INPUT_${name}`]: value })).toThrow(new InputError(sentence));
});

test('action.yml has exactly these inputs and outputs', () => {
  const described = Object.entries(inputs).map(([name, input]) => [name, { ...input, required: false }]);
  expect(action.inputs).toEqual(Object.fromEntries(described));
  const results = Object.entries(outputs).map(([name, { description }]) => [name, { description }]);
  expect(action.outputs).toEqual(Object.fromEntries(results));
});

test('publish/action.yml has exactly its inputs', () => {
  const publish = parse(readFileSync(join(ROOT, 'publish/action.yml'), 'utf8'));
  const described = Object.entries(publishInputs).map(([name, input]) => [
    name,
    { ...input, required: false },
  ]);
  expect(publish.inputs).toEqual(Object.fromEntries(described));
  expect(publish.outputs).toEqual({ 'comment-url': action.outputs['comment-url'] });
  expect(publish.runs).toEqual({ using: action.runs.using, main: '../dist/publish-fork.js' });
});

test('the manual has exactly these inputs and outputs', () => {
  const rows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value === '' ? '' : `\`${value}\``,
  ]);
  expect(tableBelow('## Inputs')).toEqual(rows);
  expect(tableBelow('## Outputs')).toEqual(
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
});

function tableBelow(heading: string): string[][] {
  const section = manual.slice(manual.indexOf(`${heading}\n`) + heading.length).split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
