"""What the output of a failed install says: what kind of failure, and which packages it names."""
import re

_NAME = r"[`'\"]?([A-Za-z0-9][A-Za-z0-9._-]*)"
_NETWORK = re.compile(
    r"error sending request|dns error|tcp connect error|connection refused|ConnectionError|NewConnectionError"
    r"|Temporary failure in name resolution|Read timed out|operation timed out|certificate verify failed"
    r"|invalid peer certificate|HTTP status (?:server error|client error \((?:401|403|429))",
    re.IGNORECASE,
)
_UNKNOWN = (
    re.compile(_NAME + r" was not found in (?:the package registry|the provided)"),
    re.compile(r"from versions: none\)\s.*?No matching distribution found for " + _NAME, re.DOTALL),
)
_NO_VERSION = (
    re.compile(r"there (?:is|are) no versions? of " + _NAME),
    re.compile(r"only " + _NAME + r"(?:\[[^\]]*\])?\s*[<>=!~][^ ]* (?:is|are) available"),
    re.compile(r"only the following versions of " + _NAME),
    re.compile(r"No matching distribution found for " + _NAME),
)
_NO_WHEEL = (
    re.compile(_NAME + r"(?:[=<>!~][^ ]*)? ha(?:s|ve) no (?:usable )?wheels"),
    re.compile(r"Wheels are required for " + _NAME),
)
# What Django asks of its own parts comes before a pin: it does not start without them.
_OF_DJANGO = re.compile(r"\bdjango(?:[=<>!~][^ ]*)? depends on " + _NAME)
_BUILD = (
    re.compile(r"Failed (?:to build|building wheel for|to download and build)\s+" + _NAME),
    re.compile(r"Could not build wheels for " + _NAME),
    re.compile(r"(?:Requested|Collecting|Building wheel for) " + _NAME + r".*\n(?:.*\n){0,60}?.*(?:egg_info|metadata-generation-failed)"),
)
_BEGUN = re.compile(r"^\s+Building " + _NAME, re.MULTILINE)
_ENDED = re.compile(r"^\s+Built " + _NAME, re.MULTILINE)
_PYTHON = re.compile(r"the current Python version|requires Python\s*[<>=!~]|Requires-Python|requires a different Python", re.IGNORECASE)


# Which no other version of setuptools brings.
_COMPILER = re.compile(r"\b(?:gcc|g\+\+|clang|cc1|rustc|cargo|cmake|meson|(?:pg|mysql)_config|pkg-config)\b|compiler|\.h: No such file", re.IGNORECASE)


class Failure:
    """`kind`: full, network, date, unknown, version, wheel, build, django, conflict. `tools`: other ones may build it."""

    def __init__(self, kind, names, python=False, tools=False):
        self.kind = kind
        self.names = names
        self.python = python
        self.tools = tools


def read_failure(attempt, names, wheels_only):
    """`names`: what was asked for; in a conflict only these count."""
    text = attempt.output
    if attempt.timed_out:
        ended = set(_ENDED.findall(text))
        return Failure("build", [_version_off(name) for name in _BEGUN.findall(text) if name not in ended])
    failed = _named(_BUILD, text)
    if failed:
        return Failure("build", failed, tools="setuptools" in text and not _COMPILER.search(text))
    if "No space left on device" in text:
        return Failure("full", [])
    if _NETWORK.search(text):
        return Failure("network", [])
    if "missing an upload date" in text:
        return Failure("date", [])
    if "from versions:" in text:
        return _failure_of_pip(text, wheels_only)
    unknown = _named(_UNKNOWN, text)
    if unknown:
        return Failure("unknown", unknown)
    mentioned = [name for name in names if _mentions(text, name)]
    python = bool(_PYTHON.search(text))
    without = _named(_NO_WHEEL, text)
    if without:
        return Failure("wheel", without, python)
    if python:
        return Failure("conflict", mentioned, python)
    missing = _named(_NO_VERSION, text)
    if missing:
        return Failure("version", missing)
    own = [name for name in _OF_DJANGO.findall(text) if _version_off(name).lower() in names]
    return Failure("django", [_version_off(name) for name in own]) if own else Failure("conflict", mentioned)


def _failure_of_pip(text, wheels_only):
    """It says the same of a package without wheels, of one that it does not know, and of a version that is none."""
    missing = _named(_NO_VERSION, text)
    django = [name.lower() for name in missing] == ["django"]
    if wheels_only:
        return Failure("wheel", missing)
    if django and _PYTHON.search(text):
        return Failure("conflict", ["django"], True)
    unknown = _named(_UNKNOWN, text)
    return Failure("unknown", unknown) if unknown else Failure("version", missing)


def _named(patterns, text):
    found = []
    for pattern in patterns:
        for name in pattern.findall(text):
            name = _version_off(name)
            if name not in found:
                found.append(name)
    return found


def _version_off(name):
    return re.split(r"[=<>!~\[]", name)[0].rstrip(".-_")


def _mentions(text, name):
    """In the sentences about why there is no solution, however the name is spelt there."""
    pattern = r"(?<![\w.-])" + re.sub(r"-", "[-_.]+", re.escape(name).replace(r"\-", "-")) + r"(?![\w-])"
    return re.search(pattern, text, re.IGNORECASE) is not None
