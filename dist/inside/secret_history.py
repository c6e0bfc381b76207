"""The history as `git log -p -U0` writes it, commit by commit, in which only the lines that were added matter."""
import re

MARK = b"\x01commit "
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)")
_OCTAL = re.compile(rb"\\([0-7]{3})")


def added(log):
    """(commit, path, [(line number, text)]) for each file of each commit; first the newest commit."""
    commit, path, lines, number = "", None, [], 0
    in_header = True
    for line in log.split(b"\n"):
        if line.startswith(MARK):
            if path and lines:
                yield commit, path, lines
            commit, path, lines, in_header = line[len(MARK):].strip().decode("ascii", "replace"), None, [], True
        elif line.startswith(b"diff --git "):
            if path and lines:
                yield commit, path, lines
            path, lines, in_header = None, [], True
        elif in_header and line.startswith(b"+++ "):
            path = _path(line[4:])
        elif line.startswith(b"@@ "):
            match = _HUNK.match(line)
            number, in_header = (int(match.group(1)) if match else 0), False
        elif not in_header and path and line.startswith(b"+"):
            lines.append((number, line[1:].decode("utf-8", "replace").rstrip("\r")))
            number += 1
        elif not in_header and line.startswith(b" "):
            number += 1
    if path and lines:
        yield commit, path, lines


def commits(log):
    return log.count(b"\n" + MARK) + (1 if log.startswith(MARK) else 0)


def _path(written):
    """`b/name`, or quoted with octal numbers where it has odd letters; None for a file that was removed."""
    name = written.rstrip(b"\t\r")
    if name.startswith(b'"'):
        name = _OCTAL.sub(lambda match: bytes([int(match.group(1), 8)]), name.strip(b'"')).replace(b'\\"', b'"')
    return name[2:].decode("utf-8", "replace") if name.startswith(b"b/") else None
