import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Facts } from '../../src/app/facts.ts';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });

const views = `
import json
from functools import partial, wraps
from django.conf import settings
from django.core.cache import cache
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.generic import CreateView, ListView
from django_ratelimit.decorators import ratelimit
from rest_framework import generics, serializers, viewsets, pagination, throttling, versioning
from rest_framework.decorators import action, api_view, permission_classes, throttle_classes
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.exceptions import Throttled
from rest_framework.response import Response
from .models import Book, Publisher

User = get_user_model()


class BookSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="titel", max_length=40)

    class Meta:
        model = Book
        exclude = ["titel"]
        read_only_fields = ["owner"]


class SignUp(serializers.Serializer):
    login = serializers.CharField()
    clave = serializers.CharField(write_only=True)

    def create(self, data):
        return User.objects.create_user(data["login"], password=data["clave"])


class Pages(pagination.PageNumberPagination):
    page_size = 7


class Burst(throttling.UserRateThrottle):
    rate = "60/min"


class Scoped(throttling.ScopedRateThrottle):
    THROTTLE_RATES = {"books": "5/h"}


class Books(viewsets.ModelViewSet):
    serializer_class = BookSerializer
    pagination_class = Pages
    throttle_classes = [Burst, Scoped]
    throttle_scope = "books"
    versioning_class = versioning.URLPathVersioning

    def get_queryset(self):
        return Book.objects.filter(owner=self.request.user)

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)

    @action(detail=True, methods=["post"], permission_classes=[AllowAny])
    def lend(self, request, pk=None):
        return Response({"to": request.data["borrower"]})


class Join(generics.CreateAPIView):
    serializer_class = SignUp
    permission_classes = [AllowAny]


def logged(view):
    def inner(request, *args, **kwargs):
        return view(request, *args, **kwargs)
    return inner


@logged
@api_view(["GET", "POST"])
@throttle_classes([Burst])
def mixed(request):
    if request.method == "POST":
        serializer = BookSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(serializer.save().pk)
    return Response([item.name for item in Publisher.objects.all()])


def read_body(request):
    return json.loads(request.body)


@csrf_exempt
@require_http_methods(["POST"])
@ratelimit(key="ip", rate="10/m")
def sign_in(request):
    data = read_body(request)
    for key in ("correo", "clave"):
        if not data.get(key):
            return JsonResponse({"error": key}, status=400)
    return JsonResponse({"ok": authenticate(username=data["correo"], password=data["clave"]) is not None})


def split(request, number):
    if request.method == "GET":
        return JsonResponse({})
    elif request.method == "DELETE":
        Book.objects.get(pk=number).delete()
        return JsonResponse({})
    body = json.loads(request.body or "{}")
    return update(body)


def update(values):
    return JsonResponse({"title": values["title"], "note": values.get("note")})


@login_required
def shelf(request):
    return JsonResponse({})


def limited(view):
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        amount, seconds = settings.OWN_LIMIT
        if cache.incr(request.META["REMOTE_ADDR"]) > amount:
            return JsonResponse({}, status=429)
        return view(request, *args, **kwargs)
    return wrapper


@limited
def counted(request):
    return JsonResponse({})


class Slow:
    LIMIT = 9
    WINDOW_SECONDS = 30

    def check_throttles(self, request):
        if cache.get("user") > self.LIMIT:
            raise Throttled(self.WINDOW_SECONDS)


class Waiting(Slow, generics.ListAPIView):
    queryset = Book.objects.all()


class Shelf(ListView):
    model = Book
    paginate_by = 3


class Broken(generics.ListAPIView):
    def get_queryset(self):
        raise ValueError("no")

    def get_serializer_class(self):
        raise ValueError("no")
`;

