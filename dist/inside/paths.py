"""Which files are the learner's, and where modules are looked for that the project folder does not hold."""
import importlib.machinery
import os
import re
import sys
import tempfile

_FOREIGN = ("/site-packages/", "/dist-packages/", "/node_modules/")


class Paths:
    def __init__(self, source=None, scratch=None, project=None):
        self.project = os.path.realpath(project or os.getcwd())
        self.source = os.path.realpath(source) if source else self.project
        self.scratch = os.path.realpath(scratch) if scratch else tempfile.mkdtemp(prefix="milepost-")
        os.makedirs(self.scratch, exist_ok=True)
        self._known = {}

    def is_learner(self, file):
        if file not in self._known:
            self._known[file] = self._is_learner(file)
        return self._known[file]

    def _is_learner(self, file):
        if not file or file.startswith("<"):
            return False
        full = os.path.realpath(file)
        if not (full + os.sep).startswith(self.source.rstrip(os.sep) + os.sep):
            return False
        if any(part in full.replace(os.sep, "/") for part in _FOREIGN):
            return False
        return not full.startswith(os.path.realpath(sys.prefix) + os.sep)

    def is_of_run(self, file):
        """In the copy of the repository, or in the folder for what a run writes."""
        full = os.path.realpath(file)
        return any((full + os.sep).startswith(root.rstrip(os.sep) + os.sep) for root in (self.source, self.scratch))

    def relative(self, file):
        """Path from the source root with forward slashes; files of libraries stay as they are."""
        full = os.path.realpath(file) if file and not file.startswith("<") else file
        root = self.source.rstrip(os.sep) + os.sep
        if full and full.startswith(root):
            full = full[len(root):]
        return (full or "").replace(os.sep, "/")

    def place(self, thing):
        """{file, line} of a class or function of the learner's, else None."""
        import inspect

        try:
            file = inspect.getsourcefile(inspect.unwrap(thing)) or ""
            if not self.is_learner(file):
                return None
            return {"file": self.relative(file), "line": _line(thing)}
        except Exception:
            return None

    def open_import_path(self, changes):
        """The project folder first, as manage.py has it; other folders only for names found nowhere else."""
        if self.project not in sys.path:
            sys.path.insert(0, self.project)
        sys.meta_path.append(_OnDemand(self._other_folders(), self, changes))

    def _other_folders(self):
        folders, folder = [], self.project
        while folder != self.source and len(folder) > len(self.source):
            folder = os.path.dirname(folder)
            folders.append(folder)
        if _mentions(os.path.join(self.project, "manage.py"), r"sys\.path"):
            folders += [entry.path for entry in os.scandir(self.project) if _may_hold_apps(entry)]
        return folders


class _OnDemand:
    """Finds a top-level module in other folders of the repository, where Python itself found none."""

    def __init__(self, folders, paths, changes):
        self.folders, self.paths, self.changes = folders, paths, changes

    def find_spec(self, name, path=None, target=None):
        if path is not None or "." in name:
            return None
        for folder in self.folders:
            spec = importlib.machinery.PathFinder.find_spec(name, [folder])
            if spec is not None and spec.loader is not None and spec.origin:
                where = self.paths.relative(folder) or "the root of the repository"
                self.changes.append({
                    "what": "put {} on the import path".format(where),
                    "why": "the code imports {}, which is found there".format(name),
                })
                return spec
        return None

    def invalidate_caches(self):
        pass


def _may_hold_apps(entry):
    return entry.is_dir() and not entry.name.startswith(".") and not os.path.exists(
        os.path.join(entry.path, "pyvenv.cfg")
    )


def _mentions(file, pattern):
    try:
        with open(file, "rb") as stream:
            return re.search(pattern, stream.read(65536).decode("utf-8", "replace")) is not None
    except OSError:
        return False


def _line(thing):
    import inspect

    inner = inspect.unwrap(thing)
    code = getattr(inner, "__code__", None)
    if code is not None:
        return code.co_firstlineno
    return inspect.findsource(inner)[1] + 1
