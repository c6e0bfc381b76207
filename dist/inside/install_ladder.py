"""Tries to install, cheap to dear: wheels of what is asked, builds, the learner's pins against what packages ask of
each other, other versions, and at last without the packages that cannot be had. Every step down is written down."""
import time

from install_failure import read_failure

ROUNDS = 40


def climb(wish, run, until, log):
    """None when everything that is left in the wish is installed, else the problem as a sentence."""
    retried = False
    for _ in range(ROUNDS):
        left = until - time.time()
        if left < 5:
            return "The dependencies could not be installed within the {} minutes that they are given.".format(8)
        # One package that never ends its build must leave time for the others.
        attempt = run(wish, left if wish.wheels_only else max(60, left * 0.6))
        log.append(attempt.output)
        if attempt.ok:
            return None
        failure = read_failure(attempt, [entry.name for entry in wish.entries], wish.wheels_only)
        if failure.kind == "full":
            return "The dependencies could not be installed: the disk is full."
        if failure.kind == "network":
            if retried:
                return "The package index could not be reached: check the network and the index settings of pip."
            retried = True
            time.sleep(2)
            continue
        problem = _step_down(wish, failure)
        if problem:
            return problem
    return "The dependencies could not be installed; the log of the installer says more."


def _step_down(wish, failure):
    if failure.kind == "date":
        return wish.forget_date("the package index does not say when packages were published")
    if failure.kind == "unknown":
        return _leave_out(wish, failure.names, "the package index knows no package of this name")
    if failure.kind == "wheel":
        if _django_needs_other_python(wish, failure):
            return _other_python(wish)
        if wish.wheels_only:
            wish.wheels_only = False
            return None
        return _move(wish, failure.names, "it cannot be had for Python {} on this machine".format(wish.python))
    if failure.kind == "django":
        return _loosen(wish, failure.names, "this Django asks for another version")
    if failure.kind == "version":
        return _move(wish, failure.names, "no such version can be had for Python {}".format(wish.python))
    if failure.kind == "build":
        if failure.tools and wish.change_tools(failure.names):
            return None
        return _move(wish, failure.names, "it could not be built for Python {} here".format(wish.python))
    return _settle(wish, failure)


def _settle(wish, failure):
    """The wishes contradict each other."""
    if _django_needs_other_python(wish, failure):
        return _other_python(wish)
    if not wish.keep_pins and not failure.python and sum(entry.exact for entry in wish.entries) > 0:
        return wish.put_pins_first()
    if wish.newest and not failure.python:
        return wish.forget_date("nothing older fits together")
    others = [name for name in failure.names if name != "django"] or failure.names
    return _loosen(wish, others, "no version of it fits the other packages and Python {}".format(wish.python))


def _move(wish, names, why):
    """A pin whose release cannot be had goes to the nearest one that can."""
    return _loosen(wish, names, why, wish.nearest)


def _loosen(wish, names, why, nearest=None):
    """Another version where one is pinned, else without it. What is nobody's wish is only asked for by others."""
    found = [entry for name in names for entry in wish.find(name)]
    late = [entry for entry in found if wish.newest and entry.name not in wish.any_date]
    if late:
        for entry in late:
            wish.allow_newer(entry, why)
        return None
    pinned = [entry for entry in found if entry.pinned and not entry.ours]
    if pinned:
        for entry in pinned:
            wish.unpin(entry, why, nearest)
        return None
    return _leave_out(wish, names, why)


def _leave_out(wish, names, why):
    changed = False
    for name in names:
        if name.lower() == "django":
            return "Django could not be installed: {}.".format(why)
        entries = wish.find(name)
        for entry in entries:
            wish.drop(entry, why)
        if not entries and name.lower() not in wish.never:
            wish.leave_out(name, why)
        changed = True
    return None if changed else "The dependencies could not be installed; the log of the installer says more."


def _django_needs_other_python(wish, failure):
    return failure.python and any(entry.exact for name in failure.names if name == "django" for entry in wish.find(name))


def _other_python(wish):
    pins = ", ".join(entry.line for entry in wish.find("django"))
    return "{} cannot be installed with Python {}: choose a Python that it supports.".format(pins, wish.python)
