"""What is to be installed, and how it was changed on the way."""
import re

# Names that work without a compiler and give the same module.
_WITH_WHEELS = {"psycopg2": "psycopg2-binary"}
# Written into requirement files by a fault of older Debian tools; no such packages exist.
_SETUPTOOLS = "setuptools<81"  # newer ones lack pkg_resources, which older packages import
# They need a compiler and headers of servers; where only other packages ask for them, nothing that is graded does.
_NEVER = {"psycopg2", "uwsgi", "mysqlclient", "python-ldap", "pywin32"}
_MOVES = 2
_NOT_PACKAGES = {"pkg-resources": "a fault of older tools wrote it into the file; it is no package"}


class Wish:
    def __init__(self, plan, python):
        self.python = python
        self.changes = []
        self.wheels_only = True
        self.keep_pins = False
        self.nearest = lambda name, version: None
        self._old_tools = False
        self._built_with_both = set()
        self.newest = plan.get("excludeNewer")
        self.entries = []
        self.any_date = {"setuptools", "wheel", "pip"}
        for line in plan.get("extra") or []:
            self.entries.append(Entry(line, ours=True))
        if not self.find("setuptools"):
            self.entries.append(Entry(_SETUPTOOLS, ours=True))
        ours = {entry.name for entry in self.entries}
        self.any_date |= {entry.name for entry in self.entries if entry.exact or entry.name.endswith("-binary")}
        for line in plan.get("requirements") or []:
            self._add(Entry(line, ours=False), ours)
        self.never = _NEVER - {entry.name for entry in self.entries}

    def _add(self, entry, ours):
        if entry.name in _NOT_PACKAGES:
            self._note("left out " + entry.line, _NOT_PACKAGES[entry.name])
            return
        if entry.name == "setuptools" and "setuptools" in ours:
            self._note("left out " + entry.line, "older packages need the setuptools that the grader installs")
            return
        if entry.name in _WITH_WHEELS:
            other = _WITH_WHEELS[entry.name]
            self._note(
                "installed {} in place of {}".format(other, entry.name),
                "it is the same package, ready to use without a compiler",
            )
            entry.rename(other)
            if any(known.name == other for known in self.entries):
                return
        if entry.exact:
            self.any_date.add(entry.name)
        self.entries.append(entry)

    def find(self, name):
        return [entry for entry in self.entries if entry.name == normal(name)]

    def lines(self):
        return [entry.line for entry in self.entries]

    def overrides(self):
        """Lines that win over what packages ask of each other."""
        lines = ["{} ; sys_platform == 'never'".format(name) for name in sorted(self.never)]
        for entry in self.entries:
            if entry.name == "setuptools" or self.keep_pins and entry.exact:
                lines.append(entry.line)
        return lines

    def build_tools(self):
        """What packages are built with that have no wheel."""
        if not self._old_tools:
            return _SETUPTOOLS
        # The last ones that convert code for Python 2; they do not run on Python 3.12.
        return "setuptools<58" if tuple(map(int, self.python.split("."))) < (3, 12) else "setuptools<70"

    def change_tools(self, names):
        """What was built stays in the installer's cache, so each package needs one of the two. False: none is left."""
        new = {normal(name) for name in names} - self._built_with_both
        self._built_with_both |= new
        self._old_tools = not self._old_tools if new else self._old_tools
        return bool(new)

    def unpin(self, entry, why, nearest=None):
        if not entry.moved:
            self._note("installed another version of {} than {}".format(entry.name, entry.line), why)
        entry.unpin(nearest)

    def ignore_markers(self):
        """Conditions like `python_version < "3.9"` that an export wrote. False: there are none."""
        found = [entry for entry in self.entries if not entry.ours and entry.ignore_marker()]
        if found:
            self._note("ignored the conditions after `;`", "with them, this Python would get no Django")
        return bool(found)

    def hold(self, name, line, why):
        """One line in place of those that name the package."""
        self.entries = [entry for entry in self.entries if entry.name != normal(name)] + [Entry(line, ours=True)]
        self._note("installed " + line, why)

    def drop(self, entry, why):
        self._note("left out " + entry.line, why)
        self.entries.remove(entry)

    def leave_out(self, name, why):
        """A package that nobody names but others ask for."""
        self._note("left out " + name, why)
        self.never.add(normal(name))

    def put_pins_first(self):
        self.keep_pins = True
        self._note(
            "installed the pinned versions although they do not fit together",
            "the packages ask for other versions of each other than the requirements pin",
        )

    def allow_newer(self, entry, why):
        self.any_date.add(entry.name)
        self._note("installed {} as of today, not of {}".format(entry.line, self.newest), why)

    def loosen_all(self):
        """Every pin but Django's, when what they gave together does not run. False: there are none."""
        pinned = [entry for entry in self.entries if entry.exact and not entry.ours and entry.name != "django"]
        for entry in pinned:
            self.unpin(entry, "with the pinned versions, Django cannot be imported")
        self.keep_pins = False
        return bool(pinned)

    def forget_date(self, why):
        self._note("installed packages newer than {}".format(self.newest), why)
        self.newest = None

    def _note(self, what, why):
        self.changes.append({"what": what, "why": why})


class Entry:
    """One PEP 508 line."""

    def __init__(self, line, ours):
        self.line = line.strip()
        self.ours = ours
        self.moved = 0
        match = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*([^;]*)(;.*)?$", self.line)
        self._name, self._extras, rest, self._marker = match.groups("") if match else (self.line, "", "", "")
        self._versions = rest.strip().strip("()").strip()
        self.name = normal(self._name)

    @property
    def exact(self):
        return bool(re.match(r"={2,3}\s*[^*,]+$", self._versions))

    @property
    def pinned(self):
        return bool(self._versions)

    def unpin(self, nearest=None):
        """Code is written for one release: the nearest one first. Django stays in its series as long as it can."""
        pin = re.match(r"={2,3}\s*([^*,\s]+)$", self._versions)
        series = re.match(r"={2,3}\s*(\d+\.\d+)\.\d", self._versions) if self.name == "django" else None
        other = nearest(self.name, pin.group(1)) if pin and nearest and not series and self.moved < _MOVES else None
        self._versions = "==" + other if other else "=={}.*".format(series.group(1)) if series else ""
        self.moved += 1
        self._write()

    def ignore_marker(self):
        had = "python" in self._marker
        if had:
            self._marker = ""
            self._write()
        return had

    def rename(self, name):
        self._name, self.name = name, normal(name)
        self._write()

    def _write(self):
        marker = " " + self._marker.strip() if self._marker.strip() else ""
        self.line = (self._name + self._extras + self._versions + marker).strip()


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()
