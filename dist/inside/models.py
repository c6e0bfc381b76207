"""Models and their fields."""


def collect(paths, problems):
    from django.apps import apps

    found = []
    for model in apps.get_models():
        try:
            found.append(_model(model, paths))
        except Exception as error:
            problems.append("model {!r}: {}".format(model, error))
    return found


def _model(model, paths):
    place = paths.place(model)
    fields = []
    for field in model._meta.get_fields():
        if field.auto_created and not field.concrete or not hasattr(field, "get_internal_type") or hasattr(field, "ct_field"):
            continue
        fields.append(_field(field))
    return {
        "label": model._meta.label,
        "name": model.__name__,
        "learner": place is not None,
        "place": place,
        "fields": fields,
        "generic": bool(generic_relations(model)),
        "unique": _unique_together(model),
        "ordering": [_order(item) for item in model._meta.ordering or ()],
    }


def generic_relations(model):
    """Pairs of content type and key, which can refer to a row of any model."""
    return [field for field in model._meta.private_fields if hasattr(field, "ct_field") and hasattr(field, "fk_field")]


def _unique_together(model):
    """Of the model and of those that it inherits from with tables of their own; constraints with a condition left out."""
    found = []
    for cls in [model] + list(model._meta.parents):
        found += [list(names) for names in cls._meta.unique_together]
        for item in getattr(cls._meta, "constraints", None) or ():
            if type(item).__name__ == "UniqueConstraint" and item.fields and getattr(item, "condition", None) is None:
                found.append(list(item.fields))
    return found


def _order(item):
    """Meta.ordering takes names and expressions such as F("created").desc()."""
    name = getattr(getattr(item, "expression", item), "name", None)
    return ("-" if getattr(item, "descending", False) else "") + name if name else str(item)


def _field(field):
    from django.db.models import NOT_PROVIDED

    related = getattr(field, "related_model", None)
    default = getattr(field, "default", NOT_PROVIDED)
    return {
        "name": field.name,
        "kind": kind_of(field),
        "type": type(field).__name__,
        "related": related._meta.label if hasattr(related, "_meta") else None,
        "primaryKey": bool(getattr(field, "primary_key", False)),
        "unique": bool(getattr(field, "unique", False)),
        "null": bool(getattr(field, "null", False)),
        "blank": bool(getattr(field, "blank", False)),
        "hasDefault": default is not NOT_PROVIDED or bool(getattr(field, "db_default", NOT_PROVIDED) is not NOT_PROVIDED),
        "automatic": is_automatic(field),
        "editable": bool(getattr(field, "editable", True)),
        "maxLength": number(getattr(field, "max_length", None)),
        "choices": choices_of(getattr(field, "choices", None)),
        "uniqueFor": next((unit for unit in ("date", "month", "year") if getattr(field, "unique_for_" + unit, None)), None),
        "through": _through(field),
    }


def _through(field):
    through = getattr(getattr(field, "remote_field", None), "through", None)
    meta = getattr(through, "_meta", None)
    return meta.label if meta is not None and not meta.auto_created else None


def is_automatic(field):
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return True
    return kind_of(field) in ("date", "datetime", "time") and callable(getattr(field, "default", None)) and (
        field.has_default()
    )


def number(value):
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def choices_of(choices):
    """Flat values, groups opened; None where there are no choices."""
    if not choices:
        return None
    try:
        values = [value for value, _ in choice_pairs(choices)]
    except Exception:
        return None
    return [value if isinstance(value, (str, int, float, bool)) else str(value) for value in values if value is not None]


def choice_pairs(choices):
    """(value, label), groups opened."""
    for value, label in list(choices or ())[:200]:
        if isinstance(label, (list, tuple)):
            for item in label:
                yield item[0], item[1]
        else:
            yield value, label


_KINDS = (
    ("ImageField", "image"), ("FileField", "file"), ("FilePathField", "text"), ("EmailField", "email"), ("URLField", "url"),
    ("SlugField", "slug"), ("UUIDField", "uuid"), ("NullBooleanField", "boolean"), ("BooleanField", "boolean"),
    ("DateTimeField", "datetime"), ("DateField", "date"), ("TimeField", "time"), ("DurationField", "duration"),
    ("DecimalField", "decimal"), ("FloatField", "float"), ("JSONField", "json"), ("HStoreField", "json"),
    ("ArrayField", "list"), ("TextField", "longtext"), ("CharField", "text"), ("GenericIPAddressField", "text"),
    ("IntegerField", "integer"), ("AutoField", "integer"),
)


def kind_of(field):
    """By class, not by name alone: learners and libraries derive from the plain fields."""
    if getattr(field, "many_to_many", False) or getattr(field, "one_to_many", False):
        return "relations"
    if getattr(field, "remote_field", None) is not None or getattr(field, "is_relation", False):
        return "relation"
    if getattr(field, "choices", None):
        return "choice"
    names = [base.__name__ for base in type(field).__mro__]
    if names[0] == "TaggableManager":
        return "relations"
    for name, kind in _KINDS:
        if name in names or name == _internal_type(field):
            return "password" if kind == "text" and field.name == "password" else kind
    return "other"


def _internal_type(field):
    """Fields of editors derive from Field alone and say that they are stored as a TextField."""
    try:
        return field.get_internal_type()
    except Exception:
        return None
