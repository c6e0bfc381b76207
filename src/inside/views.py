"""From a URL's callback to the view behind it: decorators removed, handlers per method, what guards it."""
import functools
import inspect

from . import inputs, limits, source
from .models import number

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


def find_view(callback):
    """The class or function under decorators: by attributes of as_view(), `__wrapped__`, or closures."""
    seen, waiting = set(), [callback]
    functions = []
    while waiting and len(seen) < 50:
        item = waiting.pop(0)
        if id(item) in seen:
            continue
        seen.add(id(item))
        cls = getattr(item, "cls", None) or getattr(item, "view_class", None)
        if inspect.isclass(cls):
            return cls
        if isinstance(item, functools.partial):
            waiting.append(item.func)
            continue
        if inspect.ismethod(item):
            item = item.__func__
        if inspect.isfunction(item):
            functions.append(item)
            inner = getattr(item, "__wrapped__", None)
            waiting += [inner] if callable(inner) else _callables(item)
        elif callable(item) and not inspect.isclass(item) and hasattr(type(item), "__call__"):
            functions.append(item)
    return _innermost(functions) or callback


def _callables(function):
    """Functions that a decorator without functools.wraps keeps in its closure."""
    found = []
    for cell in function.__closure__ or ():
        try:
            value = cell.cell_contents
        except ValueError:
            continue
        if inspect.isfunction(value) and "request" in _first_arguments(value):
            found.append(value)
    return found


def _first_arguments(function):
    code = function.__code__
    return code.co_varnames[:2] if code.co_argcount else ("request",)


def _innermost(functions):
    return functions[-1] if functions else None


def _class_view(entry, callback, cls, paths):
    rest = _rest_framework_view(cls)
    api_view = rest and cls.__qualname__.endswith("WrappedAPIView")
    initial = _initkwargs(callback)
    handlers = _handlers(callback, cls, initial)
    functions = {method: _api_view_function(cls, method) for method in handlers} if api_view else {}
    shown = next((item for item in functions.values() if item), None) if api_view else cls
    instance = _instance(cls, initial, entry, paths)
    methods = []
    for method, handler in handlers.items():
        function = functions.get(method)
        name = getattr(function, "__name__", handler)
        methods.append(_method(method, name, function, cls, instance, rest, paths))
    route = _route(entry, shown or cls, paths)
    if api_view:
        route["view"]["kind"] = "drf-function"
    else:
        route["view"]["kind"] = "class" if not rest else "drf-viewset" if getattr(callback, "actions", None) else "drf-class"
    route["view"]["bases"] = [_dotted(base) for base in cls.__mro__[1:-1]]
    route["methods"] = methods
    route["model"] = inputs.model_of_view(cls, instance) or _common_model(methods)
    if rest:
        _rest_policies(route, cls, instance)
    else:
        route["permissions"] = guards(callback, cls)
    route["throttles"] += limits.decorators(callback, cls, [m for m in functions.values() if m]) + limits.middleware()
    route["pagination"] = _pagination(cls, instance, rest)
    _constants(route, entry, cls, rest)
    return route


def _function_view(entry, callback, function, paths):
    route = _route(entry, function, paths)
    methods = []
    for method in source.methods_of(callback, function):
        methods.append(_method(method, getattr(function, "__name__", "view"), function, None, None, False, paths))
    route["methods"] = methods
    route["model"] = _common_model(methods)
    route["permissions"] = guards(callback, None)
    route["throttles"] = limits.decorators(callback, None, [function]) + limits.middleware()
    _constants(route, entry, None, False)
    return route


