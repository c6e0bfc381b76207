"""Secrets in Python: literals that are given to a name that stands for one, told from values that the environment gives."""
import ast
import re

from secret_places import is_development, is_seed
from secret_words import SETTINGS, STARTPROJECT, is_placeholder, is_secret_name, is_to_be_filled, looks_real

_READS = re.compile(r"env|config|secret|vault|getpass|read|ssm|boto", re.IGNORECASE)
_DEVELOPS = re.compile(r"\b(DEBUG|TESTING|CI|DEV|DEVELOPMENT|LOCAL)\b|GITHUB_|TRAVIS|['\"](test|dev|development|local)['\"]")
_PASSWORD_AT = {"create_user": 2, "create_superuser": 2, "set_password": 0, "make_password": 0}
_LINE = re.compile(r"^\s*[\"']?([A-Za-z_]\w*)[\"']?\s*(?:\]\s*)?(?::\s*str\s*)?[:=]\s*[rbu]?([\"'])(.+?)\2\s*,?\s*(?:#.*)?$")
DATABASE = "PASSWORD of a database"


def parse(text):
    """Null where it is not Python that can be read."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def names_read(tree):
    """Names that are given a value from outside somewhere."""
    return {name for name, value, _ in _assignments(tree) if any(_is_read(node) for node in ast.walk(value))}


def find_in_tree(tree, path, reads):
    """(name, value, line, counts, why)"""
    elsewhere = _for_developers(tree)
    for name, value, exact in _assignments(tree):
        if exact or name in SETTINGS or is_secret_name(name):
            for text, line, how in _literals(value):
                development = is_development(path) or any(first <= line <= last for first, last in elsewhere)
                said = judge(name, text, how, path, reads, exact or name in SETTINGS, development)
                if said:
                    yield (name, text, line) + said


def find_in_line(line, path):
    """The same for a line alone, as the history shows it: (name, value, counts, why), or None."""
    match = _LINE.match(line[:2000])
    if not match or not is_secret_name(match.group(1)) and match.group(1) not in SETTINGS:
        return None
    name, value = match.group(1), match.group(3)
    # Behind the word that Django puts before it, the key of startproject is as random as any other.
    text = value[len(STARTPROJECT):] if value.startswith(STARTPROJECT) else value
    if is_development(path) or is_placeholder(text) or not (name in SETTINGS and len(text) >= 6 or looks_real(text)):
        return None
    return name, value, True, None


def judge(name, value, how, path, reads, exact, development):
    """(counts, why not), or None for what is no secret at all."""
    if not value.strip() or is_to_be_filled(value):
        return None
    if value.startswith(STARTPROJECT):
        if how == "default":
            return False, "only used where the variable is missing, and Django itself calls it insecure"
        if development or name in reads:
            return False, "only used in development: elsewhere the environment gives the value"
        return True, None
    if how == "default":
        return (True, None) if looks_real(value) and not development else None
    if exact:
        if development or is_placeholder(value) and name in reads:
            return (False, "only used in development") if looks_real(value) else None
        return True, None
    return (True, None) if looks_real(value) and not is_seed(path) else None


def _for_developers(tree):
    """Lines that run only while somebody develops or tests: (first, last)."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and _DEVELOPS.search(ast.unparse(node.test)):
            negated = isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not)
            lines = node.orelse if negated else node.body
            if lines:
                found.append((lines[0].lineno, lines[-1].end_lineno))
    return found


def _assignments(tree):
    """(name, value, is a password of a database)"""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield _name(target), node.value, False
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield _name(node.target), node.value, False
        elif isinstance(node, ast.Dict):
            keys = [_text(key) for key in node.keys]
            database = "ENGINE" in keys
            for key, value in zip(keys, node.values):
                if key:
                    yield (DATABASE, value, True) if database and key == "PASSWORD" else (key, value, False)
        elif isinstance(node, ast.Call):
            for keyword in node.keywords:
                if keyword.arg:
                    yield keyword.arg, keyword.value, False
            at = _PASSWORD_AT.get(_dotted(node.func).split(".")[-1])
            if at is not None and len(node.args) > at:
                yield "password", node.args[at], False
        elif isinstance(node, ast.Compare) and len(node.comparators) == 1:
            yield _name(node.left), node.comparators[0], False


def _literals(value):
    """(text, line, `literal` or `default`)"""
    text = _text(value)
    if text is not None:
        yield text, value.lineno, "literal"
    elif isinstance(value, (ast.List, ast.Tuple, ast.Set)):
        for element in value.elts:
            for found in _literals(element):
                yield found
    elif isinstance(value, (ast.BoolOp, ast.IfExp)):
        parts = value.values if isinstance(value, ast.BoolOp) else [value.body, value.orelse]
        reads = any(_is_read(node) for node in ast.walk(value))
        for part in parts:
            for found in _literals(part):
                yield (found[0], found[1], "default") if reads else found
    elif isinstance(value, ast.Call):
        for found in _in_call(value):
            yield found


def _in_call(call):
    name = _dotted(call.func)
    given = [keyword.value for keyword in call.keywords if keyword.arg in ("default", "cast_default")]
    if _is_read(call):
        for part in call.args[1:] + given:
            for text, line, _ in _literals(part):
                yield text, line, "default"
    elif name in ("str", "bytes", "bytearray") or name.endswith((".encode", ".strip", "force_str", "force_bytes")):
        of = call.func.value if isinstance(call.func, ast.Attribute) and not call.args else None
        for part in call.args[:1] + ([of] if of is not None else []):
            for found in _literals(part):
                yield found


def _is_read(node):
    if isinstance(node, ast.Subscript):
        return _dotted(node.value).endswith("environ") or bool(re.search(r"(^|\.)(env|config|secrets)$", _dotted(node.value)))
    return isinstance(node, ast.Call) and bool(_READS.search(_dotted(node.func)))


def _text(node):
    if isinstance(node, ast.Constant):
        value = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
        return value if isinstance(value, str) else None
    if isinstance(node, ast.JoinedStr):
        parts = [_text(part) for part in node.values]
        return "".join(parts) if all(part is not None for part in parts) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        return left + right if left is not None and right is not None else None
    return None


def _name(target):
    if isinstance(target, ast.Name):
        return target.id
    if isinstance(target, ast.Attribute):
        return target.attr
    if isinstance(target, ast.Subscript):
        return _text(target.slice) or ""
    return ""


def _dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        parts.append(node.id)
    elif isinstance(node, ast.Call):
        parts.append(_dotted(node.func))
    return ".".join(reversed(parts))
