"""Reads from an installer's output why it failed and which package is to blame."""
import re

from install_requirements import normalised

_NAME = r"[`'\"]?([A-Za-z0-9][A-Za-z0-9._-]*?)(?:\[[^\]]*\])?"
_PATTERNS = [
    ("network", r"(dns error|error sending request|Failed to fetch|NewConnectionError|ConnectTimeoutError|SSLError|"
                r"certificate verify failed|Network is unreachable|Temporary failure in name resolution)()"),
    ("full", r"(No space left on device)()"),
    ("unknown", _NAME + r" was not found in the (?:package registry|provided package locations)"),
    ("unknown", r"requirement " + _NAME + r"[^(\n]*\(from versions: none\)"),
    ("python", r"current Python version[^\n]*? does not satisfy Python[^\n]*? and " + _NAME + r"(?:[=<>!~]=?[^ ]*)? depends on"),
    ("wheels", _NAME + r"(?:[=<>!~]=?[^ ]*)? has no (?:usable )?wheels"),
    ("wheels", r"all versions of " + _NAME + r" have no (?:usable )?wheels"),
    ("wheels", r"Wheels are required for " + _NAME + r"[`'\"]"),
    ("build", r"[Ff]ailed to (?:download and )?build " + _NAME + r"(?:[=@<>~!]|[`'\"])"),
    ("build", r"Failed building wheel for " + _NAME + r"\s"),
    ("build", r"error likely indicates that (?:you need to install a library that provides `[^`]*` for )?" + _NAME + r"@"),
    ("build", r"Building wheel for " + _NAME + r" [^\n]*error"),
    ("version", r"there (?:is|are) no versions? of " + _NAME + r"(?:[=<>!~]=?[^ ]*)"),
    ("version", r"only (?:the following versions of )?" + _NAME + r"(?:[=<>!~]=?[^ ]*)? (?:is|are) available"),
    ("version", r"requirement " + _NAME + r"(?:[=<>!~]=?[^ ]*)? \(from versions"),
    ("conflict", r"()(requirements are unsatisfiable|ResolutionImpossible|are incompatible|conflicting dependencies)"),
    ("build", r"ERROR: Command errored out[^\n]*[\\/]" + _NAME + r"[\\/]"),
]


def explain(output):
    """(kind, normalised name or None); kind "other" where the output says nothing that is known."""
    for kind, pattern in _PATTERNS:
        match = re.search(pattern, output)
        if match:
            name = match.group(1) if kind not in ("network", "full", "conflict") else None
            return kind, normalised(name) if name else None
    return "other", None


def last_sentence(output):
    """The line that says most to a person, without the rest."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if re.match(r"(error|ERROR|cause|Because|fatal)\b", line)]
    return (telling or lines or ["it said nothing"])[-1][:300]
