"""Makes the virtual environment of the grader's own tools, as install.py makes that of the learner's app.

Not a part of install.py: what that is made of decides whether an app's dependencies have to be installed again.
"""
import json
import os
import sys
import tempfile
import time
import venv

from install import LOG_LENGTH, SECONDS, installed, interpreter
from install_index import index_environment
from install_ladder import climb
from install_tools import ToolMissing, find_installer
from install_wish import Wish


def main():
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed goes to the log
    plan = json.loads(sys.stdin.readline())
    answer.write(json.dumps(make(os.path.abspath(sys.argv[1]), plan)) + "\n")
    answer.flush()


def make(target, plan):
    until = time.time() + SECONDS
    wish = Wish(plan, "%d.%d" % sys.version_info[:2])
    log = []
    with tempfile.TemporaryDirectory(prefix="milepost-tools-") as folder:
        try:
            venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(target)
            run, wish.nearest = find_installer(target, folder, index_environment(dict(os.environ)), until, log)
            problem = climb(wish, run, until, log)
        except (ToolMissing, OSError) as error:
            problem = str(error)
    return {
        "ok": problem is None,
        "python": wish.python,
        "interpreter": interpreter(target),
        "installed": installed(target),
        "changes": wish.changes,
        "reused": False,
        "problem": problem,
        "log": "\n".join(log)[-LOG_LENGTH:],
    }


if __name__ == "__main__":
    main()
