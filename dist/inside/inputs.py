"""What a handler takes: the fields of its serializer or form."""
import inspect
import re

from . import schemas
from .models import choices_of, number

_WRITES = ("post", "put", "patch", "delete")


def input_of(method, handler, target, cls, instance, rest):
    """{fields, name, model, classes} for one method of a view; fields is None where nothing is known."""
    nothing = {"fields": None, "name": None, "model": None, "classes": []}
    if cls is None or instance is None:
        return nothing
    made = _serializer(method, handler, target, cls, instance) if rest else _form(cls, instance)
    if made is None:
        return nothing
    kind = made if inspect.isclass(made) else type(made)
    described = describe_input(made)
    if method not in _WRITES or method == "delete":
        return dict(described, classes=[kind])
    return dict(described, classes=[kind])


def describe_input(made):
    """Fields of a serializer, form or schema: class or instance."""
    kind = made if inspect.isclass(made) else type(made)
    try:
        thing = _made(made) if inspect.isclass(made) and not schemas.fields_of(made) else made
        thing = getattr(thing, "child", None) or thing
        kind = thing if inspect.isclass(thing) else type(thing)
        if schemas.fields_of(kind):
            fields = schemas.describe(kind)
        elif hasattr(kind, "base_fields"):
            known = kind.base_fields if inspect.isclass(thing) else thing.fields
            fields = [_form_field(name, field) for name, field in known.items()]
        else:
            fields = [entry for entry in (_safe(name, field) for name, field in thing.fields.items()) if entry]
    except Exception:
        fields = None
    model = getattr(getattr(kind, "Meta", None), "model", None)
    return {
        "fields": fields,
        "name": kind.__name__,
        "model": model._meta.label if hasattr(model, "_meta") else _user_model(kind),
        "classes": [kind],
    }


def _made(cls):
    """Forms that want a user to be made are described by their class."""
    try:
        return cls()
    except Exception:
        if hasattr(cls, "base_fields"):
            return cls
        raise


def _user_model(kind):
    """Django's own user form names its model in Meta; a plain serializer that creates users does not."""
    model = getattr(getattr(kind, "_meta", None), "model", None)
    return model._meta.label if hasattr(model, "_meta") else None


def _serializer(method, handler, target, cls, instance):
    extra = getattr(target, "kwargs", None)
    action_class = extra.get("serializer_class") if isinstance(extra, dict) else None
    _prepare(instance, method, handler)
    chosen = action_class
    if chosen is None and hasattr(instance, "get_serializer_class"):
        try:
            chosen = instance.get_serializer_class()
        except Exception:
            chosen = None
    if chosen is None:
        chosen = getattr(cls, "serializer_class", None)
    if isinstance(chosen, str):
        from django.utils.module_loading import import_string

        try:
            chosen = import_string(chosen)
        except Exception:
            return None
    if not inspect.isclass(chosen):
        return None
    try:
        made = chosen(context={"request": instance.request, "view": instance, "format": None})
        made.fields
        return made
    except Exception:
        return chosen


def _prepare(instance, method, handler):
    """A request of a user who is not in the database: get_queryset() and friends read it."""
    from django.contrib.auth import get_user_model
    from django.test import RequestFactory

    request = getattr(RequestFactory(), method)("/")
    request.user = get_user_model()(pk=1)
    request.session = {}
    try:
        from rest_framework.request import Request

        wrapped = Request(request, parsers=[])
        wrapped._user = request.user
        wrapped._auth = None
        wrapped._full_data = wrapped._data = {}
        request = wrapped
    except Exception:
        pass
    instance.request = request
    instance.action = handler
    instance.detail = bool(instance.kwargs)


def _form(cls, instance):
    _prepare(instance, "get", "get")
    form = None
    try:
        form = instance.get_form_class()
    except Exception:
        form = getattr(cls, "form_class", None)
    return form if inspect.isclass(form) else None


