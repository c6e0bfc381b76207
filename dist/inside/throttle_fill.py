"""Brings a high rate limit within reach: the counters that a request left behind are filled up."""
import collections
import datetime
import sys
import time

_written = {}


def watch():
    """Remembers which keys are written to the caches: no backend but memory could list them."""
    from django.conf import settings
    from django.core.cache import caches

    for alias in settings.CACHES:
        try:
            _watch_class(type(caches[alias]))
        except Exception:
            continue


def _watch_class(cls):
    if "_milepost_watched" in cls.__dict__:
        return
    cls._milepost_watched = True
    for name in ("set", "add"):
        setattr(cls, name, _remembering(getattr(cls, name)))


def _remembering(original):
    def write(self, key, value, *args, **options):
        timeout = options.get("timeout", args[0] if args else None)
        if len(_written) < 10000:
            _written[str(key)] = (key, timeout if isinstance(timeout, (int, float)) else 3600, options.get("version"))
        return original(self, key, value, *args, **options)

    return write


def fill(limit, leave, path=None):
    """How many counters were brought to `limit - leave`. 0: the app counts in a place that is not known."""
    from django.conf import settings
    from django.core.cache import caches

    wanted, filled = max(0, int(limit) - int(leave)), 0
    for key, timeout, version in list(_written.values()):
        for alias in settings.CACHES:
            options = {} if version is None else {"version": version}
            try:
                value = full(caches[alias].get(key, **options), wanted)
                if value is not None:
                    caches[alias].set(key, value, timeout, **options)
                    filled += 1
            except Exception:
                continue
    return {"filled": filled + _fill_globals(wanted)}


def full(value, wanted):
    """The counter as it would be after `wanted` requests, or None when it is no counter."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return wanted if 0 <= value < 10 ** 8 else None
    if isinstance(value, (list, tuple, collections.deque)) and value and all(map(_is_moment, value)):
        filled = [_now_like(value[0])] * wanted
        return type(value)(filled)
    if isinstance(value, dict):
        names = [name for name in value if full(value[name], wanted) is not None]
        return dict(value, **{names[0]: full(value[names[0]], wanted)}) if len(names) == 1 else None
    if isinstance(value, (list, tuple)) and len(value) == 2:
        counters = [index for index in (0, 1) if isinstance(value[index], int) and full(value[index], wanted) is not None]
        if len(counters) == 1 and _is_moment(value[1 - counters[0]]):
            return type(value)(wanted if index == counters[0] else item for index, item in enumerate(value))
    return None


def _is_moment(value):
    if isinstance(value, datetime.datetime):
        return True
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value - time.time()) < 2 * 86400


def _now_like(value):
    if isinstance(value, datetime.datetime):
        return datetime.datetime.now(value.tzinfo)
    return type(value)(time.time())


def _fill_globals(wanted):
    """Counters in a dictionary of a learner's module, by client."""
    from .token_resign import _learner_modules

    filled = 0
    for module in _learner_modules():
        for value in list(vars(module).values()):
            if not isinstance(value, dict) or value is sys.modules:
                continue
            for key, item in list(value.items()):
                if isinstance(item, (list, tuple, collections.deque)) and item and full(item, wanted) is not None:
                    value[key] = full(item, wanted)
                    filled += 1
    return filled
