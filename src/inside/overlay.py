"""Changes settings that no grading machine can honour, and says which; what the learner built stays as it is."""
import os
import re

from .database import follow_direct_connections, overlay_databases
from .frontends import without_bundles
from .missing import MissingVariable, variable_behind
from .overlay_libraries import answer_for_servers, switch_tools_off


def apply(module, request, paths, changes):
    """Works on the settings module itself, so that a WSGI module which names other settings cannot undo it."""
    settings = _Settings(module, changes)
    for name, value in (request.get("defaults") or {}).items():
        if not hasattr(module, name):
            setattr(module, name, value)
    overlay_databases(settings, request["database"], paths)
    follow_direct_connections()
    _caches(settings, request.get("redis"), paths)
    _channel_layers(settings, request.get("redis"))
    _email(settings)
    _celery(settings)
    _hosts(settings)
    _transport(settings)
    _storages(settings)
    without_bundles(settings)
    _media(settings, paths)
    _secret_key(settings, request["secretKey"], paths)
    _log_files(settings, paths)
    switch_tools_off(settings)


def after_setup(changes):
    """What can only be changed on live objects."""
    import sys

    from django.contrib.auth import hashers

    if "celery" in sys.modules:
        try:
            sys.modules["celery"].current_app.conf.task_always_eager = True
        except Exception:
            pass
    answer_for_servers(changes)
    for name in ("PBKDF2PasswordHasher",):
        getattr(hashers, name).iterations = 1000
    changes.append({
        "what": "hashed passwords with fewer rounds",
        "why": "sign-ins would take most of the grading time; format and algorithm are unchanged",
    })


class _Settings:
    """Reads and replaces settings, keeping a sentence per replacement."""

    def __init__(self, module, changes):
        self.module = module
        self.changes = changes

    def get(self, name, default=None):
        return getattr(self.module, name, default)

    def set(self, name, value, what=None, why=None):
        setattr(self.module, name, value)
        if what:
            self.changes.append({"what": what, "why": why})


def _caches(settings, redis, paths):
    caches = settings.get("CACHES")
    if not isinstance(caches, dict):
        return
    replaced = {}
    for alias, cache in caches.items():
        cache = dict(cache) if isinstance(cache, dict) else {}
        backend = str(cache.get("BACKEND", ""))
        if re.search("redis", backend, re.I):
            if redis:
                cache["LOCATION"] = redis
                settings.changes.append(_change("pointed the cache at the grader's Redis", "no other can be reached"))
            else:
                cache = _local(alias, cache)
                settings.changes.append(_change("used a cache in memory", "the settings ask for Redis"))
        elif re.search("memcached|pylibmc", backend, re.I):
            cache = _local(alias, cache)
            settings.changes.append(_change("used a cache in memory", "the settings ask for Memcached"))
        elif "filebased" in backend:
            cache["LOCATION"] = os.path.join(paths.scratch, "cache-" + re.sub(r"\W", "_", alias))
        replaced[alias] = cache
    settings.set("CACHES", replaced)


def _local(alias, cache):
    kept = {key: cache[key] for key in ("TIMEOUT", "KEY_PREFIX", "VERSION") if key in cache}
    return dict(kept, BACKEND="django.core.cache.backends.locmem.LocMemCache", LOCATION="milepost-" + alias)


def _change(what, why):
    return {"what": what, "why": why}


def _channel_layers(settings, redis):
    layers = settings.get("CHANNEL_LAYERS")
    if not isinstance(layers, dict) or not layers:
        return
    replaced = {}
    for alias, layer in layers.items():
        layer = dict(layer) if isinstance(layer, dict) else {}
        if "InMemory" not in str(layer.get("BACKEND", "")):
            if redis and "redis" in str(layer.get("BACKEND", "")).lower():
                layer["CONFIG"] = dict(layer.get("CONFIG") or {}, hosts=[redis])
            else:
                layer = {"BACKEND": "channels.layers.InMemoryChannelLayer"}
                settings.changes.append(_change("kept channel layers in memory", "their service cannot be reached"))
        replaced[alias] = layer
    settings.set("CHANNEL_LAYERS", replaced)


