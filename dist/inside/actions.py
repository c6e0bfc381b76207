"""Calls from the grader into a running instance, by name."""
from . import recorder, rows, throttle_fill, tokens, users
from .token_resign import resign


def perform(action, args):
    return _ACTIONS[action](**args)


def _clear_caches():
    from django.core.cache import caches
    from django.conf import settings

    for alias in settings.CACHES:
        caches[alias].clear()
    return {}


_ACTIONS = {
    "user.create": users.create,
    "user.find": users.find,
    "token.mint": tokens.mint,
    "session.mint": tokens.session,
    "token.resign": resign,
    "rows.create": rows.create,
    "rows.find": rows.find,
    "rows.get": rows.get,
    "rows.count": rows.count,
    "text.search": rows.search,
    "cache.clear": _clear_caches,
    "throttle.fill": throttle_fill.fill,
    "exceptions": recorder.since,
}
