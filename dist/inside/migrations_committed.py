"""What of the migrations was committed, and which of them does not apply on an empty database."""
import os
import re

from .errors import frames_of, message_of


def committed():
    """{(app, name)} of the files that are there, or None where one of them cannot be read."""
    from django.db.migrations.loader import MigrationLoader

    try:
        loader = MigrationLoader(None, load=False, ignore_no_migrations=True)
        loader.load_disk()
    except Exception:
        return None
    return set(loader.disk_migrations)


def with_models(labels):
    """Those of the apps that have a table of their own to make."""
    from django.apps import apps

    return {
        label for label in labels
        if any(model._meta.managed and not model._meta.proxy for model in apps.get_app_config(label).get_models())
    }


class Watching:
    """Notes which migration is being applied; it stays noted when that fails."""

    migration = None

    def __enter__(self):
        from django.db.migrations.executor import MigrationExecutor

        self._class, self._original = MigrationExecutor, MigrationExecutor.apply_migration
        watching, original = self, self._original

        def apply_migration(executor, state, migration, *arguments, **named):
            watching.migration = migration
            state = original(executor, state, migration, *arguments, **named)
            watching.migration = None
            return state

        MigrationExecutor.apply_migration = apply_migration

    def __exit__(self, *_):
        self._class.apply_migration = self._original


def problem_of(error, migration, found, changes, paths):
    """`problem` of facts.ts, where a migration of the learner's is to blame and not the database that it was tried on."""
    try:
        if _is_ours(error, changes):
            return None
        migration = migration or getattr(error, "origin", None)
        frame = _frame(error, paths)
        if migration is not None:
            key, place = (migration.app_label, migration.name), paths.place(type(migration))
        else:
            key, place = _of_frame(frame, paths) or _of_message(error, found), None
        if frame is not None and (migration is None or _of_frame(frame, paths) == key):
            place = {"file": frame["file"], "line": max(1, frame["line"])}
        if key is None or place is None and migration is not None:
            return None
        if found["committed"] is not None and key not in found["committed"]:
            return None
    except Exception:
        return None
    return {
        "app": key[0],
        "name": key[1],
        "message": "{}: {}".format(type(error).__name__, message_of(error)[:500]),
        "place": place,
    }


def _is_ours(error, changes):
    """What SQLite cannot do is no fault of a project that asks for another database."""
    if not any(change["what"] == "used a fresh SQLite database" for change in changes):
        return False
    names = {base.__name__ for base in type(error).__mro__}
    return bool(names & {"DatabaseError", "InterfaceError", "NotImplementedError", "AttributeError"})


def _frame(error, paths):
    """The last line of the learner's that lies in a folder of migrations."""
    frames = [frame for frame in frames_of(error, paths) if frame["learner"] and "migrations" in frame["file"].split("/")]
    return frames[-1] if frames else None


def _of_frame(frame, paths):
    from django.apps import apps

    if frame is None:
        return None
    file = os.path.join(paths.source, frame["file"])
    folder, name = os.path.split(file)
    for config in apps.get_app_configs():
        if os.path.realpath(config.path) == os.path.dirname(folder):
            return config.label, name[:-3]
    return None


def _of_message(error, found):
    """A circle of migrations is told in words only."""
    for match in re.finditer(r"(\w+)\.(\w+)", message_of(error)):
        if match.groups() in (found["committed"] or ()):
            return match.groups()
    return None
