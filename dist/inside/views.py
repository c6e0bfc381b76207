"""From a URL's callback to the view behind it: decorators removed, handlers per method, what guards it."""
import inspect

from . import inputs, inputs_named, limits, query_names, source
from .policies import guards, pagination_of, rest_policies, set_constants
from .unwrap import api_view_function, dotted, find_view

METHODS = ("get", "post", "put", "patch", "delete")


def describe_view(entry, paths):
    """Routes of facts.ts for one URL pattern (django-ninja puts several handlers behind one)."""
    from . import ninja_operations

    callback = entry["callback"]
    operations = ninja_operations.operations_of(callback)
    if operations is not None:
        return ninja_operations.describe(entry, operations, paths)
    view = find_view(callback)
    if inspect.isclass(view):
        return [_class_view(entry, callback, view, paths)]
    return [_function_view(entry, callback, view, paths)]


def _class_view(entry, callback, cls, paths):
    rest = _rest_framework_view(cls)
    api_view = rest and cls.__qualname__.endswith("WrappedAPIView")
    initial = _initkwargs(callback)
    handlers = _handlers(callback, cls, initial)
    functions = {method: api_view_function(cls, method) for method in handlers} if api_view else {}
    shown = next((item for item in functions.values() if item), None) if api_view else cls
    instance = _instance(cls, initial, entry, paths)
    methods = []
    for method, handler in handlers.items():
        function = functions.get(method)
        name = getattr(function, "__name__", handler)
        methods.append(_method(method, name, function, cls, instance, rest, paths))
    route = route_of(entry, shown or cls, paths)
    if api_view:
        route["view"]["kind"] = "drf-function"
    else:
        route["view"]["kind"] = "class" if not rest else "drf-viewset" if getattr(callback, "actions", None) else "drf-class"
    route["view"]["bases"] = [dotted(base) for base in cls.__mro__[1:-1]]
    route["methods"] = methods
    route["model"] = inputs.model_of_view(cls, instance) or common_model(methods)
    if rest:
        rest_policies(route, cls, instance)
    else:
        route["permissions"] = guards(callback, cls)
    route["throttles"] += limits.decorators(callback, cls, [m for m in functions.values() if m], paths) + limits.middleware()
    route["pagination"] = pagination_of(cls, instance, rest)
    route["template"] = _template(cls, instance, initial)
    set_constants(route, entry, cls, rest)
    return route


def _function_view(entry, callback, function, paths):
    route = route_of(entry, function, paths)
    methods = []
    for method in source.methods_of(callback, function, paths):
        methods.append(_method(method, getattr(function, "__name__", "view"), function, None, None, False, paths))
    route["methods"] = methods
    route["model"] = common_model(methods)
    route["permissions"] = guards(callback, None)
    route["throttles"] = limits.decorators(callback, None, [function], paths) + limits.middleware()
    set_constants(route, entry, None, False)
    return route


def route_of(entry, view, paths):
    place = paths.place(view)
    return {
        "path": entry["path"],
        "params": [dict(item) for item in entry["params"]],
        "name": entry["name"],
        "methods": [],
        "view": {
            "name": dotted(view),
            "kind": "function" if inspect.isfunction(view) else "other",
            "learner": place is not None,
            "place": place,
            "bases": [],
            "docstring": (inspect.getdoc(view) or None) if place else None,
        },
        "model": None,
        "permissions": [],
        "authentications": [],
        "throttles": [],
        "pagination": None,
        # Exactly what CsrfViewMiddleware asks: decorators within the view do not count.
        "csrfExempt": bool(getattr(entry["callback"], "csrf_exempt", False)),
        "template": None,
    }


def _template(cls, instance, initial):
    """As given to the view, else the name that Django's generic views derive from their model."""
    given = initial.get("template_name") or getattr(instance or cls, "template_name", None)
    if given:
        return str(given)
    suffix, label = getattr(cls, "template_name_suffix", None), inputs.model_of_view(cls, instance)
    return "{}{}.html".format(label.lower().replace(".", "/"), suffix) if suffix and label else None


def _initkwargs(callback):
    for item in (callback, getattr(callback, "__wrapped__", None)):
        value = getattr(item, "initkwargs", None) or getattr(item, "view_initkwargs", None)
        if isinstance(value, dict):
            return value
    return {}


def _handlers(callback, cls, initial):
    """{method: handler name}, OPTIONS and HEAD left out."""
    actions = getattr(callback, "actions", None)
    if isinstance(actions, dict) and actions:
        return {method: name for method, name in actions.items() if method in METHODS}
    allowed = [str(name).lower() for name in initial.get("http_method_names") or getattr(cls, "http_method_names", METHODS)]
    return {
        method: method for method in METHODS
        if method in allowed and callable(getattr(cls, method, None)) and not _only_form_put(cls, method)
    }


def _only_form_put(cls, method):
    """ProcessFormView answers PUT like POST; nobody means to offer that."""
    function = getattr(cls, method, None)
    return method == "put" and getattr(function, "__module__", "").startswith("django.views.generic")


def _rest_framework_view(cls):
    return any(base.__module__ == "rest_framework.views" for base in cls.__mro__)


def _instance(cls, initial, entry, paths):
    try:
        view = cls(**{key: value for key, value in initial.items() if hasattr(cls, key)})
    except Exception:
        try:
            view = cls()
        except Exception:
            return None
    view.args = ()
    view.kwargs = {item["name"]: _sample(item["converter"]) for item in entry["params"]}
    view.format_kwarg = None
    return view


def _sample(converter):
    return 1 if converter == "int" else "00000000-0000-0000-0000-000000000001" if converter == "uuid" else "1"


def _method(method, handler, function, cls, instance, rest, paths):
    target = function or getattr(cls, handler, None)
    found = inputs.input_of(method, handler, target, cls, instance, rest)
    read = source.read(target, cls, method, handler, found["classes"], paths)
    if found["fields"] is None:
        found = inputs_named.from_names(read["filled"] + read["names"], method) or found
    return {
        "method": method.upper(),
        "handler": handler,
        "place": _handler_place(target, cls, handler, paths),
        "calls": read["calls"],
        "keys": read["keys"],
        "queries": read["queries"] + (query_names.of_view(cls, instance, rest) if cls is not None and method == "get" and handler != "retrieve" else []),
        "models": read["models"],
        "input": found["fields"],
        "inputName": found["name"],
        "inputModel": found["model"],
    }


def _handler_place(target, cls, handler, paths):
    place = paths.place(target) if target is not None else None
    if place is None and cls is not None:
        hook = {"create": "perform_create", "update": "perform_update", "destroy": "perform_destroy"}.get(handler)
        place = paths.place(getattr(cls, hook)) if hook and hasattr(cls, hook) else None
        place = place or paths.place(cls)
    return place


def common_model(methods):
    """The model that the handlers name, where it is clear; the user model only when there is no other."""
    from django.contrib.auth import get_user_model

    user = get_user_model()._meta.label
    for item in methods:
        if item["inputModel"]:
            return item["inputModel"]
    named = [label for item in methods for label in item["models"]]
    others = [label for label in named if label != user]
    return (others or named or [None])[0]
