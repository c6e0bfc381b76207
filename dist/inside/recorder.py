"""Remembers the exceptions of requests, so that a failed check can name the learner's line."""
import collections
import sys
import threading

from .errors import frames_of, message_of

_seen = collections.deque(maxlen=200)
_lock = threading.Lock()
_paths = []


def install(paths):
    from django.core.signals import got_request_exception

    _paths[:] = [paths]
    got_request_exception.connect(_on_signal, weak=False, dispatch_uid="milepost")
    _watch_rest_framework()
    _watch_ninja()


def paths():
    return _paths[0]


def clear():
    _seen.clear()


def since(since=0):
    """Records after the given number; each carries its own, to ask from next time."""
    with _lock:
        return [dict(record) for record in _seen if record["number"] > (since or 0)]


def record(request, error):
    meta = getattr(request, "META", None) or {}
    with _lock:
        if getattr(error, "_milepost_recorded", False):
            return
        try:
            error._milepost_recorded = True
        except Exception:
            pass
        number = _seen[-1]["number"] + 1 if _seen else 1
        _seen.append({
            "number": number,
            "request": str(meta.get("HTTP_X_MILEPOST_REQUEST", ""))[:100] or None,
            "type": type(error).__name__,
            "message": message_of(error),
            "frames": frames_of(error, _paths[0]),
        })


def _on_signal(sender, request=None, **_):
    error = sys.exc_info()[1]
    if error is not None:
        record(request, error)


def _watch_rest_framework():
    """A learner's EXCEPTION_HANDLER may turn every exception into an answer: no signal is sent then."""
    if "rest_framework.views" not in sys.modules:
        return
    try:
        from django.core.exceptions import PermissionDenied
        from django.http import Http404
        from rest_framework.exceptions import APIException
        from rest_framework.views import APIView
    except Exception:
        return
    original = APIView.handle_exception

    def handle_exception(self, exc):
        if not isinstance(exc, (APIException, Http404, PermissionDenied)):
            record(getattr(self, "request", None), exc)
        return original(self, exc)

    APIView.handle_exception = handle_exception


def _watch_ninja():
    """With DEBUG django-ninja answers 500 itself."""
    if "ninja" not in sys.modules:
        return
    try:
        from django.http import Http404
        from ninja import NinjaAPI
        from ninja.errors import HttpError, ValidationError
    except Exception:
        return
    original = NinjaAPI.on_exception

    def on_exception(self, request, exc):
        if not isinstance(exc, (HttpError, ValidationError, Http404)) and "Auth" not in type(exc).__name__:
            record(request, exc)
        return original(self, request, exc)

    NinjaAPI.on_exception = on_exception
