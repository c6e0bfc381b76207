/** Attacks on pages and rows of a small site: one that is careless, and the same one mended. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { accessControl } from '../../src/attack/access-control.ts';
import type { Attack } from '../../src/attack/attack.ts';
import { csrf } from '../../src/attack/csrf.ts';
import { openRedirect } from '../../src/attack/open-redirect.ts';
import { sqlInjection } from '../../src/attack/sql-injection.ts';
import { survey } from '../../src/attack/survey.ts';
import { xss } from '../../src/attack/xss.ts';
import { seededRandom } from '../../src/bind/random.ts';
import { siteTools } from '../../src/bind/site/tools.ts';
import { openSession } from '../../src/checks/session.ts';
import { runningApp } from '../inside/local-sandbox.ts';
import { pythonPackages } from '../inside/python-packages.ts';

vi.setConfig({ testTimeout: 180_000 });
beforeAll(pythonPackages, 300_000);

const SETTINGS = `
SECRET_KEY = "a key of the project itself that is long enough for it"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "desk"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "site_of_tests.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "x.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "/login/"
`;

const MODELS = `
from django.conf import settings
from django.db import models


class Letter(models.Model):
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    title = models.CharField(max_length=80)
    text = models.TextField()
`;

const VIEWS = `
from django.contrib.auth import authenticate, get_user_model, login
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.utils.html import escape
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import Letter

LINKS = '<a href="/">Home</a> <a href="/add/">Write</a> <a href="/find/?q=a">Find</a> <a href="/people/">People</a>'
ACCOUNT = '<form method="post">%s<input name="username"><input type="password" name="password"><button>Go</button></form>'
WRITE = '<form method="post">%s<input name="title"><textarea name="text"></textarea><button>Save</button></form>'
ASK = '<form method="post">%s<input name="name"><button>Ask</button></form>'


def shown(text):
    return escape(text) if CAREFUL else text


def page(request, inside, form=""):
    token = '<input type="hidden" name="csrfmiddlewaretoken" value="%s">' % get_token(request)
    return HttpResponse("<html><body><main>%s%s</main>%s</body></html>" % (inside, form and form % token, LINKS))


def join(request):
    if request.method == "POST":
        name = request.POST["username"]
        if not name or get_user_model().objects.filter(username=name).exists():
            return page(request, "No", ACCOUNT)
        login(request, get_user_model().objects.create_user(name, password=request.POST["password"]))
        return HttpResponseRedirect("/")
    return page(request, "Join", ACCOUNT)


def enter(request):
    if request.method == "POST":
        user = authenticate(request, username=request.POST["username"], password=request.POST["password"])
        if user is not None:
            login(request, user)
            to = request.GET.get("next", "/")
            return HttpResponseRedirect(to if not CAREFUL or url_has_allowed_host_and_scheme(to, None) else "/")
    return page(request, "Log in", ACCOUNT)


@login_required
def home(request):
    letters = Letter.objects.filter(writer=request.user)
    return page(request, "".join('<p><a href="/letters/%d/">%s</a></p>' % (one.pk, escape(one.title)) for one in letters))


@login_required
def add(request):
    if request.method == "POST":
        one = Letter.objects.create(writer=request.user, title=request.POST["title"][:80], text=request.POST["text"])
        return HttpResponseRedirect("/letters/%d/" % one.pk)
    return page(request, "Write", WRITE)


def letter(request, pk):
    letters = Letter.objects.filter(writer=request.user) if CAREFUL else Letter.objects.all()
    one = letters.filter(pk=pk).first()
    if one is None:
        raise Http404
    return one


@login_required
def read(request, pk):
    one = letter(request, pk)
    remove = '<form method="post" action="/letters/%d/remove/">%%s<button>Remove</button></form>' % one.pk
    return page(request, "<h1>%s</h1><p>%s</p>" % (escape(one.title), shown(one.text)), remove)


@login_required
def remove(request, pk):
    letter(request, pk).delete()
    return HttpResponseRedirect("/")


@login_required
def find(request):
    asked = request.GET.get("q", "")
    with connection.cursor() as cursor:
        if CAREFUL:
            cursor.execute("SELECT title FROM desk_letter WHERE writer_id = %s AND title LIKE %s", [request.user.pk, "%" + asked + "%"])
        else:
            cursor.execute("SELECT title FROM desk_letter WHERE writer_id = %d AND title LIKE '%%%s%%'" % (request.user.pk, asked))
        return page(request, "".join("<p>%s</p>" % escape(title) for title, in cursor.fetchall()))


@login_required
def people(request):
    if request.method != "POST":
        return page(request, "Who?", ASK)
    name = request.POST["name"]
    with connection.cursor() as cursor:
        if CAREFUL:
            cursor.execute("SELECT username FROM auth_user WHERE username = %s", [name])
        else:
            cursor.execute('SELECT username FROM auth_user WHERE username = "' + name + '"')
        return page(request, "".join("<p>%s is here</p>" % escape(one) for one, in cursor.fetchall()), ASK)


if CAREFUL:
    remove = require_POST(remove)
else:
    add = csrf_exempt(add)
`;

const site = (careful: boolean) => ({
  'manage.py': '',
  'site_of_tests/__init__.py': '',
  'site_of_tests/settings.py': SETTINGS,
  'site_of_tests/urls.py': `
from django.urls import path
from desk import views
urlpatterns = [
    path("", views.home), path("join/", views.join), path("login/", views.enter), path("add/", views.add),
    path("letters/<int:pk>/", views.read), path("letters/<int:pk>/remove/", views.remove),
    path("find/", views.find), path("people/", views.people),
]
`,
  'desk/__init__.py': '',
  'desk/models.py': MODELS,
  'desk/views.py': `CAREFUL = ${careful ? 'True' : 'False'}\n${VIEWS}`,
});

async function attacked(careful: boolean) {
  const { app, facts } = await runningApp(site(careful));
  const random = seededRandom(7);
  const first = await openSession(app);
  const surface = await survey(siteTools(first, facts, random), { prefixes: [], headers: [] }, () => {});
  await first.instance.snapshot();
  await first.close();
  const results: Record<string, string[]> = {};
  const attacks: Record<string, Attack> = { xss, csrf, sqlInjection, accessControl, openRedirect };
  for (const [name, attack] of Object.entries(attacks)) {
    const session = await openSession(app);
    const { tried, weaknesses } = await attack({
      surface,
      tools: siteTools(session, facts, random),
      random,
    });
    results[name] = tried === null ? ['nothing was tried'] : weaknesses.map(({ summary }) => summary).sort();
    await session.close();
  }
  return results;
}

describe('pages and rows', () => {
  test('a careless site', async () => {
    expect(await attacked(false)).toEqual({
      xss: ['What is typed into "text" (the form on /add/) runs as script on /letters/{pk}/.'],
      csrf: [
        expect.stringMatching(
          /^Opening \/letters\/\d+\/remove\/ changes something at once: the row is gone\.$/,
        ),
        'The form /add/ is taken without its CSRF token, even from another site.',
      ],
      sqlInjection: [
        'What stands in "name" of /people/ is executed as SQL.',
        'What stands in "q" of /find/ is executed as SQL.',
      ],
      accessControl: [
        'Any member reads at /letters/{pk}/ a Letter that belongs to alice.',
        'Any member removes a Letter of somebody else: POST /letters/{pk}/remove/.',
      ],
      openRedirect: ['Whoever follows the form /login/ can be sent to another site.'],
    });
  });

  test('the same site, mended', async () => {
    const found = await attacked(true);
    expect(found).toEqual({ xss: [], csrf: [], sqlInjection: [], accessControl: [], openRedirect: [] });
  });
});
