"""Installs what a plan asks for into a virtual environment of the Python that runs this file.

Called as `python install.py VENV` where there is a network and no source of the learner's. The plan is one line of JSON
on stdin, the outcome one line of JSON on stdout; stderr is the log.
"""
import json
import os
import sys
import venv

from install_ladder import climb
from install_look import django_version, installed_packages
from install_requirements import Wanted
from install_tools import Pip, Uv, find_uv


def main():
    plan = json.loads(sys.stdin.readline())
    out = _take_stdout()
    outcome = install(plan, os.path.abspath(sys.argv[1]))
    out.write(json.dumps(outcome) + "\n")
    out.flush()


def install(plan, folder):
    outcome = {
        "ok": False,
        "python": "{}.{}".format(*sys.version_info[:2]),
        "interpreter": os.path.join(folder, "bin", "python"),
        "installed": {},
        "changes": [],
        "reused": False,
        "problem": None,
        "log": "",
    }
    try:
        tool = _tool(folder)
        wanted = Wanted(plan.get("requirements", []), plan.get("extra", []), plan.get("excludeNewer"))
        outcome["problem"] = climb(tool, wanted) or _ensure_django(tool, wanted)
        outcome["changes"] = wanted.changes
        outcome["log"] = tool.log_tail()
    except Exception as error:  # whatever happens, the grader gets an answer
        outcome["problem"] = "The installer failed: {}: {}".format(type(error).__name__, error)
    outcome["installed"] = installed_packages(folder)
    outcome["ok"] = outcome["problem"] is None
    return outcome


def _tool(folder):
    """uv where it can be had, because it is many times faster; pip for Pythons that uv does not know."""
    uv = find_uv() if sys.version_info >= (3, 8) else None
    venv.EnvBuilder(symlinks=True, clear=True, with_pip=uv is None).create(folder)
    return Uv(uv, folder) if uv else Pip(folder)


def _ensure_django(tool, wanted):
    """Lines with markers can leave nothing to install on this Python; then they are taken without the markers."""
    if django_version(tool.python):
        return None
    if wanted.drop_markers():
        problem = climb(tool, wanted)
        if problem is None and django_version(tool.python):
            return None
    if not wanted.names("django"):
        wanted.add("django", "the dependency files do not name Django")
        problem = climb(tool, wanted)
        if problem:
            return problem
    return None if django_version(tool.python) else "Django cannot be imported after the installation."


def _take_stdout():
    """Only the outcome goes to stdout, whatever the tools print."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return out


if __name__ == "__main__":
    main()
