"""Fields of pydantic models, versions 1 and 2."""
import datetime
import decimal
import enum
import inspect
import typing
import uuid

_KINDS = (
    (bool, "boolean"), (int, "integer"), (float, "float"), (decimal.Decimal, "decimal"), (datetime.datetime, "datetime"),
    (datetime.date, "date"), (datetime.time, "time"), (datetime.timedelta, "duration"), (uuid.UUID, "uuid"), (str, "text"),
    (dict, "object"), (list, "list"), (tuple, "list"), (set, "list"),
)


def fields_of(model):
    """{name: field} of a class of either version."""
    for name in ("model_fields", "__fields__"):
        fields = getattr(model, name, None)
        if isinstance(fields, dict):
            return fields
    return {}


def describe(model):
    return [field(name, item) for name, item in fields_of(model).items()]


def schema_of(item):
    """The pydantic class that a field holds, or None."""
    annotation = _annotation(item)
    return annotation if inspect.isclass(annotation) and fields_of(annotation) else None


def field(name, item):
    annotation = _annotation(item)
    choices = _choices(annotation)
    limits = _limits(item)
    return {
        "name": getattr(item, "alias", None) or name,
        "kind": "choice" if choices else _kind(name, annotation),
        "type": getattr(annotation, "__name__", str(annotation)),
        "required": _required(item),
        "readOnly": False,
        "writeOnly": False,
        "maxLength": limits.get("max_length"),
        "minLength": limits.get("min_length"),
        "choices": choices,
        "related": None,
        "source": None,
    }


def _annotation(item):
    """The type without Optional and Annotated."""
    value = getattr(item, "annotation", None)
    if value is None:
        value = getattr(item, "outer_type_", None)
    for _ in range(5):
        arguments = [part for part in getattr(value, "__args__", ()) if part is not type(None)]
        if hasattr(value, "__metadata__"):
            value = value.__origin__
        elif _is_union(value) and arguments:
            value = arguments[0]
        else:
            break
    origin = getattr(value, "__origin__", None)
    return origin if inspect.isclass(origin) else value


def _is_union(value):
    return getattr(value, "__origin__", None) is typing.Union or type(value).__name__ == "UnionType"


def _required(item):
    value = getattr(item, "is_required", None)
    return bool(value()) if callable(value) else bool(getattr(item, "required", False))


def _kind(name, annotation):
    if not inspect.isclass(annotation):
        return "choice" if "Literal" in str(annotation) else "other"
    label = annotation.__name__
    if "Email" in label:
        return "email"
    if "Url" in label:
        return "url"
    if "SecretStr" in label or issubclass(annotation, str) and is_password_name(name):
        return "password"
    if "UploadedFile" in label:
        return "file"
    for kind, word in _KINDS:
        if issubclass(annotation, kind):
            return word
    return "object" if fields_of(annotation) else "other"


def is_password_name(name):
    from .inputs import is_password_name as same

    return same(name)


def _choices(annotation):
    if inspect.isclass(annotation) and issubclass(annotation, enum.Enum):
        return [item.value for item in annotation if isinstance(item.value, (str, int, float, bool))]
    if "Literal" in str(getattr(annotation, "__origin__", "")):
        return [item for item in annotation.__args__ if isinstance(item, (str, int, float, bool))]
    return None


def _limits(item):
    """max_length and min_length, from the field itself or from what Annotated carries (also inside Optional)."""
    found = {}
    sources = list(getattr(item, "metadata", None) or []) + [getattr(item, "field_info", None)]
    waiting = [getattr(item, "annotation", None)]
    while waiting:
        value = waiting.pop()
        sources += list(getattr(value, "__metadata__", ()))
        waiting += [part for part in getattr(value, "__args__", ()) if not isinstance(part, (str, int))]
        if hasattr(value, "__metadata__"):
            waiting.append(value.__origin__)
    for part in sources:
        for name in ("max_length", "min_length"):
            value = getattr(part, name, None)
            if isinstance(value, int):
                found.setdefault(name, value)
    return found
