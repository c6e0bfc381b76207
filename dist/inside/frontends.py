"""Bundles that a frontend's build would have made: nobody ran it, and no page may crash for that."""
import importlib.util
import os


def without_bundles(settings):
    _webpack(settings)
    _vite(settings)
    if settings.get("COMPRESS_OFFLINE"):
        settings.set("COMPRESS_OFFLINE", False)
        settings.set("COMPRESS_ENABLED", False, "switched django-compressor off", "nobody compressed the files before")


def _webpack(settings):
    loaders = settings.get("WEBPACK_LOADER")
    if not isinstance(loaders, dict) or not _has_fake_loader():
        return
    replaced = {}
    for name, loader in loaders.items():
        missing = isinstance(loader, dict) and not os.path.exists(str(loader.get("STATS_FILE", "webpack-stats.json")))
        replaced[name] = dict(loader, LOADER_CLASS="webpack_loader.loaders.FakeWebpackLoader") if missing else loader
    if replaced != loaders:
        settings.set("WEBPACK_LOADER", replaced, "left the bundles of webpack out", "nobody built them")


def _has_fake_loader():
    """By its source: importing it would read settings that are not there yet."""
    try:
        folder = os.path.dirname(importlib.util.find_spec("webpack_loader").origin)
        with open(os.path.join(folder, "loaders.py"), encoding="utf-8") as source:
            return "class FakeWebpackLoader" in source.read()
    except Exception:
        return False


def _vite(settings):
    what, why = "let django-vite name the development server", "nobody built the bundles"
    apps = settings.get("DJANGO_VITE")
    if isinstance(apps, dict):
        replaced = {name: dict(app, dev_mode=True) if isinstance(app, dict) else app for name, app in apps.items()}
        if replaced != apps:
            settings.set("DJANGO_VITE", replaced, what, why)
    elif settings.get("DJANGO_VITE_ASSETS_PATH") and not settings.get("DJANGO_VITE_DEV_MODE"):
        settings.set("DJANGO_VITE_DEV_MODE", True, what, why)
