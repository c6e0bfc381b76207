/** What a checkout does not have: bundles of a frontend, and the database file that a view opens itself. */
import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const files = {
  ...project,
  'site_of_tests/settings.py': `${settings}
import os

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(HERE, "db.sqlite3")}}
ALLOWED_HOSTS = ["*"]
WEBPACK_LOADER = {"DEFAULT": {"STATS_FILE": os.path.join(HERE, "webpack-stats.json")}}
DJANGO_VITE = {"default": {"dev_mode": False}}
COMPRESS_OFFLINE = True
`,
  'webpack_loader/__init__.py': '',
  'webpack_loader/loaders.py': 'class FakeWebpackLoader:\n    pass\n',
  'site_of_tests/urls.py': `
import sqlite3

from django.conf import settings
from django.http import JsonResponse
from django.urls import path


def answer(request):
    tables = sqlite3.connect("db.sqlite3").execute("SELECT name FROM sqlite_master").fetchall()
    return JsonResponse({
        "has users": ("auth_user",) in tables,
        "webpack": settings.WEBPACK_LOADER["DEFAULT"]["LOADER_CLASS"],
        "vite": settings.DJANGO_VITE["default"]["dev_mode"],
        "compress": settings.COMPRESS_ENABLED,
    })


urlpatterns = [path("", answer)]
`,
};

test('a view that opens the database of the settings by its file, and pages without their bundles', async () => {
  const { app } = await runningApp(files);
  const instance = await app.fork();
  const response = await fetch(`http://127.0.0.1:${instance.port}/`);
  expect(await response.json()).toEqual({
    'has users': true,
    webpack: 'webpack_loader.loaders.FakeWebpackLoader',
    vite: true,
    compress: false,
  });
});
