"""What guards a view and how it pages: policies of REST framework, decorators and mixins of Django."""
import inspect

from . import limits
from .models import number
from .unwrap import dotted, layers


def rest_policies(route, cls, instance):
    route["permissions"] = _names(_ask(instance, "get_permissions"), getattr(cls, "permission_classes", ()))
    route["authentications"] = _names(_ask(instance, "get_authenticators"), getattr(cls, "authentication_classes", ()))
    route["throttles"] = limits.rest_framework(cls, instance)


def _ask(instance, name):
    try:
        return list(getattr(instance, name)())
    except Exception:
        return None


def _names(instances, classes):
    """Names of policy objects; a string instead of a list happens, DRF then fails at request time."""
    if instances is not None:
        return [_policy(item) for item in instances]
    items = [classes] if isinstance(classes, str) or inspect.isclass(classes) else list(classes or ())
    return [item if isinstance(item, str) else dotted(item) for item in items]


def _policy(item):
    parts = [getattr(item, "op1", None), getattr(item, "op2", None)]
    inner = [_policy(part) for part in parts if part is not None]
    name = dotted(type(item))
    return "{}({})".format(name.split(".")[-1], ", ".join(inner)) if inner else name


def guards(callback, cls):
    """Session views: login_required and friends, by the names of decorators and mixins."""
    found = [
        dotted(base) for base in (cls.__mro__ if cls else ())
        if base.__module__.startswith("django.contrib.auth.mixins") and base.__name__ != "AccessMixin"
    ]
    for item in layers(callback) + layers(getattr(cls, "dispatch", None)):
        name = getattr(item, "__qualname__", "")
        module = getattr(item, "__module__", "") or ""
        code = getattr(item, "__code__", None)
        if code is not None and code.co_filename.replace("\\", "/").endswith("contrib/auth/decorators.py"):
            found.append("django.contrib.auth.decorators.login_required")
        elif "<locals>" in name and not module.startswith("django.") and not module.startswith("rest_framework."):
            found.append("{}.{}".format(module, name.split(".<locals>")[0]))
    return sorted(set(found), key=found.index)


def pagination_of(cls, instance, rest):
    if not rest:
        size = getattr(cls, "paginate_by", None)
        return {"style": "Paginator", "size": number(size)} if size else None
    paginator = getattr(cls, "pagination_class", None)
    if not inspect.isclass(paginator):
        return None
    try:
        made = paginator()
        size = getattr(made, "page_size", None) or getattr(made, "default_limit", None)
    except Exception:
        size = None
    # DRF's default class without a size does not paginate
    return {"style": paginator.__name__, "size": number(size)} if size else None


def set_constants(route, entry, cls, rest):
    """A version in the URL has one sensible value; so has a parameter that matches a list of words."""
    versioning = getattr(cls, "versioning_class", None) if rest else None
    name = getattr(versioning, "version_param", "version") if versioning else "version"
    for item in route["params"]:
        if item["converter"].startswith("choice:"):
            item["constant"] = item["converter"].split(":", 1)[1]
            item["converter"] = "str"
        if item["name"] == name and versioning is not None:
            allowed = list(getattr(versioning, "allowed_versions", None) or [])
            value = getattr(versioning, "default_version", None) or (allowed or [item["constant"]])[0]
            item["constant"] = None if value is None else str(value)
        elif item["name"] in ("version", "api_version") and item["constant"] is None:
            item["constant"] = _default_version()


def _default_version():
    from django.conf import settings

    rest = getattr(settings, "REST_FRAMEWORK", None)
    rest = rest if isinstance(rest, dict) else {}
    value = rest.get("DEFAULT_VERSION") or (list(rest.get("ALLOWED_VERSIONS") or []) or [None])[0]
    return value if value is None else str(value)
