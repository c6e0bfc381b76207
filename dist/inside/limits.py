"""Rate limits of a view, wherever they are declared, as requests per window."""
import inspect
import re

from . import limits_by_hand

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def rest_framework(cls, instance):
    try:
        made = list(instance.get_throttles())
    except Exception:
        made = []
        for item in _listed(getattr(cls, "throttle_classes", ())):
            try:
                made.append(item())
            except Exception:
                made.append(item)
    return [entry for entry in (_throttle(item, cls, instance) for item in made) if entry]


def _listed(value):
    return [value] if isinstance(value, str) or inspect.isclass(value) else list(value or ())


def _throttle(item, view, instance):
    """One throttle of DRF or django-ninja: made, or only its class where making it failed."""
    kind = item if inspect.isclass(item) else type(item)
    if isinstance(item, str):
        return _entry(item, None, None, "unknown")
    scope = getattr(item, "scope", None)
    rate = getattr(item, "rate", None)
    scope_attribute = getattr(kind, "scope_attr", None)
    if scope_attribute:
        scope = getattr(instance, scope_attribute, None) or getattr(view, scope_attribute, None)
        if not scope:
            return None
    if not isinstance(rate, str):
        rates = getattr(kind, "THROTTLE_RATES", None)
        rate = rates.get(scope) if isinstance(rates, dict) else None
    rate = rate if isinstance(rate, str) else None
    limit = getattr(item, "num_requests", None)
    window = getattr(item, "duration", None)
    if (limit is None or window is None) and rate is not None:
        limit, window = parse(rate)
    return _entry(kind.__name__, scope, rate, _counts(kind), limit, window)


def _counts(kind):
    names = [base.__name__ for base in kind.__mro__]
    # Who has not signed in is counted by the address in these, too (DRF, django-ninja: get_cache_key).
    if {"UserRateThrottle", "AuthRateThrottle", "ScopedRateThrottle"} & set(names):
        return "client"
    if "AnonRateThrottle" in names:
        return "anonymous"
    method = getattr(kind, "get_cache_key", None)
    try:
        text = inspect.getsource(method)
    except Exception:
        return "unknown"
    if "user" in text:
        return "user"
    return "address" if "get_ident" in text or "REMOTE_ADDR" in text else "everyone"


def _entry(name, scope, rate, counts, limit=None, window=None):
    def whole(value):
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None

    return {
        "name": name, "scope": str(scope) if scope else None, "rate": rate,
        "limit": whole(limit), "window": whole(window), "counts": counts,
    }


def parse(rate):
    """"60/min", "5/30s", "10/m", "100 per hour" → (requests, seconds)."""
    match = re.match(r"^\s*(\d+)\s*(?:/|per)\s*(\d*)\s*([a-zA-Z]*)", str(rate))
    if not match:
        return None, None
    unit = (match.group(3) or "s")[0].lower()
    return int(match.group(1)), int(match.group(2) or 1) * _UNITS.get(unit, 1)


def decorators(callback, cls, functions, paths):
    """django-ratelimit and the like: found in the closures of what surrounds the view, else in its source."""
    from .unwrap import layers

    targets = [callback, getattr(cls, "dispatch", None)] + list(functions)
    if cls is not None:
        targets += [getattr(cls, name, None) for name in ("get", "post", "put", "patch", "delete", "list", "create")]
    found, around = [], []
    for target in targets:
        for layer in layers(target):
            around.append(layer)
            entry = _from_closure(layer)
            if entry and entry not in found:
                found.append(entry)
    return found or limits_by_hand.find(around, cls, _entry, parse, paths)


def _from_closure(layer):
    code = getattr(layer, "__code__", None)
    if code is None or not getattr(layer, "__closure__", None):
        return None
    module = str(getattr(layer, "__globals__", {}).get("__name__", ""))
    if "ratelimit" not in module and "throttl" not in module:
        return None
    cells = {}
    for name, cell in zip(code.co_freevars, layer.__closure__):
        try:
            cells[name] = cell.cell_contents
        except ValueError:
            continue
    rate = cells.get("rate")
    if not isinstance(rate, str):
        return None
    key = str(cells.get("key"))
    limit, window = parse(rate)
    counts = "user" if "user" in key else "address" if "ip" in key or "header" in key else "unknown"
    return _entry(module.split(".")[0], cells.get("group"), rate, counts, limit, window)


def middleware():
    """Limits in a middleware: the name tells that there is one, not which."""
    from django.conf import settings

    found = []
    for path in getattr(settings, "MIDDLEWARE", None) or getattr(settings, "MIDDLEWARE_CLASSES", None) or ():
        if re.search(r"throttl|rate_?limit", str(path), re.I):
            found.append(_entry(str(path).split(".")[-1], None, None, "unknown"))
    return found
