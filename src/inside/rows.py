"""Rows of any model: made and changed."""
from .models import is_automatic
from .row_access import all_of, as_data, is_user_relation, known_row, model_of, user_of, values_of
from .row_files import is_file, may_have_picture, needs_file, stored_file
from .row_relations import attach
from .row_saving import EVERYTHING, FILES, REQUIRED, saved, taken_changes
from .row_values import asks_for_row, converted, fitting, may_be_filled, needs_value


def create(model, values=None, user=None):
    """A row with what is given and something fitting in every other field that the model requires."""
    row = make(model_of(model), dict(values or {}), user_of(user))
    return dict(as_data(row), changes=taken_changes())


def change(model, id, values):
    """Past save(): what that sets by itself (dates, slugs) can be set, and nothing else moves."""
    row = known_row(model, id)
    _update(row, values, row._meta.concrete_fields)
    for field in row._meta.many_to_many:
        if field.name in values:
            attach(row, field, values[field.name])
    return {"values": values_of(known_row(model, row.pk))}


def make(cls, given, user, depth=0):
    """Saves the row through the model itself, so that the learner's save() and signals run."""
    if depth > 6:
        raise ValueError("the models require one another in a circle")
    row = saved(cls, lambda effort: built(cls, given, user, depth, effort=effort))
    _update(row, given, [field for field in cls._meta.concrete_fields if is_automatic(field)])
    owned = any(is_user_relation(field) and field.value_from_object(row) is not None for field in cls._meta.concrete_fields)
    for field in cls._meta.many_to_many:
        if field.name in given:
            attach(row, field, given[field.name], user)
        elif is_user_relation(field) and user is not None and not owned:
            attach(row, field, [user.pk], user)
    return all_of(cls).filter(pk=row.pk).first() or row


def built(cls, given, user, depth=0, leave=(), effort=REQUIRED):
    """A row that is not saved yet; fields named in `leave` are left as the model has them."""
    row = _existing(cls, user) or cls()
    fresh, owned, files = row._state.adding, False, []
    for field in cls._meta.concrete_fields:
        if getattr(field.remote_field, "parent_link", False):
            continue
        value, known = _given(field, given)
        if known:
            setattr(row, field.attname if _is_id(field, value) else field.name, converted(field, value))
        elif field.name in leave or not fresh and effort == REQUIRED:
            continue
        elif is_file(field):
            files += [field] if effort >= FILES or needs_file(field) or depth == 0 and may_have_picture(field) else []
        elif is_user_relation(field) and user is not None and (not owned or not field.null):
            setattr(row, field.name, user)
            owned = True
        elif fresh and needs_value(field, row):
            setattr(row, field.name, fitting(field, user, depth))
        elif (effort == EVERYTHING or depth == 0 and asks_for_row(field)) and may_be_filled(field, row):
            _fill(row, field, user, depth)
    for field in files:  # last: the name of a file may be made from the others
        setattr(row, field.name, stored_file(field, row))
    return row


def _fill(row, field, user, depth):
    try:
        setattr(row, field.name, fitting(field, user, depth))
    except Exception:
        pass


def _update(row, values, fields):
    found = {}
    for field in fields:
        value, known = _given(field, values)
        if known and not field.primary_key:
            found[field.attname if _is_id(field, value) else field.name] = converted(field, value)
    if found:
        all_of(type(row)).filter(pk=row.pk).update(**found)


def _existing(cls, user):
    """A row that there can be only one of per user (a profile made by a signal, say) is taken as it is."""
    for field in cls._meta.concrete_fields:
        if user is not None and field.unique and is_user_relation(field):
            return all_of(cls).filter(**{field.name: user}).first()
    return None


def _given(field, given):
    for name in (field.name, field.attname):
        if name in given:
            return given[name], True
    return None, False


def _is_id(field, value):
    return field.is_relation and not hasattr(value, "_meta")
