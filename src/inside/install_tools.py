"""uv and pip, called the same way."""
import os
import shutil
import subprocess
import sys
import tempfile
import venv

CALL_SECONDS = 400


def find_uv():
    """Path of uv: the machine's own, else one that is installed beside its cache; None where it cannot be had."""
    found = shutil.which("uv")
    if found:
        return found
    cache = os.environ.get("UV_CACHE_DIR") or os.path.join(tempfile.gettempdir(), "uv-cache")
    tools = os.path.join(cache, "milepost-tools")
    binary = os.path.join(tools, "bin", "uv")
    if not os.path.exists(binary):
        _fetch_uv(tools)
    return binary if os.path.exists(binary) else None


def _fetch_uv(tools):
    """Into a folder of its own first, so that two runs at once do not see half of it."""
    os.makedirs(os.path.dirname(tools), exist_ok=True)
    fresh = tempfile.mkdtemp(dir=os.path.dirname(tools))
    call = _pip() + ["install", "--quiet", "--target", fresh, "uv"]
    done, _ = run(call, 300)
    try:
        if done:
            os.rename(fresh, tools)
    except OSError:
        pass  # another run was faster
    shutil.rmtree(fresh, ignore_errors=True)


def _pip():
    """pip of this Python, else of a new environment: Debian's own Python may come without."""
    if run([sys.executable, "-m", "pip", "--version"], 60)[0]:
        return [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    folder = tempfile.mkdtemp()
    venv.EnvBuilder(symlinks=True, with_pip=True).create(folder)
    return [os.path.join(folder, "bin", "python"), "-m", "pip", "--disable-pip-version-check"]


class _Tool:
    def __init__(self, folder):
        self.python = os.path.join(folder, "bin", "python")
        self._log = []

    def log_tail(self):
        return "".join(self._log)[-20000:]

    def _call(self, call, env=None):
        done, output = run(call, CALL_SECONDS, env)
        self._log.append(output)
        sys.stderr.write(output)
        sys.stderr.flush()
        return done, output


class Uv(_Tool):
    def __init__(self, binary, folder):
        _Tool.__init__(self, folder)
        self.binary = binary

    def install(self, wanted, sources, overrides):
        lines = [item.line() for item in wanted.all()]
        pins = [item.line() for item in wanted.all() if item.pinned] if overrides else []
        with tempfile.TemporaryDirectory() as folder:
            call = [self.binary, "pip", "install", "--no-config", "--python", self.python, "--compile-bytecode"]
            call += ["--requirements", _write(folder, "requirements.txt", lines)]
            call += ["--overrides", _write(folder, "overrides.txt", wanted.overrides() + pins)]
            if sources:
                call += ["--build-constraints", _write(folder, "build.txt", ["setuptools<81"])]
            else:
                call += ["--only-binary", ":all:"]
            if wanted.exclude_newer:
                call += ["--exclude-newer", wanted.exclude_newer]
                for name in ("setuptools", "wheel"):
                    call += ["--exclude-newer-package", name + "=2100-01-01"]
            return self._call(call)


class Pip(_Tool):
    """For Pythons that uv does not know: no overrides and no dates, so pins that contradict go in without their wishes."""

    def __init__(self, folder):
        _Tool.__init__(self, folder)
        self._pip = [self.python, "-m", "pip", "--disable-pip-version-check"]
        self._call(self._pip + ["install", "--quiet", "--upgrade", "pip", "wheel"])

    def install(self, wanted, sources, overrides):
        with tempfile.TemporaryDirectory() as folder:
            lines = [item.line() for item in wanted.all()]
            file = _write(folder, "requirements.txt", lines)
            call = self._pip + ["install", "--requirement", file]
            call += [] if sources else ["--only-binary", ":all:"]
            call += ["--no-deps"] if overrides else []
            env = dict(os.environ, PIP_CONSTRAINT=_write(folder, "build.txt", ["setuptools<81"]))
            return self._call(call, env)


def run(call, seconds, env=None):
    """(whether it succeeded, its output); what takes too long is ended with everything it started."""
    try:
        process = subprocess.Popen(
            call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env,
        )
    except OSError as error:
        return False, str(error)
    try:
        output = process.communicate(timeout=seconds)[0]
        return process.returncode == 0, output.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        process.kill()
        output = process.communicate()[0].decode("utf-8", "replace")
        return False, output + "\nended after {} seconds\n".format(seconds)


def _write(folder, name, lines):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path
