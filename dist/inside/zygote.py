"""The process that boots Django once and forks an instance per check; one thread, so that forking is safe."""
import os
import selectors
import signal
import socket
import threading
import warnings

from . import instance as child
from .channel import Channel
from .database import Databases
from .errors import current_frames, describe, problem
from .starting import boot


class Zygote:
    def __init__(self, channel, paths):
        self.channel = channel
        self.paths = paths
        self.instances = {}
        self.app = None
        self.databases = None
        self.selector = selectors.DefaultSelector()
        self.selector.register(channel.reading, selectors.EVENT_READ, self._read_channel)
        self.running = True

    def run(self):
        try:
            while self.running:
                ready = self.selector.select(1)
                if not ready:
                    self._reap()
                for key, _ in ready:
                    try:
                        key.data()
                    except Exception as error:  # one broken message or instance must not end the others
                        os.write(2, "milepost: {!r}\n".format(error).encode("utf-8", "replace"))
        finally:
            for name in list(self.instances):
                self._kill(name)
            os._exit(0)

    def _reap(self):
        """An instance whose children keep its end of the line open does not close it by ending."""
        for name, entry in list(self.instances.items()):
            try:
                ended = os.waitpid(entry["pid"], os.WNOHANG)[0] != 0
            except OSError:
                ended = True
            if ended:
                self._kill(name)

    def _read_channel(self):
        messages = self.channel.receive()
        if messages is None:
            self.running = False
            return
        for message in messages:
            self._dispatch(message)

    def _dispatch(self, message):
        handle = {
            "boot": self._boot,
            "fork": self._fork,
            "snapshot": self._snapshot,
            "stop": self._stop,
            "call": self._call,
        }.get(message.get("op"))
        identity = message.get("id")
        if handle is None:
            return self._fail(identity, problem("operation", "UnknownOperation", "there is no such operation"))
        try:
            handle(identity, message)
        except BaseException as error:
            self._fail(identity, describe(error, "operation", self.paths))

    def _answer(self, identity, result):
        self.channel.send({"id": identity, "ok": True, "result": result})

    def _fail(self, identity, error):
        self.channel.send({"id": identity, "ok": False, "error": error})

    def _boot(self, identity, message):
        """A start that hangs is answered by a watchdog with the place where it hangs; the grader then ends us."""
        stage = ["settings"]
        watch = _Watchdog(message.get("deadline"), lambda frames: self._fail(identity, {
            "stage": stage[0],
            "type": "Timeout",
            "message": "the start did not end within {} seconds".format(message.get("deadline")),
            "frames": frames,
            "missing": None,
        }), self.paths)
        try:
            result, self.app = boot(message, self.paths, stage)
            self.databases = Databases(message["database"], self.paths, self.app["databases"])
        except BaseException as error:
            if watch.stop():
                self._fail(identity, describe(error, stage[0], self.paths))
            return
        if watch.stop():
            self._answer(identity, result)

    def _fork(self, identity, message):
        name = str(message["instance"])
        if self.app is None:
            return self._fail(identity, problem("operation", "NotBooted", "the app has not been started"))
        if name in self.instances:
            return self._fail(identity, problem("operation", "NameInUse", "this instance exists already"))
        plan = self.databases.plan(name, message["database"])
        ours, theirs = socket.socketpair()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pid = os.fork()
        if pid == 0:
            try:
                ours.close()
                self._leave()
                child.run(theirs, identity, message, plan, self.app, self.paths)
            except BaseException as error:
                os.write(2, "milepost: instance {}: {!r}\n".format(name, error).encode("utf-8", "replace"))
            finally:
                os._exit(1)
        theirs.close()
        control = Channel(ours.detach(), None)
        control.writing = control.reading
        entry = {"pid": pid, "control": control, "waiting": {identity}}
        self.instances[name] = entry
        self.selector.register(control.reading, selectors.EVENT_READ, lambda: self._read_instance(name))

    def _leave(self):
        """In the child: gives up everything that belongs to the zygote."""
        self.selector.close()
        self.channel.close()
        for entry in self.instances.values():
            entry["control"].close()

    def _read_instance(self, name):
        entry = self.instances[name]
        messages = entry["control"].receive()
        if messages is None:
            self._kill(name)
            return
        for message in messages:
            if message.get("id") in entry["waiting"]:
                entry["waiting"].discard(message["id"])
                self.channel.send(message)

    def _call(self, identity, message):
        entry = self._entry(identity, message)
        if entry is None:
            return
        entry["waiting"].add(identity)
        try:
            entry["control"].send({"id": identity, "action": message.get("action"), "args": message.get("args") or {}})
        except OSError:
            self._kill(str(message["instance"]))

    def _snapshot(self, identity, message):
        if self._entry(identity, message) is not None:
            self.databases.snapshot(str(message["instance"]))
            self._answer(identity, {})

    def _stop(self, identity, message):
        self._kill(str(message["instance"]))
        self._answer(identity, {})

    def _entry(self, identity, message):
        entry = self.instances.get(str(message.get("instance")))
        if entry is None:
            self._fail(identity, problem("operation", "InstanceGone", "this instance does not run (any more)"))
        return entry

    def _kill(self, name):
        """Ends an instance with everything that it started; what waits for it is told so."""
        entry = self.instances.pop(name, None)
        if entry is None:
            return
        self.selector.unregister(entry["control"].reading)
        entry["control"].close()
        for kill in (os.killpg, os.kill):
            try:
                kill(entry["pid"], signal.SIGKILL)
            except OSError:
                pass
        try:
            # The whole group: what the instance forked is ours now, and counts as a process until its end is noticed.
            while True:
                os.waitpid(-entry["pid"], 0)
        except OSError:
            pass
        for identity in entry["waiting"]:
            self._fail(identity, problem("operation", "InstanceGone", "the process of the app ended"))


class _Watchdog:
    def __init__(self, seconds, expired, paths):
        self._lock = threading.Lock()
        self._over = False
        self._ended = threading.Event()
        self._main = threading.get_ident()
        self._arguments = (seconds, expired, paths)
        self._thread = threading.Thread(target=self._watch, daemon=True)
        if seconds:
            self._thread.start()

    def stop(self):
        """True once: the caller answers; False: the watchdog has answered already."""
        with self._lock:
            first, self._over = not self._over, True
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(1)
        return first

    def _watch(self):
        import sys

        seconds, expired, paths = self._arguments
        if self._ended.wait(seconds):
            return
        with self._lock:
            if self._over:
                return
            self._over = True
        expired(current_frames(sys._current_frames().get(self._main), paths))
