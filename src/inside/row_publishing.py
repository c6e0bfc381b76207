"""Makes a row visible to the public, as far as its model says how: by a status, by flags, by a date."""
import datetime
import re
import unicodedata

from .models import choice_pairs, kind_of
from .publishing_words import DATES, HIDDEN, NOT, PUBLICATION, SHOWN, STATUS
from .row_access import all_of, known_row, plain


def publish(model, id):
    """{changed: {field: value}}, past save(): a status that only some users may set is set all the same."""
    row = known_row(model, id)
    fields = [field for field in row._meta.concrete_fields if not field.is_relation]
    changed = _dates(row, [field for field in fields if kind_of(field) in ("date", "datetime")])
    for field in fields:
        value = _status(field) if kind_of(field) == "choice" else _flag(field) if kind_of(field) == "boolean" else None
        if value is not None and getattr(row, field.attname) != value:
            changed[field.name] = value
    if changed:
        all_of(type(row)).filter(pk=row.pk).update(**changed)
    return {"changed": {name: plain(value) for name, value in changed.items()}}


def _status(field):
    """The choice that means public; only of a field that is about it, by its name or by a choice that means hidden."""
    shown, hidden = [], False
    for value, label in choice_pairs(field.choices):
        words = set(words_of(label)) | (set(words_of(value)) if isinstance(value, str) else set())
        hidden = hidden or bool(words & HIDDEN or words & SHOWN and words & NOT)
        if words & SHOWN and not words & (NOT | HIDDEN):
            shown.append(value)
    if shown and (hidden or set(words_of(field.name)) & STATUS or _is_publication(field)):
        return shown[0]
    return None


def _flag(field):
    words = words_of(field.name)
    if len(words) > 3:
        return None
    turned = bool(set(words) & NOT)
    if set(words) & HIDDEN:
        return turned
    return not turned if set(words) & SHOWN else None


def _dates(row, fields):
    """A date of publication that is missing or ahead; where the model has none, a plain date that is ahead."""
    from django.conf import settings
    from django.utils import timezone

    now = timezone.now()
    local = timezone.localtime(now) if settings.USE_TZ else now
    named = [field for field in fields if _is_publication(field)]
    plain_ones = [field for field in fields if set(words_of(field.name)) <= DATES] if not named else []
    changed = {}
    for field in named + plain_ones:
        value, day = getattr(row, field.attname), kind_of(field) == "date"
        ahead = value is not None and value > (local.date() if day else now)
        if ahead or value is None and field in named:
            changed[field.name] = local.date() if day else now - datetime.timedelta(minutes=1)
    return changed


def _is_publication(field):
    return any(word.startswith(PUBLICATION) or word == "pub" for word in words_of(field.name))


def words_of(text):
    """is_published, isPublished and "Veröffentlicht" alike; dotless and other letters lose what stands above them."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(text)).lower().replace("ı", "i").replace("ß", "ss")
    bare = "".join(item for item in unicodedata.normalize("NFKD", text) if not unicodedata.combining(item))
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare))
