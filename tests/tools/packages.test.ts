import { expect, test } from 'vitest';
import { allowsSupported, endedOn, supportedSeries } from '../../src/tools/django-support.ts';
import { allows, packagesOf } from '../../src/tools/packages.ts';

const outcome = (installed: Record<string, string>) => ({
  ok: true,
  python: '3.12',
  interpreter: '/deps/venv/bin/python',
  installed,
  changes: [],
  reused: false,
  problem: null,
  log: '',
});

test('pinned versions are those of the learner, others those that were installed; what the grader added is left out', () => {
  const plan = {
    pythons: ['3.12'],
    requirements: ['Django==3.2.10', 'djangorestframework>=3.15,<4', 'Pillow ; python_version > "3"'],
    extra: ['setuptools<81', 'psycopg2-binary'],
    excludeNewer: null,
  };
  const installed = {
    django: '3.2.25',
    djangorestframework: '3.15.2',
    pillow: '11.0.0',
    asgiref: '3.8.1',
    setuptools: '80.9.0',
    'psycopg2-binary': '2.9.10',
    pip: '25.0',
  };
  expect(packagesOf({ plan, outcome: outcome(installed) })).toEqual([
    { name: 'django', version: '3.2.10', declared: true, specifier: '==3.2.10', dated: false },
    { name: 'djangorestframework', version: '3.15.2', declared: true, specifier: '>=3.15,<4', dated: false },
    { name: 'pillow', version: '11.0.0', declared: true, specifier: '', dated: false },
    { name: 'asgiref', version: '3.8.1', declared: false, specifier: '', dated: false },
  ]);
});

test('where nothing is pinned, the versions are those of the day of the commit', () => {
  const plan = { pythons: [], requirements: ['django'], extra: [], excludeNewer: '2022-01-01T00:00:00Z' };
  expect(packagesOf({ plan, outcome: outcome({ django: '4.0' }) })).toEqual([
    { name: 'django', version: '4.0', declared: true, specifier: '', dated: true },
  ]);
});

test.each([
  ['', '9.9', true],
  ['==4.2.*', '4.2.16', true],
  ['==4.2.*', '4.20', false],
  ['>=4.2,<5', '4.2.16', true],
  ['>=4.2,<5', '5.0', false],
  ['~=4.2.1', '4.2.16', true],
  ['~=4.2.1', '4.3', false],
  ['~=4.2', '4.9', true],
  ['!=4.2.16', '4.2.16', false],
  ['==4.2', '4.2.0', true],
  ['<=3.2.13', '3.2.13', true],
  ['>3.2.13', '3.2.13', false],
])('"%s" and %s: %s', (specifier, version, expected) => {
  expect(allows(specifier, version)).toBe(expected);
});

test('support of Django', () => {
  const today = new Date('2026-11-21T12:00:00Z');
  expect(endedOn('3.2.25', today)).toBe('2024-04-01');
  expect(endedOn('4.2.30', today)).toBe('2026-04-30');
  expect(endedOn('4.2.30', new Date('2026-04-30T12:00:00Z'))).toBe(null);
  expect(endedOn('5.2.1', today)).toBe(null);
  expect(endedOn('1.4', today)).toBe('2018-04-01');
  expect(endedOn('9.0', today)).toBe(null);
  expect(supportedSeries(today)).toBe('5.2, 6.0 and 6.1');
  expect(allowsSupported('', today)).toBe(true);
  expect(allowsSupported('>=4.2,<5.0', today)).toBe(false);
});
