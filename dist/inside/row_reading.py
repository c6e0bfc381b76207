"""Rows of any model: found, counted, and where the app shows them."""
from .models import is_automatic, kind_of
from .row_access import all_of, as_data, known_row, model_of, row_of

MAX_FOUND = 50


def find(model, value):
    from django.db.models import Q

    cls = model_of(model)
    wanted = Q()
    for field in _text_fields(cls):
        wanted |= Q(**{field.name + "__contains": value})
    if not wanted:
        return []
    return [as_data(row) for row in all_of(cls).filter(wanted)[:MAX_FOUND]]


def get(model, id):
    row = row_of(model_of(model), id)
    return as_data(row) if row is not None else None


def count(model):
    return {"count": all_of(model_of(model)).count()}


def newest(model):
    """By the key where it counts up, else by a date that the model sets, else the one that the database has last."""
    cls = model_of(model)
    order = "pk" if _counts_up(cls._meta.pk) else _made_at(cls)
    if order is not None:
        row = all_of(cls).order_by("-" + order).first()
    else:
        row = (list(all_of(cls).order_by()) or [None])[-1]
    return as_data(row) if row is not None else None


def _counts_up(field):
    while field.remote_field is not None:
        field = field.target_field
    return kind_of(field) == "integer"


def _made_at(cls):
    """A date of creation before one of change."""
    dates = [field for field in cls._meta.concrete_fields if kind_of(field) == "datetime" and is_automatic(field)]
    dates.sort(key=lambda field: (getattr(field, "auto_now", False), not getattr(field, "auto_now_add", False)))
    return dates[0].name if dates else None


def url(model, id):
    """Where the model itself says that the row is shown."""
    from urllib.parse import urlsplit

    try:
        found = known_row(model, id).get_absolute_url()
        return {"url": urlsplit(str(found)).path if found else None}
    except LookupError:
        raise
    except Exception:
        return {"url": None}


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


def _text_fields(cls):
    from django.db import models

    kinds = (models.CharField, models.TextField)
    return [field for field in cls._meta.concrete_fields if isinstance(field, kinds)]
