/** Stand-ins for libraries lie in the project itself: what counts is what of them is called. */
import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const captcha = `
from django import forms


class CaptchaField(forms.CharField):
    def clean(self, value):
        raise forms.ValidationError("asks a server")
`;

const cloudinary = `
class Config:
    cloud_name = None


def config(**given):
    for name, value in given.items():
        setattr(Config, name, value)
    return Config
`;

const files = {
  ...project,
  'site_of_tests/settings.py': `${settings}
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS += ["captcha", "debug_toolbar", "silk"]
DEBUG_TOOLBAR_CONFIG = {"SHOW_TOOLBAR_CALLBACK": lambda request: True, "SHOW_COLLAPSED": True}
`,
  'site_of_tests/urls.py': `
import cloudinary, cloudinary.uploader
from captcha.fields import CaptchaField
from django.conf import settings
from django.http import JsonResponse
from django.urls import path


def answer(request):
    return JsonResponse({
        "captcha": CaptchaField().clean("guessed"),
        "account": cloudinary.config().cloud_name,
        "upload": cloudinary.uploader.call_api("upload", {"public_id": "face"}, file=b"x"),
        "toolbar": settings.DEBUG_TOOLBAR_CONFIG["SHOW_TOOLBAR_CALLBACK"](request),
        "collapsed": settings.DEBUG_TOOLBAR_CONFIG["SHOW_COLLAPSED"],
        "silk": settings.SILKY_INTERCEPT_FUNC(request),
    })


urlpatterns = [path("", answer)]
`,
  'shelf/models.py': 'import cloudinary\n',
  'captcha/__init__.py': '',
  'captcha/fields.py': captcha,
  'cloudinary/__init__.py': cloudinary,
  'cloudinary/uploader.py': 'def call_api(action, params, **options):\n    raise OSError("no network")\n',
  'debug_toolbar/__init__.py': '',
  'silk/__init__.py': '',
};

test('captchas pass, pictures stay, and tools for developers are silent', async () => {
  const { app, remedies } = await runningApp(files);
  expect(remedies).toEqual([
    expect.objectContaining({ what: 'hid the debug toolbar' }),
    expect.objectContaining({ what: 'switched the profiler Silk off' }),
    expect.objectContaining({ what: 'let every captcha pass' }),
    expect.objectContaining({ what: 'kept uploads from Cloudinary' }),
    expect.objectContaining({ what: 'hashed passwords with fewer rounds' }),
  ]);
  const instance = await app.fork();
  const response = await fetch(`http://127.0.0.1:${instance.port}/`);
  expect(await response.json()).toEqual({
    captcha: 'guessed',
    account: 'milepost',
    upload: expect.objectContaining({
      public_id: 'face',
      version: 1,
      type: 'upload',
      resource_type: 'image',
    }),
    toolbar: false,
    collapsed: true,
    silk: false,
  });
});
