/** A site with pages around one app `shelf`: every kind of relation, admin sites, forms and templates. */
import { project as smallProject, settings as smallSettings } from './small-project.ts';

export const settings = `${smallSettings}
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

export const models = `
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


class Shelf(models.Model):
    pass
`;

export const admin = `
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

export const forms = `
from django import forms
from .models import Book, Remark


class SmallForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["title", "slug"]


class RemarkForm(forms.ModelForm):
    class Meta:
        model = Remark
        fields = ["text"]


class SearchForm(forms.Form):
    query = forms.CharField()


class LetterForm(forms.Form):
    subject = forms.CharField()
    letter = forms.CharField(widget=forms.Textarea)
`;

export const views = `
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.views import LoginView
from django.forms import modelform_factory
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import CreateView, FormView, ListView, UpdateView
from .forms import LetterForm, RemarkForm, SearchForm, SmallForm
from .models import Book

FactoryForm = modelform_factory(Book, fields=["title"])


class Enter(LoginView):
    pass


class Books(ListView):
    queryset = Book._base_manager.all()


class AddBook(CreateView):
    model = Book
    fields = ["title", "genres"]


@method_decorator(csrf_exempt, name="dispatch")
class ChangeBook(UpdateView):
    model = Book
    fields = ["title", "genres"]


class Write(FormView):
    form_class = LetterForm
    template_name = "shelf/write.html"


@csrf_exempt
def plain(request):
    form = SmallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("/")
    return render(request, "shelf/book_form.html", {"form": form})


def add(request):
    return _edit(request, None)


def change(request, pk):
    return _edit(request, get_object_or_404(Book, pk=pk))


def _edit(request, book):
    form = _form(request, book)
    if form.is_valid():
        form.save()
    return render(request, "shelf/book_form.html", {"form": form})


def _form(request, book):
    return SmallForm(request.POST or None, instance=book)


def factory(request):
    form = FactoryForm(request.POST)
    return HttpResponse(form.is_valid())


def join(request):
    form = UserCreationForm(request.POST)
    return HttpResponse(form.is_valid())


def book(request, pk):
    search = SearchForm(request.GET)
    if request.method == "POST":
        remark = RemarkForm(data=request.POST)
        if remark.is_valid():
            remark.save()
    return render(request, "shelf/book_list.html", {"search": search})


def paper(request):
    return render(request, "page.html", {}, using="jinja2")


def text(request):
    return HttpResponse("<p>by hand</p>")
`;

export const urls = `
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from shelf import views
from shelf.admin import desk

urlpatterns = [
    path("admin/", admin.site.urls),
    re_path(r"^staff/", include([path("desk/", desk.urls)])),
    path("enter/", views.Enter.as_view(), name="enter"),
    path("books/", views.Books.as_view(), name="books"),
    path("books/add/", views.AddBook.as_view()),
    path("books/<int:pk>/", views.book, name="book"),
    path("books/<int:pk>/change/", views.ChangeBook.as_view()),
    path("write/", views.Write.as_view()),
    path("about/", TemplateView.as_view(template_name="shelf/about.html")),
    path("plain/", views.plain),
    path("helped/", views.add),
    path("helped/<int:pk>/", views.change),
    path("factory/", views.factory),
    path("join/", views.join),
    path("paper/", views.paper),
    path("text/", views.text),
]
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
