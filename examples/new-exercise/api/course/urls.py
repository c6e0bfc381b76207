from django.urls import include, path
from rest_framework.routers import DefaultRouter
from rest_framework_simplejwt.views import TokenObtainPairView

from bookmarks.views import BookmarkViewSet, RegisterView

router = DefaultRouter()
router.register("bookmarks", BookmarkViewSet, basename="bookmark")

urlpatterns = [
    path("register/", RegisterView.as_view()),
    path("token/", TokenObtainPairView.as_view()),
    path("", include(router.urls)),
]
