/** Views of the small site: every way to name a form. */
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
