"""What the URL configuration does with a path: the route of facts.ts behind a link."""
import re

from . import recorder
from .routes import entries
from .unwrap import dotted, find_view
from .views import describe_view


def match(path):
    from django.urls import resolve
    from django.utils import translation

    path = re.split(r"[?#]", path)[0]
    try:
        with translation.override(translation.get_language_from_path(path) or translation.get_language()):
            found = resolve(path)
            template = _template(found, path)
    except Exception:
        return None
    view = find_view(found.func)
    place = recorder.paths().place(view)
    described = _described(found, template) if place is None else None
    return {
        "route": template,
        "name": ":".join(list(found.namespaces) + [found.url_name]) if found.url_name else None,
        "view": described["name"] if described else dotted(view),
        "place": described["place"] if described else place,
    }


def _template(found, path):
    """Of the routes with this view, the one whose template the path fits; links into the admin have none in the facts."""
    name = ":".join(list(found.namespaces) + [found.url_name]) if found.url_name else None
    for entry in entries():
        names = {item["name"] for item in entry["params"]}
        if entry["callback"] is found.func and entry["name"] == name and names <= set(found.kwargs) | _numbered(found):
            if _fits(entry["path"], path):
                return entry["path"]
    return path


def _numbered(found):
    return {"_{}".format(number) for number in range(len(found.args))}


def _fits(template, path):
    pattern = "".join("(.+)" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", template))
    return re.match("^" + pattern + "/?$", path) is not None


def _described(found, template):
    """Views that a decorator of REST framework or django-ninja hides are named as in the facts."""
    entry = {
        "path": template, "params": [], "name": None, "namespaces": list(found.namespaces), "callback": found.func,
        "regexes": None,
    }
    try:
        return describe_view(entry, recorder.paths())[0]["view"]
    except Exception:
        return None
