"""Rate limits that the learner wrote: in a decorator, a mixin, a method or a middleware of their own."""
import ast
import inspect
import re
import textwrap

from .source import constant

_REFUSES = re.compile(r"\b429\b|Throttled|TOO_MANY|TooMany|Ratelimited|get_usage|is_ratelimited", re.I)
_LIMIT = re.compile(r"LIMIT|MAX|REQUESTS|CALLS|RATE|ALLOWED", re.I)
_WINDOW = re.compile(r"WINDOW|PERIOD|SECONDS|INTERVAL|DURATION|TIMEOUT", re.I)


def find(functions, cls, entry, parse, paths):
    """Entries for what surrounds a view: `functions` are its layers, `cls` brings its methods, middleware counts too."""
    found = []
    for function in _learner_functions(functions, cls, paths):
        try:
            text = inspect.getsource(function.__code__)  # of the wrapper, not of what it wraps
        except (OSError, TypeError):
            continue
        if _REFUSES.search(text):
            try:
                limit, window, rate = _declared(function, parse)
            except Exception:
                limit = window = rate = None
            item = entry(_name(function), None, rate, _counts(text), limit, window)
            if item not in found:
                found.append(item)
    return found


def _learner_functions(functions, cls, paths):
    methods = [
        getattr(base, name, None) for base in (cls.__mro__ if cls else ()) if paths.place(base)
        for name in ("check_throttles", "dispatch", "initial") if name in base.__dict__
    ]
    for function in list(functions) + methods + _middleware():
        if inspect.isfunction(function) and paths.is_learner(function.__code__.co_filename):
            yield function


def _middleware():
    from django.conf import settings
    from django.utils.module_loading import import_string

    found = []
    for path in getattr(settings, "MIDDLEWARE", None) or ():
        try:
            thing = import_string(path)
        except Exception:
            continue
        found += [thing] if inspect.isfunction(thing) else [
            value for name, value in vars(thing).items() if inspect.isfunction(value) and name != "__init__"
        ]
    return found


def _name(function):
    """The decorator's or class's name; functools.wraps has given the wrapper the name of the view."""
    for name, thing in function.__globals__.items():
        if inspect.isfunction(thing) and _holds(thing.__code__, function.__code__, 0):
            return name
    return function.__qualname__.split(".")[0]


def _holds(outer, inner, depth):
    codes = [item for item in outer.co_consts if inspect.iscode(item)]
    return inner in codes or depth < 3 and any(_holds(item, inner, depth + 1) for item in codes)


def _declared(function, parse):
    """(limit, window, rate as written) from the texts and numbers that the function's source names."""
    limit, window = None, None
    for name, value in _values(function):
        if isinstance(value, str) and re.match(r"^\s*\d+\s*/\s*\d*\s*[smhd]", value):
            return parse(value) + (value,)
        if isinstance(value, (tuple, list)) and len(value) == 2 and all(type(item) is int for item in value):
            return value[0], value[1], "{}/{}s".format(value[0], value[1])
        if hasattr(value, "total_seconds") and _WINDOW.search(name):
            window = window or int(value.total_seconds())
        if type(value) is int and value > 0:
            if _WINDOW.search(name):
                window = window or value
            elif _LIMIT.search(name):
                limit = limit or value
    return limit, window, None


def _values(function):
    """Names and values: settings, globals, closures, class attributes and literals, in source order."""
    from django.conf import settings

    tree = ast.parse(textwrap.dedent(inspect.getsource(function.__code__)))
    known = dict(function.__globals__)
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            known[name] = cell.cell_contents
        except ValueError:
            continue
    owner = _owner(function)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", None) == "settings":
            yield node.attr, getattr(settings, node.attr, None)
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", None) in ("self", "cls") and owner:
            yield node.attr, inspect.getattr_static(owner, node.attr, None)
        elif isinstance(node, ast.Name) and node.id in known:
            yield node.id, known[node.id]
        elif isinstance(node, ast.keyword) and constant(node.value) is not None:
            yield node.arg or "", constant(node.value)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, constant(node.value)


def _owner(function):
    thing = function.__globals__.get(function.__qualname__.split(".")[0])
    return thing if inspect.isclass(thing) else None


def _counts(text):
    if re.search(r"user_or_ip|\buser\b|user\.(id|pk)|user_id", text):
        return "user"
    return "address" if re.search(r"REMOTE_ADDR|get_ident|FORWARDED|['\"]ip['\"]|\bip\b", text) else "unknown"
