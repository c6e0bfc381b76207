"""Reads settings as a server would: in an interpreter of its own, because this process has settings already."""
import json
import os
import select
import subprocess
import sys
import threading
import time

from . import recorder
from .errors import problem

SECONDS = 12
MAX_ANSWER = 2 * 1024 * 1024
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
_lock = threading.Lock()
_readers = []


def read(settings, environment, configuration=None, modules=(), files=None, headers=False):
    """{ok: true, …} as deploy_check.py tells it, or {ok: false, error: InsideError}. Never raises for the learner's code."""
    paths = recorder.paths()
    order = {
        "settings": settings, "configuration": configuration, "modules": list(modules), "files": files or {},
        "environment": environment, "headers": headers, "source": paths.source, "project": paths.project,
    }
    with _lock:
        try:
            return _ask(_reader(paths), json.dumps(order).encode("utf-8") + b"\n")
        except (OSError, ValueError) as error:
            _end()
            return {"ok": False, "error": problem("settings", type(error).__name__, str(error))}


def _reader(paths):
    """Started once: it forks itself for each order, so that Django is imported once only."""
    if not _readers or _readers[0].poll() is not None:
        _end()
        boot = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boot.py")
        kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("MILEPOST_")}
        _readers.append(subprocess.Popen(
            [sys.executable, boot, "deploy"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=paths.project, env=dict(kept, PYTHONDONTWRITEBYTECODE="1"), bufsize=0,
        ))
    return _readers[0]


def _ask(process, line):
    process.stdin.write(line)
    told, until = b"", time.time() + SECONDS
    while not told.endswith(b"\n"):
        ready = select.select([process.stdout], [], [], max(0, until - time.time()))[0]
        chunk = os.read(process.stdout.fileno(), 65536) if ready else b""
        if not chunk or len(told) > MAX_ANSWER:
            raise ValueError("loading the settings ended without an answer, or did not end within {} seconds".format(SECONDS))
        told += chunk
    return json.loads(told.decode("utf-8"))


def _end():
    for process in _readers:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    del _readers[:]
