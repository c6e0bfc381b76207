"""Remembers which templates were rendered for which request, so that a page can be told from one built by hand."""
import collections
import sys
import threading

from . import template_files

MAX_REQUESTS = 50
MAX_TEMPLATES = 40
_seen = collections.OrderedDict()
_lock = threading.Lock()

try:
    from contextvars import ContextVar

    _request = ContextVar("milepost_request", default=None)
    _set, _get = _request.set, _request.get
except ImportError:  # Python 3.6
    _request = threading.local()

    def _set(value):
        _request.value = value

    def _get():
        return getattr(_request, "value", None)


def install(paths):
    from django.core.signals import request_started

    request_started.connect(_on_start, weak=False, dispatch_uid="milepost")
    _watch_django(paths)
    if "jinja2" in sys.modules:
        _watch_jinja(paths)


def clear():
    with _lock:
        _seen.clear()


def of_request(request):
    """In the order in which rendering began: what a view asked for comes before what that extends or includes."""
    with _lock:
        return [dict(item) for item in _seen.get(str(request), ())]


def _on_start(sender, environ=None, **_):
    _set(str((environ or {}).get("HTTP_X_MILEPOST_REQUEST", ""))[:100] or None)


def _note(name, file, extends, paths):
    request = _get()
    if request is None:
        return
    with _lock:
        found = _seen.setdefault(request, [])
        while len(_seen) > MAX_REQUESTS:
            _seen.popitem(last=False)
        if len(found) < MAX_TEMPLATES and not any(item["name"] == name for item in found):
            learner = paths.is_learner(file)
            found.append({
                "name": name, "file": paths.relative(file) if file else None, "learner": learner, "extends": extends(),
            })


def _watch_django(paths):
    """`_render`, not `render`: a template that is extended passes through the former only."""
    from django.template.base import Template
    from django.template.loader_tags import ExtendsNode

    original = Template._render

    def _render(self, context):
        try:
            origin = getattr(self, "origin", None)
            file = str(getattr(origin, "name", None) or "")
            name = str(getattr(origin, "template_name", None) or self.name or "(text)")
            _note(
                name, None if file.startswith("<") else file or None,
                lambda: any(isinstance(node, ExtendsNode) for node in self.nodelist), paths,
            )
        except Exception:
            pass
        return original(self, context)

    Template._render = _render


def _watch_jinja(paths):
    from jinja2 import Template

    original = Template.render

    def render(self, *arguments, **named):
        try:
            file = self.filename if self.filename and not self.filename.startswith("<") else None
            _note(self.name or "(text)", file, lambda: bool(file) and template_files.read(file)["extends"], paths)
        except Exception:
            pass
        return original(self, *arguments, **named)

    Template.render = render
