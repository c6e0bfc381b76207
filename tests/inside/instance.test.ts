import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Instance } from '../../src/app/instance.ts';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const files = {
  ...project,
  'shelf/views.py': `
import os, sys, threading, time
from django.core.cache import cache
from django.http import HttpResponse
from .models import Publisher

threading.Thread(target=time.sleep, args=(600,), daemon=True).start()


def boom(request):
    return HttpResponse({}["absent"])


def die(request):
    os._exit(3)


def leave(request):
    sys.exit(1)


def hang(request):
    while True:
        pass


def count(request):
    cache.add("count", 0)
    return HttpResponse(cache.incr("count"))


def mail(request):
    from django.core.mail import send_mail
    return HttpResponse(send_mail("subject", "body", "a@example.com", ["b@example.com"]))
`,
  'site_of_tests/urls.py': `
from django.urls import path
from shelf import views

urlpatterns = [path(name, getattr(views, name)) for name in ("boom", "die", "leave", "hang", "count", "mail")]
`,
};

const get = (instance: Instance, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${instance.port}/${path}`, { headers, signal: AbortSignal.timeout(10_000) });

const publisher = (name: string) => ({ model: 'shelf.Publisher', values: { name }, user: null });
const counted = async (instance: Instance) =>
  (await instance.call('rows.count', { model: 'shelf.Publisher' })).count;

test('instances have rows and caches of their own, unless they share a database', async () => {
  const { app } = await runningApp(files);
  const first = await app.fork();
  await first.call('rows.create', publisher('one'));
  expect(await (await get(first, 'count')).text()).toBe('1');
  expect(await (await get(first, 'count')).text()).toBe('2');

  const second = await app.fork();
  expect(await counted(second)).toBe(0);
  expect(await (await get(second, 'count')).text()).toBe('1');

  const third = await app.fork({ kind: 'share', with: first.name });
  expect(await counted(third)).toBe(1);
  await third.call('rows.create', publisher('two'));
  expect(await counted(first)).toBe(2);

  await first.snapshot();
  const fourth = await app.fork();
  expect(await counted(fourth)).toBe(2);
  await first.stop();
  expect(await counted(third)).toBe(2);
  await expect(counted(first)).rejects.toMatchObject({ inside: { type: 'InstanceGone' } });
});

test('a view that ends the process takes only its own instance along', async () => {
  const { app } = await runningApp(files);
  const [one, two] = [await app.fork(), await app.fork()];
  await expect(get(one, 'die')).rejects.toThrow();
  await expect(counted(one)).rejects.toMatchObject({ kind: 'inside', inside: { type: 'InstanceGone' } });
  expect(await counted(two)).toBe(0);
});

test('a view that hangs stops neither calls nor other instances, and the instance can be stopped', async () => {
  const { app } = await runningApp(files);
  const [one, two] = [await app.fork(), await app.fork()];
  const hanging = expect(get(one, 'hang')).rejects.toThrow();
  await setTimeout(200);
  expect(await counted(one)).toBe(0);
  expect(await counted(two)).toBe(0);
  expect((await get(two, 'count')).status).toBe(200);
  await one.stop();
  await hanging;
});

describe('exceptions of requests', () => {
  test('are kept with the header of the request and the frames of the learner', async () => {
    const { app } = await runningApp(files);
    const instance = await app.fork();
    expect((await get(instance, 'boom', { 'X-Milepost-Request': 'r7' })).status).toBe(500);
    expect((await get(instance, 'leave')).status).toBe(500);
    const [seen] = await instance.call('exceptions', { since: 0 });
    expect(seen).toMatchObject({ number: 1, request: 'r7', type: 'KeyError', message: "'absent'" });
    expect(seen?.frames.filter((frame) => frame.learner)).toEqual([
      {
        file: 'shelf/views.py',
        line: 11,
        function: 'boom',
        code: 'return HttpResponse({}["absent"])',
        learner: true,
      },
    ]);
    expect(await instance.call('exceptions', { since: 1 })).toEqual([]);
  });
});

test('mail is kept in memory and localhost is an allowed host', async () => {
  const { app } = await runningApp(files);
  const instance = await app.fork();
  expect(await (await get(instance, 'mail')).text()).toBe('1');
});
