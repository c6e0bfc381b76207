"""Loads the settings that production uses and runs Django's own security checks on them: `check --deploy` as data.

No app is loaded: what the checks ask are settings, and an app that needs a service must not spoil the answer.
"""
import importlib
import os
import signal
import sys

from .channel import take_channel
from .deploy_files import hide_environment_files
from .deploy_headers import sent_headers
from .deploy_source import Source
from .deploy_stubs import stand_in
from .errors import describe, problem
from .paths import Paths

SECONDS = 10


def main():
    """One order after the other, each in a fork: settings can be loaded once only."""
    import django.conf  # noqa: imported before the forks, and so only once
    import django.core.checks.registry  # noqa

    channel = take_channel()
    while True:
        orders = channel.receive()
        if orders is None:
            os._exit(0)
        for order in orders:
            pid = os.fork()
            if pid == 0:
                signal.alarm(SECONDS)
                channel.send(_answer(order))
                os._exit(0)
            status = os.waitpid(pid, 0)[1]
            if status != 0:
                channel.send({"ok": False, "error": _without_answer(status)})


def _without_answer(status):
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return problem("settings", "Timeout", "loading the settings did not end within {} seconds".format(SECONDS))
    return problem("settings", "SystemExit", "the process that loads the settings ended")


def _answer(order):
    sys.argv = ["manage.py", "check", "--deploy"]
    paths = Paths(source=order["source"], project=order["project"], scratch="/tmp")
    try:
        os.environ.update({str(name): str(value) for name, value in order["environment"].items()})
        paths.open_import_path([])
        stand_in(order["modules"])
        hide_environment_files(paths, order["files"])
        answer = _read(_load(order), Source(order["settings"], paths))
        return dict(answer, headers=sent_headers()) if order.get("headers") else answer
    except BaseException as error:  # SystemExit included: settings may call sys.exit() where a variable is missing
        return {"ok": False, "error": describe(error, "settings", paths)}


def _load(order):
    os.environ["DJANGO_SETTINGS_MODULE"] = order["settings"]
    if order["configuration"]:
        os.environ["DJANGO_CONFIGURATION"] = order["configuration"]
        importlib.import_module("configurations.importer").install()
    importlib.import_module(order["settings"])
    from django.conf import settings

    settings.DEBUG
    return settings


def _read(settings, source):
    messages = _messages(source.problems)
    silenced = [str(name) for name in getattr(settings, "SILENCED_SYSTEM_CHECKS", None) or []]
    hosts = getattr(settings, "ALLOWED_HOSTS", None) or []
    return {
        "ok": True,
        "debug": bool(settings.DEBUG),
        "debugText": settings.DEBUG if isinstance(settings.DEBUG, str) else None,
        "hosts": [str(host) for host in ([hosts] if isinstance(hosts, str) else list(hosts))][:50],
        "key": _key(settings, source),
        "messages": messages,
        "silenced": [dict(source.silenced(name), id=name) for name in silenced[:100]],
        "places": source.places(),
        "problems": source.problems,
    }


def _messages(problems):
    """One broken check must not lose the rest."""
    from django.core import checks  # registers Django's own
    from django.core.checks.registry import registry

    found = []
    for check in registry.get_checks(include_deployment_checks=True):
        if checks.Tags.security not in getattr(check, "tags", ()):
            continue
        try:
            told = check(app_configs=None, databases=None) or []
            found += [
                {"id": str(one.id), "level": int(one.level), "message": str(one.msg), "hint": one.hint and str(one.hint)}
                for one in told
            ]
        except Exception as error:
            problems.append("{} could not be asked: {!r}".format(getattr(check, "__name__", "a check"), error)[:300])
    return found


def _key(settings, source):
    """Where SECRET_KEY comes from. Its value is never told."""
    try:
        value = settings.SECRET_KEY
    except Exception:
        return {"from": "nowhere", "place": None}
    if not value:
        return {"from": "nowhere", "place": None}
    if value in os.environ.values():
        return {"from": "environment", "place": None}
    place = source.place_of_text(value if isinstance(value, str) else "")
    return {"from": "source" if place else "elsewhere", "place": place}
