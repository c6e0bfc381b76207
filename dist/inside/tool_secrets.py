"""Looks for secrets in the files of the working directory and in the history that stands on stdin.

Started as `python -I tool_secrets.py`; writes one JSON object. No secret is ever written: two letters of it and its
length, the line with the secret left out. Nothing is imported from the learner's files.
"""
import hashlib
import json
import os
import re
import sys

sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # at the end: nothing here takes the place of a library

import secret_lines
import secret_python
from secret_history import added, commits
from secret_places import is_skipped, kind_of
from secret_shapes import ADDRESS, find_keys, find_shapes, plugins
from secret_words import shown

_MOST = 400
_LONGEST_LINE = 4000


def main():
    log = sys.stdin.buffer.read()
    known = plugins()
    found = Found()
    read, skipped, unread, texts = [], [], [], {}
    for path in sorted(_files()):
        if is_skipped(path):
            skipped.append(path)
            continue
        try:
            with open(path, "rb") as file:
                texts[path] = _decoded(file.read())
            read.append(path)
        except (OSError, ValueError) as error:
            unread.append({"file": path, "reason": str(error)})
    trees = {path: secret_python.parse(text) for path, text in texts.items() if kind_of(path) == "python"}
    reads = set()
    for tree in trees.values():
        reads |= secret_python.names_read(tree) if tree is not None else set()
    for path, text in texts.items():
        in_file(found, path, text, trees.get(path), reads, known)
    in_history(found, log, known)
    answer = {"read": read, "skipped": skipped, "unread": unread, "commits": commits(log)}
    answer.update(findings=found.told()[:_MOST], more=max(0, len(found.list) - _MOST))
    sys.stdout.write(json.dumps(answer) + "\n")


class Found:
    """A secret is told once: where it stands now, else the commit that brought it."""

    def __init__(self):
        self.list = []
        self.known = {}
        self.values = []

    def add(self, rule, name, value, path, line, text, counts, why, commit=None):
        key = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
        before = self.known.get(key)
        if before is not None:
            # First the newest commit: the one that is seen last brought it.
            if commit and before["commit"]:
                before.update(commit=commit, file=path, line=max(1, line))
            return
        reason = secret_lines.reason_beside(text)
        if reason:
            counts, why = False, "explained beside it: " + reason[:200]
        finding = {
            "rule": rule, "name": name, "shown": shown(value), "file": path, "line": max(1, line), "commit": commit,
            "code": text.strip() if len(text) <= 1000 else "", "counts": counts, "why": why, "silenced": reason == "",
        }
        self.known[key] = finding
        self.values.append(value)
        self.list.append(finding)


    def told(self):
        """The lines as they may be shown: without any of the secrets that were found, in this line or elsewhere."""
        for finding in self.list:
            code = finding["code"]
            for value in sorted(self.values, key=len, reverse=True):
                if value in code:
                    whole = r"[^\s\"'`,;<>=:]*" + re.escape(value) + r"[^\s\"'`,;<>]*"
                    code = re.sub(whole, lambda match: shown(match.group()), code)
            finding["code"] = code if 0 < len(code) <= 300 else None
        return self.list


def in_file(found, path, text, tree, reads, known):
    lines = text.split("\n")
    at = lambda number: lines[number - 1] if 0 < number <= len(lines) else ""
    for offset, value in find_keys(text):
        number = text.count("\n", 0, offset) + 1
        found.add("private-key", "private key", value, path, number, "", True, None)
    for number, line in enumerate(lines, 1):
        for rule, value in find_shapes(line, known):
            found.add(_rule_of(rule), rule, value, path, number, line, True, None)
    if tree is not None:
        for name, value, number, counts, why in secret_python.find_in_tree(tree, path, reads):
            found.add("hard-coded", name, value, path, number, at(number), counts, why)
        return
    for number, line in enumerate(lines, 1):
        match = _in_line(line, path)
        if match:
            found.add(_rule(path), match[0], match[1], path, number, line, match[2], match[3])


def in_history(found, log, known):
    for commit, path, lines in added(log):
        if is_skipped(path):
            continue
        for _, value in find_keys("\n".join(line[:_LONGEST_LINE] for _, line in lines)):
            found.add("private-key", "private key", value, path, lines[0][0], "", True, None, commit)
        for number, line in lines:
            for rule, value in find_shapes(line, known):
                found.add(_rule_of(rule), rule, value, path, number, line, True, None, commit)
            match = _in_line(line, path)
            if match:
                found.add(_rule(path), match[0], match[1], path, number, line, match[2], match[3], commit)


def _in_line(line, path):
    kind = kind_of(path)
    return secret_python.find_in_line(line, path) if kind == "python" else secret_lines.find_in_line(line, path)


def _rule_of(shape):
    return "hard-coded" if shape == ADDRESS else "token"


def _rule(path):
    return "env-file" if kind_of(path) == "env" else "hard-coded"


def _files():
    for folder, folders, names in os.walk("."):
        folders.sort()
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), ".").replace(os.sep, "/")


def _decoded(content):
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8", "replace").lstrip("\ufeff")


if __name__ == "__main__":
    main()
