/** Attacks on logins, mails and headers against a small site: one that is careless, and the same one mended. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Attack } from '../../src/attack/attack.ts';
import { headers } from '../../src/attack/headers.ts';
import { host } from '../../src/attack/host.ts';
import { loginThrottling } from '../../src/attack/login-throttling.ts';
import { survey } from '../../src/attack/survey.ts';
import { userEnumeration } from '../../src/attack/user-enumeration.ts';
import { seededRandom } from '../../src/bind/random.ts';
import { siteTools } from '../../src/bind/site/tools.ts';
import { openSession } from '../../src/checks/session.ts';
import { runningApp } from '../inside/local-sandbox.ts';
import { pythonPackages } from '../inside/python-packages.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(pythonPackages, 300_000);

const SETTINGS = `
SECRET_KEY = "a key of the project itself that is long enough for it"
DEBUG = False
ALLOWED_HOSTS = ["books.example"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "desk"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "desk.views.policy",
]
ROOT_URLCONF = "site_of_tests.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "x.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "/login/"
`;

const VIEWS = `
from django.contrib.auth import authenticate, get_user_model, login
from django.core.cache import cache
from django.core.mail import send_mail
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.clickjacking import xframe_options_exempt


def policy(get_response):
    def middleware(request):
        answer = get_response(request)
        answer.setdefault("Content-Security-Policy", "default-src 'self'")
        return answer
    return middleware


def page(request, text, form=""):
    token = '<input type="hidden" name="csrfmiddlewaretoken" value="%s">' % get_token(request)
    links = '<a href="/login/">Log in</a> <a href="/reset/">Forgotten</a> <a href="/about/">About</a>'
    return HttpResponse("<html><body><main><p>%s</p>%s%s</main></body></html>" % (text, form and form % token, links))


def home(request):
    return page(request, "Welcome")


LOGIN = '<form method="post">%s<input name="username"><input type="password" name="password"><button>Go</button></form>'
RESET = '<form method="post">%s<input type="email" name="email"><button>Send</button></form>'


def enter(request):
    if request.method != "POST":
        return page(request, "Log in", LOGIN)
    name = request.POST.get("username")
    tries = cache.get("tries-" + str(name), 0)
    if CAREFUL and tries >= 5:
        return HttpResponse("Wait.", status=429)
    user = authenticate(request, username=name, password=request.POST.get("password"))
    if user is not None:
        login(request, user)
        return HttpResponseRedirect("/")
    cache.set("tries-" + str(name), tries + 1)
    if not CAREFUL and not get_user_model().objects.filter(username=name).exists():
        return page(request, "Nobody is called so", LOGIN)
    return page(request, "Name or password are wrong", LOGIN)


def reset(request):
    if request.method != "POST":
        return page(request, "A new password", RESET)
    if get_user_model().objects.filter(email=request.POST.get("email")).exists():
        site = "books.example" if CAREFUL else request.headers.get("X-Forwarded-Host", "books.example")
        send_mail("New password", "https://%s/new/1234/" % site, "a@books.example", [request.POST["email"]])
    elif not CAREFUL:
        return page(request, "No account has this address", RESET)
    return page(request, "A mail is on its way")


def about(request):
    return page(request, "About")


if not CAREFUL:
    about = xframe_options_exempt(about)
`;

const site = (careful: boolean) => ({
  'manage.py': '',
  'site_of_tests/__init__.py': '',
  'site_of_tests/settings.py': SETTINGS,
  'site_of_tests/urls.py': `
from django.urls import path
from desk import views
urlpatterns = [path("", views.home), path("login/", views.enter), path("reset/", views.reset), path("about/", views.about)]
`,
  'desk/__init__.py': '',
  'desk/views.py': `CAREFUL = ${careful ? 'True' : 'False'}\n${VIEWS}`,
});

async function attacked(careful: boolean) {
  const { app, facts } = await runningApp(site(careful));
  const random = seededRandom(7);
  const first = await openSession(app);
  const tools = siteTools(first, facts, random);
  const surface = await survey(tools, { prefixes: [], headers: [] }, () => {});
  await first.instance.snapshot();
  await first.close();
  const results: Record<string, string[]> = {};
  const attacks: Record<string, Attack> = { headers, host, userEnumeration, loginThrottling };
  for (const [name, attack] of Object.entries(attacks)) {
    const session = await openSession(app);
    const { weaknesses } = await attack({ surface, tools: siteTools(session, facts, random), random });
    results[name] = weaknesses.map(({ summary }) => summary.replace(/\d+\.\d s/, 'T s'));
    await session.close();
  }
  return results;
}

describe('accounts', () => {
  test('a careless site', async () => {
    expect(await attacked(false)).toEqual({
      headers: ['1 of 5 kinds of answers lacks the header X-Frame-Options as it should be: /about/.'],
      host: ['The mail that /reset/ sends leads to whatever host a request names in X-Forwarded-Host.'],
      userEnumeration: [
        '/login/ answers differently for somebody who has an account: the login tells who has one.',
        '/reset/ answers differently for somebody who has an account: the form for a new password tells who has one.',
      ],
      loginThrottling: ['/login/ takes 25 wrong passwords for one account in T s, and then the right one.'],
    });
  });

  test('the same site, mended', async () => {
    expect(await attacked(true)).toEqual({ headers: [], host: [], userEnumeration: [], loginThrottling: [] });
  });
});
