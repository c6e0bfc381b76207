"""The learner's own template files, as the configured engines would find them."""
import os
import re

MAX_FILES = 500
MAX_BYTES = 200 * 1024
_SUFFIXES = (".html", ".htm", ".txt", ".xml", ".jinja", ".jinja2", ".j2", ".djhtml", ".svg", ".md")
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")
_BLOCK = re.compile(r"\{%[-+]?\s*block\b")


def collect(paths, problems):
    found, seen = [], set()
    for folder in _folders(problems):
        if not paths.is_learner(os.path.join(folder, "x")):
            continue
        for file in _files(folder):
            name = os.path.relpath(file, folder).replace(os.sep, "/")
            if name in seen or not paths.is_learner(file):
                continue
            seen.add(name)
            if len(found) == MAX_FILES:
                return found
            found.append(dict(read(file), name=name, file=paths.relative(file), learner=True))
    return found


def read(file):
    """{extends, blocks} of Django's and of Jinja's language alike."""
    try:
        with open(file, "rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        text = ""
    return {"extends": _EXTENDS.search(text) is not None, "blocks": len(_BLOCK.findall(text))}


def _folders(problems):
    """In the order in which they are searched."""
    from django.template import engines

    folders = []
    try:
        backends = engines.all()
    except Exception as error:
        problems.append("templates: {}: {}".format(type(error).__name__, error))
        return folders
    for backend in backends:
        try:
            engine = getattr(backend, "engine", None)
            loaders = engine.template_loaders if engine is not None else ()
            for loader in _flat(loaders):
                folders += [str(item) for item in loader.get_dirs()]
            if engine is None:
                folders += [str(item) for item in getattr(backend, "template_dirs", ())]
        except Exception as error:
            problems.append("templates: {}: {}".format(type(error).__name__, error))
    return folders


def _flat(loaders):
    """A cached loader holds the ones that read files; some loaders read none."""
    for loader in loaders:
        inner = getattr(loader, "loaders", None)
        if inner:
            for item in _flat(inner):
                yield item
        elif hasattr(loader, "get_dirs"):
            yield loader


def _files(folder):
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "node_modules" and not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES):
                yield os.path.join(place, name)
