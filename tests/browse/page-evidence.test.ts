/** What a reader is shown of a page: the request, and the text around the point. */
import { describe, expect, test } from 'vitest';
import type { Visit } from '../../src/browse/browser.ts';
import type { Exchanged } from '../../src/checks/session.ts';
import { parsePage } from '../../src/html/page.ts';
import { pageEvidence } from '../../src/probes/page-evidence.ts';
import type { Outcome } from '../../src/spec/expect.ts';
import { type Answer, exchanged } from './fake-session.ts';

const asked = (answer: Answer, method = 'GET', path = '/a/'): Exchanged =>
  exchanged({ method, path }, answer);
const visited = (last: Exchanged, hops = [last]): Visit => ({
  url: last.exchange.url,
  first: hops[0] ?? last,
  last,
  hops,
  page: parsePage(last.reply.body, last.exchange.url),
});
const outcome = (query: string, ok: boolean): Outcome => ({
  query,
  ok,
  expected: `${query} wanted`,
  actual: `${query} seen`,
});
const evidence = (visit: Visit, outcomes: Outcome[] = [], around: string[] = [], of = visit.last) =>
  pageEvidence(
    { exchanged: of, visit, endpoint: null, around },
    'What was seen.',
    outcomes,
    (query) => `«${query}»`,
  );
const shown = (html: string, around: string[] = []): string | null =>
  evidence(visited(asked({ body: html })), [], around).exchange?.responseBody ?? null;

test('the whole of it', () => {
  const one = asked({ body: '<title>Soup</title><p>Hot soup</p>' });
  expect(evidence(visited(one), [outcome('status', true), outcome('shows x', true)])).toEqual({
    summary: 'What was seen.',
    ok: true,
    source: 'observed',
    expected: '«status»: status wanted; «shows x»: shows x wanted',
    actual: '«status»: status seen; «shows x»: shows x seen',
    exchange: { ...one.exchange, responseBody: 'Page: Soup\nHot soup' },
    place: null,
    exception: null,
    table: null,
    reproduce: "curl -i 'http://localhost:8000/a/'",
  });
});

describe('what is told', () => {
  test('only what was wrong, where something was', () => {
    const { ok, expected, actual } = evidence(visited(asked({})), [
      outcome('a', true),
      outcome('b', false),
      outcome('c', false),
    ]);
    expect([ok, expected, actual]).toEqual([
      false,
      '«b»: b wanted; «c»: c wanted',
      '«b»: b seen; «c»: c seen',
    ]);
  });

  test('nothing, where nothing was asked', () => {
    const { ok, expected, actual } = evidence(visited(asked({})));
    expect([ok, expected, actual]).toEqual([true, null, null]);
  });

  test('a form cannot be sent again by a command: its token is used up', () => {
    expect(evidence(visited(asked({}, 'POST'))).reproduce).toBeNull();
  });

  test('the crash on the way, with its place', () => {
    const place = { file: 'views.py', line: 3, code: null };
    const crash = { ...asked({ status: 500 }, 'GET', '/crash/'), exception: 'ValueError: x', place };
    const first = asked({ status: 302 }, 'POST');
    const found = evidence(visited(asked({}), [first, crash]), [outcome('a', false)], [], first);
    expect([found.exchange?.url, found.exception, found.place]).toEqual(['/crash/', 'ValueError: x', place]);
  });

  test('of two crashes the one that was asked about', () => {
    const one = { ...asked({ status: 500 }, 'GET', '/one/'), exception: 'E: 1' };
    const two = { ...asked({ status: 500 }, 'GET', '/two/'), exception: 'E: 2' };
    expect(evidence(visited(two, [one, two]), [], [], two).exception).toBe('E: 2');
  });

  test('the line of the view, only where something is wrong', () => {
    const endpoint = {
      handler: { place: { file: 'views.py', line: 9 } },
      route: { view: { learner: true, place: null } },
    } as never;
    const of = (ok: boolean) => {
      const visit = visited(asked({}));
      return pageEvidence(
        { exchanged: visit.last, visit, endpoint, around: [] },
        '',
        [outcome('a', ok)],
        String,
      ).place;
    };
    expect([of(true), of(false)]).toEqual([null, { file: 'views.py', line: 9, code: null }]);
  });
});

describe('the excerpt', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

  test.each<[string, string, string[], string]>([
    ['the beginning', `<p>${'x'.repeat(600)}</p>`, [], 'x'.repeat(500)],
    [
      'around what was looked for',
      `<p>${'a'.repeat(300)} MPfound ${'b'.repeat(300)}</p>`,
      ['mpfound'],
      `… ${'a'.repeat(159)} MPfound ${'b'.repeat(152)} …`,
    ],
    [
      'around the first that is there',
      `<p>${'a'.repeat(300)} two</p>`,
      ['one', 'two'],
      `… ${'a'.repeat(159)} two …`,
    ],
    ['at the beginning without dots', '<p>mpfound and more</p>', ['mpfound'], 'mpfound and more …'],
    ['the beginning, where nothing of it is there', '<p>Nothing here</p>', ['mpfound'], 'Nothing here'],
    [
      'what the page complains of',
      '<form method=post><ul class=errorlist><li>Too long</ul><p>Form</p></form>',
      [],
      'Says: Too long\nToo long Form',
    ],
    ['an empty page', '', ['x'], ''],
    ['a page without text', '<script>let x = 1</script>', [], '<script>let x = 1</script>'],
  ])('%s', (_, html, around, text) => {
    expect(shown(html, around)).toBe(text);
  });

  test('no more than six complaints', () => {
    const many = Array.from({ length: 50 }, (_, index) => `<div class="alert">wrong ${index}</div>`).join('');
    expect(shown(many)?.split('\n')[0]).toBe(
      'Says: wrong 0 · wrong 1 · wrong 2 · wrong 3 · wrong 4 · wrong 5',
    );
  });

  test('of an answer that is no page', () => {
    const json = asked({
      headers: { 'content-type': 'application/json' },
      body: `{"a":"${'x'.repeat(600)}"}`,
    });
    const visit = { ...visited(json), page: parsePage('', '/a/') };
    expect(evidence(visit).exchange?.responseBody).toBe(`{"a":"${'x'.repeat(494)}`);
  });

  test('is short, however long the page is and whatever it holds', () => {
    const title = `<title>${'t'.repeat(100_000)}</title>`;
    const complaint = `<div class=alert>${'c'.repeat(100_000)}</div>`;
    expect(shown(`${title}<p>${words(100_000)}</p>`)?.length).toBeLessThan(2_000);
    expect(shown(`${complaint}<p>${words(10)}</p>`)?.length).toBeLessThan(10_000);
  });
});
