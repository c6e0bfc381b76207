"""Fields, indexes and constraints of django.contrib.postgres where there is only SQLite: values are kept as JSON."""
import json
import sys

from .postgres_search_on_sqlite import install_search


def install_where_used(changes):
    """Once models and views are loaded, so that apps which use none of it do not pay for it."""
    from django.db import connections

    used = any(name.startswith("django.contrib.postgres") for name in sys.modules)
    if not used or any(connections[alias].vendor != "sqlite" for alias in connections):
        return
    for work in (_arrays, _stores, _old_json, _indexes, install_search):
        try:
            work()
        except Exception:  # this Django does not have it, or its driver is not installed
            continue
    if _asked_for():
        changes.append({"what": "taught SQLite what the app uses of PostgreSQL", "why": "there is no PostgreSQL here"})


def _asked_for():
    """By the project: libraries load these modules wherever a driver is installed."""
    from django.apps import apps

    return apps.is_installed("django.contrib.postgres") or any(
        type(field).__module__.startswith("django.contrib.postgres")
        for model in apps.get_models() for field in model._meta.get_fields()
    )


def _arrays():
    from django.contrib.postgres.fields import array
    from django.contrib.postgres.fields import ArrayField

    def bare(field, value):
        if not isinstance(value, (list, tuple)):
            return value
        base = field.base_field
        return [bare(base, item) if isinstance(base, ArrayField) else base.get_prep_value(item) for item in value]

    def stored(self, value, connection, prepared=False):
        return _json(bare(self, value)) if isinstance(value, (list, tuple)) else value

    def read(self, value, expression, connection, *_):
        value = json.loads(value) if isinstance(value, str) else value
        return [self.base_field.to_python(item) for item in value] if isinstance(value, list) else value

    ArrayField.db_type = ArrayField.cast_db_type = lambda self, connection: "text"
    ArrayField.get_placeholder = lambda self, value, compiler, connection: "%s"
    ArrayField.get_placeholder_sql = lambda self, value, compiler, connection: ("%s", (value,))
    ArrayField.get_db_prep_value = stored
    ArrayField.from_db_value = ArrayField._from_db_value = read
    array.ArrayContains.as_sqlite = _lookup(
        "NOT EXISTS (SELECT 1 FROM json_each({rhs}) AS w WHERE w.value NOT IN (SELECT h.value FROM json_each({lhs}) AS h))"
    )
    array.ArrayContainedBy.as_sqlite = _lookup(
        "NOT EXISTS (SELECT 1 FROM json_each({lhs}) AS h WHERE h.value NOT IN (SELECT w.value FROM json_each({rhs}) AS w))",
        lhs_first=True,
    )
    array.ArrayOverlap.as_sqlite = _lookup(
        "EXISTS (SELECT 1 FROM json_each({rhs}) AS w WHERE w.value IN (SELECT h.value FROM json_each({lhs}) AS h))"
    )
    array.ArrayExact.as_sqlite = _lookup("{lhs} = {rhs}", lhs_first=True)
    array.ArrayLenTransform.as_sqlite = lambda self, compiler, connection: _around("json_array_length({})", self, compiler)
    array.IndexTransform.as_sqlite = lambda self, compiler, connection: _around(
        "json_extract({{}}, '$[{}]')".format(self.index - 1), self, compiler
    )


def _lookup(sql, lhs_first=False):
    def as_sqlite(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        wanted = self.rhs
        if hasattr(wanted, "get_source_expressions"):  # ARRAY[...]
            wanted = [getattr(item, "value", None) for item in wanted.get_source_expressions()]
        wanted = [wanted if isinstance(wanted, str) else _json(wanted)]
        return sql.format(lhs=lhs, rhs="%s"), list(params) + wanted if lhs_first else wanted + list(params)

    return as_sqlite


def _around(sql, transform, compiler):
    lhs, params = compiler.compile(transform.lhs)
    return sql.format(lhs), params


def _stores():
    from django.contrib.postgres.fields import HStoreField

    HStoreField.get_db_prep_value = lambda self, value, connection, prepared=False: _json(self.get_prep_value(value))
    HStoreField.from_db_value = lambda self, value, expression, connection, *_: _read(value)


def _old_json():
    """Before Django 3.1 the field of PostgreSQL was one of its own."""
    from django.contrib.postgres.fields import JSONField
    from django.db import models

    if hasattr(models, "JSONField"):
        return
    JSONField.get_prep_value = lambda self, value: value
    JSONField.get_db_prep_value = lambda self, value, connection, prepared=False: _json(value)
    JSONField.from_db_value = lambda self, value, expression, connection, *_: _read(value)


def _indexes():
    """A statement that does nothing: they make queries faster, or rule out what no test of ours stores."""
    from django.contrib.postgres import constraints, indexes

    nothing = lambda self, model, schema_editor, *_, **__: "SELECT 1"  # noqa: E731
    indexes.PostgresIndex.create_sql = indexes.PostgresIndex.remove_sql = nothing
    for name in list(vars(indexes)):
        found = getattr(indexes, name)
        if isinstance(found, type) and issubclass(found, indexes.PostgresIndex) and "create_sql" in vars(found):
            found.create_sql = nothing
    constraints.ExclusionConstraint.create_sql = constraints.ExclusionConstraint.remove_sql = nothing
    constraints.ExclusionConstraint.constraint_sql = lambda self, model, schema_editor: None


def _json(value):
    return None if value is None else json.dumps(value, default=str, ensure_ascii=False)


def _read(value):
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value
