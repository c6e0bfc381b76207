"""Databases of the run: the overlay's choice, a copy per instance, a snapshot of one as the next starting point."""
import os
import re
import shutil
import sqlite3
import uuid

SQLITE = "django.db.backends.sqlite3"
_KEPT = ("ATOMIC_REQUESTS", "TIME_ZONE", "AUTOCOMMIT", "TEST")


def overlay_databases(settings, wanted, paths):
    """A fresh database for every alias: the learner's server keeps its engine where one is offered, else SQLite."""
    databases = settings.get("DATABASES")
    databases = dict(databases) if isinstance(databases, dict) else {}
    databases.setdefault("default", {})
    replaced = {}
    for alias, database in databases.items():
        database = database if isinstance(database, dict) else {}
        engine = str(database.get("ENGINE") or "")
        if engine == SQLITE and database.get("NAME"):
            _named[os.path.abspath(str(database["NAME"]))] = alias
        if wanted["kind"] == "postgres" and re.search("postg", engine):
            replaced[alias] = _postgres(alias, database, wanted)
            what, why = "connected to a fresh PostgreSQL", "the server that the settings name is not reachable here"
        else:
            replaced[alias] = _sqlite(alias, database, paths)
            what, why = "used a fresh SQLite database", "the settings ask for " + (engine.split(".")[-1] or "none")
        if engine != SQLITE:
            settings.changes.append({"what": what, "why": why})
    settings.set("DATABASES", replaced)


# alias of each database file that the settings name
_named = {}


def follow_direct_connections():
    """`sqlite3.connect("db.sqlite3")` in a view means the database of the settings, which has moved."""
    from django.db import connections

    connect = sqlite3.connect

    def moved(database, *args, **kwargs):
        try:
            alias = _named.get(os.path.abspath(os.fspath(database)))
            database = database if alias is None else connections.databases[alias]["NAME"]
        except Exception:
            pass
        return connect(database, *args, **kwargs)

    sqlite3.connect = moved


def _sqlite(alias, database, paths):
    kept = {key: database[key] for key in _KEPT if key in database}
    options = dict(database.get("OPTIONS") or {}) if database.get("ENGINE") == SQLITE else {}
    options["timeout"] = 20
    file = os.path.join(paths.scratch, "base-{}.sqlite3".format(re.sub(r"\W", "_", alias)))
    if os.path.exists(file):
        os.remove(file)
    return dict(kept, ENGINE=SQLITE, NAME=file, OPTIONS=options)


def _postgres(alias, database, wanted):
    options = {
        key: value for key, value in (database.get("OPTIONS") or {}).items()
        if not key.startswith("ssl") and key not in ("pool", "service", "passfile", "channel_binding")
    }
    return dict(
        database, OPTIONS=options, HOST=wanted["host"], PORT=wanted["port"], USER=wanted["user"],
        PASSWORD=wanted["password"], NAME=wanted["name"] if alias == "default" else wanted["name"] + "_" + alias,
        CONN_MAX_AGE=0,
    )


class Databases:
    """Which database each instance has, and from which a fresh one is made."""

    def __init__(self, wanted, paths, databases):
        self.paths = paths
        self.base = {alias: str(entry["NAME"]) for alias, entry in databases.items()}
        self.engines = {alias: entry["ENGINE"] for alias, entry in databases.items()}
        self.of = {}
        self.count = 0
        self.mark = uuid.uuid4().hex[:8]

    def plan(self, instance, wanted):
        """For the child: which database each alias gets, and from which it is copied (None: it is there)."""
        if wanted["kind"] == "share":
            names = self.of[wanted["with"]]
            plan = {alias: (name, None) for alias, name in names.items()}
        else:
            plan = {alias: (self._name(alias, instance), self.base[alias]) for alias in self.base}
        self.of[instance] = {alias: name for alias, (name, _) in plan.items()}
        return plan

    def snapshot(self, instance):
        taken = {}
        for alias, name in self.of[instance].items():
            taken[alias] = self._name(alias, "snapshot")
            copy_database(alias, name, taken[alias], self.engines[alias])
        self.base = taken

    def _name(self, alias, owner):
        self.count += 1
        label = re.sub(r"\W", "_", "{}_{}_{}".format(owner, self.count, alias)).lower()
        if self.engines[alias] == SQLITE:
            return os.path.join(self.paths.scratch, label + ".sqlite3")
        return "milepost_{}_{}".format(self.mark, label[-40:])


def fresh_postgres(alias):
    """An earlier start may have left half a schema behind; other aliases of the settings have no database yet."""
    from django.db import connections

    connection = connections[alias]
    if connection.vendor != "postgresql":
        return
    name = connection.settings_dict["NAME"]
    with administration(alias) as cursor:
        _disconnect_others(cursor, name)
        cursor.execute('DROP DATABASE IF EXISTS "{}"'.format(name))
        cursor.execute('CREATE DATABASE "{}"'.format(name))


def copy_database(alias, source, target, engine):
    if engine == SQLITE:
        _copy_file(source, target)
    elif re.search("postg", engine):
        _copy_postgres(alias, source, target)


def use_databases(plan):
    """In an instance: every connection made from now on goes to the instance's own database."""
    from django.db import connections

    for alias, (name, source) in plan.items():
        engine = connections.databases[alias]["ENGINE"]
        if source is not None:
            copy_database(alias, source, name, engine)
        connections.databases[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name
        connections[alias].close()


def _copy_file(source, target):
    """SQLite's own backup where Python has it: the source may be in use."""
    reading = sqlite3.connect(source, timeout=5)
    try:
        if hasattr(reading, "backup"):
            writing = sqlite3.connect(target)
            writing.execute("PRAGMA synchronous = OFF")
            reading.backup(writing)
            writing.close()
        else:
            reading.execute("BEGIN IMMEDIATE")
            shutil.copyfile(source, target)
    finally:
        reading.close()


def _copy_postgres(alias, source, target):
    with administration(alias) as cursor:
        _disconnect_others(cursor, source)
        cursor.execute('CREATE DATABASE "{}" TEMPLATE "{}"'.format(target, source))


def _disconnect_others(cursor, name):
    cursor.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()", [name]
    )


class administration:
    """A cursor on the server's own database, outside of a transaction."""

    def __init__(self, alias):
        from django.db import connections

        model = connections[alias]
        self.connection = type(model)(dict(model.settings_dict, NAME="postgres", CONN_MAX_AGE=0), alias)

    def __enter__(self):
        self.cursor = self.connection.cursor()
        return self.cursor

    def __exit__(self, *_):
        self.cursor.close()
        self.connection.close()
