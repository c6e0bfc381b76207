"""Where in the learner's files a setting is written, and why a check is silenced there."""
import ast
import re
import sys

_WANTED = (
    "DEBUG SECRET_KEY ALLOWED_HOSTS MIDDLEWARE SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS SECURE_HSTS_PRELOAD "
    "SECURE_SSL_REDIRECT SECURE_CONTENT_TYPE_NOSNIFF SECURE_REFERRER_POLICY SECURE_CROSS_ORIGIN_OPENER_POLICY "
    "SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY X_FRAME_OPTIONS "
    "SECRET_KEY_FALLBACKS SILENCED_SYSTEM_CHECKS"
).split()


class Source:
    """The texts of the learner's modules that were loaded for the settings, the settings module itself first."""

    def __init__(self, settings, paths):
        self.problems = []
        self.texts = []  # (file, lines, tree)
        modules = sorted(list(sys.modules.items()), key=lambda item: item[0] != settings)
        for _, module in modules:
            file = getattr(module, "__file__", None) or ""
            if file.endswith(".py") and paths.is_learner(file):
                try:
                    with open(file, "rb") as stream:
                        text = stream.read(512 * 1024)
                    self.texts.append((paths.relative(file), text.decode("utf-8", "replace").split("\n"), ast.parse(text)))
                except (OSError, SyntaxError, ValueError):
                    continue

    def places(self):
        """{setting: {file, line, code}}: the last line that sets it, in the first module that does."""
        found = {}
        for file, lines, tree in self.texts:
            own = {}
            for node in ast.walk(tree):
                for name in _assigned(node):
                    if name in _WANTED and node.lineno >= own.get(name, 0):
                        own[name] = node.lineno
            for name, line in own.items():
                found.setdefault(name, _place(file, lines, line))
        return found

    def place_of_text(self, value):
        """The line that holds the text: without the text, which may be a secret. A comment only where no other line does."""
        forms = [value] if len(value) > 4 else ['"{}"'.format(value), "'{}'".format(value)]
        found = [
            {"file": file, "line": number, "code": line.strip().replace(value, "(hidden)")[:300]}
            for file, lines, _ in self.texts
            for number, line in enumerate(lines, 1)
            if value and any(form in line for form in forms)
        ]
        return next((place for place in found if not place["code"].startswith("#")), found[0] if found else None)

    def silenced(self, name):
        """The line where a check is silenced, and the comment beside or above it."""
        for file, lines, _ in self.texts:
            for number, line in enumerate(lines, 1):
                if not re.search(r"['\"]" + re.escape(name) + r"['\"]", line) or line.lstrip().startswith("#"):
                    continue
                beside = re.search(r"#\s*(.+)$", line)
                return {"place": _place(file, lines, number), "reason": beside.group(1) if beside else _above(lines, number)}
        return {"place": None, "reason": None}


def _above(lines, number):
    """Whole-line comments above the line, past the other lines of the same list that have none of their own."""
    said, index = [], number - 2
    while index >= 0 and lines[index].strip().startswith("#"):
        said.insert(0, lines[index].strip().lstrip("# "))
        index -= 1
    if not said and index >= 0 and "SILENCED_SYSTEM_CHECKS" in lines[index]:
        return _above(lines, index + 1)
    return " ".join(said)[:300] or None


def _assigned(node):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, (ast.AugAssign, ast.AnnAssign)) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _place(file, lines, line):
    code = lines[line - 1].strip()[:300] if 0 < line <= len(lines) else None
    # A literal key does not belong into a report.
    hidden = re.sub(r"(SECRET|PASSWORD|TOKEN|_KEY)(.*?=\s*).*", r"\1\2(hidden)", code) if code else None
    return {"file": file, "line": line, "code": hidden}
