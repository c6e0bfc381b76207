"""The settings that matter, without secrets."""
import datetime
import re

_SECRET = re.compile(r"SECRET|PASSW|TOKEN$|_KEY$|^KEY$|SIGNING|VERIFYING|DSN|CREDENTIAL|PRIVATE|API_?KEY|^PASS$|^USER$", re.I)
_NOT_SECRET = re.compile(r"FIELD|CLAIM|LIFETIME|CLASS|HEADER|VALIDATORS|HASHERS|KEY_PREFIX|KEY_FUNCTION|SERIALIZER|MODEL$", re.I)
_WANTED = (
    "DEBUG ALLOWED_HOSTS INSTALLED_APPS MIDDLEWARE ROOT_URLCONF WSGI_APPLICATION ASGI_APPLICATION DATABASES CACHES "
    "AUTH_USER_MODEL AUTH_PASSWORD_VALIDATORS PASSWORD_HASHERS AUTHENTICATION_BACKENDS LOGIN_URL LOGIN_REDIRECT_URL "
    "LOGOUT_REDIRECT_URL LANGUAGE_CODE TIME_ZONE USE_TZ USE_I18N STATIC_URL MEDIA_URL MEDIA_ROOT APPEND_SLASH "
    "FORCE_SCRIPT_NAME SESSION_ENGINE SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY CSRF_COOKIE_NAME "
    "CSRF_COOKIE_SECURE CSRF_HEADER_NAME CSRF_TRUSTED_ORIGINS CSRF_USE_SESSIONS SECURE_PROXY_SSL_HEADER "
    "SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS X_FRAME_OPTIONS REST_FRAMEWORK SIMPLE_JWT JWT_AUTH NINJA_JWT DJOSER "
    "REST_AUTH REST_KNOX REST_USE_JWT JWT_AUTH_COOKIE CHANNEL_LAYERS EMAIL_BACKEND TEMPLATES DEFAULT_AUTO_FIELD SITE_ID "
    "CORS_ALLOWED_ORIGINS CORS_ALLOW_ALL_ORIGINS CORS_ORIGIN_ALLOW_ALL DATABASE_ROUTERS LOGGING NINJA_NUM_PROXIES"
).split()
_PREFIXES = ("ACCOUNT_", "RATELIMIT_", "NINJA_", "REST_", "JWT_", "ACCESS_TOKEN", "REFRESH_TOKEN", "RATE_LIMIT", "THROTTL")


def scrubbed():
    from django.conf import settings

    found = {}
    for name in dir(settings):
        if name in _WANTED or name.isupper() and name.startswith(_PREFIXES):
            try:
                found[name] = _scrub(getattr(settings, name), name)
            except Exception:
                continue
    return found


def _scrub(value, name, depth=0):
    if isinstance(value, (str, bytes)) and value and _SECRET.search(name) and not _NOT_SECRET.search(name):
        return "(hidden)"
    if depth > 6:
        return "…"
    if isinstance(value, dict):
        return {str(key): _scrub(item, str(key), depth + 1) for key, item in list(value.items())[:300]}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_scrub(item, name, depth + 1) for item in list(value)[:300]]
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, type):
        return "{}.{}".format(value.__module__, value.__name__)
    return re.sub(r"(\w+://)[^/\s@]*@", r"\1(hidden)@", str(value))[:2000]


def token_prefixes():
    """The word before a token in the Authorization header, most likely first."""
    from django.conf import settings

    words = []

    def add(value):
        for word in [value] if isinstance(value, str) else list(value or []):
            if isinstance(word, str) and word and word not in words:
                words.append(word)

    for name in ("SIMPLE_JWT", "NINJA_JWT"):
        add(_get(getattr(settings, name, None), "AUTH_HEADER_TYPES"))
    add(_get(getattr(settings, "JWT_AUTH", None), "JWT_AUTH_HEADER_PREFIX"))
    add(_get(getattr(settings, "REST_KNOX", None), "AUTH_HEADER_PREFIX"))
    for path in _authentication_classes():
        add(_keyword_of(path))
    return words


def _keyword_of(path):
    from django.utils.module_loading import import_string

    try:
        cls = import_string(path) if isinstance(path, str) else path
    except Exception:
        return None
    if getattr(cls, "keyword", None):
        return cls.keyword
    names = {base.__module__.split(".")[0] for base in cls.__mro__}
    if "rest_framework_jwt" in names:
        return "JWT"
    return "Bearer" if names & {"rest_framework_simplejwt", "ninja_jwt"} else None


def _authentication_classes():
    from django.conf import settings

    value = _get(getattr(settings, "REST_FRAMEWORK", None), "DEFAULT_AUTHENTICATION_CLASSES") or []
    return [value] if isinstance(value, str) else list(value)


def _get(settings, key):
    return settings.get(key) if isinstance(settings, dict) else None
