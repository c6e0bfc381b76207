"""Two rows made alike: does the model let both have the same value of a field that tells them apart in a URL?"""
import datetime

from .models import kind_of
from .row_access import all_of, as_data, model_of, user_of
from .rows import built


def twins(model, values, field, user=None):
    """`field` is left to the model; where save() does not fill it, both get what a form would make of the text."""
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError

    cls, owner = model_of(model), user_of(user)
    first = _saved(cls, values, field, owner)
    # Whatever else the first one belongs to is the same for the second: its owner above all.
    same = {item.name: getattr(first, item.attname) for item in cls._meta.concrete_fields if _is_shared(item)}
    try:
        second = _saved(cls, dict(same, **values), field, owner)
    except (ValidationError, IntegrityError) as error:
        # The first one passed with the same values: the second is one too many.
        refused = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        return {"shared": False, "refused": refused, "first": as_data(first), "second": None}
    shared = getattr(first, field) == getattr(second, field)
    return {"shared": shared, "refused": None, "first": as_data(first), "second": as_data(second)}


def _is_shared(field):
    return field.is_relation and not field.unique and not getattr(field.remote_field, "parent_link", False)


def _saved(cls, values, field, user):
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError, router, transaction

    row, database = _built(cls, values, field, user), router.db_for_write(cls)
    with transaction.atomic(using=database):
        try:
            with transaction.atomic(using=database):
                row.save()
        except (ValidationError, IntegrityError):
            if getattr(row, field):
                raise
            row = _built(cls, values, field, user)  # perhaps for want of the field
        if not getattr(row, field):
            _fill(row, field, values)
            row.validate_unique()
            if hasattr(row, "validate_constraints"):
                row.validate_constraints()
            row.save()
    return all_of(cls).get(pk=row.pk)


def _built(cls, values, name, user):
    """At noon: what is unique for a day is looked for on the day of the time zone, by the day of UTC."""
    from django.utils import timezone

    row = built(cls, values, user, leave=(name,))
    field = cls._meta.get_field(name)
    for option in ("unique_for_date", "unique_for_month", "unique_for_year"):
        other = getattr(field, option, None)
        moment = getattr(row, other, None) if other else None
        if isinstance(moment, datetime.datetime) and timezone.is_aware(moment):
            setattr(row, other, timezone.localtime(moment).replace(hour=12))
    return row


def _fill(row, field, values):
    """As a view, a form or the admin would: from the title, which is the first text that was given."""
    from django.utils.text import slugify

    texts = [
        values[item.name] for item in row._meta.concrete_fields
        if isinstance(values.get(item.name), str) and kind_of(item) in ("text", "longtext")
    ]
    text = (slugify(texts[0]) if texts else "") or "row"
    setattr(row, field, text[:row._meta.get_field(field).max_length or 50])
