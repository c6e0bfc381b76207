"""Which headers the middleware of these settings puts on a page: each is asked alone, so that one that fails costs itself only."""


def sent_headers():
    """{lower-case name: value} of a page that was asked for over HTTPS."""
    import django
    from django.conf import settings

    try:
        django.setup()
    except Exception:
        pass  # an app that needs a service: most middleware does without
    found = {}
    for path in list(getattr(settings, "MIDDLEWARE", None) or [])[:60]:
        try:
            found.update(_headers_of(path))
        except Exception:
            continue
    return found


def _headers_of(path):
    from django.http import HttpResponse
    from django.test import RequestFactory
    from django.utils.module_loading import import_string

    request = RequestFactory().get("/", secure=True, HTTP_HOST="localhost")
    answer = import_string(path)(lambda _: HttpResponse("<html></html>"))(request)
    if answer.status_code != 200:
        return {}
    return {
        str(name).lower(): str(value)[:4000] for name, value in answer.items() if str(name).lower() != "set-cookie"
    }
