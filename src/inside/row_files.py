"""Real files for file and image fields: learners' save() opens them, their templates ask for their address."""
import os
import struct
import uuid
import zlib

from .models import kind_of

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".ico")


def is_file(field):
    return kind_of(field) in ("file", "image")


def needs_file(field):
    """What a form of the site would not be sent without."""
    return not field.blank and not _default(field)


def may_have_picture(field):
    """Optional, and seldom left out: many a list breaks at the first row without one, which is nobody's requirement."""
    return kind_of(field) == "image" and not _default(field)


def stored_file(field, row):
    """The name of a tiny file where the field keeps its files; of none where that is not this machine's disk."""
    name = "row-{}{}".format(uuid.uuid4().hex[:8], _ending(field))
    try:
        name = field.generate_filename(row, name)
    except Exception:  # upload_to of the learner's asks for something that this row does not have
        pass
    if not _is_local(field):
        return name
    try:
        from django.core.files.base import ContentFile

        return field.storage.save(name, ContentFile(_content(name)))
    except Exception:
        return name


def put_default_pictures(paths, changes):
    """Media is seldom committed: without the picture that new rows have by default, sign-ups and pages crash."""
    from django.apps import apps

    put = []
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            try:
                name = _put_default(field, paths) if is_file(field) else None
            except Exception:
                continue
            if name is not None and name not in put:
                put.append(name)
    if put:
        changes.append({
            "what": "put a small picture at {}".format(", ".join(put[:5]) + (" and more" if len(put) > 5 else "")),
            "why": "the models have it as a default and it was not committed",
        })


def _put_default(field, paths):
    name = _default(field)
    if not name or not name.lower().endswith(_PICTURES) or not _is_local(field) or field.storage.exists(name):
        return None
    file = field.storage.path(name)
    if not paths.is_of_run(file):
        return None
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "wb") as stream:
        stream.write(picture())
    return paths.relative(file)


def _default(field):
    """The name that rows have without being asked; None and "" are none."""
    return str(field.get_default() or "") if field.has_default() else ""


def _is_local(field):
    from django.core.files.storage import FileSystemStorage
    from django.db.models import FileField

    return isinstance(field, FileField) and isinstance(field.storage, FileSystemStorage)


def _ending(field):
    """As the field's validators allow it."""
    for validator in field.validators:
        allowed = [str(item) for item in getattr(validator, "allowed_extensions", None) or ()]
        if allowed and kind_of(field) == "file":
            return "." + allowed[0]
    return ".png" if kind_of(field) == "image" else ".txt"


def _content(name):
    return picture() if name.lower().endswith(_PICTURES) else b"row\n"


def picture(size=64):
    """A PNG of one colour, which Pillow may save again under any ending."""
    rows = (b"\x00" + b"\x60\x90\xc0" * size) * size

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) & 0xFFFFFFFF)

    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
