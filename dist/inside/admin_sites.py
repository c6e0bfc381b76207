"""What the admin sites of the URL configuration show: a change list per model, with its search and its filters."""
import ast
import inspect
import sys


def collect(paths, problems):
    from django.urls import get_resolver

    sites, models = [], []
    for prefix, site in _sites(get_resolver(None), ""):
        sites.append({"path": prefix})
        for model, options in list(site._registry.items()):
            try:
                models.append(_model(prefix, model, options, paths))
            except Exception as error:
                problems.append("admin of {!r}: {}: {}".format(model, type(error).__name__, error))
    return {"sites": sites, "models": models[:2000]}


def _sites(resolver, prefix, depth=0):
    """(path, AdminSite), found by the views that a site hands out: its name and its place are the learner's choice."""
    from .routes import translate

    for pattern in resolver.url_patterns:
        if depth > 5 or not hasattr(pattern, "url_patterns"):
            continue
        try:
            path = prefix + translate(pattern)[0]
            site = next((site for site in map(_site_of, pattern.url_patterns) if site is not None), None)
            found = [("/" + path.lstrip("/"), site)] if site is not None else list(_sites(pattern, path, depth + 1))
        except Exception:
            continue
        for item in found:
            yield item


def _site_of(pattern):
    return getattr(getattr(pattern, "callback", None), "admin_site", None)


def _model(prefix, model, options, paths):
    path = "{}{}/{}/".format(prefix, model._meta.app_label, model._meta.model_name)
    request = _request()
    inlines = _asked(options, "get_inlines", "inlines", request, None)
    return {
        "model": model._meta.label,
        "path": path,
        "add": path + "add/" if _may_add(options, request) else None,
        "search": [str(name) for name in _asked(options, "get_search_fields", "search_fields", request)],
        "filter": [_filter(item) for item in _asked(options, "get_list_filter", "list_filter", request)],
        "dateHierarchy": options.date_hierarchy or None,
        "inlines": [item.model._meta.label for item in inlines if hasattr(getattr(item, "model", None), "_meta")],
        "place": paths.place(type(options)) or _registration(model, paths),
    }


def _asked(options, method, attribute, *arguments):
    try:
        return list(getattr(options, method)(*arguments) or ())
    except Exception:
        return list(getattr(options, attribute, None) or ())


def _filter(item):
    """A field's name, a class with a parameter of its own, or a field with the class that shows it."""
    if isinstance(item, (tuple, list)) and item:
        item = item[0]
    if isinstance(item, str):
        return item
    return str(getattr(item, "parameter_name", None) or getattr(item, "__name__", None) or type(item).__name__)


def _may_add(options, request):
    try:
        return bool(options.has_add_permission(request))
    except Exception:
        return True


def _request():
    """Of somebody who may do everything."""
    from django.contrib.auth import get_user_model
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.session = {}
    request.user = get_user_model()(pk=1)
    for name in ("is_active", "is_staff", "is_superuser", "is_admin"):
        try:
            setattr(request.user, name, True)
        except Exception:
            continue
    return request


def _registration(model, paths):
    """`admin.site.register(Book)` without a class of options: the line of that call."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if not name.endswith("admin") or not paths.is_learner(file):
            continue
        try:
            tree = ast.parse(inspect.getsource(module))
        except Exception:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) == "register":
                if any(model.__name__ in (getattr(item, "id", None), getattr(item, "attr", None)) for item in _named(node)):
                    return {"file": paths.relative(file), "line": node.lineno}
    return None


def _named(call):
    return [item for argument in call.args[:1] for item in ast.walk(argument)]
