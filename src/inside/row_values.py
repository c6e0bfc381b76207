"""Values for fields: fitting ones where nobody gave any, and given ones as the field wants them."""
import datetime
import decimal
import re
import uuid

from .models import choice_pairs, choices_of, is_automatic, kind_of
from .row_access import all_of, is_user_model, is_user_relation, user_of

# What a form asks for although it may be null in the database; dates and flags say things by being empty.
_SHOWN = ("text", "longtext", "slug", "email", "url")
# Pages use such texts as the targets of links.
_WEB = re.compile(r"(^|_)(url|uri|link|website|homepage|facebook|twitter|instagram|linkedin|youtube|github)$", re.IGNORECASE)
_REUSED_APPS = {"contenttypes", "auth", "sites", "sessions", "admin"}


def fitting(field, user=None, depth=0):
    """A value that the field accepts; unique ones differ from row to row."""
    kind = kind_of(field)
    mark = uuid.uuid4().hex
    if kind == "relation":
        return _related(field, user, depth)
    if field.choices:
        return _open_choice(field.choices)
    if kind == "text" and _WEB.search(field.name):
        return ("https://example.com/" + mark)[:field.max_length or 32]
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
    return makers[kind]() if kind in makers else _moment(kind, field.name)


# Begins so: what is over is left out of many a list.
_OVER = re.compile(
    r"(complet|done|finish|closed|resolved|cancel|archiv|delet|expired|conclu|terminad|termine|hech|feito|erledigt|fait)",
    re.IGNORECASE,
)


def _open_choice(choices):
    """The first that does not say that all is over; the first of all where each does."""
    over = [value for value, label in choice_pairs(choices) if _OVER.match(str(value)) or _OVER.match(str(label))]
    values = choices_of(choices) or [None]
    return next((value for value in values if value not in over), values[0])


def needs_value(field, row):
    """Nothing that the model or its database fills; a default that no form would take is none."""
    if field.primary_key:
        return kind_of(field) in ("text", "slug", "email", "relation") and not field.has_default()
    if is_automatic(field) or _fills_itself(field):
        return False
    if field.has_default() and _is_usable(field, getattr(row, field.attname)):
        return False
    if field.is_relation and getattr(row, field.attname) is not None:
        return True
    if field.null:
        return not field.blank and kind_of(field) in _SHOWN
    return not field.blank or kind_of(field) not in ("text", "longtext") or field.unique


def asks_for_row(field):
    """Null for the database's sake: a form asks for it, and pages link to it."""
    return field.is_relation and field.null and not field.blank and not is_user_relation(field)


def may_be_filled(field, row):
    """Optional and empty; rows of its own kind (what it replies to, say) change what a row is."""
    if field.primary_key or is_automatic(field) or _fills_itself(field) or getattr(row, field.attname) not in (None, ""):
        return False
    return not field.is_relation or field.related_model._meta.concrete_model is not type(row)._meta.concrete_model


def _fills_itself(field):
    if getattr(field, "generated", False) or type(field).__name__.startswith("Auto"):  # AutoSlugField and the like
        return True
    return hasattr(field, "db_default") and "NOT_PROVIDED" not in repr(field.db_default)


def _is_usable(field, default):
    """default="" where a form wants a text, default=None without null, default=1 before there is such a row."""
    if default is None:
        return field.null
    if field.is_relation:
        return all_of(field.related_model).filter(**{field.target_field.name: default}).exists()
    return default != "" or field.blank


def converted(field, value):
    """What JSON can say, as the field wants it: moments as ISO text, with a time zone where the project has them."""
    if field.is_relation or value is None:
        return value
    try:
        if kind_of(field) in ("date", "datetime") and isinstance(value, str):
            return _date(field, value)
        return field.to_python(value)
    except Exception:
        return value


def _date(field, text):
    from django.conf import settings
    from django.utils import timezone
    from django.utils.dateparse import parse_date, parse_datetime

    moment = parse_datetime(text)
    if moment is None:
        day = parse_date(text)
        if kind_of(field) == "date" or day is None:
            return day or field.to_python(text)
        moment = datetime.datetime(day.year, day.month, day.day)
    local = timezone.make_naive(moment) if timezone.is_aware(moment) else moment
    if kind_of(field) == "date":
        return local.date()
    return timezone.make_aware(local) if settings.USE_TZ else local


# As isEnd in bind/values.ts: what ends lies behind what begins.
_ENDS = re.compile(
    r"(^|_)(end(s|ing)?|until|till|to|finish\w*|stop|due|deadline|expir\w*|out|checkout|returns?|clos\w*|fin|hasta|fim|termino|vence|ende|bis)(_|$)",
    re.IGNORECASE,
)


def _moment(kind, name):
    from django.utils import timezone

    ends = bool(_ENDS.search(name))
    now = timezone.now() + datetime.timedelta(days=2 if ends else 1)
    if kind == "time":
        return datetime.time(11 if ends else 10)
    return now.date() if kind == "date" else now


def _related(field, user, depth):
    """The user's own row where there is one (a profile, say), else a row made for this one."""
    from .rows import make

    cls = field.related_model
    if is_user_model(cls):
        return user or all_of(cls).first() or _new_user()
    for inner in cls._meta.concrete_fields:
        if user is not None and is_user_relation(inner):
            mine = all_of(cls).filter(**{inner.name: user}).first()
            if mine is not None and not field.unique:
                return mine
    if cls._meta.app_label in _REUSED_APPS and all_of(cls).exists():
        return all_of(cls).first()
    # The one that is referred to by default, so that it serves the next row and the learner's forms, too.
    key = field.get_default() if field.has_default() else None
    return make(cls, {} if key is None else {field.target_field.name: key}, user, depth + 1)


def _new_user():
    from . import users

    mark = uuid.uuid4().hex[:10]
    made = users.create("row" + mark, "row{}@example.com".format(mark), "Row-" + mark + "-9")
    return user_of(made["id"])
