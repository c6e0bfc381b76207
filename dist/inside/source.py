"""What a handler's source says: what it calls, which body keys it reads, which models it names."""
import ast
import inspect
import textwrap

from .source_walk import Walk

_HOOKS = {
    "create": ("perform_create", "get_queryset"),
    "update": ("perform_update", "get_queryset", "get_object"),
    "partial_update": ("perform_update", "get_queryset", "get_object"),
    "destroy": ("perform_destroy", "get_queryset", "get_object"),
    "list": ("get_queryset", "filter_queryset"),
    "retrieve": ("get_queryset", "get_object"),
    "get": ("get_queryset", "get_object", "get_context_data", "perform_create"),
    "post": ("perform_create", "form_valid", "get_form_kwargs", "create", "save"),
    "put": ("perform_update", "get_queryset", "get_object", "update"),
    "patch": ("perform_update", "get_queryset", "get_object", "partial_update"),
    "delete": ("perform_destroy", "get_queryset", "get_object", "destroy"),
}
_INPUT_METHODS = ("create", "save", "update", "validate", "clean", "to_internal_value")


def read(target, cls, method, handler, classes, paths):
    """{calls, keys, models, names, filled} of the handler, of the learner's hooks and helpers that it reaches."""
    walk = Walk(cls, method.upper(), paths)
    walk.function(target)
    for hook in _HOOKS.get(handler, ()) if cls is not None else ():
        if hook != handler:
            walk.function(getattr(cls, hook, None))
    if method not in ("get", "delete"):
        for kind in classes:
            for name in _INPUT_METHODS:
                walk.function(getattr(kind, name, None))
    return {
        "calls": walk.calls[:200],
        "keys": walk.keys[:100],
        "queries": walk.queries[:50],
        "models": walk.models[:50],
        "names": walk.objects,
        "filled": walk.filled,
    }


def methods_of(callback, function, paths):
    """HTTP methods that a plain function serves: by require_http_methods, else by what its source compares."""
    listed = _required_methods(callback)
    if listed:
        return listed
    tree = tree_of(function)
    if tree is None:
        return ["get"] if _is_feed(function) else ["get", "post"]
    tree = ast.Module(body=[tree] + list(_helpers(tree, function, paths)), type_ignores=[])
    compared, refused = set(), False
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and _is_method(node.left):
            refused = refused or isinstance(node.ops[0], (ast.NotEq, ast.NotIn))
            for item in node.comparators:
                compared.update(_words(item))
        elif type(node).__name__ == "Match" and _is_method(node.subject):
            for inner in ast.walk(node):
                compared.update(_words(inner))
    text = ast.dump(tree)
    known = [method for method in ("get", "post", "put", "patch", "delete") if method.upper() in compared]
    if not known:
        return ["get", "post"] if any(word in text for word in ("'POST'", "'body'", "'FILES'")) else ["get"]
    if "get" not in known and not refused and "405" not in text and "NotAllowed" not in text:
        known.insert(0, "get")
    return known


def _helpers(tree, function, paths, depth=2):
    """Functions of the learner's to which the view hands its request: one form for making and for changing, say."""
    names = getattr(inspect.unwrap(function), "__globals__", {})
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not any(getattr(item, "id", None) == "request" for item in node.args):
            continue
        helper = names.get(getattr(node.func, "id", None))
        if inspect.isfunction(helper) and helper is not function and paths.is_learner(helper.__code__.co_filename):
            inner = tree_of(helper)
            if inner is not None:
                yield inner
                if depth > 1:
                    for item in _helpers(inner, helper, paths, depth - 1):
                        yield item


def _is_feed(view):
    return any(base.__module__.startswith("django.contrib.syndication") for base in type(view).__mro__)


def tree_of(function):
    """Syntax tree of a function's own source, or None."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    except Exception:
        return None
    body = tree.body[0] if tree.body else None
    return body if isinstance(body, (ast.FunctionDef, ast.AsyncFunctionDef)) else None


def _required_methods(callback):
    from .unwrap import layers

    for layer in layers(callback):
        code = getattr(layer, "__code__", None)
        if code is None or "request_method_list" not in code.co_freevars:
            continue
        cell = layer.__closure__[code.co_freevars.index("request_method_list")]
        return [str(name).lower() for name in cell.cell_contents if str(name).upper() not in ("HEAD", "OPTIONS")]
    return None


def _is_method(node):
    return isinstance(node, ast.Attribute) and node.attr == "method"


def _words(node):
    for inner in ast.walk(node):
        value = constant(inner)
        if isinstance(value, str):
            yield value.upper()


def constant(node):
    """The value of a literal; ast.Str of Python 3.7 and older included."""
    if type(node).__name__ in ("Constant", "NameConstant"):
        return node.value
    return node.s if type(node).__name__ == "Str" else None
