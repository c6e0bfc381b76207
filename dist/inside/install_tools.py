"""The program that installs: uv where it can be had, else pip; both as `run(wish, seconds) -> Attempt`."""
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv


class ToolMissing(Exception):
    pass


class Attempt:
    def __init__(self, ok, output, timed_out):
        self.ok = ok
        self.output = output
        self.timed_out = timed_out


def find_installer(target, folder, environment, until, log):
    """(run, nearest): installs a wish; a release of a package that has wheels, nearest to one that cannot be had."""
    python = os.path.join(target, "bin", "python")
    if sys.version_info >= (3, 8):
        uv = find_uv(folder, environment, until, log)
        if uv:
            return (
                lambda wish, seconds: _with_uv(uv, python, wish, folder, environment, seconds),
                lambda name, version: _nearest(uv, python, name, version, folder, environment),
            )
    _add_pip(target, folder, environment, until, log)
    return (lambda wish, seconds: _with_pip(python, wish, folder, environment, seconds)), (lambda name, version: None)


def _with_uv(uv, python, wish, folder, environment, seconds):
    command = [uv, "pip", "install", "--python", python, "--compile-bytecode", "--color", "never"]
    command += ["--requirements", _write(folder, "requirements", wish.lines())]
    command += ["--overrides", _write(folder, "overrides", wish.overrides())]
    command += ["--build-constraints", _write(folder, "build", [wish.build_tools()])]
    command += _no_index(environment)
    if wish.wheels_only:
        command += ["--only-binary", ":all:"]
    if wish.newest:
        command += ["--exclude-newer", wish.newest]
        for name in sorted(wish.any_date):
            command += ["--exclude-newer-package", "{}={}-01-01".format(name, time.gmtime().tm_year + 2)]
    return _run(command, folder, environment, seconds)


def _no_index(environment):
    return ["--no-index"] if environment.get("PIP_NO_INDEX", "").lower() in ("1", "true", "yes", "on") else []


def _nearest(uv, python, name, version, folder, environment):
    """The next release of the same major version, else the one before, else the next of all."""
    major = re.match(r"\d+", version)
    ways = [(">{}".format(version), "lowest")]
    if major:
        number = int(major.group())
        ways.insert(0, (">{},<{}".format(version, number + 1), "lowest"))
        ways.insert(1, ("<{},>={}".format(version, number), "highest"))
    for versions, resolution in ways:
        command = [uv, "pip", "compile", _write(folder, "nearest", [name + versions]), "--python", python, "--no-deps"]
        command += ["--resolution", resolution, "--only-binary", ":all:", "--no-header", "--no-annotate", "--quiet"]
        found = re.search(r"^[\w.-]+==(\S+)", _run(command + _no_index(environment), folder, environment, 20).output, re.MULTILINE)
        if found:
            return found.group(1)
    return None


def _with_pip(python, wish, folder, environment, seconds):
    command = [python, "-m", "pip", "install", "--requirement", _write(folder, "requirements", wish.lines())]
    if wish.wheels_only:
        command += ["--only-binary", ":all:"]
    if wish.keep_pins:
        command += ["--use-deprecated", "legacy-resolver"]
    constraints = _write(folder, "build", [wish.build_tools()])
    return _run(command, folder, dict(environment, PIP_CONSTRAINT=constraints), seconds)


def find_uv(folder, environment, until, log):
    """On the path, else in a folder that runs share; put there once, under its name only when it is complete."""
    known = shutil.which("uv", path=environment.get("PATH"))
    if known:
        return known
    shared = _tools_folder(environment)
    final = os.path.join(shared, "uv-{}-{}".format(sys.platform, platform.machine()))
    program = os.path.join(final, "bin", "uv")
    if os.access(program, os.X_OK):
        return program
    os.makedirs(shared, exist_ok=True)
    building = tempfile.mkdtemp(prefix="uv-", dir=shared)
    command = [sys.executable, "-m", "pip", "install", "--only-binary", ":all:", "--target", building, "uv"]
    attempt = _run(command, folder, environment, min(180, until - time.time()))
    log.append(attempt.output)
    if attempt.ok and os.path.exists(os.path.join(building, "bin", "uv")):
        try:
            os.rename(building, final)
        except OSError:
            pass  # another run was faster
    shutil.rmtree(building, ignore_errors=True)
    return program if os.access(program, os.X_OK) else None


def _tools_folder(environment):
    if environment.get("MILEPOST_TOOLS"):
        return environment["MILEPOST_TOOLS"]
    cache = environment.get("UV_CACHE_DIR")
    base = os.path.dirname(os.path.abspath(cache)) if cache else tempfile.gettempdir()
    return os.path.join(base, "tools")


def _add_pip(target, folder, environment, until, log):
    python = os.path.join(target, "bin", "python")
    try:
        venv.EnvBuilder(symlinks=os.name != "nt", with_pip=True).create(target)
    except (subprocess.CalledProcessError, OSError):
        raise ToolMissing(
            "Python {} on this machine can install nothing: add its venv package, or install uv.".format(
                platform.python_version()
            )
        )
    # The pip that comes with an old Python does not know today's wheels.
    upgrade = [python, "-m", "pip", "install", "--upgrade", "pip", "wheel", "setuptools<81"]
    log.append(_run(upgrade, folder, environment, min(120, until - time.time())).output)


def _write(folder, name, lines):
    path = os.path.join(folder, name + ".txt")
    with open(path, "w") as file:
        file.write("".join(line + "\n" for line in lines))
    return path


def _run(command, folder, environment, seconds):
    with open(os.path.join(folder, "output"), "w+b") as output:
        child = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        timed_out = False
        try:
            child.wait(timeout=max(1, seconds))
        except subprocess.TimeoutExpired:
            timed_out = True
            child.terminate()
            try:
                child.wait(timeout=5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        size = output.seek(0, os.SEEK_END)
        output.seek(max(0, size - 400000))
        text = output.read().decode("utf-8", "replace")
    text = re.sub(r"//[^/@\s]+@", "//***@", text)
    sys.stderr.write(text)
    return Attempt(child.returncode == 0 and not timed_out, text, timed_out)
