"""A forked copy of the booted app: its own database and caches, an HTTP server, and a line for calls from inside."""
import os
import random
import signal
import threading

from . import recorder, rendered, throttle_fill
from .actions import perform
from .channel import Channel
from .database import use_databases
from .errors import describe
from .server import serve


def run(connection, identity, message, plan, app, paths):
    """Never returns. The main thread takes calls; requests and calls run in threads of their own."""
    _become_independent()
    channel = Channel(connection.fileno(), connection.fileno())
    lock = threading.Lock()
    try:
        use_databases(plan)
        _own_caches(str(message["instance"]))
        recorder.clear()
        rendered.clear()
        throttle_fill.watch()
        serve(app["application"], int(message["port"]))
    except BaseException as error:
        _send(channel, lock, {"id": identity, "ok": False, "error": describe(error, "fork", paths)})
        os._exit(1)
    _send(channel, lock, {"id": identity, "ok": True, "result": {}})
    while True:
        try:
            messages = channel.receive()
            if messages is None:
                _end()
            for call in messages:
                threading.Thread(target=_call, args=(channel, lock, call, paths), daemon=True).start()
        except Exception as error:
            os.write(2, "milepost: {!r}\n".format(error).encode("utf-8", "replace"))


def _call(channel, lock, call, paths):
    from django.db import connections

    try:
        answer = {"id": call["id"], "ok": True, "result": perform(call["action"], call["args"])}
    except BaseException as error:
        answer = {"id": call["id"], "ok": False, "error": describe(error, "operation", paths)}
    finally:
        try:
            connections.close_all()
        except Exception:
            pass
    _send(channel, lock, answer)


def _send(channel, lock, answer):
    with lock:
        channel.send(answer)


def _become_independent():
    """A session of its own, so that ending the instance ends what it started; it does not outlive the zygote."""
    os.setsid()
    random.seed()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    except Exception:
        pass


def _own_caches(instance):
    """Caches in memory are empty after a start; those that instances would share get a name of their own."""
    from django.conf import settings
    from django.core.cache import caches

    for alias, cache in settings.CACHES.items():
        backend = str(cache.get("BACKEND", ""))
        if "filebased" in backend:
            cache["LOCATION"] = "{}-{}".format(cache.get("LOCATION"), instance)
        elif "redis" in backend.lower():
            cache["KEY_PREFIX"] = "{}:{}".format(cache.get("KEY_PREFIX", ""), instance)
        else:
            continue
        try:
            del caches[alias]
        except Exception:
            pass
    for alias in settings.CACHES:
        try:
            if "locmem" in str(settings.CACHES[alias].get("BACKEND", "")).lower():
                caches[alias].clear()
        except Exception:
            pass


def _end():
    try:
        os.killpg(0, signal.SIGKILL)
    finally:
        os._exit(0)
