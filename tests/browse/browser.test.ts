/** A browser without a screen: what it asks, where it goes, what it keeps. */
import { describe, expect, test } from 'vitest';
import { type Browser, isCsrf, openBrowser } from '../../src/browse/browser.ts';
import { type Actor, anonymous } from '../../src/checks/actor.ts';
import type { Form } from '../../src/html/page.ts';
import { type Answer, fakeSession } from './fake-session.ts';

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const csrf = { cookie: 'csrftoken', header: 'X-CSRFToken' };
const open = (answers: Answer[], actor: Actor = anonymous()) => {
  const session = fakeSession(...answers);
  return { session, browser: openBrowser(session, actor, csrf) };
};
const to = (location: string, status = 302): Answer => ({ status, headers: { location } });
const page = (body: string): Answer => ({ body: `<main>${body}</main>` });
const cookiesOf = ({ cookies }: Browser): Record<string, string> => Object.fromEntries(cookies);

describe('a visit', () => {
  test('asks for HTML, as nobody, and reads the page', async () => {
    const { session, browser } = open([page('Hello')]);
    const visit = await browser.visit('/a/?b=1');
    expect(session.asked).toEqual([
      { method: 'GET', path: '/a/?b=1', raw: undefined, headers: { Accept: HTML } },
    ]);
    expect(session.options).toEqual([{ credentials: { kind: 'none' } }]);
    expect([visit.url, visit.page.url, visit.page.text, visit.hops.length]).toEqual([
      '/a/?b=1',
      '/a/?b=1',
      'Hello',
      1,
    ]);
    expect(visit.first).toBe(visit.last);
  });

  test('as somebody who is signed in: the cookies of the actor go along, a token does not', async () => {
    const actor: Actor = {
      ...anonymous(),
      credentials: { kind: 'cookies', cookies: { sessionid: 's', a: 'b' } },
    };
    const { session, browser } = open([page('')], actor);
    await browser.visit('/');
    expect(session.asked[0]?.headers).toEqual({ Accept: HTML, Cookie: 'sessionid=s; a=b' });
    expect(browser.actor).toBe(actor);
    const token: Actor = {
      ...anonymous(),
      credentials: { kind: 'header', name: 'Authorization', prefix: 'Bearer', token: 't' },
    };
    expect(cookiesOf(open([page('')], token).browser)).toEqual({});
  });

  test.each<[string, Answer, string]>([
    ['JSON', { headers: { 'content-type': 'application/json' }, body: '{"a":"<p>b</p>"}' }, ''],
    ['XHTML', { headers: { 'content-type': 'application/xhtml+xml' }, body: '<p>b</p>' }, 'b'],
    ['an answer that does not say what it is', { headers: { 'content-type': '' }, body: '<p>b</p>' }, 'b'],
    ['no answer', { status: null }, ''],
    ['a refusal with a page', { status: 403, body: '<h1>Forbidden</h1>' }, 'Forbidden'],
  ])('of %s', async (_, answer, text) => {
    expect((await open([answer]).browser.visit('/')).page.text).toBe(text);
  });
});

