"""Models by label, rows by key, and rows as data."""
import datetime


def model_of(label):
    from django.apps import apps

    return apps.get_model(label)


def all_of(cls):
    """Past managers that hide rows (soft deletes, only the published)."""
    return cls._base_manager.all()


def row_of(cls, id):
    try:
        return all_of(cls).filter(pk=id).first()
    except Exception:  # a key of the wrong kind
        return None


def known_row(label, id):
    row = row_of(model_of(label), id)
    if row is None:
        raise LookupError("there is no {} with the key {}".format(label, id))
    return row


def user_of(identity):
    if identity is None:
        return None
    from django.contrib.auth import get_user_model

    return all_of(get_user_model()).get(pk=identity)


def is_user_relation(field):
    return bool(field.is_relation and field.related_model is not None and is_user_model(field.related_model))


def is_user_model(cls):
    from django.contrib.auth import get_user_model

    return isinstance(cls, type) and issubclass(get_user_model(), cls)


def as_data(row):
    return {"id": plain(row.pk), "values": values_of(row)}


def values_of(row):
    return {field.name: plain(field.value_from_object(row)) for field in row._meta.concrete_fields}


def plain(value):
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (dict, list, float)):
        return value
    return str(value)
