"""Which environment variables a module cannot do without: all of them, so that one start more is enough."""
import ast
import re

MAX_NAMES = 40
_READERS = re.compile(r"^(env|config|get_env\w*|getenv_or_\w+|get_secret)$")
_NOT_READERS = {"get", "getenv", "read_env", "setdefault", "pop"}


def read_without_default(file):
    """And DEBUG, which is off by default only for want of the file that developers have."""
    try:
        with open(file, "rb") as stream:
            tree = ast.parse(stream.read())
    except (OSError, SyntaxError, ValueError):
        return []
    found = []
    for node in ast.walk(tree):
        try:
            name = _subscript(node) or _call(node)
        except Exception:
            continue
        if name and re.match(r"^[A-Za-z_]\w*$", name, re.ASCII) and name not in found:
            found.append(name)
    return found[:MAX_NAMES]


def _subscript(node):
    """os.environ["NAME"]"""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load) or _last_name(node.value) != "environ":
        return None
    return _text(getattr(node.slice, "value", node.slice)) if type(node.slice).__name__ == "Index" else _text(node.slice)


def _call(node):
    """env("NAME"), env.bool("NAME"), config("NAME", cast=int)"""
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name = _text(node.args[0])
    if name is None:
        return None
    default = [keyword.value for keyword in node.keywords if keyword.arg == "default"] + node.args[1:]
    reads = _reads(node.func)
    if re.search(r"(^|_)DEBUG$", name) and (reads or _last_name(node.func) in ("get", "getenv")):
        return name if not default or _is_off(default[0]) else None
    return name if reads and not default else None


def _reads(function):
    if isinstance(function, ast.Attribute):
        return _last_name(function.value) == "env" and function.attr not in _NOT_READERS
    return isinstance(function, ast.Name) and _READERS.match(function.id) is not None


def _is_off(node):
    value = getattr(node, "value", getattr(node, "s", getattr(node, "n", None)))
    return value in (False, None, 0) or str(value).lower() in ("false", "0", "off", "no", "")


def _last_name(node):
    return getattr(node, "attr", None) or getattr(node, "id", None)


def _text(node):
    value = getattr(node, "value", getattr(node, "s", None))
    return value if isinstance(value, str) else None
