"""Makes packages for a folder that stands in for a package index: [{name, version, requires, kind, module}, …]."""
import io
import json
import os
import sys
import tarfile
import zipfile


def main():
    folder = sys.argv[1]
    for package in json.loads(sys.argv[2]):
        make = wheel if package.get("kind", "wheel") == "wheel" else source
        make(folder, package)


def metadata(package):
    lines = ["Metadata-Version: 2.1", "Name: " + package["name"], "Version: " + package["version"]]
    lines += ["Requires-Dist: " + line for line in package.get("requires", [])]
    if package.get("python"):
        lines.append("Requires-Python: " + package["python"])
    return "\n".join(lines) + "\n"


def wheel(folder, package):
    stem = "{}-{}".format(package["name"].replace("-", "_"), package["version"])
    info = stem + ".dist-info/"
    module = package.get("module", package["name"].replace("-", "_"))
    files = {module + "/__init__.py": package.get("code", ""), info + "METADATA": metadata(package)}
    if module == "django":
        files["django/core/__init__.py"] = files["django/core/management.py"] = ""
    files[info + "WHEEL"] = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(name + ",,\n" for name in list(files) + [info + "RECORD"])
    with zipfile.ZipFile(os.path.join(folder, stem + "-py3-none-any.whl"), "w") as archive:
        for name, text in dict(files, **{info + "RECORD": record}).items():
            archive.writestr(name, text)


def source(folder, package):
    """Its build fails: there is no compiler for it, or ("old") it needs setuptools as they once were."""
    stem = "{}-{}".format(package["name"], package["version"])
    old = package["kind"] == "old"
    project = "[build-system]\nrequires = [{}]\nbuild-backend = 'backend'\nbackend-path = ['.']\n".format("'setuptools'" if old else "")
    backend = _OLD.replace("PACKAGE", repr(package)) if old else _NO_COMPILER
    with tarfile.open(os.path.join(folder, stem + ".tar.gz"), "w:gz") as archive:
        files = {"PKG-INFO": metadata(package), "pyproject.toml": project, "backend.py": backend}
        if old:
            with open(os.path.abspath(__file__)) as stream:
                files["made.py"] = stream.read().replace("\nmain()\n", "\n")
        for name, text in files.items():
            entry = tarfile.TarInfo("{}/{}".format(stem, name))
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))


_NO_COMPILER = "def build_wheel(*more, **named):\n    raise SystemExit('a compiler is missing')\n"
_OLD = """
import os, setuptools
from importlib.metadata import version
from made import wheel

def build_wheel(folder, *more, **named):
    if int(version('setuptools').split('.')[0]) >= 70:
        raise ImportError("cannot import name 'convert_path' from 'setuptools'")
    wheel(folder, dict(PACKAGE, kind='wheel'))
    return [name for name in os.listdir(folder) if name.endswith('.whl')][0]
"""

main()