def _email(settings):
    backend = str(settings.get("EMAIL_BACKEND", "smtp"))
    if "locmem" in backend:
        return
    asked = any(hasattr(settings.module, name) for name in ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_HOST_USER"))
    if asked and not re.search("console|dummy|file", backend):
        settings.changes.append(_change("kept e-mail in memory", "no mail server can be reached"))
    settings.set("EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")


def _celery(settings):
    names = [name for name in dir(settings.module) if re.match("CELERY|BROKER_URL|DJANGO_Q|Q_CLUSTER", name)]
    if not names:
        return
    for name, value in (
        ("CELERY_TASK_ALWAYS_EAGER", True),
        ("CELERY_ALWAYS_EAGER", True),
        ("CELERY_BROKER_URL", "memory://"),
        ("BROKER_URL", "memory://"),
        ("CELERY_RESULT_BACKEND", "cache+memory://"),
    ):
        settings.set(name, value)
    settings.changes.append(_change("ran background jobs at once, in the request", "no worker or broker is there"))


def _hosts(settings):
    hosts = settings.get("ALLOWED_HOSTS") or []
    hosts = [hosts] if isinstance(hosts, str) else list(hosts)
    if "*" in hosts or not hosts and settings.get("DEBUG"):
        return
    added = [host for host in ("localhost", "127.0.0.1") if host not in hosts]
    if added:
        settings.set(
            "ALLOWED_HOSTS", hosts + added, "allowed the host names " + " and ".join(added),
            "ALLOWED_HOSTS leaves them out and the grader asks there",
        )


def _transport(settings):
    if settings.get("SECURE_SSL_REDIRECT"):
        settings.set("SECURE_SSL_REDIRECT", False, "switched off SECURE_SSL_REDIRECT", "the grader asks over plain HTTP")


def _storages(settings):
    """Collected or remote files: nobody ran collectstatic, and no bucket can be reached."""
    plain_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
    plain_files = "django.core.files.storage.FileSystemStorage"
    for name, plain in (("STATICFILES_STORAGE", plain_static), ("DEFAULT_FILE_STORAGE", plain_files)):
        if settings.get(name) and _remote(settings.get(name)):
            settings.set(name, plain, "replaced " + name, "files of the app stay on this machine, uncollected")
    storages = settings.get("STORAGES")
    if isinstance(storages, dict):
        storages = dict(storages)
        for alias, plain in (("staticfiles", plain_static), ("default", plain_files)):
            if _remote(str((storages.get(alias) or {}).get("BACKEND", ""))):
                storages[alias] = {"BACKEND": plain}
                settings.changes.append(
                    _change("replaced STORAGES[{!r}]".format(alias), "files of the app stay on this machine, uncollected")
                )
        settings.set("STORAGES", storages)


def _media(settings, paths):
    """Uploads of a run do not belong on the rest of the machine."""
    root = str(settings.get("MEDIA_ROOT") or "")
    if os.path.isabs(root) and not paths.is_of_run(root):
        settings.set(
            "MEDIA_ROOT", os.path.join(paths.scratch, "media"), "kept uploads in a folder of the run",
            "MEDIA_ROOT lies outside of the repository",
        )


def _remote(backend):
    return re.search(r"manifest|whitenoise|s3|boto|cloudinary|gcloud|azure|dropbox", str(backend), re.I) is not None


def _secret_key(settings, value, paths):
    """An empty key that comes from a variable is supplied there: other settings are made from it, too."""
    if not settings.get("SECRET_KEY"):
        name = variable_behind("SECRET_KEY", paths)
        if name and not os.environ.get(name):
            raise MissingVariable(name, "SECRET_KEY")
        settings.set("SECRET_KEY", value, "supplied a SECRET_KEY", "the project's own is empty or missing")
    for name, key in (("SIMPLE_JWT", "SIGNING_KEY"), ("NINJA_JWT", "SIGNING_KEY"), ("JWT_AUTH", "JWT_SECRET_KEY")):
        options = settings.get(name)
        if isinstance(options, dict) and key in options and not options[key]:
            options[key] = settings.get("SECRET_KEY")


def _log_files(settings, paths):
    logging = settings.get("LOGGING")
    handlers = logging.get("handlers") if isinstance(logging, dict) else None
    for handler in (handlers or {}).values():
        if isinstance(handler, dict) and handler.get("filename"):
            folder = os.path.join(paths.scratch, "logs")
            os.makedirs(folder, exist_ok=True)
            handler["filename"] = os.path.join(folder, os.path.basename(str(handler["filename"])))
