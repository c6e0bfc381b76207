"""django-ninja: one URL holds an operation per method, with a signature instead of a serializer."""
import inspect

from . import limits, query_names, schemas, source


def operations_of(callback):
    """Operations behind a callback, or None when it is not one of django-ninja's."""
    for item in _candidates(callback):
        operations = getattr(item, "operations", None)
        if isinstance(operations, list) and operations and hasattr(operations[0], "view_func"):
            return operations
    if str(getattr(callback, "__module__", "")).startswith("ninja."):
        return []
    return None


def _candidates(callback):
    waiting, seen = [callback], set()
    while waiting and len(seen) < 40:
        item = waiting.pop(0)
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        yield getattr(item, "__self__", None)
        waiting += [getattr(item, "__wrapped__", None), getattr(item, "func", None)]
        for cell in getattr(item, "__closure__", None) or ():
            try:
                waiting.append(cell.cell_contents)
            except ValueError:
                continue
        waiting += list(getattr(item, "args", None) or []) if hasattr(item, "func") else []


def describe(entry, operations, paths):
    from .views import common_model, route_of

    routes = []
    for operation in operations:
        function = inspect.unwrap(operation.view_func)
        route = route_of(entry, function, paths)
        route["view"]["kind"] = "ninja"
        fields, name = _body(operation)
        read = source.read(function, None, operation.methods[0].lower(), function.__name__, [], paths)
        for method in operation.methods:
            if method.lower() not in ("get", "post", "put", "patch", "delete"):
                continue
            route["methods"].append({
                "method": method.upper(),
                "handler": function.__name__,
                "place": paths.place(function),
                "calls": read["calls"],
                "keys": read["keys"],
                "queries": query_names.of_operation(operation) + read["queries"],
                "models": read["models"],
                "input": fields,
                "inputName": name,
                "inputModel": _schema_model(operation) or None,
            })
        route["model"] = common_model(route["methods"])
        route["authentications"] = _authentications(operation)
        route["permissions"] = list(route["authentications"])
        route["throttles"] = _throttles(operation) + limits.decorators(operation.view_func, None, [function], paths) + limits.middleware()
        route["pagination"] = _pagination(operation)
        routes.append(route)
    return routes


def _body_models(operation):
    found = []
    for model in getattr(operation, "models", None) or []:
        source_name = str(getattr(model, "__ninja_param_source__", None) or getattr(model, "_param_source", ""))
        name = type(model).__name__ if not inspect.isclass(model) else "".join(base.__name__ for base in model.__mro__)
        if source_name in ("body", "form", "file") or "Body" in name or "Form" in name or "File" in name:
            found.append(model)
    return found


def _body(operation):
    """Fields of the body: what the client sends, parameters that are schemas opened."""
    if not getattr(operation, "models", None):
        return None, None
    fields, names = [], []
    for model in _body_models(operation):
        single = getattr(model, "__ninja_body_params__", None)
        for name, field in schemas.fields_of(model).items():
            inner = schemas.schema_of(field)
            if inner is not None and (single is None or len(schemas.fields_of(model)) == 1):
                names.append(inner.__name__)
                fields += schemas.describe(inner)
            else:
                fields.append(schemas.field(name, field))
    return (fields, ", ".join(names) or None) if fields else (None, None)


def _schema_model(operation):
    """ModelSchema names its model."""
    for model in _body_models(operation):
        for field in schemas.fields_of(model).values():
            inner = schemas.schema_of(field)
            for holder in ("Meta", "Config"):
                target = getattr(getattr(inner, holder, None), "model", None)
                if hasattr(target, "_meta"):
                    return target._meta.label
    return None


def _authentications(operation):
    found = []
    for item in getattr(operation, "auth_callbacks", None) or []:
        kind = item if inspect.isfunction(item) or inspect.isclass(item) else type(item)
        found.append("{}.{}".format(kind.__module__, kind.__qualname__))
    return found


def _throttles(operation):
    made = list(getattr(operation, "throttle_objects", None) or [])
    return [entry for entry in (limits._throttle(item, None, None) for item in made) if entry]


def _pagination(operation):
    for layer in _candidates(operation.view_func):
        for cell in getattr(layer, "__closure__", None) or ():
            try:
                value = cell.cell_contents
            except ValueError:
                continue
            kind = type(value)
            if any(base.__module__.startswith("ninja.pagination") for base in kind.__mro__):
                size = getattr(value, "page_size", None)
                return {"style": kind.__name__, "size": size if isinstance(size, int) else None}
    return None
