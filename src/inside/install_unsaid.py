"""Packages that do not work with newer ones of another, and do not say so: the learner installed them when these were not
there yet."""
import re

# package, its first version that works, the other package, the first version of it that breaks the older ones
_BREAKS = [
    ("djangorestframework-simplejwt", (4, 6), "pyjwt", "2"),
    ("jinja2", (3,), "markupsafe", "2.1"),
    ("django", (3, 1), "psycopg2-binary", "2.9"),
]


def hold_back(wish, installed):
    """Asks for an older version where nobody asked for a certain one. False: there is no need to."""
    held = False
    for name, works, other, breaks in _BREAKS:
        mine, its = installed.get(name), installed.get(other)
        if mine is None or its is None or numbers(mine) >= works or numbers(its) < numbers(breaks):
            continue
        if any(entry.pinned for entry in wish.find(other)):
            continue
        why = "{} {} does not work with a newer one, and no version is asked for".format(name, mine)
        wish.hold(other, "{}<{}".format(other, breaks), why)
        held = True
    return held


def numbers(version):
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
