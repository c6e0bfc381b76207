from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import CreateView, DetailView, ListView

from .models import Bookmark


class SignUp(CreateView):
    form_class = UserCreationForm
    template_name = "bookmarks/form.html"
    success_url = reverse_lazy("login")


class BookmarkList(ListView):
    model = Bookmark


class BookmarkDetail(DetailView):
    model = Bookmark


class BookmarkCreate(LoginRequiredMixin, CreateView):
    model = Bookmark
    fields = ["title", "notes"]
    template_name = "bookmarks/form.html"

    def form_valid(self, form):
        form.instance.owner = self.request.user
        return super().form_valid(form)
