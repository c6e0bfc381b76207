"""Where signing in happens, and which cookies and headers sessions and forms use."""


def collect():
    from django.conf import settings

    middleware = _middleware(settings)
    return {
        "loginUrl": path_of(settings.LOGIN_URL),
        "loginRedirect": path_of(settings.LOGIN_REDIRECT_URL),
        "logoutRedirect": path_of(getattr(settings, "LOGOUT_REDIRECT_URL", None)),
        "sessionCookie": str(settings.SESSION_COOKIE_NAME),
        "csrfCookie": str(settings.CSRF_COOKIE_NAME),
        "csrfHeader": _header(settings.CSRF_HEADER_NAME),
        "csrfInSession": bool(getattr(settings, "CSRF_USE_SESSIONS", False)),
        "csrfMiddleware": any(_is_csrf(name) for name in middleware),
        "messages": any(name.endswith(".MessageMiddleware") for name in middleware),
    }


def path_of(value):
    """The path behind a setting that holds a path, a URL or the name of a route; None where no view answers there."""
    from django.shortcuts import resolve_url
    from django.urls import resolve
    from urllib.parse import urlsplit

    if not value:
        return None
    try:
        path = urlsplit(str(resolve_url(value))).path
    except Exception:
        return None
    for candidate in (path, path + "/"):  # the slash that CommonMiddleware would add
        try:
            resolve(candidate)
            return candidate
        except Exception:
            continue
    return None


def _middleware(settings):
    names = getattr(settings, "MIDDLEWARE", None) or getattr(settings, "MIDDLEWARE_CLASSES", None) or ()
    return [name for name in names if isinstance(name, str)]


def _is_csrf(name):
    """Django's own, or one that a learner or a library derived from it."""
    from django.middleware.csrf import CsrfViewMiddleware
    from django.utils.module_loading import import_string

    try:
        found = import_string(name)
    except Exception:
        return False
    return isinstance(found, type) and issubclass(found, CsrfViewMiddleware)


def _header(name):
    """HTTP_X_CSRFTOKEN of the environment is X-CSRFToken on the wire."""
    name = str(name)
    name = name[5:] if name.startswith("HTTP_") else name
    return "-".join("CSRFToken" if part == "CSRFTOKEN" else part.capitalize() for part in name.split("_"))
