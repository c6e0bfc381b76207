"""Tokens and sessions made inside the app, for checks that must not depend on the learner's sign-in."""
import datetime
import inspect
import re
import sys

from .row_access import user_of


def mint(user):
    """By whatever library signs the app's tokens; by the learner's own function where there is no library."""
    account = user_of(user)
    for make in _makers():
        try:
            made = make(account)
        except Exception:
            continue
        if made:
            return made
    return None


def session(user):
    from importlib import import_module

    from django.apps import apps
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    if settings.SESSION_ENGINE.endswith((".db", ".cached_db")) and not apps.is_installed("django.contrib.sessions"):
        return None
    account = user_of(user)
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = account._meta.pk.value_to_string(account)
    store[BACKEND_SESSION_KEY] = _backend(settings.AUTHENTICATION_BACKENDS)
    store[HASH_SESSION_KEY] = account.get_session_auth_hash() if hasattr(account, "get_session_auth_hash") else ""
    store.save()
    return {"cookieName": settings.SESSION_COOKIE_NAME, "value": store.session_key}


def _backend(paths):
    """The first that knows users by their key: some backends only stand guard before the others (django-axes)."""
    from django.utils.module_loading import import_string

    for path in paths:
        try:
            if hasattr(import_string(path), "get_user"):
                return path
        except Exception:
            continue
    return paths[0]


def _makers():
    """Those first that the settings name as the way to authenticate."""
    from django.conf import settings

    rest = getattr(settings, "REST_FRAMEWORK", None)
    named = str(rest.get("DEFAULT_AUTHENTICATION_CLASSES", "")) if isinstance(rest, dict) else ""
    makers = [
        ("rest_framework_simplejwt", _simplejwt),
        ("ninja_jwt", _ninja_jwt),
        ("rest_framework_jwt", _old_jwt),
        ("knox", _knox),
        ("authtoken|authentication.TokenAuthentication", _authtoken),
        ("$^", _own),
    ]
    ordered = sorted(makers, key=lambda item: 0 if re.search(item[0], named) else 1)
    return [make for _, make in ordered]


def _simplejwt(user):
    if "rest_framework_simplejwt.tokens" not in sys.modules:
        return None
    from rest_framework_simplejwt.tokens import RefreshToken

    refresh = RefreshToken.for_user(user)
    return {"access": str(refresh.access_token), "refresh": str(refresh)}


def _ninja_jwt(user):
    if "ninja_jwt.tokens" not in sys.modules:
        return None
    from ninja_jwt.tokens import RefreshToken

    refresh = RefreshToken.for_user(user)
    return {"access": str(refresh.access_token), "refresh": str(refresh)}


def _old_jwt(user):
    if "rest_framework_jwt.settings" not in sys.modules:
        return None
    from rest_framework_jwt.settings import api_settings

    return {"token": _text(api_settings.JWT_ENCODE_HANDLER(api_settings.JWT_PAYLOAD_HANDLER(user)))}


def _knox(user):
    from django.apps import apps

    if not apps.is_installed("knox"):
        return None
    from knox.models import get_token_model

    return {"token": get_token_model().objects.create(user=user)[1]}


def _authtoken(user):
    from django.apps import apps

    if not apps.is_installed("rest_framework.authtoken"):
        return None
    from rest_framework.authtoken.models import Token

    return {"token": Token.objects.get_or_create(user=user)[0].key}


def _own(user):
    """A function of the learner's such as make_access_token(user)."""
    for function in _own_functions():
        arguments = _arguments(function, user)
        if arguments is None:
            continue
        try:
            made = function(**arguments)
        except Exception:
            continue
        token = made if isinstance(made, (str, bytes)) else None
        if token is not None and _text(token).count(".") == 2:
            return {"token": _text(token)}
    return None


def _own_functions():
    from . import recorder

    paths, found = recorder.paths(), []
    for module in list(sys.modules.values()):
        if not paths.is_learner(getattr(module, "__file__", None) or ""):
            continue
        for name, value in list(vars(module).items()):
            if inspect.isfunction(value) and value.__module__ == module.__name__ and "token" in name.lower() + "jwt":
                if re.search(r"token|jwt|encode", name, re.I) and not re.search(r"refresh|decode|verify|read|get_user", name, re.I):
                    found.append(value)
    return sorted(found, key=lambda function: "access" not in function.__name__)


def _arguments(function, user):
    """A value per parameter that has no default; None where a parameter cannot be guessed."""
    arguments = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        lowered = name.lower()
        if re.search(r"kind|type|scope|purpose", lowered):
            arguments[name] = "access"
        elif parameter.default is not parameter.empty:
            continue
        elif re.search(r"(user|account)?_?(id|pk)$", lowered):
            arguments[name] = user.pk
        elif re.search(r"user|usuario|account|person", lowered):
            arguments[name] = user
        elif re.search(r"life|expire|delta|duration", lowered):
            arguments[name] = datetime.timedelta(minutes=15)
        else:
            return None
    return arguments


def _text(value):
    return value.decode("ascii") if isinstance(value, bytes) else str(value)