def model_of_view(cls, instance):
    """From the query set, the model attribute or get_queryset(); the serializer's model where these say nothing."""
    for value in (getattr(cls, "queryset", None), cls):
        model = getattr(value, "model", None)
        if hasattr(model, "_meta"):
            return model._meta.label
    if instance is not None and hasattr(instance, "get_queryset"):
        try:
            _prepare(instance, "get", "list")
            return instance.get_queryset().model._meta.label
        except Exception:
            pass
    for serializer in (getattr(cls, "serializer_class", None), getattr(cls, "form_class", None)):
        model = getattr(getattr(serializer, "Meta", None), "model", None)
        if hasattr(model, "_meta"):
            return model._meta.label
    return None


def _safe(name, field):
    try:
        return _serializer_field(name, field)
    except Exception:
        return None


_KINDS = (
    ("HiddenField", None), ("EmailField", "email"), ("SlugField", "slug"), ("URLField", "url"), ("UUIDField", "uuid"),
    ("ImageField", "image"), ("FileField", "file"), ("BooleanField", "boolean"), ("NullBooleanField", "boolean"),
    ("IntegerField", "integer"), ("FloatField", "float"), ("DecimalField", "decimal"), ("DateTimeField", "datetime"),
    ("DateField", "date"), ("TimeField", "time"), ("DurationField", "duration"), ("MultipleChoiceField", "list"),
    ("ChoiceField", "choice"), ("ManyRelatedField", "relations"), ("ModelMultipleChoiceField", "relations"),
    ("ModelChoiceField", "relation"), ("RelatedField", "relation"), ("ListSerializer", "list"), ("ListField", "list"),
    ("JSONField", "json"), ("DictField", "object"), ("BaseSerializer", "object"), ("CharField", "text"),
)


def _serializer_field(name, field):
    names = [base.__name__ for base in type(field).__mro__]
    kind = next((kind for label, kind in _KINDS if label in names), "other")
    if kind is None:
        return None
    style = getattr(field, "style", None) or {}
    if kind == "text":
        if style.get("input_type") == "password" or is_password_name(name):
            kind = "password"
        elif style.get("base_template") == "textarea.html":
            kind = "longtext"
    source = getattr(field, "source", None)
    return {
        "name": name,
        "kind": kind,
        "type": type(field).__name__,
        "required": bool(field.required),
        "readOnly": bool(field.read_only),
        "writeOnly": bool(field.write_only),
        "maxLength": number(getattr(field, "max_length", None)),
        "minLength": number(getattr(field, "min_length", None)),
        "choices": choices_of(getattr(field, "choices", None).items()) if kind == "choice" else None,
        "related": _related(field),
        "source": source if source and source not in (name, "*") else None,
    }


def is_password_name(name):
    return re.search(r"passw|passwd|pwd|pass[12_]|^pass$|clave|contrase|senha|passphrase|motdepasse|parol", name.lower()) is not None


def _related(field):
    for item in (field, getattr(field, "child_relation", None), getattr(field, "child", None)):
        model = getattr(getattr(item, "queryset", None), "model", None)
        if hasattr(model, "_meta"):
            return model._meta.label
    model = getattr(getattr(field, "Meta", None), "model", None)
    return model._meta.label if hasattr(model, "_meta") else None


def _form_field(name, field):
    names = [base.__name__ for base in type(field).__mro__]
    kind = next((kind for label, kind in _KINDS if label in names and kind), "other")
    widget = type(getattr(field, "widget", None)).__name__
    if kind == "text":
        kind = "password" if "Password" in widget or is_password_name(name) else "longtext" if "Textarea" in widget else "text"
    return {
        "name": name,
        "kind": kind,
        "type": type(field).__name__,
        "required": bool(field.required),
        "readOnly": bool(field.disabled),
        "writeOnly": False,
        "maxLength": number(getattr(field, "max_length", None)),
        "minLength": number(getattr(field, "min_length", None)),
        "choices": choices_of(getattr(field, "choices", None)) if kind == "choice" else None,
        "related": _related(field),
        "source": None,
    }
