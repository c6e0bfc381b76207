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
    """Its build fails: there is no compiler for it."""
    stem = "{}-{}".format(package["name"], package["version"])
    project = "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n"
    backend = "def build_wheel(*more, **named):\n    raise SystemExit('a compiler is missing')\n"
    with tarfile.open(os.path.join(folder, stem + ".tar.gz"), "w:gz") as archive:
        files = {"PKG-INFO": metadata(package), "pyproject.toml": project, "backend.py": backend}
        for name, text in files.items():
            entry = tarfile.TarInfo("{}/{}".format(stem, name))
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))


main()