describe('redirects', () => {
  const path = async (from: string, location: string, status?: number): Promise<string[]> => {
    const { session, browser } = open([to(location, status), page('there')]);
    await browser.visit(from);
    return session.asked.map((one) => one.path);
  };

  test.each([
    ['absolute', '/a/', '/b/?c=1#d', ['/a/', '/b/?c=1']],
    ['relative', '/a/b/', '../c', ['/a/b/', '/a/c']],
    ['with the query alone', '/a/?x=1', '?y=2', ['/a/?x=1', '/a/?y=2']],
    ['with the host', '/a/', 'http://localhost/b/', ['/a/', '/b/']],
    ['with another port', '/a/', 'https://LOCALHOST:8000/b/', ['/a/', '/b/']],
    ['with letters that must be written otherwise', '/a/', '/mi título/', ['/a/', '/mi%20t%C3%ADtulo/']],
    ['to nothing', '/a/', '', ['/a/', '/a/']],
  ])('%s', async (_, from, location, asked) => {
    expect(await path(from, location)).toEqual(asked);
  });

  test.each([
    ['another host', 'https://evil.example/b/'],
    ['another host without its scheme', '//evil.example/b/'],
    ['another host that looks like this one', 'http://localhost@evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['what is no address', 'http://[::1'],
    ['a port that is none', 'http://localhost:99999/'],
  ])('not to %s', async (_, location) => {
    expect(await path('/a/', location)).toEqual(['/a/']);
  });

  test.each([301, 302, 303, 307, 308])('with %i', async (status) => {
    expect(await path('/a/', '/b/', status)).toEqual(['/a/', '/b/']);
  });

  test.each([200, 201, 300, 304, 404, 500])('not with %i', async (status) => {
    expect(await path('/a/', '/b/', status)).toEqual(['/a/']);
  });

  test('say where they come from, and every page of the way is kept', async () => {
    const { session, browser } = open([to('/b/?c=1'), to('/d/'), page('end')]);
    const visit = await browser.visit('/a/');
    expect(session.asked.map(({ headers }) => headers?.Referer)).toEqual([
      undefined,
      'http://localhost/a/',
      'http://localhost/b/?c=1',
    ]);
    expect(visit.hops.map(({ exchange }) => exchange.url)).toEqual(['/a/', '/b/?c=1', '/d/']);
    expect([visit.url, visit.first.reply.status, visit.last.reply.status, visit.page.text]).toEqual([
      '/d/',
      302,
      200,
      'end',
    ]);
  });

  test('in a circle end', async () => {
    const { session, browser } = open([to('/a/')]);
    const visit = await browser.visit('/a/');
    expect([session.asked.length, visit.hops.length, visit.last.reply.status]).toEqual([7, 7, 302]);
  });

  test('that begin and end a session', async () => {
    const { session, browser } = open([
      { ...to('/b/'), cookies: ['sessionid=new; Path=/; HttpOnly', 'old=; Max-Age=0'] },
      page('in'),
    ]);
    browser.cookies.set('old', 'x');
    await browser.visit('/a/');
    expect(session.asked.map(({ headers }) => headers?.Cookie)).toEqual(['old=x', 'sessionid=new']);
  });
});

describe('cookies', () => {
  const keptFrom = async (...lines: string[]): Promise<Record<string, string>> => {
    const { browser } = open([{ cookies: lines }]);
    await browser.visit('/');
    return cookiesOf(browser);
  };

  test.each<[string, string[], Record<string, string>]>([
    ['kept', ['a=b; Path=/; SameSite=Lax', 'c=d=e; Secure'], { a: 'b', c: 'd=e' }],
    ['the last of a name', ['a=1', 'a=2'], { a: '2' }],
    ['with a date to come', ['a=b; expires=Fri, 01 Jan 2100 00:00:00 GMT'], { a: 'b' }],
    ['with a date that is past', ['a=b', 'a=; expires=Thu, 01 Jan 1970 00:00:00 GMT'], {}],
    ['with no time left', ['a=b', 'a=b; Max-Age=0'], {}],
    ['with less than none', ['a=b', 'a=b; Max-Age=-5'], {}],
    ['in quotes, as Django writes them', ['messages="a\\054b"; Path=/'], { messages: '"a\\054b"' }],
    ['without a name', ['=b', '', ';', 'Path=/'], { Path: '/' }],
    [
      'named like what every object has',
      ['__proto__=x', 'constructor=y'],
      { constructor: 'y', ['__proto__']: 'x' },
    ],
  ])('%s', async (_, lines, kept) => {
    expect(Object.entries(await keptFrom(...lines)).sort()).toEqual(Object.entries(kept).sort());
  });

  test('no line adds a second one', async () => {
    for (const [name, value] of Object.entries(await keptFrom('a=b\r\nX-Evil: 1', 'c=d\nCookie: e=f')))
      expect(`${name}=${value}`).not.toMatch(/[\r\n]/);
  });
});

const form = (controls: string, attributes = 'method=post action=/send/', extra = ''): Answer => ({
  body: `<form ${attributes}><input type=hidden name=csrfmiddlewaretoken value=tok>${controls}</form>${extra}`,
});
async function sent(
  answer: Answer,
  ...rest: [Parameters<Browser['submit']>[2]?, Parameters<Browser['submit']>[3]?]
) {
  const { session, browser } = open([answer, to('/done/'), page('done')]);
  const from = await browser.visit('/form/?x=1');
  const visit = await browser.submit(from, from.page.forms[0] as Form, rest[0] ?? {}, rest[1]);
  return { asked: session.asked.slice(1), visit };
}

describe('a form', () => {
  test('is sent as it stands on the page, and followed with GET', async () => {
    const { asked, visit } = await sent(form('<input name=a value=1><button name=go value=2>'), { a: 'ä b' });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/send/',
        raw: 'csrfmiddlewaretoken=tok&a=%C3%A4+b&go=2',
        headers: {
          Accept: HTML,
          Referer: 'http://localhost/form/?x=1',
          Origin: 'http://localhost',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
      },
      {
        method: 'GET',
        path: '/done/',
        raw: undefined,
        headers: { Accept: HTML, Referer: 'http://localhost/send/' },
      },
    ]);
    expect([visit.url, visit.first.exchange.method, visit.page.text]).toEqual(['/done/', 'POST', 'done']);
  });

  test('with GET is an address', async () => {
    const { asked } = await sent(form('<input name=q>', 'action="/find/?old=1"'), { q: 'a&b' });
    expect(asked[0]).toMatchObject({ method: 'GET', path: '/find/?csrfmiddlewaretoken=tok&q=a%26b' });
    expect(asked[0]?.raw).toBeUndefined();
  });

  test('with a file is sent in parts', async () => {
    const { asked } = await sent(
      form('<input type=file name=f>', 'method=post action=/send/ enctype=multipart/form-data'),
      {
        f: { filename: 'a.txt', type: 'text/plain', content: 'x' },
      },
    );
    expect([asked[0]?.headers?.['Content-Type'], asked[0]?.raw]).toEqual([
      'multipart/form-data; boundary=----milepost-part-of-a-form',
      [
        '------milepost-part-of-a-form',
        'Content-Disposition: form-data; name="csrfmiddlewaretoken"',
        '',
        'tok',
        '------milepost-part-of-a-form',
        'Content-Disposition: form-data; name="f"; filename="a.txt"',
        'Content-Type: text/plain',
        '',
        'x',
        '------milepost-part-of-a-form--',
        '',
      ].join('\r\n'),
    ]);
  });

  test('without its token', async () => {
    const other = form(
      '<input name=a value=1><input type=hidden name=_csrf value=x><input type=hidden name=authenticity_token value=y>',
    );
    expect((await sent(other, {}, { csrf: false })).asked[0]?.raw).toBe('a=1');
    expect((await sent(other, {}, { csrf: true })).asked[0]?.raw).toBe(
      'csrfmiddlewaretoken=tok&a=1&_csrf=x&authenticity_token=y',
    );
  });

  test('with what no control has', async () => {
    expect(
      (
        await sent(
          form('<input name=a value=1>'),
          {},
          {
            extra: [
              ['a', '2'],
              ['b', '3'],
            ],
          },
        )
      ).asked[0]?.raw,
    ).toBe('csrfmiddlewaretoken=tok&a=1&a=2&b=3');
  });

  test('on the page of its own address', async () => {
    expect((await sent(form('', 'method=post'))).asked[0]?.path).toBe('/form/?x=1');
  });
});

