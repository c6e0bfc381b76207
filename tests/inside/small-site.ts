/** A site with pages around one app `shelf`: every kind of relation, admin sites, forms and templates. */
import { project as smallProject, settings as smallSettings } from './small-project.ts';
import { forms, urls, views } from './small-site-views.ts';

const settings = `${smallSettings}
import os
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS += ["django.contrib.admin", "django.contrib.messages", "taggit"]
MIDDLEWARE += [
    "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [os.path.join(HERE, "templates")],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ]},
    },
    {"BACKEND": "django.template.backends.jinja2.Jinja2", "DIRS": [], "APP_DIRS": True},
]
LOGIN_URL = "enter"
LOGIN_REDIRECT_URL = "/books"
SESSION_COOKIE_NAME = "shelf_session"
CSRF_USE_SESSIONS = True
CSRF_HEADER_NAME = "HTTP_X_SHELF_CSRFTOKEN"
`;

const models = `
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from taggit.managers import TaggableManager


class Genre(models.Model):
    name = models.CharField(max_length=40)


class Place(models.Model):
    name = models.CharField(max_length=40)


class Visible(models.Manager):
    def get_queryset(self):
        return super().get_queryset().none()


class Book(models.Model):
    title = models.CharField(max_length=40)
    slug = models.SlugField(unique_for_date="added")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    added = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    genres = models.ManyToManyField(Genre)
    places = models.ManyToManyField(Place, through="Standing")
    words = TaggableManager()
    objects = Visible()

    class Meta:
        ordering = ["-added", "title", models.F("slug").desc()]
        constraints = [
            models.UniqueConstraint(fields=["owner", "slug"], name="own_slug"),
            models.UniqueConstraint(fields=["title"], condition=models.Q(slug=""), name="some_titles"),
        ]

    def get_absolute_url(self):
        return "https://books.example" + reverse("book", args=[self.pk]) + "?page=1#top"


class Atlas(Book):
    scale = models.IntegerField(default=1)


class Standing(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    since = models.DateField()


class Remark(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True)
    object_id = models.PositiveIntegerField(null=True)
    about = GenericForeignKey()
    text = models.TextField()


class Reader(models.Model):
    name = models.CharField(max_length=40)


class Loan(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE)
    until = models.DateField()


class Cover(models.Model):
    book = models.OneToOneField(Book, on_delete=models.CASCADE)
`;

const admin = `
from django.contrib import admin
from .models import Book, Genre, Remark, Standing


class Thickness(admin.SimpleListFilter):
    title = "thickness"
    parameter_name = "thickness"

    def lookups(self, request, model_admin):
        return [("thin", "thin")]

    def queryset(self, request, queryset):
        return queryset


class NoParameter(admin.ListFilter):
    title = "nothing"


class Standings(admin.TabularInline):
    model = Standing


@admin.register(Book)
class Books(admin.ModelAdmin):
    search_fields = ["title", "^owner__username"]
    list_filter = ["genres", Thickness, NoParameter, ("owner", admin.RelatedOnlyFieldListFilter)]
    date_hierarchy = "added"
    inlines = [Standings]


class Remarks(admin.ModelAdmin):
    search_fields = ["text"]

    def has_add_permission(self, request, obj=None):
        return False


desk = admin.AdminSite(name="desk")
desk.register(Remark, Remarks)
admin.site.register([Genre])
`;

export const project = {
  ...smallProject,
  'site_of_tests/settings.py': settings,
  'site_of_tests/urls.py': urls,
  'shelf/models.py': models,
  'shelf/admin.py': admin,
  'shelf/forms.py': forms,
  'shelf/views.py': views,
  'templates/base.html': '<title>{% block title %}{% endblock %}</title>{%block body%}{%endblock%}',
  'templates/shelf/book_list.html':
    '{% extends "base.html" %}\n{% block body %}{% include "shelf/line.html" %}{% endblock %}',
  'shelf/templates/shelf/line.html': '<p>{{ book }}</p>',
  'shelf/jinja2/page.html': '{%- extends "outer.html" -%}{%- block body %}{% endblock -%}',
};
