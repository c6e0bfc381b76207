/** The rule of the kill matrix: what it lets pass, and what it does not. */
import { describe, expect, test } from 'vitest';
import { openIn, violationsOf } from '../../scripts/proof/verdict.ts';
import type { Report, RequirementResult, State } from '../../src/report/schema.ts';
import { fullPass } from '../report/samples/full-pass.ts';

function reportWith(states: Record<string, State | [State, string]>): Report {
  const [sample] = fullPass.requirements;
  const requirements = Object.entries(states).map(([id, given]) => {
    const [state, blockedBy] = typeof given === 'string' ? [given, null] : given;
    return {
      ...(sample as RequirementResult),
      id,
      state,
      blockedBy,
      advice: id === 'tip',
      reason: `of ${id}`,
    };
  });
  return { ...fullPass, requirements };
}

const about = (report: Report, breaks: string | null) =>
  violationsOf(report, breaks).map((one) => `${one.requirement} ${one.message}`);

describe('a base', () => {
  test('passes everything; advice does not count', () => {
    expect(about(reportWith({ create: 'pass', list: 'pass', tip: 'fail' }), null)).toEqual([]);
  });

  test.each(['fail', 'blocked', 'inconclusive', 'error', 'skipped', 'review'] as const)(
    '%s is a violation',
    (state) => {
      const found = about(reportWith({ create: 'pass', list: state }), null);
      expect(found).toEqual([`list must pass, but is ${state}: of list`]);
    },
  );
});

describe('what cannot be passed', () => {
  const left = reportWith({ create: 'pass', write: 'review', upload: 'skipped' });

  test('is left open by a base, and by its mutants with it', () => {
    expect(openIn(left, false)).toEqual(['write', 'upload']);
    expect(violationsOf(left, null, { open: openIn(left, false) })).toEqual([]);
    const broken = reportWith({ create: 'fail', write: 'review', upload: 'skipped' });
    expect(violationsOf(broken, 'create', { open: ['write', 'upload'] })).toEqual([]);
    expect(violationsOf(broken, 'create', { open: ['write'] })).toHaveLength(1);
  });

  test('is only what the mentor decides, in the reference', () => {
    expect(openIn(left, true)).toEqual(['write']);
  });
});

test('the same fault may be seen in another way, where the mutant says so', () => {
  const report = reportWith({ create: 'fail', list: 'fail' });
  expect(violationsOf(report, 'create', { also: ['list'] })).toEqual([]);
  expect(violationsOf(report, 'create')).toHaveLength(1);
});

describe('a mutant', () => {
  test('fails what it breaks, and what needs that waits for it', () => {
    expect(about(reportWith({ create: 'fail', list: ['blocked', 'create'], jwt: 'pass' }), 'create')).toEqual(
      [],
    );
  });

  test.each(['pass', 'blocked', 'inconclusive', 'error'] as const)(
    'that is %s instead of failed lives',
    (state) => {
      const found = about(reportWith({ create: state, list: 'pass' }), 'create');
      expect(found).toEqual([`create must fail, but is ${state}: of create`]);
    },
  );

  test('must not hurt anything else', () => {
    expect(about(reportWith({ create: 'fail', list: 'fail' }), 'create')).toHaveLength(1);
    expect(about(reportWith({ create: 'fail', list: ['blocked', 'start'] }), 'create')).toHaveLength(1);
    expect(about(reportWith({ create: 'fail', list: 'inconclusive' }), 'create')).toHaveLength(1);
  });

  test('of a requirement that does not exist, or that is only advice, is a violation', () => {
    expect(about(reportWith({ create: 'pass' }), 'creat')).toEqual([
      'creat is no counted requirement of this exercise',
    ]);
    expect(about(reportWith({ create: 'pass', tip: 'fail' }), 'tip')).toHaveLength(1);
  });
});

test('a run that did not complete, or judged nothing, proves nothing', () => {
  expect(about({ ...reportWith({ create: 'fail' }), outcome: 'no-app' }, 'create')).toHaveLength(1);
  expect(about(reportWith({ tip: 'pass' }), null)).toEqual(['- nothing was judged']);
});
