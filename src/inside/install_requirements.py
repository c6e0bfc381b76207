"""What is to be installed, and what was changed about it on the way."""
import re

_LINE = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*([^;]*?)\s*(;.*)?$")

# Removed from other packages' wishes: they need a compiler and servers' headers, and nothing that is graded needs them.
NEVER = ["psycopg2", "uwsgi", "mysqlclient", "python-ldap", "pywin32"]


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower()


class Requirement:
    def __init__(self, line):
        match = _LINE.match(line.strip())
        if not match:
            raise ValueError("cannot read the requirement {!r}".format(line))
        self.name, extras, self.version, marker = match.groups()
        self.extras, self.marker = extras or "", marker or ""
        self.key = normalised(self.name)

    def line(self):
        return "{}{}{}{}".format(self.name, self.extras, self.version, " " + self.marker if self.marker else "")

    @property
    def pinned(self):
        return self.version.startswith("==")

    def relax(self):
        """One step towards any version. False: it was there already."""
        if not self.version:
            return False
        series = re.match(r"==\s*(\d+\.\d+)\.\d", self.version)
        if self.key == "django" and series:
            self.version = "=={}.*".format(series.group(1))
        else:
            self.version = ""
        return True


class Wanted:
    """The requirements of the learner and the grader's own, changed as little as is needed to install them."""

    def __init__(self, requirements, extra, exclude_newer):
        self.requirements = [Requirement(line) for line in requirements]
        self.extra = [Requirement(line) for line in extra]
        if not any(item.key == "setuptools" for item in self.extra):
            self.extra.append(Requirement("setuptools<81"))
        self.exclude_newer = exclude_newer
        self.changes = []
        self.excluded = list(NEVER)

    def all(self):
        keys = {item.key for item in self.extra if item.version}
        return [item for item in self.requirements if item.key not in keys] + self.extra

    def names(self, key):
        return [item for item in self.all() if item.key == key]

    def overrides(self):
        lines = ["{} ; sys_platform == 'never'".format(name) for name in self.excluded if not self.names(normalised(name))]
        return lines

    def relax(self, key, why):
        """Any version of a package instead of the pinned one, then none of it. False: nothing is left to change."""
        found = self.names(key)
        for item in found:
            before = item.version
            if item.relax():
                now = item.version or "any version"
                self.changed("{} instead of {}{}".format(now, item.name, before), why)
                return True
        return self.drop(key, why) if key != "django" else False

    def drop(self, key, why):
        if key == "django" or key == "setuptools":
            return False
        if self.names(key):
            self.requirements = [item for item in self.requirements if item.key != key]
            self.extra = [item for item in self.extra if item.key != key]
        if key in self.excluded:
            return False
        self.excluded.append(key)
        self.changed("left out {}".format(key), why)
        return True

    def add(self, line, why):
        self.extra.append(Requirement(line))
        self.changed("added {}".format(line), why)

    def drop_markers(self):
        found = [item for item in self.requirements if "python" in item.marker]
        for item in found:
            item.marker = ""
        if found:
            self.changed("ignored the conditions after `;`", "with them, this Python would get no Django")
        return bool(found)

    def relax_all(self, why):
        pinned = [item for item in self.requirements if item.version and item.key != "django"]
        for item in pinned:
            item.version = ""
        if pinned:
            self.changed("any version instead of the pinned ones", why)
        return bool(pinned)

    def changed(self, what, why):
        self.changes.append({"what": what, "why": why})
