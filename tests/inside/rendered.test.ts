import { beforeAll, expect, test, vi } from 'vitest';
import type { Instance } from '../../src/app/instance.ts';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project } from './small-site.ts';

vi.setConfig({ testTimeout: 60_000 });

let instance: Instance;
beforeAll(pythonPackages, 300_000);

async function start() {
  const files = {
    ...project,
    'shelf/jinja2/outer.html': '{% block body %}{% endblock %}',
    'shelf/templates/shelf/about.html': '<p>about</p>',
    'templates/shelf/book_list.html':
      '{% extends "base.html" %}{% block body %}{% for i in "xxx" %}{% include "shelf/line.html" %}{% endfor %}{% endblock %}',
  };
  instance = await (await runningApp(files)).app.fork();
}

const ask = async (path: string, request: string) =>
  (await fetch(`http://127.0.0.1:${instance.port}${path}`, { headers: { 'X-Milepost-Request': request } }))
    .status;
const rendered = async (request: string) =>
  (await instance.call('rendered', { request })).map((item) => [item.name, item.file, item.extends]);

test('templates of a request: what the view asked for, then what that extends and includes', async () => {
  await start();
  for (const path of ['/books/', '/about/', '/paper/', '/text/']) expect(await ask(path, path)).toBe(200);
  expect(await rendered('/books/')).toEqual([
    ['shelf/book_list.html', 'templates/shelf/book_list.html', true],
    ['base.html', 'templates/base.html', false],
    ['shelf/line.html', 'shelf/templates/shelf/line.html', false],
  ]);
  expect(await rendered('/about/')).toEqual([
    ['shelf/about.html', 'shelf/templates/shelf/about.html', false],
  ]);
  expect(await rendered('/paper/')).toEqual([['page.html', 'shelf/jinja2/page.html', true]]);
  expect(await rendered('/text/')).toEqual([]);
  expect(await rendered('never asked')).toEqual([]);
});

test('templates of libraries are told from those of the learner', async () => {
  await start();
  expect(await ask('/admin/login/', 'login')).toBe(200);
  const found = await instance.call('rendered', { request: 'login' });
  expect(found[0]).toMatchObject({ name: 'admin/login.html', learner: false, extends: true });
});

test('the last 50 requests are kept', async () => {
  await start();
  for (let number = 0; number < 51; number += 1) await ask('/about/', `many ${number}`);
  expect(await rendered('many 0')).toEqual([]);
  expect(await rendered('many 1')).toHaveLength(1);
});

test('a link leads to a route of the facts', async () => {
  await start();
  const match = (path: string) => instance.call('routes.match', { path });
  expect(await match('/books/7/?page=2#end')).toEqual({
    route: '/books/{pk}/',
    name: 'book',
    view: 'shelf.views.book',
    place: { file: 'shelf/views.py', line: expect.any(Number) },
  });
  expect(await match('/books/')).toMatchObject({
    route: '/books/',
    name: 'books',
    view: 'shelf.views.Books',
  });
  expect(await match('/helped/3/')).toMatchObject({ route: '/helped/{pk}/', name: null });
  expect(await match('/staff/desk/shelf/remark/')).toMatchObject({
    name: 'desk:shelf_remark_changelist',
    place: null,
  });
  expect(await match('/books/none/')).toBeNull();
});
