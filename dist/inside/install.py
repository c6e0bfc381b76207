"""Entry point of the install stage: makes a virtual environment and fills it as a plan says.

Started as `python3 -E -s -u install.py <path of the environment>`; reads the plan as one line of JSON on stdin and
writes the outcome as one line of JSON on stdout. Runs on Python 3.6 and later, without anything installed.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import venv

from install_index import index_environment
from install_ladder import climb
from install_tools import ToolMissing, find_installer
from install_unsaid import hold_back
from install_wish import Wish, normal

SECONDS = 470
LOG_LENGTH = 20000
NO_DJANGO = "The requirements were installed, but Django is not among them."


def main():
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed goes to the log
    plan = json.loads(sys.stdin.readline())
    outcome = install(os.path.abspath(sys.argv[1]), plan)
    answer.write(json.dumps(outcome) + "\n")
    answer.flush()


def install(target, plan):
    until = time.time() + SECONDS
    wish = Wish(plan, "%d.%d" % sys.version_info[:2])
    log, problem = [], None
    with tempfile.TemporaryDirectory(prefix="milepost-install-") as folder:
        try:
            venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(target)
            environment = index_environment(dict(os.environ))
            run, wish.nearest = find_installer(target, folder, environment, until, log)
            problem = climb(wish, run, until, log) or without_django(interpreter(target))
            again = wish.ignore_markers() if problem == NO_DJANGO else wish.keep_pins and problem and wish.loosen_all()
            if again:
                problem = climb(wish, run, until, log) or without_django(interpreter(target))
            if problem is None and hold_back(wish, installed(target)):
                problem = climb(wish, run, until, log)
        except (ToolMissing, OSError) as error:
            problem = str(error)
        except Exception as error:  # a fault of ours must still be an outcome
            problem = "The installer itself failed with {}: {}".format(type(error).__name__, error)
    python = interpreter(target)
    return {
        "ok": problem is None,
        "python": wish.python,
        "interpreter": python,
        "installed": installed(target),
        "changes": wish.changes,
        "reused": False,
        "problem": problem,
        "log": "\n".join(log)[-LOG_LENGTH:],
    }


def interpreter(target):
    return os.path.join(target, "Scripts", "python.exe") if os.name == "nt" else os.path.join(target, "bin", "python")


def without_django(python):
    """Markers in exported files can make an install succeed and be empty; old Django fails on new Pythons."""
    child = subprocess.Popen(
        [python, "-I", "-c", "import django, django.core.management"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True,
    )
    try:
        output = child.communicate(timeout=60)[0].strip()
    except subprocess.TimeoutExpired:
        child.kill()
        return "Django was installed but could not be imported within a minute."
    if child.returncode == 0:
        return None
    last = output.splitlines()[-1] if output else "no message"
    if last.endswith("No module named 'django'"):
        return NO_DJANGO
    return "Django was installed but cannot be imported: {}".format(last[:300])


def installed(target):
    """Normalised name -> version, from the metadata that every installer writes."""
    found = {}
    for folder, folders, files in os.walk(target):
        if os.path.basename(folder) not in ("site-packages", "dist-packages"):
            continue
        for name in folders + files:
            if name.endswith((".dist-info", ".egg-info")):
                for file in ("METADATA", "PKG-INFO", ""):
                    read_metadata(os.path.join(folder, name, file).rstrip(os.sep), found)
        del folders[:]
    return found


def read_metadata(file, found):
    if not os.path.isfile(file):
        return
    head = {}
    with open(file, "rb") as stream:
        for line in stream.read(8192).decode("utf-8", "replace").splitlines():
            if not line.strip():
                break
            key, _, value = line.partition(":")
            head.setdefault(key.strip().lower(), value.strip())
    if head.get("name") and head.get("version"):
        found[normal(head["name"])] = head["version"]


if __name__ == "__main__":
    main()
