"""Rows of any model: made, found, counted."""
import datetime
import decimal
import uuid

from .models import choices_of, is_automatic, kind_of

MAX_FOUND = 50
_REUSED_APPS = {"contenttypes", "auth", "sites", "sessions", "admin"}


def create(model, values=None, user=None):
    """A row with what is given and something fitting in every other field that the model requires."""
    row = make(_model(model), dict(values or {}), _user(user))
    return {"id": _plain(row.pk), "values": values_of(row)}


def find(model, value):
    from django.db.models import Q

    cls = _model(model)
    wanted = Q()
    for field in _text_fields(cls):
        wanted |= Q(**{field.name + "__contains": value})
    if not wanted:
        return []
    return [{"id": _plain(row.pk), "values": values_of(row)} for row in _all(cls).filter(wanted)[:MAX_FOUND]]


def get(model, id):
    cls = _model(model)
    try:
        row = _all(cls).filter(pk=id).first()
    except (ValueError, TypeError, Exception):
        return None
    return {"id": _plain(row.pk), "values": values_of(row)} if row is not None else None


def count(model):
    return {"count": _all(_model(model)).count()}


def search(value):
    """Table and column of everything stored that contains the text, tables without a model included."""
    from django.db import connections

    found = []
    for alias in connections:
        connection = connections[alias]
        position = "instr" if connection.vendor == "sqlite" else "strpos"
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                for column in connection.introspection.get_table_description(cursor, table):
                    quote = connection.ops.quote_name
                    cursor.execute(
                        "SELECT 1 FROM {} WHERE {}(CAST({} AS TEXT), %s) > 0 LIMIT 1".format(
                            quote(table), position, quote(column.name)
                        ),
                        [value],
                    )
                    if cursor.fetchone():
                        found.append({"table": table, "column": column.name})
    return found


def values_of(row):
    return {field.name: _plain(field.value_from_object(row)) for field in row._meta.concrete_fields}


def make(cls, given, user, depth=0):
    """Saves the row through the model itself, so that the learner's save() and signals run."""
    if depth > 6:
        raise ValueError("the models require one another in a circle")
    row, many = _existing(cls, user) or cls(), {}
    fresh, owned = row.pk is None or row._state.adding, False
    for field in cls._meta.concrete_fields:
        if getattr(field.remote_field, "parent_link", False):
            continue
        value, known = _given(field, given)
        if known:
            setattr(row, field.attname if _is_id(field, value) else field.name, _converted(field, value))
        elif not fresh:
            continue
        elif _is_user_relation(field) and user is not None and (not owned or not field.null):
            setattr(row, field.name, user)
            owned = True
        elif _needs_value(field):
            setattr(row, field.name, fitting(field, user, depth))
    for field in cls._meta.many_to_many:
        if field.name in given:
            many[field.name] = given[field.name]
        elif _is_user_relation(field) and user is not None and not owned:
            many[field.name] = [user.pk]
    row.save()
    for name, items in many.items():
        getattr(row, name).set(items)
    return _all(cls).filter(pk=row.pk).first() or row


def _existing(cls, user):
    """A row that there can be only one of per user (a profile made by a signal, say) is taken as it is."""
    for field in cls._meta.concrete_fields:
        if user is not None and field.unique and _is_user_relation(field):
            return _all(cls).filter(**{field.name: user}).first()
    return None


def fitting(field, user=None, depth=0):
    """A value that the field accepts; unique ones differ from row to row."""
    kind = kind_of(field)
    mark = uuid.uuid4().hex
    if kind == "relation":
        return _related(field, user, depth)
    if field.choices:
        return (choices_of(field.choices) or [None])[0]
    if kind in ("text", "longtext", "slug", "password", "other"):
        return ("row " + mark if kind in ("text", "longtext") else mark)[:field.max_length or 200]
    if kind == "integer":
        return int(mark[:6], 16) % 30000 + 1 if field.unique else 1
    makers = {
        "email": lambda: mark[:12] + "@example.com",
        "url": lambda: "https://example.com/" + mark[:12],
        "boolean": lambda: False,
        "decimal": lambda: decimal.Decimal(1),
        "float": lambda: 1.0,
        "uuid": lambda: uuid.uuid4(),
        "json": lambda: {},
        "list": lambda: [],
        "duration": lambda: datetime.timedelta(hours=1),
        "file": lambda: "row-{}.txt".format(mark[:8]),
        "image": lambda: "row-{}.png".format(mark[:8]),
    }
    return makers[kind]() if kind in makers else _moment(kind)


def _moment(kind):
    from django.utils import timezone

    now = timezone.now() + datetime.timedelta(days=1)
    return now.date() if kind == "date" else now.time() if kind == "time" else now


def _related(field, user, depth):
    """The user's own row where there is one (a profile, say), else a row made for this one."""
    cls = field.related_model
    if _is_user_model(cls):
        return user or _all(cls).first() or _new_user()
    for inner in cls._meta.concrete_fields:
        if user is not None and _is_user_relation(inner):
            mine = _all(cls).filter(**{inner.name: user}).first()
            if mine is not None and not field.unique:
                return mine
    if cls._meta.app_label in _REUSED_APPS and _all(cls).exists():
        return _all(cls).first()
    return make(cls, {}, user, depth + 1)


def _new_user():
    from . import users

    mark = uuid.uuid4().hex[:10]
    made = users.create("row" + mark, "row{}@example.com".format(mark), "Row-" + mark + "-9")
    return _user(made["id"])


def _needs_value(field):
    if field.primary_key:
        return kind_of(field) in ("text", "slug", "email", "relation") and not field.has_default()
    if field.has_default() or is_automatic(field) or getattr(field, "generated", False):
        return False
    if hasattr(field, "db_default") and "NOT_PROVIDED" not in repr(field.db_default):
        return False
    if type(field).__name__.startswith("Auto"):  # AutoSlugField and the like fill themselves
        return False
    return not field.null and (not field.blank or kind_of(field) not in ("text", "longtext", "file", "image") or field.unique)


def _given(field, given):
    for name in (field.name, field.attname):
        if name in given:
            return given[name], True
    return None, False


def _is_id(field, value):
    return field.is_relation and not hasattr(value, "_meta")


def _converted(field, value):
    if field.is_relation or value is None:
        return value
    try:
        return field.to_python(value)
    except Exception:
        return value


def _is_user_relation(field):
    return bool(field.is_relation and field.related_model is not None and _is_user_model(field.related_model))


def _is_user_model(cls):
    from django.contrib.auth import get_user_model

    return isinstance(cls, type) and issubclass(get_user_model(), cls)


def _text_fields(cls):
    from django.db import models

    kinds = (models.CharField, models.TextField)
    return [field for field in cls._meta.concrete_fields if isinstance(field, kinds)]


def _model(label):
    from django.apps import apps

    return apps.get_model(label)


def _user(identity):
    if identity is None:
        return None
    from django.contrib.auth import get_user_model

    return _all(get_user_model()).get(pk=identity)


def _all(cls):
    """Past managers that hide rows (soft deletes, only the published)."""
    return cls._base_manager.all()


def _plain(value):
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (dict, list, float)):
        return value
    return str(value)
