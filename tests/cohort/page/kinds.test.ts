/** What is the same error, and what is not: sentences of the grader about applications of different people. */
import { describe, expect, test } from 'vitest';
import { Kinds, kindOf, kindOfProblem, namesIn, withoutNames } from '../../../src/cohort/page/kinds.ts';
import { evidence, sampleReport } from '../../publish/sample-report.ts';

const none = new Map<string, string>();

describe('taken out of a sentence are', () => {
  test.each([
    [
      'addresses',
      'Open it as alice: /entries/mpgnhefbbfgwv-today/ answered 404.',
      'Open it as alice: … answered 404.',
    ],
    ['what is sent', 'Find /admin/x/?q=aliceg6j2zh answered 200.', 'Find … answered 200.'],
    ['whole addresses', 'It led to https://example.com/a?b=c.', 'It led to …'],
    ['random words', 'The answer shows mpkbvwmfzpgx and a5694dde37fd10d6.', 'The answer shows … and ….'],
    ['numbers', 'Request 41 of 60 was refused with 429.', 'Request … of … was refused with 429.'],
    ['names of files', 'config/settings/dev.py:12 names it.', '… names it.'],
    [
      'names of fields',
      'POST /a, filled in titulo, cuerpo, answered 200.',
      'POST …, filled in …, answered 200.',
    ],
    ['names of classes', 'declared limit: 40/min (UserRateThrottle)', 'declared limit: …/min …'],
    [
      'which of two ways to change',
      'Update it as bob: PATCH /a/ answered 200.',
      'Update it as bob: PUT/PATCH … answered 200.',
    ],
    ['invisible characters', 'It\u202e is\u200b so.', 'It is so.'],
  ])('%s', (_, text, kept) => {
    expect(withoutNames(text, none)).toBe(kept);
  });

  test('names that the learner chose: the table of what was found knows them', () => {
    const names = namesIn({
      binding: [
        { role: 'item', target: 'Tarea', confirmed: true, reasons: [], place: null },
        { role: 'item.owner', target: 'Tarea.propietario', confirmed: true, reasons: [], place: null },
        { role: 'item.list', target: 'GET /api/tareas/', confirmed: true, reasons: [], place: null },
        { role: 'register', target: null, confirmed: false, reasons: [], place: null },
      ],
    });
    expect([...names]).toEqual([
      ['Tarea', 'item'],
      ['propietario', 'owner'],
    ]);
    expect(withoutNames('Tarea has no propietario.', names)).toBe('item has no owner.');
  });
});

describe('kept are', () => {
  test.each([
    'The password stands readable in the database: yes.',
    'No model for "tag" was found in this project.',
    'POST … answered 500; a new row is stored: no.',
    'Use the token, changed: broken-signature as alice.',
    'It is a CharField.',
  ])('%s', (text) => {
    expect(withoutNames(text, none)).toBe(text);
  });
});

describe('the kind of a requirement', () => {
  const report = sampleReport({ read: 'fail', write: 'pass', wait: 'blocked' });
  const [read, write, wait] = report.requirements;

  test('is its reason, with what the app raised', () => {
    const crashed = {
      ...read,
      reason: 'POST /x/ answered 500.',
      evidence: [evidence({ exception: "KeyError: 'title'" })],
    };
    expect(kindOf(crashed as never, report)).toBe('POST … answered 500. KeyError');
  });

  test('is none where there is no error of its own, or where it is advice', () => {
    expect([write, wait].map((one) => kindOf(one as never, report))).toEqual([null, null]);
    expect(kindOf({ ...read, advice: true } as never, report)).toBeNull();
  });

  test('and the whole run has one when it did not come to its end', () => {
    const problem = {
      stage: 'start',
      message: "No module named 'x' in shop/urls.py:3",
      place: null,
      log: null,
    };
    expect(kindOfProblem({ ...report, outcome: 'no-app', problem })).toBe("No module named 'x' in …");
    expect(kindOfProblem(report)).toBeNull();
  });
});

test('a megabyte of a sentence takes no time and leaves little', () => {
  const started = performance.now();
  const text = withoutNames(`${'('.repeat(500_000)}${'a_'.repeat(250_000)}`, none);
  expect(text.length).toBeLessThan(300);
  expect(performance.now() - started).toBeLessThan(200);
});

test('kinds are numbered as they come, and their ids stay the same from page to page', () => {
  const [one, other] = [new Kinds(), new Kinds()];
  expect([one.add(0, 'read', 'a'), one.add(1, 'write', 'a'), one.add(0, 'read', 'a')]).toEqual([0, 1, 0]);
  other.add(7, 'write', 'a');
  expect(other.all[0]?.id).toBe(one.all[1]?.id);
  expect(one.all[0]?.id).not.toBe(one.all[1]?.id);
});
