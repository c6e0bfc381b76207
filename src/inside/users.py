"""Accounts made and found inside the app, for tests that must not depend on the learner's sign-up."""
import inspect

from .models import choices_of, kind_of
from .row_access import all_of, plain, user_of
from .row_saving import insert, note, taken_changes, update_all
from .row_values import fitting

_ACTIVE = ("is_active", "is_verified", "email_verified", "is_email_verified", "verified")


def create(username, email, password, extra=None):
    """By the user model's own manager, with whatever its required fields want; active and verified."""
    from django.contrib.auth import get_user_model

    cls = get_user_model()
    fields = _fields(cls, username, email, dict(extra or {}))
    identity = fields[cls.USERNAME_FIELD]
    user = all_of(cls).filter(**{cls.USERNAME_FIELD: identity}).first()
    created = user is None
    if created:
        user = _by_manager(cls, fields, password, identity)
    user.set_password(password)
    _switch_on(user, _ACTIVE)
    _keep(user)
    _verify_profiles(user)
    _verify_address(user, email)
    return {
        "id": plain(user.pk), "identity": plain(getattr(user, cls.USERNAME_FIELD)), "created": created,
        "changes": taken_changes(),
    }


def verify(user):
    """As if the link in the mail had been opened. Past save(), which may guard such fields."""
    row = user_of(user)
    names = [field.name for field in row._meta.concrete_fields if getattr(row, field.attname, None) is False]
    changed = dict((name, True) for name in names if name in _ACTIVE)
    if changed:
        all_of(type(row)).filter(pk=row.pk).update(**changed)
    _verify_profiles(row)
    _verify_address(row, getattr(row, "email", None) or "")
    return {}


def promote(user):
    """May use the admin, however the user model says so. Past save(), which may guard such fields."""
    row = user_of(user)
    fields = {field.attname: field for field in row._meta.concrete_fields}
    before = {name: getattr(row, name) for name in fields}
    _switch_on(row, _ACTIVE + ("is_staff", "is_superuser", "is_admin", "admin", "staff", "superuser"))
    if not getattr(row, "is_staff", True):
        for name, field in fields.items():
            value = next((value for value in choices_of(field.choices) or () if "admin" in str(value).lower()), None)
            if value is not None:
                setattr(row, name, value)
    changed = {name: getattr(row, name) for name in fields if getattr(row, name) != before[name]}
    if changed:
        all_of(type(row)).filter(pk=row.pk).update(**changed)
    _verify_address(row, getattr(row, "email", None) or "")
    return {}


def _switch_on(user, names):
    for name in names:
        if getattr(user, name, None) is False:
            try:
                setattr(user, name, True)
            except AttributeError:  # a property that other fields decide
                continue


def find(value):
    """The account that holds the value in a text field; other models with a password column count, too."""
    from django.apps import apps
    from django.contrib.auth import get_user_model
    from django.db.models import Q

    user_model = get_user_model()
    others = [cls for cls in apps.get_models() if cls is not user_model and _password_field(cls)]
    for cls in [user_model] + others:
        wanted = Q()
        for field in _names(cls):
            wanted |= Q(**{field + "__iexact": value})
        row = all_of(cls).filter(wanted).order_by("-pk").first() if wanted else None
        if row is not None:
            return _described(cls, row)
    return None


def _described(cls, row):
    from django.contrib.auth.hashers import identify_hasher

    stored = str(getattr(row, _password_field(cls) or "password", "") or "")
    try:
        hashed = bool(identify_hasher(stored))
    except Exception:
        hashed = False
    return {
        "id": plain(row.pk),
        "model": cls._meta.label,
        "fields": {name: plain(getattr(row, name)) for name in _names(cls)},
        "passwordColumn": stored[:40],
        "hashed": hashed,
        "active": bool(getattr(row, "is_active", True)),
    }


def _names(cls):
    from django.db import models

    return [
        field.name for field in cls._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and field.name != _password_field(cls)
    ]


def _password_field(cls):
    for field in cls._meta.concrete_fields:
        if field.name in ("password", "passwd", "password_hash", "hashed_password", "clave", "senha", "contrasena"):
            return field.name
    return None


def _fields(cls, username, email, extra):
    """Values of the identity, of the fields that create_user asks for, and of others that must be unique."""
    fields = {}
    for field in cls._meta.concrete_fields:
        name = field.name
        if name in extra:
            fields[name] = extra[name]
        elif name == "password" or field.primary_key:
            continue
        elif kind_of(field) == "email" or name == "email":
            fields[name] = email
        elif name == cls.USERNAME_FIELD or name == "username":
            fields[name] = _identity(field, username)
        elif name in getattr(cls, "REQUIRED_FIELDS", []) or field.unique and not field.null and not field.has_default():
            fields[name] = fitting(field)
    return fields


def _identity(field, username):
    if kind_of(field) == "integer":
        return abs(hash(username)) % 10 ** 9
    if "phone" in field.name.lower() or "mobile" in field.name.lower():
        return "+1555" + str(abs(hash(username)) % 10 ** 7).zfill(7)
    return username[:field.max_length or 150]


def _keep(user):
    """By save(), so that the learner's signals run; where one of them crashes the row is written all the same."""
    from django.db import transaction

    try:
        with transaction.atomic():
            user.save()
    except Exception:
        update_all(user)


def _by_manager(cls, fields, password, identity):
    """create_user(...) as its signature wants it; else a plain row, in the end past save() and signals."""
    manager = getattr(cls, "objects", None) or cls._default_manager
    make = getattr(manager, "create_user", None)
    ways = [lambda: _plain(cls, fields, password, lambda user: user.save()), lambda: _plain(cls, fields, password, insert)]
    if make is not None:
        ways = [lambda: make(password=password, **fields), lambda: make(password=password, **_accepted(make, fields))] + ways
    first = None
    for way in ways:
        try:
            user = way()
        except Exception as error:
            first = first or error
            # A signal that crashes does so after the row was written.
            user = all_of(cls).filter(**{cls.USERNAME_FIELD: identity}).first()
        if user is not None and user.pk is not None:
            if first is not None:
                note("made an account past what its model does when it is saved", first)
            return user
    raise first or ValueError("no account could be made")


def _plain(cls, fields, password, save):
    user = cls(**fields)
    user.set_password(password)
    return save(user) or user


def _accepted(function, fields):
    try:
        names = inspect.signature(function).parameters
    except (TypeError, ValueError):
        return fields
    return {name: value for name, value in fields.items() if name in names}


def _verify_profiles(user):
    """The flag may stand on a row that belongs to the account alone."""
    for relation in user._meta.related_objects:
        if not relation.one_to_one:
            continue
        try:
            model, key = relation.related_model, relation.field.attname
            names = [field.name for field in model._meta.concrete_fields if field.name in _ACTIVE]
            if names:
                all_of(model).filter(**{key: user.pk}).update(**dict((name, True) for name in names))
        except Exception:  # a table that is not there
            continue


def _verify_address(user, email):
    """allauth refuses to sign in an address that was not confirmed."""
    from django.apps import apps

    if not apps.is_installed("allauth.account"):
        return
    try:
        address = apps.get_model("account", "EmailAddress")
        address.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    except Exception:
        pass
