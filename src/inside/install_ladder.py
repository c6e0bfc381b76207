"""The install ladder, from cheap and exact to dear and approximate: each rung is climbed only after the one below broke."""
from install_errors import explain, last_sentence

ROUNDS = 16
REASONS = {
    "unknown": "the package index knows no package of this name",
    "python": "this version does not run on this Python",
    "wheels": "this version cannot be had for this Python",
    "version": "the package index does not have this version",
    "build": "this version cannot be built on this machine",
}


def climb(tool, wanted):
    """None, or in one sentence why nothing could be installed."""
    way = {"sources": False, "overrides": False}
    retried = False
    output = ""
    for _ in range(ROUNDS):
        done, output = tool.install(wanted, **way)
        if done:
            return None
        kind, name = explain(output)
        if kind == "full":
            return "The disk is full."
        if kind == "network":
            if retried:
                return "The package index cannot be reached: {}".format(last_sentence(output))
            retried = True
        elif not _next(kind, name, wanted, way):
            break
    return "The dependencies cannot be installed: {}".format(last_sentence(output))


def _next(kind, name, wanted, way):
    """Changes the way or what is wanted, as little as possible. False: nothing is left to try."""
    if kind == "unknown":
        return wanted.drop(name, REASONS[kind])
    if kind == "wheels" and not way["sources"]:
        way["sources"] = True
        return True
    if kind in REASONS and name:
        return wanted.relax(name, REASONS[kind]) or _coarser(wanted, way)
    return _coarser(wanted, way)


def _coarser(wanted, way):
    if not way["overrides"]:
        way["overrides"] = True
        wanted.changed("installed the pinned versions as they are", "by their own statements they do not fit together")
        return True
    if not way["sources"]:
        way["sources"] = True
        return True
    if wanted.relax_all("the pinned versions cannot be installed together"):
        return True
    if len(wanted.requirements) > 1:
        wanted.requirements = [item for item in wanted.requirements if item.key.startswith("django")]
        wanted.changed("installed only packages whose name begins with django", "the others cannot be installed together")
        return True
    return False
