"""Libraries that ask a server, or a person, that is not there, and tools for developers that slow every page down."""
import importlib
import sys
import uuid

_CAPTCHAS = (
    ("captcha.fields", "CaptchaField"), ("captcha.fields", "ReCaptchaField"), ("django_recaptcha.fields", "ReCaptchaField"),
    ("hcaptcha.fields", "hCaptchaField"), ("hcaptcha_field.fields", "hCaptchaField"), ("turnstile.fields", "TurnstileField"),
    ("snowpenguin.django.recaptcha2.fields", "ReCaptchaField"), ("nocaptcha_recaptcha.fields", "NoReCaptchaField"),
)


def switch_tools_off(settings):
    """Works on settings, before the libraries read them."""
    apps = [app for app in settings.get("INSTALLED_APPS") or () if isinstance(app, str)]
    if any(app.split(".")[0] == "debug_toolbar" for app in apps):
        options = settings.get("DEBUG_TOOLBAR_CONFIG")
        options = dict(options) if isinstance(options, dict) else {}
        settings.set(
            "DEBUG_TOOLBAR_CONFIG", dict(options, SHOW_TOOLBAR_CALLBACK=_never), "hid the debug toolbar",
            "it is no part of the site and slows every page down",
        )
    if any(app.split(".")[0] == "silk" for app in apps):
        settings.set(
            "SILKY_INTERCEPT_FUNC", _never, "switched the profiler Silk off",
            "it is no part of the site and slows every page down",
        )


def answer_for_servers(changes):
    """Works on live objects, once the apps are loaded."""
    for work in (_pass_captchas, _store_no_pictures_away):
        try:
            work(changes)
        except Exception:
            continue


def _never(request=None):
    return False


def _pass_captchas(changes):
    from django.conf import settings

    roots = {app.split(".")[0] for app in settings.INSTALLED_APPS}
    found = False
    for module, name in _CAPTCHAS:
        if module not in sys.modules and module.split(".")[0] not in roots:
            continue
        try:
            field = getattr(importlib.import_module(module), name)
        except Exception:
            continue
        field.clean = lambda self, value: value
        found = True
    if found:
        changes.append({"what": "let every captcha pass", "why": "the grader cannot read pictures, and no other server can be asked"})


def _store_no_pictures_away(changes):
    """Cloudinary: addresses need the name of an account, and uploads a server."""
    if "cloudinary" not in sys.modules:
        return
    cloudinary, uploader = sys.modules["cloudinary"], importlib.import_module("cloudinary.uploader")
    if not cloudinary.config().cloud_name:
        cloudinary.config(cloud_name="milepost", api_key="milepost", api_secret="milepost")
    uploader.call_api = _uploaded
    changes.append({"what": "kept uploads from Cloudinary", "why": "no other server can be reached"})


def _uploaded(action, params, *_, **options):
    name = str((params or {}).get("public_id") or uuid.uuid4().hex[:12])
    kind = str(options.get("resource_type") or "image")
    url = "https://res.cloudinary.com/milepost/{}/upload/v1/{}.png".format(kind, name)
    return {
        "public_id": name, "version": 1, "format": "png", "type": "upload", "resource_type": kind, "width": 64, "height": 64,
        "bytes": 1, "url": url, "secure_url": url, "result": "ok", "signature": "",
    }
