/** The least that Django needs, with one app `shelf`; tests lay their own files over it. */
export const settings = `
SECRET_KEY = "a key of the project itself that is long enough"
DEBUG = False
ALLOWED_HOSTS = ["books.example"]
INSTALLED_APPS = [
    "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "rest_framework", "shelf",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "site_of_tests.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "books", "HOST": "db"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
USE_TZ = True
`;

export const models = `
import uuid
from django.conf import settings
from django.db import models


class Publisher(models.Model):
    name = models.CharField(max_length=12, unique=True)


class Book(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)
    titel = models.CharField(max_length=40)
    state = models.CharField(max_length=1, choices=[("r", "read"), ("u", "unread")])
    bought = models.DateField()
    price = models.DecimalField(max_digits=6, decimal_places=2)
    added = models.DateTimeField(auto_now_add=True)
`;

export const project = {
  'manage.py': '',
  'site_of_tests/__init__.py': '',
  'site_of_tests/settings.py': settings,
  'site_of_tests/urls.py': 'urlpatterns = []\n',
  'shelf/__init__.py': '',
  'shelf/models.py': models,
};