describe('a script', () => {
  test('sends JSON with the token of the cookie, and the page it stands on', async () => {
    const { session, browser } = open([{ headers: { 'content-type': 'application/json' }, body: '{}' }]);
    browser.cookies.set('csrftoken', 'tok');
    const visit = await browser.fetch('/page/', 'POST', '/api/', {
      contentType: 'application/json',
      text: '{"a":1}',
    });
    expect(session.asked).toEqual([
      {
        method: 'POST',
        path: '/api/',
        raw: '{"a":1}',
        headers: {
          Accept: 'application/json, text/html, */*',
          Cookie: 'csrftoken=tok',
          'X-Requested-With': 'XMLHttpRequest',
          Referer: 'http://localhost/page/',
          Origin: 'http://localhost',
          'Content-Type': 'application/json',
          'X-CSRFToken': 'tok',
        },
      },
    ]);
    expect([visit.url, visit.page.text]).toEqual(['/api/', '']);
  });

  test.each([
    ['told to leave it out', 'tok', false],
    ['without a cookie', undefined, true],
  ])('sends no token: %s', async (_, token, withCsrf) => {
    const { session, browser } = open([{}]);
    if (token !== undefined) browser.cookies.set('csrftoken', token);
    await browser.fetch('/page/', 'GET', '/api/', null, withCsrf);
    expect(Object.keys(session.asked[0]?.headers ?? {})).toEqual([
      'Accept',
      ...(token === undefined ? [] : ['Cookie']),
      'X-Requested-With',
      'Referer',
      'Origin',
    ]);
  });
});

test.each([
  ['csrfmiddlewaretoken', true],
  ['_csrf_token', true],
  ['XSRF-TOKEN', true],
  ['authenticity_token', true],
  ['token', false],
  ['', false],
])('isCsrf %s', (name, is) => {
  expect(isCsrf(name)).toBe(is);
});
