"""Reads settings as a server would: in a fresh interpreter, because this process has settings of its own already."""
import json
import os
import subprocess
import sys

from . import recorder
from .errors import problem

SECONDS = 12
MAX_ANSWER = 2 * 1024 * 1024
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


def read(settings, environment, configuration=None, modules=(), files=None):
    """{ok: true, …} as deploy_check.py tells it, or {ok: false, error: InsideError}. Never raises for the learner's code."""
    paths = recorder.paths()
    order = {
        "settings": settings, "configuration": configuration, "modules": list(modules), "files": files or {},
        "source": paths.source, "project": paths.project,
    }
    process = subprocess.Popen(
        [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "boot.py"), "deploy"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=paths.project, env=_environment(environment),
    )
    try:
        told, _ = process.communicate(json.dumps(order).encode("utf-8") + b"\n", timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return _failed("Timeout", "loading the settings did not end within {} seconds".format(SECONDS))
    return _answer(told, process.returncode)


def _environment(given):
    """What the machine needs, the mark by which left-overs are found, and what production sets; nothing of this app's."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("MILEPOST_")}
    return dict(kept, PYTHONDONTWRITEBYTECODE="1", **{str(name): str(value) for name, value in given.items()})


def _answer(told, code):
    try:
        return json.loads(told[:MAX_ANSWER].decode("utf-8").strip().split("\n")[-1])
    except ValueError:
        return _failed("SystemExit", "the process that loads the settings ended with exit code {}".format(code))


def _failed(kind, message):
    return {"ok": False, "error": problem("settings", kind, message)}
