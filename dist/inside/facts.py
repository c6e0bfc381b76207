"""What the booted framework says about itself: `facts.ts` is the shape, one module per part."""
import platform


def collect(paths, migrations):
    import django
    from django.contrib.auth import get_user_model

    from . import admin_sites, models, routes, settings, site_settings, template_files

    problems = []
    user = get_user_model()
    return {
        "python": platform.python_version(),
        "django": django.get_version(),
        "packages": _packages(),
        "settings": settings.scrubbed(),
        "user": {
            "model": user._meta.label,
            "usernameField": user.USERNAME_FIELD,
            "requiredFields": list(getattr(user, "REQUIRED_FIELDS", [])),
            "emailField": _email_field(user),
        },
        "models": models.collect(paths, problems),
        "routes": routes.collect(paths, problems),
        "missingMigrations": migrations["missing"],
        "migrations": {name: migrations[name] for name in ("missing", "changes", "absent", "problem", "conflicts")},
        "admin": _guarded("admin", lambda: admin_sites.collect(paths, problems), problems),
        "site": _guarded("site", site_settings.collect, problems),
        "templates": _guarded("templates", lambda: template_files.collect(paths, problems), problems),
        "tokenPrefixes": settings.token_prefixes(),
        "problems": problems[:200],
    }


def _guarded(part, collect, problems):
    """A part that cannot be read is left out: None reads as nothing known."""
    try:
        return collect()
    except Exception as error:
        problems.append("{}: {}: {}".format(part, type(error).__name__, error))
        return None


def _email_field(user):
    name = getattr(user, "EMAIL_FIELD", "email")
    names = {field.name for field in user._meta.get_fields()}
    if name in names:
        return name
    from django.db.models import EmailField

    return next((field.name for field in user._meta.fields if isinstance(field, EmailField)), None)


def _packages():
    import re

    found = {}
    try:
        from importlib.metadata import distributions
    except ImportError:  # Python 3.7 and older
        try:
            import pkg_resources
        except Exception:
            return found
        for item in pkg_resources.working_set:
            found[re.sub(r"[-_.]+", "-", item.project_name).lower()] = item.version
        return found
    for item in distributions():
        try:
            # Only the head: the description that follows is long, and parsing it is slow.
            head = (item.read_text("METADATA") or item.read_text("PKG-INFO") or "").split("\n\n", 1)[0]
            known = dict(re.findall(r"^(Name|Version):[ \t]*(\S+)", head, re.MULTILINE))
            found[re.sub(r"[-_.]+", "-", known["Name"]).lower()] = known["Version"]
        except Exception:
            continue
    return found
