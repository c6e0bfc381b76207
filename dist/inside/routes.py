"""Every URL that the app answers, as templates with a handler per method."""
import re

from .views import describe_view

_HIDDEN_MODULES = ("django.contrib.admin", "debug_toolbar", "django.views.static", "django.contrib.staticfiles", "silk")
_HIDDEN_NAMES = {"admin", "djdt", "silk"}


def collect(paths, problems):
    found, seen = [], set()
    for entry in entries(problems):
        try:
            routes = describe_view(entry, paths)
        except Exception as error:
            problems.append("{}: {}: {}".format(entry["path"], type(error).__name__, error))
            continue
        for route in routes:
            template = re.sub(r"\{[^}]*\}", "{}", route["path"])
            route["methods"] = [item for item in route["methods"] if (template, item["method"]) not in seen]
            seen.update((template, item["method"]) for item in route["methods"])
            if route["methods"]:
                found.append(route)
    return found[:5000]


def entries(problems=None):
    from django.urls import get_resolver

    return _walk(get_resolver(None), "", [], [], problems if problems is not None else [])


def _walk(resolver, prefix, params, namespaces, problems):
    try:
        patterns = resolver.url_patterns
    except Exception as error:
        problems.append("{}: {}: {}".format(prefix or "/", type(error).__name__, error))
        return
    for pattern in patterns:
        try:
            text, own = translate(pattern)
        except Exception as error:
            problems.append("{}: pattern {!r}: {}".format(prefix or "/", pattern, error))
            continue
        nested = hasattr(pattern, "url_patterns")
        if nested and {getattr(pattern, "app_name", None), getattr(pattern, "namespace", None)} & _HIDDEN_NAMES:
            continue
        if nested:
            names = namespaces + ([pattern.namespace] if pattern.namespace else [])
            for entry in _walk(pattern, prefix + text, params + own, names, problems):
                yield entry
        elif not _is_hidden(pattern) and not any(name.startswith("drf_format") or name == "format" for name, _ in own):
            name = ":".join(namespaces + [pattern.name]) if pattern.name else None
            yield {
                "path": "/" + (prefix + text).lstrip("/"),
                "params": [{"name": key, "converter": kind, "constant": None} for key, kind in params + own],
                "name": name,
                "namespaces": namespaces,
                "callback": pattern.callback,
                "regexes": getattr(pattern, "_milepost_regexes", None),
            }


def _is_hidden(pattern):
    module = getattr(pattern.callback, "__module__", "") or ""
    return module.startswith(_HIDDEN_MODULES)


def translate(pattern):
    """("books/{id}/", [("id", "int")]) of any kind of pattern that Django has had."""
    inner = getattr(pattern, "pattern", None)
    if inner is None:  # Django 1.11
        return _from_regex(pattern.regex.pattern)
    route = getattr(inner, "_route", None)
    if route is not None:
        return _from_route(str(route))
    if hasattr(inner, "language_prefix"):
        return inner.language_prefix, []
    return _from_regex(str(getattr(inner, "_regex", "")))


def _from_route(route):
    found = re.findall(r"<(?:([^>:]+):)?([^>]+)>", route)
    return re.sub(r"<(?:[^>:]+:)?([^>]+)>", r"{\1}", route), [(name, kind or "str") for kind, name in found]


def _from_regex(regex):
    """Django's own reversal gives a path that matches; groups without a name are numbered by it."""
    from django.utils.regex_helper import normalize

    choices = normalize(regex)
    if not choices:
        raise ValueError("no path matches it")
    text, names = max(choices, key=lambda choice: len(choice[1]))
    groups = dict(_groups(regex))
    for name in names:
        text = text.replace("%({})s".format(name), "{" + name + "}")
    if re.search(r"/\?\$?(\\Z)?$", regex) and not text.endswith("/"):
        text += "/"
    return text.replace("%%", "%"), [(name, _kind(groups.get(name, ""))) for name in names]


def _groups(regex):
    for match in re.finditer(r"\(\?P<(\w+)>", regex):
        depth, end = 1, match.end()
        while depth and end < len(regex):
            if regex[end] == "\\":
                end += 1
            elif regex[end] in "()":
                depth += 1 if regex[end] == "(" else -1
            end += 1
        yield match.group(1), regex[match.end():end - 1]


def _kind(regex):
    if re.match(r"^\(?(\\d|\[0-9\]|\[1-9\])", regex):
        return "int"
    if re.search(r"0-9a-f|a-f0-9|a-fA-F|0-9a-z-\]\{36|A-F0-9", regex):
        return "uuid"
    if re.match(r"^\(?[\w]+(\|[\w]+)+\)?$", regex):
        return "choice:" + regex.strip("()").split("|")[0]
    if re.search(r"\[[^\]]*-[^\]]*\]\+", regex) and "^" not in regex:
        return "slug"
    return "path" if regex in (".*", ".+") else "str"
