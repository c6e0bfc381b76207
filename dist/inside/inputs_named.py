"""What a handler takes, where only its source says so: the serializer, form or schema that it names."""
import inspect

from .inputs import describe_input


def from_names(names, method):
    """A handler that names one serializer, form or schema: `names` are the objects that its source mentions."""
    if method == "delete":
        return None
    found = [item for item in names if is_input(item)] or [item for item in names if _is_library_form(item)]
    return describe_input(found[0]) if found else None


def _is_library_form(item):
    """UserCreationForm, AuthenticationForm and the like, used as they come."""
    return inspect.isclass(item) and item.__module__.startswith("django.contrib.") and hasattr(item, "base_fields")


def is_input(item):
    if not inspect.isclass(item):
        return False
    made = getattr(getattr(item, "_meta", None), "model", None) is not None and hasattr(item, "base_fields")
    if item.__module__.split(".")[0] in ("rest_framework", "django", "ninja", "pydantic"):
        # modelform_factory() makes classes that say they are Django's
        return made and item.__module__.startswith("django.forms.")
    bases = {"{}.{}".format(base.__module__, base.__name__) for base in item.__mro__}
    return bool(bases & {
        "rest_framework.serializers.Serializer", "django.forms.forms.BaseForm", "pydantic.main.BaseModel",
        "marshmallow.schema.Schema",
    })
