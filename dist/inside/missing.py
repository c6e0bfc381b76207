"""Reads from an exception what the grader could supply: a package, a variable, a setting, a service, a file."""
import ast
import os
import re

from .missing_variables import read_without_default

_NAME = r"[A-Z][A-Z0-9_]{2,}"
_ENV_CALL = re.compile(
    r"""(?:environ(?:\.get)?|getenv|config|env(?:\.\w+)?|get_env\w*|Config)\s*[\(\[]\s*['"]([A-Za-z][A-Za-z0-9_.]*)['"]"""
)
_SERVICES = (
    (r"psycopg|postgres|port 5432|:5432", "postgres"),
    (r"redis|:6379|port 6379", "redis"),
    (r"mysql|MariaDB|3306|pymysql", "mysql"),
    (r"mongo|27017", "mongo"),
    (r"amqp|rabbit|5672|kombu", "rabbitmq"),
    (r"elastic|9200", "elasticsearch"),
    (r"memcache|11211", "memcached"),
)


class MissingVariable(Exception):
    def __init__(self, name, setting):
        Exception.__init__(self, "{} is empty: it is read from the environment variable {}".format(setting, name))
        self.name = name


def find_missing(error, frames, paths, stage):
    """{kind, name} or None. The chain of causes is read from the innermost outwards."""
    chain = list(_chain(error))
    for rule in (_module, _environment, _setting, _attribute, _service, _library, _file):
        for link in reversed(chain):
            found = rule(link, str_of(link), paths)
            if found:
                return _answer(found[0], str(found[1])[:200], paths, frames, stage)
    if stage in ("settings", "setup", "urls"):
        name = _read_without_default(error, frames, paths)
        if name:
            return _answer("env", name, paths, frames, stage)
    if stage == "settings" and isinstance(error, NameError):
        match = re.search(r"name '([A-Z]\w*)' is not defined", str_of(error))
        return _answer("setting", match.group(1), paths) if match else None
    return None


def _answer(kind, name, paths, frames=(), stage=None):
    also, last = [], next((frame for frame in reversed(frames) if frame["learner"]), None)
    if kind == "env" and stage == "settings" and last is not None:
        also = [other for other in read_without_default(os.path.join(paths.source, last["file"])) if other != name]
    return {"kind": kind, "name": name, "own": kind == "module" and _is_own(name, paths), "also": also}


def _is_own(name, paths):
    """Inside a package of the learner's: nothing that could be installed."""
    import sys

    parent = sys.modules.get(name.split(".")[0])
    if "." not in name:
        return False
    folders = list(getattr(parent, "__path__", None) or []) or [os.path.join(paths.project, name.split(".")[0])]
    return any(os.path.isdir(folder) and paths.is_learner(os.path.join(folder, "x")) for folder in folders)


def str_of(error):
    try:
        return str(error)
    except BaseException:
        return ""


def _chain(error):
    seen = set()
    while error is not None and id(error) not in seen and len(seen) < 20:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _module(error, text, paths):
    if isinstance(error, ModuleNotFoundError):
        match = re.search(r"No module named '?([\w.]+)", text)
        name = error.name or (match and match.group(1))
        return ("module", name) if name else None
    kind = type(error).__name__
    if kind in ("DistributionNotFound", "PackageNotFoundError"):
        name = getattr(getattr(error, "req", None), "project_name", None) or getattr(error, "name", None)
        return ("module", name) if name else None
    if "Pillow" in text and "ImageField" in text:
        return ("module", "PIL")
    match = re.search(r"Error loading (\w+) module|Did you install (\w+)\?", text)
    return ("module", match.group(1) or match.group(2)) if match else None


def _environment(error, text, paths):
    if isinstance(error, MissingVariable):
        return ("env", error.name)
    if isinstance(error, KeyError) and error.args and _raised_by_environ(error):
        return ("env", error.args[0])
    kind = type(error).__name__
    if kind == "UndefinedValueError":
        match = re.match(r"(\S+) not found", text)
        return ("env", match.group(1)) if match else None
    if kind == "ValidationError" and type(error).__module__.startswith("pydantic"):
        for item in error.errors():
            if "missing" in item.get("type", "") and item.get("loc"):
                return ("env", str(item["loc"][0]).upper())
        return None
    if isinstance(error, (AttributeError, ImportError, SyntaxError)):
        return None
    match = re.search(r"[Ss]et the '?([A-Za-z0-9_]+)'? env(?:ironment)? var", text) or re.search(
        r"[Ee]nv(?:ironment)? var(?:iable)?s? ['\"]?(" + _NAME + r")['\"]?|\b[Ss]et (" + _NAME + r") variable", text
    )
    if not match and re.search(r"\benv|required|must be set|not set|missing|provide", text, re.I):
        if "setting must not be empty" not in text and "settings." not in text and "INSTALLED_APPS" not in text:
            match = re.search(r"\b(SECRET_KEY|" + r"[A-Z][A-Z0-9]*_[A-Z0-9_]+" + r")\b", text)
    return ("env", match.group(match.lastindex)) if match else None


