"""Connects rows, and tells which are connected, by whatever relation stands between their models."""
from .models import generic_relations, kind_of
from .row_access import all_of, known_row, model_of, plain, row_of
from .row_relation_kinds import Between, Foreign, Generic, Managed, Many, Reversed


def link(model, id, to, toId):
    from django.db import IntegrityError, router, transaction

    row, other = known_row(model, id), known_row(to, toId)
    for relation in between(type(row), type(other)):
        try:
            with transaction.atomic(using=router.db_for_write(type(row))):
                if other.pk not in relation.ids(row):
                    relation.connect(row, other)
        except IntegrityError:  # one to one, and one of them is taken
            continue
        return {"linked": True, "how": relation.name}
    return {"linked": False, "how": None}


def related(model, id, to):
    row, found = known_row(model, id), []
    for relation in between(type(row), model_of(to)):
        for key in relation.ids(row):
            if key not in found:
                found.append(key)
    return {"ids": [plain(key) for key in found]}


def attach(row, field, items, user=None):
    """Sets a many-to-many field: keys as they are, names by rows that bear them and are made where there is none."""
    items = items if isinstance(items, (list, tuple)) else [items]
    relation = Managed(field, type(row)) if is_managed(field) else Many(field, type(row))
    getattr(row, field.name).clear()
    for item in items:
        relation.connect(row, _named(field.related_model, item, user))


def between(cls, other):
    """The likeliest first; a model in between counts only where no relation is direct."""
    from django.apps import apps

    direct = _many(cls, other) + [Reversed(item) for item in _many(other, cls)]
    direct += _single(cls, other) + [Reversed(item) for item in _single(other, cls)]
    if direct:
        return direct
    found = []
    for third in apps.get_models():
        if third in (cls, other) or third._meta.proxy:
            continue
        for one in _single(third, cls):
            found += [Between(one, two) for two in _single(third, other) if two.field is not one.field]
    return found


def is_managed(field):
    """django-taggit: many to many by a manager and a table of its own."""
    return any(base.__name__ == "TaggableManager" for base in type(field).__mro__)


def _many(cls, other):
    fields = [field for field in cls._meta.many_to_many if _refers(field, other)]
    return [Managed(field, cls) if is_managed(field) else Many(field, cls) for field in fields]


def _single(cls, other):
    found = []
    for field in cls._meta.concrete_fields:
        if field.is_relation and _refers(field, other) and not getattr(field.remote_field, "parent_link", False):
            found.append(Foreign(field, cls, other))
    return found + [Generic(field, cls, other) for field in generic_relations(cls)]


def _refers(field, cls):
    target = field.related_model
    return isinstance(target, type) and issubclass(cls._meta.concrete_model, target._meta.concrete_model)


def _named(cls, item, user):
    from .rows import make

    if hasattr(item, "_meta"):
        return item
    counts = kind_of(cls._meta.pk) == "integer"
    row = row_of(cls, item) if isinstance(item, int) or not counts else None
    if row is not None:
        return row
    name = next((field.name for field in cls._meta.concrete_fields if kind_of(field) == "text"), None)
    if name is None or not isinstance(item, str):
        raise LookupError("there is no {} with the key {}".format(cls._meta.label, item))
    return all_of(cls).filter(**{name: item}).first() or make(cls, {name: item}, user)
