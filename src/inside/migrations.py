"""A fresh database with the learner's tables, even where migrations were forgotten or do not apply."""
import os

from .database import fresh_postgres
from .errors import frames_of
from .migrations_committed import Watching, committed, problem_of, with_models


def make_missing(paths, changes):
    """`migrations` of facts.ts, as it was committed; migrations that are missing are then made."""
    from django.apps import apps
    from django.core.management import call_command

    learner = [config for config in apps.get_app_configs() if paths.is_learner(os.path.join(config.path, "x"))]
    labels = {config.label for config in learner}
    found = {"missing": [], "changes": [], "absent": [], "problem": None, "conflicts": [], "committed": committed()}
    if found["committed"] is not None:
        there = {label for label, _ in found["committed"]}
        found["absent"] = sorted(label for label in with_models(labels) if label not in there)
    try:
        missing = found["missing"] = sorted(_changed(labels, found))
    except ImportError:
        raise
    except Exception as error:
        changes.append({"what": "did not compare models and migrations", "why": _text(error)})
        return found
    if missing:
        try:
            with _AnsweringQuestions():
                call_command("makemigrations", *missing, interactive=False, verbosity=0)
            changes.append({
                "what": "made the missing migrations of {}".format(", ".join(missing)),
                "why": "the models changed without a migration",
            })
        except (Exception, SystemExit) as error:
            changes.append({
                "what": "could not make the missing migrations of {}".format(", ".join(missing)),
                "why": _text(error),
            })
    return found


def _text(error):
    return "{}: {}".format(type(error).__name__, str(error)[:300])


def _changed(labels, found):
    """In no language, as `makemigrations` compares: translated names differ from those in the files."""
    from django.utils import translation

    with translation.override(None):
        return _compared(labels, found)


def _compared(labels, found):
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None, ignore_no_migrations=True)
    found["conflicts"] = sorted(set(loader.detect_conflicts()) & labels)
    unmigrated = with_models(loader.unmigrated_apps & labels)
    questioner = NonInteractiveMigrationQuestioner(specified_apps=unmigrated, dry_run=True)
    _always_answer(questioner)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps), questioner)
    changes = detector.changes(graph=loader.graph, convert_apps=None, trim_to_apps=None)
    found["changes"] = [
        "{}: {}".format(label, operation.describe())
        for label in sorted(set(changes) & labels) for migration in changes[label] for operation in migration.operations
    ][:20]
    return (set(changes) & labels) | unmigrated


def migrate(changes, found, paths):
    """`migrate`; where it fails, tables straight from the models, which grades everything but the migration."""
    from django.core.management import call_command
    from django.db import connections

    for alias in connections:
        options = {"interactive": False, "verbosity": 0, "run_syncdb": True, "database": alias}
        watching = Watching()
        try:
            with watching:
                call_command("migrate", **options)
        except ImportError:
            raise
        except (Exception, SystemExit) as error:
            found["problem"] = found["problem"] or problem_of(error, watching.migration, found, changes, paths)
            _from_models(alias, options, error, changes)
    _create_cache_tables()
    _create_site(changes)


def read_too_early(error, found, changes, paths):
    """`migrate` imports the URLs before it makes the tables, so on an empty database it fails."""
    changes.append({
        "what": "made the tables before the URL patterns were read",
        "why": "code that they import reads the database at once: " + _text(error),
    })
    frames = [frame for frame in frames_of(error, paths) if frame["learner"]]
    if frames and found["problem"] is None:
        file, line = frames[-1]["file"], max(1, frames[-1]["line"])
        app, name = os.path.split(os.path.splitext(file)[0])
        found["problem"] = {
            "app": os.path.basename(app), "name": name, "message": _text(error), "place": {"file": file, "line": line},
        }


def _from_models(alias, options, error, changes):
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    _empty(alias)
    _without_foreign_indexes(alias)
    before = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = {config.label: None for config in apps.get_app_configs()}
    try:
        call_command("migrate", **options)
    except (Exception, SystemExit):
        raise error
    finally:
        settings.MIGRATION_MODULES = before
    changes.append({
        "what": "made the tables from the models",
        "why": "the migrations could not be applied: " + _text(error),
    })


def _without_foreign_indexes(alias):
    """Indexes and constraints of PostgreSQL, which SQLite cannot make; the rows are the same without them."""
    from django.apps import apps
    from django.db import connections

    if connections[alias].vendor == "postgresql":
        return
    for model in apps.get_models():
        for name in ("indexes", "constraints"):
            kept = [item for item in getattr(model._meta, name, []) if "contrib.postgres" not in type(item).__module__]
            setattr(model._meta, name, kept)


def _empty(alias):
    from django.db import connections

    connection = connections[alias]
    connection.close()
    if connection.vendor == "sqlite":
        if os.path.exists(str(connection.settings_dict["NAME"])):
            os.remove(str(connection.settings_dict["NAME"]))
    fresh_postgres(alias)


def _create_cache_tables():
    from django.core.management import call_command

    try:
        call_command("createcachetable", verbosity=0)
    except Exception:
        pass


def _create_site(changes):
    """`SITE_ID = 2` without that row stops allauth and friends; the row lives in the learner's own database."""
    from django.apps import apps
    from django.conf import settings

    wanted = getattr(settings, "SITE_ID", None)
    if not wanted or not apps.is_installed("django.contrib.sites"):
        return
    try:
        site = apps.get_model("sites", "Site")
        _, created = site.objects.get_or_create(pk=wanted, defaults={"domain": "localhost", "name": "localhost"})
        if created:
            changes.append({"what": "made the site row with id {}".format(wanted), "why": "SITE_ID asks for it"})
    except Exception:
        pass


class _AnsweringQuestions:
    """makemigrations asks for a one-off default; in an empty database any value of the right kind will do."""

    def __enter__(self):
        from django.core.management.commands import makemigrations

        self.module, self.original = makemigrations, makemigrations.NonInteractiveMigrationQuestioner
        patched = type("Questioner", (self.original,), {
            "ask_not_null_addition": lambda _, field, model: _one_off(field, model),
            "ask_auto_now_add_addition": lambda _, field, model: _one_off(field, model),
        })
        self.module.NonInteractiveMigrationQuestioner = patched

    def __exit__(self, *_):
        self.module.NonInteractiveMigrationQuestioner = self.original


def _always_answer(questioner):
    questioner.ask_not_null_addition = _one_off
    questioner.ask_auto_now_add_addition = _one_off


def _one_off(field_name, model_name):
    from django.apps import apps
    from django.utils import timezone

    for model in apps.get_models():
        if model._meta.model_name != model_name.lower():
            continue
        try:
            field = model._meta.get_field(field_name)
        except Exception:
            continue
        while field.remote_field is not None:
            field = field.target_field
        kind = field.get_internal_type()
        if "Date" in kind or kind == "TimeField":
            now = timezone.now()
            return now if kind == "DateTimeField" else now.date() if kind == "DateField" else now.time()
        if "Integer" in kind or "Auto" in kind or kind in ("DecimalField", "FloatField"):
            return 1
        if "Boolean" in kind:
            return False
        if kind == "UUIDField":
            import uuid

            return uuid.UUID(int=1)
        if kind == "JSONField":
            return {}
    return ""
