"""Secrets in lines of files that are no Python: `.env`, compose files, Dockerfiles, settings in JSON, YAML and the like."""
import re

from secret_places import is_development, is_example, kind_of
from secret_words import STARTPROJECT, is_placeholder, is_secret_name, looks_real

_ENV = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*?)\s*$")
_VALUE = r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"',;#}]+))"
_CONFIG = re.compile(r"(?:^|[\s\"'{,;(-])([A-Za-z_][\w.-]{1,80})[\"']?\s*[:=]\s*" + _VALUE)
_SPACED = re.compile(r"^\s*(?:ENV|ARG)\s+(\w+)\s+" + _VALUE)
ALLOWED = re.compile(r"(?:pragma:\s*allowlist[ -]secret|gitleaks:\s*allow|nosec|noqa:?\s*S10[567])(.*)$", re.IGNORECASE)


def find_in_line(line, path):
    """(name, value, counts, why) or None."""
    kind = kind_of(path)
    return _in_env(line, path) if kind == "env" else _in_config(line, path) if kind == "config" else None


def _in_env(line, path):
    match = _ENV.match(line[:4000])
    if not match or not is_secret_name(match.group(1)):
        return None
    value = _unquoted(match.group(2))
    weak = is_development(path) or is_example(path)
    if value.startswith(STARTPROJECT):
        return None if weak else (match.group(1), value, True, None)
    if is_placeholder(value) or weak and not looks_real(value):
        return None
    return match.group(1), value, True, None


def _in_config(line, path):
    text = line[:4000]
    for match in [match for match in [_SPACED.match(text)] if match] + list(_CONFIG.finditer(text)):
        name = match.group(1)
        value = next((group for group in match.groups()[1:] if group), "")
        if is_secret_name(name) and looks_real(value) and not is_development(path):
            return name, value, True, None
    return None


def _unquoted(value):
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value[1:]
    return re.split(r"\s#", value)[0].strip()


def reason_beside(line):
    """What stands behind the comment that silences a scanner; None without such a comment, "" without a reason."""
    match = ALLOWED.search(line[-500:])
    if not match:
        return None
    reason = match.group(1).strip(" \t-:–—#*/>)]}")
    return reason if len(re.findall(r"\w{2,}", reason)) >= 2 else ""
