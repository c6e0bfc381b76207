"""From a settings module to an app that can be forked: settings, setup, URL conf, database, WSGI."""
import importlib
import os
import re
import time

from . import overlay, postgres_on_sqlite, recorder, rendered, stubs
from .database import fresh_postgres
from .errors import StageError, message_of
from .row_files import put_default_pictures


def boot(request, paths, stage):
    """Returns (bootResult of protocol.ts, what an instance needs). `stage` names the step that is under way."""
    changes, spent = [], {}
    paths.open_import_path(changes)
    stubs.install(request.get("stubs"), paths, changes)
    _bring_libmagic()
    steps = Steps(stage, spent)
    module = steps.run("settings", lambda: _load_settings(request["settings"], paths))
    steps.run("settings", lambda: overlay.apply(module, request, paths, changes))
    steps.run("setup", lambda: _set_up(changes))
    early = steps.run("urls", _load_urls_or_miss_table)
    steps.run("urls", lambda: recorder.install(paths))
    steps.run("urls", lambda: postgres_on_sqlite.install_where_used(changes))
    steps.run("checks", _check_images)
    steps.run("database", _open_databases)
    steps.run("setup", lambda: put_default_pictures(paths, changes))
    found = steps.run("makemigrations", lambda: _migrations().make_missing(paths, changes))
    steps.run("migrate", lambda: _migrations().migrate(changes, found, paths))
    if early is not None:
        steps.run("urls", _load_urls)
        _migrations().read_too_early(early, found, changes, paths)
    application = steps.run("wsgi", lambda: _application(changes))
    facts = steps.run("facts", lambda: _facts(paths, found))
    steps.run("facts", lambda: rendered.install(paths))
    steps.run("database", _close)
    result = {"facts": facts, "changes": changes, "milliseconds": spent}
    return result, {"application": application, "databases": _names()}


def _bring_libmagic():
    """python-magic looks for it where this package says that it brought it along."""
    try:
        importlib.import_module("pylibmagic")
    except Exception:  # seldom there, and not needed where the system has it
        pass


class Steps:
    def __init__(self, stage, spent):
        self.stage, self.spent = stage, spent

    def run(self, name, work):
        self.stage[0] = name
        started = time.time()
        try:
            return work()
        except StageError:
            raise
        except BaseException as error:  # SystemExit included: learner code may call sys.exit() on import
            raise StageError(name, error)
        finally:
            self.spent[name] = round(self.spent.get(name, 0) + (time.time() - started) * 1000, 1)


def _load_settings(name, paths):
    os.environ["DJANGO_SETTINGS_MODULE"] = name
    _install_configurations(paths)
    return importlib.import_module(name)


def _install_configurations(paths):
    """django-configurations keeps settings in classes; manage.py names the class to use."""
    try:
        with open(os.path.join(paths.project, "manage.py"), "rb") as stream:
            text = stream.read(65536).decode("utf-8", "replace")
    except OSError:
        return
    match = re.search(r"DJANGO_CONFIGURATION['\"]\s*,\s*['\"](\w+)", text)
    if match:
        os.environ.setdefault("DJANGO_CONFIGURATION", match.group(1))
        importer = importlib.import_module("configurations.importer")
        importer.install()


def _set_up(changes):
    import django
    from django.conf import settings
    from django.utils.functional import empty

    # Settings that read `django.conf.settings` while they load leave a half-read copy behind.
    settings._wrapped = empty
    django.setup()
    overlay.after_setup(changes)


def _load_urls():
    from django.urls import get_resolver

    def visit(resolver):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                visit(pattern)
            else:
                pattern.callback

    visit(get_resolver(None))


def _load_urls_or_miss_table():
    """The error, where code that is imported reads a table: on the learner's machine it was there already."""
    from django.db import OperationalError, ProgrammingError

    try:
        _load_urls()
    except (OperationalError, ProgrammingError) as error:
        if not re.search(r"no such table|(relation|table) .* does(n't| not) exist", message_of(error), re.IGNORECASE):
            raise
        return error
    return None


def _check_images():
    """`runserver` refuses to start an ImageField without Pillow; other findings of the checks are not ours to judge."""
    from django.core import checks

    try:
        found = checks.run_checks(tags=[checks.Tags.models])
    except Exception:
        return
    for message in found:
        if message.id == "fields.E210":
            raise ModuleNotFoundError("No module named 'PIL' (an ImageField needs Pillow)", name="PIL")


def _open_databases():
    from django.db import connections
    from django.db.backends.signals import connection_created

    connection_created.connect(_hurry, weak=False, dispatch_uid="milepost")
    for alias in connections:
        fresh_postgres(alias)
        connections[alias].ensure_connection()


def _hurry(connection, **_):
    """The database is thrown away after the run: waiting for the disk would only take time."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA journal_mode = MEMORY")


def _application(changes):
    """The learner's own WSGI application as `runserver` would serve it."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.servers.basehttp import get_internal_wsgi_application

    try:
        application = get_internal_wsgi_application()
    except Exception as error:
        WSGIHandler()  # a broken middleware is the learner's own and stops every way of serving
        application = WSGIHandler()
        changes.append({
            "what": "served the app without its WSGI module",
            "why": "importing it failed: {}".format(str(error)[:300]),
        })
    if settings.DEBUG and "django.contrib.staticfiles" in settings.INSTALLED_APPS:
        from django.contrib.staticfiles.handlers import StaticFilesHandler

        application = StaticFilesHandler(application)
    return application


def _migrations():
    from . import migrations

    return migrations


def _facts(paths, migrations):
    from . import facts

    return facts.collect(paths, migrations)


def _names():
    from django.db import connections

    return {alias: dict(connections.databases[alias]) for alias in connections.databases}


def _close():
    from django.db import connections

    connections.close_all()