def _raised_by_environ(error):
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return False
    code = last.tb_frame.f_code
    if code.co_name == "__getitem__" and re.search(r"(^|[\\/])os\.py$|<frozen os>", code.co_filename):
        return True
    return code.co_filename.endswith(("environ.py", "decouple.py", "environs.py"))


def _setting(error, text, paths):
    match = re.search(r"'?(?:Settings|LazySettings|UserSettingsHolder)'? object has no attribute '(\w+)'", text)
    match = match or re.search(r"The (\w+) setting must not be empty", text)
    return ("setting", match.group(1)) if match else None


def _attribute(error, text, paths):
    if isinstance(error, ImportError):
        match = re.search(r"cannot import name '?(\w+)'?(?: from (?:partially initialized module )?'?([\w.]+))?", text)
        if match:
            return ("attribute", "{}.{}".format(match.group(2) or error.name or "", match.group(1)).lstrip("."))
    return None


def _service(error, text, paths):
    kind = type(error)
    names = {base.__name__ for base in kind.__mro__}
    offline = names & {"OperationalError", "ConnectionError", "ServerSelectionTimeoutError", "gaierror", "InterfaceError"}
    if not offline or isinstance(error, (BrokenPipeError,)):
        return None
    if "no such table" in text or "does not exist" in text and "relation" in text or "locked" in text:
        return None
    where = kind.__module__ + " " + text
    for pattern, name in _SERVICES:
        if re.search(pattern, where, re.I):
            return ("service", name)
    match = re.search(r'host(?: name)? "([\w.-]+)"|to ([\w.-]+:\d+)', text)
    return ("service", match.group(1) or match.group(2)) if match else None


def _library(error, text, paths):
    match = re.search(r"(lib[\w+.-]+\.so[\d.]*): cannot open shared object", text)
    match = match or re.search(r"Could not find the (\w+) library|failed to find (libmagic)", text)
    return ("library", match.group(1) or match.group(match.lastindex)) if match else None


def _file(error, text, paths):
    if isinstance(error, (FileNotFoundError, PermissionError)) and error.filename:
        return ("file", paths.relative(str(error.filename)))
    return None


def _read_without_default(error, frames, paths):
    """`int(os.getenv("PORT"))`: the exception does not name the variable, the learner's line does."""
    if not isinstance(error, (TypeError, AttributeError, ValueError, KeyError)):
        return None
    last = next((frame for frame in reversed(frames) if frame["learner"]), None)
    if last is None:
        return None
    statement, assigned = _statement(paths.source + "/" + last["file"], last["line"])
    match = _ENV_CALL.search(statement)
    if match:
        return match.group(1)
    for name in re.findall(r"\b[A-Za-z_]\w*\b", statement):
        if name in assigned:
            return assigned[name]
    return None


def variable_behind(setting, paths):
    """From which environment variable a setting is read, by the source of the learner's modules."""
    import sys

    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None) or ""
        if file.endswith(".py") and paths.is_learner(file) and hasattr(module, setting):
            try:
                name = _statement(file, 0)[1].get(setting)
            except (OSError, SyntaxError):
                continue
            if name:
                return name
    return None


def _statement(file, line):
    """The text of the statement at `line`, and which names of the file come from which variable."""
    with open(file, "rb") as stream:
        text = stream.read().decode("utf-8", "replace")
    lines, assigned, statement = text.split("\n"), {}, ""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.stmt):
            continue
        end = max([getattr(inner, "lineno", node.lineno) for inner in ast.walk(node)])
        body = "\n".join(lines[node.lineno - 1:end])
        if node.lineno <= line <= end and (not statement or len(body) < len(statement)):
            statement = body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            match = _ENV_CALL.search(body)
            if match:
                assigned[node.targets[0].id] = match.group(1)
    return statement, assigned