const urls = `
from django.urls import include, path, re_path
from ninja import NinjaAPI, Schema
from ninja.throttling import AnonRateThrottle
from pydantic import Field
from rest_framework.routers import DefaultRouter
from typing import Optional
from shelf import views
from shelf.models import Publisher

router = DefaultRouter()
router.register("books", views.Books, basename="book")
api = NinjaAPI()


class PublisherIn(Schema):
    name: str = Field(max_length=12)
    secret: Optional[str] = None


@api.post("/publishers", throttle=[AnonRateThrottle("3/s")])
def add_publisher(request, payload: PublisherIn):
    return {"id": Publisher.objects.create(name=payload.name).pk}


@api.get("/publishers")
def publishers(request, word: str = ""):
    return list(Publisher.objects.values())


urlpatterns = [
    re_path(r"^api/(?P<version>(v2|v3))/", include(router.urls)),
    path("join/", views.Join.as_view(), name="join"),
    path("mixed/", views.mixed),
    path("sign-in", views.sign_in),
    re_path(r"^split/(?P<number>\\d+)/?$", views.split),
    path("shelf/<slug:word>/<int:number>/", views.shelf),
    path("counted/", views.counted),
    path("waiting/", views.Waiting.as_view()),
    path("list/", views.Shelf.as_view()),
    path("broken/", views.Broken.as_view()),
    path("join/", views.shelf),
    path("ninja/", api.urls),
]
`;

let facts: Facts;
const route = (path: string, method = 'GET') => {
  const found = facts.routes.find(
    (item) => item.path === path && item.methods.some((one) => one.method === method),
  );
  const handler = found?.methods.find((one) => one.method === method);
  if (!found || !handler) throw new Error(`${method} ${path} is not among the routes`);
  return { ...found, handler };
};

