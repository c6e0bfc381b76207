from django.contrib.auth.views import LoginView
from django.urls import path

from bookmarks import views

urlpatterns = [
    path("", views.BookmarkList.as_view(), name="list"),
    path("bookmarks/<int:pk>/", views.BookmarkDetail.as_view(), name="detail"),
    path("bookmarks/add/", views.BookmarkCreate.as_view(), name="add"),
    path("login/", LoginView.as_view(template_name="bookmarks/form.html"), name="login"),
    path("sign-up/", views.SignUp.as_view(), name="sign-up"),
]
