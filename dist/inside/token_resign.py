"""Signs a changed copy of a token with the key that the app itself uses; the key never leaves the process."""
import ast
import base64
import hashlib
import hmac
import json
import os
import sys

_HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


def resign(token, claims=None, header=None):
    """{token, keyFoundIn}, or None when no key is found that verifies the token as it is."""
    parts = str(token).split(".")
    if len(parts) != 3:
        return None
    old_header, payload = json.loads(_decode(parts[0])), json.loads(_decode(parts[1]))
    algorithm = old_header.get("alg")
    signed, signature = (parts[0] + "." + parts[1]).encode(), _decode(parts[2])
    sign, where = _find_signer(algorithm, signed, signature)
    if sign is None:
        return None
    changed = _changed(old_header, header), _changed(payload, claims)
    body = ".".join(_encode(json.dumps(part, separators=(",", ":")).encode()) for part in changed)
    return {"token": body + "." + _encode(sign(body.encode())), "keyFoundIn": where}


def _changed(old, changes):
    merged = dict(old, **(changes or {}))
    return {key: value for key, value in merged.items() if value is not None}


def _find_signer(algorithm, signed, signature):
    if algorithm in _HASHES:
        for where, key in _candidates():
            for raw in _forms(key):
                made = hmac.new(raw, signed, _HASHES[algorithm]).digest()
                if hmac.compare_digest(made, signature):
                    return lambda body: hmac.new(raw, body, _HASHES[algorithm]).digest(), where
        return None, None
    return _find_private_key(algorithm, signed, signature)


def _find_private_key(algorithm, signed, signature):
    try:
        from jwt.algorithms import get_default_algorithms

        handler = get_default_algorithms()[algorithm]
    except Exception:
        return None, None
    for where, value in _candidates():
        for text in _pem_texts(value):
            try:
                key = handler.prepare_key(text)
                if handler.verify(signed, key.public_key(), signature):
                    return lambda body: handler.sign(body, key), where
            except Exception:
                continue
    return None, None


def _pem_texts(value):
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if "PRIVATE KEY" in value:
        yield value
        yield value.replace("\\n", "\n")
    elif len(value) < 500 and value.endswith((".pem", ".key")) and os.path.isfile(value):
        with open(value) as stream:
            yield stream.read(20000)


def _forms(key):
    raw = key if isinstance(key, bytes) else key.encode("utf-8", "surrogatepass")
    yield raw
    for decode in (base64.b64decode, base64.urlsafe_b64decode, bytes.fromhex):
        try:
            yield decode(raw if decode is not bytes.fromhex else raw.decode("ascii"))
        except Exception:
            continue


def _candidates():
    """(where, value) of every text that could be a key, the likeliest first."""
    from django.conf import settings

    seen = set()
    for where, value in _all_candidates(settings):
        if isinstance(value, (str, bytes)) and value and len(value) < 20000 and value not in seen:
            seen.add(value)
            yield where, value


def _all_candidates(settings):
    yield "settings.SECRET_KEY", settings.SECRET_KEY
    for name in dir(settings):
        try:
            for item in _nested("settings." + name, getattr(settings, name)):
                yield item
        except Exception:
            continue
    for item in _library_settings():
        yield item
    for module in _learner_modules():
        for name, value in list(vars(module).items()):
            for item in _nested("{}.{}".format(module.__name__, name), value):
                yield item
    for name, value in os.environ.items():
        yield "environment variable " + name, value
    for item in _literals():
        yield item


def _nested(where, value, depth=0):
    if isinstance(value, (str, bytes)):
        yield where, value
    elif hasattr(value, "get_secret_value"):
        yield where, value.get_secret_value()
    elif depth < 4 and isinstance(value, dict):
        for key, item in list(value.items())[:500]:
            for found in _nested("{}[{!r}]".format(where, key), item, depth + 1):
                yield found
    elif depth < 4 and isinstance(value, (list, tuple, set)):
        for item in list(value)[:500]:
            for found in _nested(where, item, depth + 1):
                yield found
    elif depth < 2 and not callable(value) and hasattr(value, "__dict__") and not hasattr(value, "__path__"):
        for key, item in list(vars(value).items())[:200]:
            for found in _nested("{}.{}".format(where, key), item, depth + 1):
                yield found


def _library_settings():
    for module, names in (
        ("rest_framework_simplejwt.settings", ("SIGNING_KEY", "VERIFYING_KEY")),
        ("ninja_jwt.settings", ("SIGNING_KEY", "VERIFYING_KEY")),
        ("rest_framework_jwt.settings", ("JWT_SECRET_KEY", "JWT_PRIVATE_KEY")),
    ):
        settings = getattr(sys.modules.get(module), "api_settings", None)
        for name in names:
            try:
                yield "{}.{}".format(module, name), getattr(settings, name)
            except Exception:
                continue


def _learner_modules():
    from . import recorder

    paths = recorder.paths()
    for module in list(sys.modules.values()):
        try:
            if paths.is_learner(getattr(module, "__file__", None) or ""):
                yield module
        except Exception:
            continue


def _literals():
    """`jwt.encode(payload, "secret")`: keys written into the middle of a function."""
    from .source import constant

    for module in _learner_modules():
        try:
            with open(module.__file__, "rb") as stream:
                tree = ast.parse(stream.read(1000000))
        except Exception:
            continue
        for node in ast.walk(tree):
            value = constant(node)
            if isinstance(value, (str, bytes)):
                yield "{}:{}".format(os.path.basename(module.__file__), node.lineno), value


def _decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