describe('facts of a project with every style of view', () => {
  beforeAll(pythonPackages, 300_000);

  test('the app starts and every view is read', async () => {
    const result = await runningApp({
      ...project,
      'site_of_tests/settings.py': `${settings}\nAPI_TOKEN = "hush"\nOWN_LIMIT = (12, 60)\nSIMPLE_JWT = {"SIGNING_KEY": "hush", "AUTH_HEADER_TYPES": ("JWT",)}\nCACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "redis://user:hush@example.com"}}\nSILENCED_SYSTEM_CHECKS = ["django_ratelimit.E003", "django_ratelimit.W001"]\n`,
      'site_of_tests/urls.py': urls,
      'shelf/views.py': views,
    });
    facts = result.facts;
    expect(facts.problems).toEqual([]);
    expect(facts.tokenPrefixes).toEqual(['JWT', 'Bearer']);
    expect(JSON.stringify(facts)).not.toContain('hush');
    expect(facts.packages).toMatchObject({ django: expect.stringMatching(/^5\.2/) });
  });

  test('models with the kinds of their fields', () => {
    const book = facts.models.find((model) => model.label === 'shelf.Book');
    expect(book).toMatchObject({ learner: true, place: { file: 'shelf/models.py', line: 11 } });
    expect(book?.fields.map((field) => [field.name, field.kind, field.automatic])).toEqual([
      ['id', 'uuid', false],
      ['owner', 'relation', false],
      ['publisher', 'relation', false],
      ['titel', 'text', false],
      ['state', 'choice', false],
      ['bought', 'date', false],
      ['price', 'decimal', false],
      ['added', 'datetime', true],
    ]);
    expect(book?.fields[4]).toMatchObject({ choices: ['r', 'u'], maxLength: 1 });
  });

  test('a view set: constant version, actions, throttles, pages, serializer', () => {
    const list = route('/api/{version}/books/');
    expect(list.params).toEqual([{ name: 'version', converter: 'str', constant: 'v2' }]);
    expect(list).toMatchObject({
      model: 'shelf.Book',
      pagination: { style: 'Pages', size: 7 },
      permissions: ['rest_framework.permissions.IsAuthenticated'],
      authentications: ['rest_framework_simplejwt.authentication.JWTAuthentication'],
      throttles: [
        { name: 'Burst', rate: '60/min', limit: 60, window: 60, counts: 'client' },
        { name: 'Scoped', scope: 'books', rate: '5/h', limit: 5, window: 3600, counts: 'client' },
      ],
      view: { kind: 'drf-viewset', name: 'shelf.views.Books', learner: true },
    });
    const create = route('/api/{version}/books/', 'POST').handler;
    expect(create).toMatchObject({
      handler: 'create',
      inputName: 'BookSerializer',
      inputModel: 'shelf.Book',
    });
    expect(create.calls).toContain('save');
    expect(create.input?.find((field) => field.name === 'name')).toMatchObject({
      source: 'titel',
      required: true,
      maxLength: 40,
    });
    expect(create.input?.find((field) => field.name === 'owner')).toMatchObject({
      readOnly: true,
      kind: 'relation',
    });
    expect(route('/api/{version}/books/{pk}/', 'DELETE').handler.handler).toBe('destroy');
    const lend = route('/api/{version}/books/{pk}/lend/', 'POST');
    expect(lend).toMatchObject({
      permissions: ['rest_framework.permissions.AllowAny'],
      handler: { keys: ['borrower'] },
    });
    expect(facts.routes.some((item) => item.path.includes('{format}'))).toBe(false);
  });

  test('a sign-up serializer: what it calls and its password field', () => {
    const { handler } = route('/join/', 'POST');
    expect(handler.calls).toContain('create_user');
    expect(handler.models).toEqual(['auth.User']);
    expect(handler.input?.map((field) => [field.name, field.kind])).toEqual([
      ['login', 'text'],
      ['clave', 'password'],
    ]);
  });

  test('function views: decorators without wraps, methods apart from each other', () => {
    expect(route('/mixed/', 'POST')).toMatchObject({
      view: { name: 'shelf.views.mixed', kind: 'drf-function' },
      throttles: [{ name: 'Burst' }],
      handler: { handler: 'mixed', inputName: 'BookSerializer', inputModel: 'shelf.Book' },
    });
    expect(route('/mixed/').handler).toMatchObject({ models: ['shelf.Publisher'], input: null });
    expect(route('/sign-in', 'POST')).toMatchObject({
      throttles: [{ name: 'django_ratelimit', rate: '10/m', limit: 10, window: 60, counts: 'address' }],
      handler: { keys: ['correo', 'clave'], calls: expect.arrayContaining(['authenticate']) },
    });
    const split = route('/split/{number}/');
    expect(split.params).toEqual([{ name: 'number', converter: 'int', constant: null }]);
    expect(split.handler).toMatchObject({ keys: [], models: [] });
    expect(route('/split/{number}/', 'DELETE').handler).toMatchObject({ keys: [], models: ['shelf.Book'] });
    expect(route('/shelf/{word}/{number}/')).toMatchObject({
      params: [{ converter: 'slug' }, { converter: 'int' }],
      permissions: ['django.contrib.auth.decorators.login_required'],
    });
  });

  test('limits written by hand: in a decorator, in a mixin', () => {
    expect(route('/counted/').throttles).toMatchObject([
      { name: 'limited', limit: 12, window: 60, counts: 'address' },
    ]);
    expect(route('/waiting/').throttles).toMatchObject([
      { name: 'Slow', limit: 9, window: 30, counts: 'user' },
    ]);
  });

  test('class views, views that raise when asked, and a second pattern for the same path', () => {
    expect(route('/list/')).toMatchObject({
      model: 'shelf.Book',
      pagination: { size: 3 },
      view: { kind: 'class' },
    });
    expect(route('/broken/')).toMatchObject({ model: null, handler: { input: null } });
    expect(route('/join/').view.name).toBe('shelf.views.shelf');
  });

  test('django-ninja: an operation per method', () => {
    expect(route('/ninja/publishers', 'POST')).toMatchObject({
      view: { kind: 'ninja', name: 'site_of_tests.urls.add_publisher' },
      throttles: [{ name: 'AnonRateThrottle', limit: 3, window: 1, counts: 'anonymous' }],
      handler: {
        inputName: 'PublisherIn',
        models: ['shelf.Publisher'],
        input: [
          { name: 'name', kind: 'text', required: true, maxLength: 12 },
          { name: 'secret', required: false },
        ],
      },
    });
    expect(route('/ninja/publishers').handler.input).toBeNull();
  });
});