def _route(entry, view, paths):
    place = paths.place(view)
    return {
        "path": entry["path"],
        "params": [dict(item) for item in entry["params"]],
        "name": entry["name"],
        "methods": [],
        "view": {
            "name": _dotted(view),
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
    }


def _dotted(thing):
    return "{}.{}".format(getattr(thing, "__module__", ""), getattr(thing, "__qualname__", type(thing).__name__))


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


def _api_view_function(cls, method):
    handler = getattr(cls, method, None)
    for cell in getattr(handler, "__closure__", None) or ():
        try:
            if inspect.isfunction(cell.cell_contents):
                return find_view(cell.cell_contents)
        except ValueError:
            continue
    return None


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
        found = inputs.from_names(read["names"], method) or found
    return {
        "method": method.upper(),
        "handler": handler,
        "place": _handler_place(target, cls, handler, paths),
        "calls": read["calls"],
        "keys": read["keys"],
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


def _common_model(methods):
    """The model that the handlers name, where it is clear; the user model only when there is no other."""
    from django.contrib.auth import get_user_model

    user = get_user_model()._meta.label
    for item in methods:
        if item["inputModel"]:
            return item["inputModel"]
    named = [label for item in methods for label in item["models"]]
    others = [label for label in named if label != user]
    return (others or named or [None])[0]


def _rest_policies(route, cls, instance):
    route["permissions"] = _names(_ask(instance, "get_permissions"), getattr(cls, "permission_classes", ()))
    route["authentications"] = _names(_ask(instance, "get_authenticators"), getattr(cls, "authentication_classes", ()))
    route["throttles"] = limits.rest_framework(cls, instance)


def _ask(instance, name):
    try:
        return list(getattr(instance, name)())
    except Exception:
        return None


def _names(instances, classes):
    """Names of policy objects; a string instead of a list happens, DRF then fails at request time."""
    if instances is not None:
        return [_policy(item) for item in instances]
    items = [classes] if isinstance(classes, str) or inspect.isclass(classes) else list(classes or ())
    return [item if isinstance(item, str) else _dotted(item) for item in items]


def _policy(item):
    parts = [getattr(item, "op1", None), getattr(item, "op2", None)]
    inner = [_policy(part) for part in parts if part is not None]
    name = _dotted(type(item))
    return "{}({})".format(name.split(".")[-1], ", ".join(inner)) if inner else name


def guards(callback, cls):
    """Session views: login_required and friends, by the names of decorators and mixins."""
    found = [
        _dotted(base) for base in (cls.__mro__ if cls else ())
        if base.__module__.startswith("django.contrib.auth.mixins") and base.__name__ != "AccessMixin"
    ]
    for item in _layers(callback) + _layers(getattr(cls, "dispatch", None)):
        name = getattr(item, "__qualname__", "")
        module = getattr(item, "__module__", "") or ""
        code = getattr(item, "__code__", None)
        if code is not None and code.co_filename.replace("\\", "/").endswith("contrib/auth/decorators.py"):
            found.append("django.contrib.auth.decorators.login_required")
        elif "<locals>" in name and not module.startswith("django.") and not module.startswith("rest_framework."):
            found.append("{}.{}".format(module, name.split(".<locals>")[0]))
    return sorted(set(found), key=found.index)


def _layers(callback):
    """Every wrapper around a view, the outermost first."""
    layers, waiting, seen = [], [callback], set()
    while waiting and len(seen) < 50:
        item = waiting.pop(0)
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        layers.append(item)
        if inspect.isfunction(item):
            for cell in item.__closure__ or ():
                try:
                    if inspect.isfunction(cell.cell_contents):
                        waiting.append(cell.cell_contents)
                except ValueError:
                    continue
    return layers


def _pagination(cls, instance, rest):
    if not rest:
        size = getattr(cls, "paginate_by", None)
        return {"style": "Paginator", "size": number(size)} if size else None
    paginator = getattr(cls, "pagination_class", None)
    if not inspect.isclass(paginator):
        return None
    try:
        made = paginator()
        size = getattr(made, "page_size", None) or getattr(made, "default_limit", None)
    except Exception:
        size = None
    # DRF's default class without a size does not paginate
    return {"style": paginator.__name__, "size": number(size)} if size else None


def _constants(route, entry, cls, rest):
    """A version in the URL has one sensible value; so has a parameter that matches a list of words."""
    versioning = getattr(cls, "versioning_class", None) if rest else None
    name = getattr(versioning, "version_param", "version") if versioning else "version"
    for item in route["params"]:
        if item["converter"].startswith("choice:"):
            item["constant"] = item["converter"].split(":", 1)[1]
            item["converter"] = "str"
        if item["name"] == name and versioning is not None:
            allowed = list(getattr(versioning, "allowed_versions", None) or [])
            value = getattr(versioning, "default_version", None) or (allowed or [item["constant"]])[0]
            item["constant"] = None if value is None else str(value)
        elif item["name"] in ("version", "api_version") and item["constant"] is None:
            item["constant"] = _default_version()


def _default_version():
    from django.conf import settings

    rest = getattr(settings, "REST_FRAMEWORK", None)
    rest = rest if isinstance(rest, dict) else {}
    value = rest.get("DEFAULT_VERSION") or (list(rest.get("ALLOWED_VERSIONS") or []) or [None])[0]
    return value if value is None else str(value)
