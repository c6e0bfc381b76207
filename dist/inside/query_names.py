"""Parameters of the query string that a library reads for a view: search, ordering, filters, pages."""
import inspect


def of_view(cls, instance, rest):
    names = []
    view = instance or cls
    if rest:
        for backend in getattr(cls, "filter_backends", None) or ():
            names += _of_backend(backend, view)
        pagination = getattr(cls, "pagination_class", None)
        names += [getattr(pagination, name, None) for name in ("page_query_param", "page_size_query_param", "limit_query_param")]
    elif getattr(cls, "paginate_by", None):
        names.append(getattr(cls, "page_kwarg", None))
    names += list(getattr(getattr(cls, "filterset_class", None), "base_filters", None) or ())
    return [name for name in names if isinstance(name, str)]


def _of_backend(backend, view):
    names = [getattr(backend, name, None) for name in ("search_param", "ordering_param")]
    fields = getattr(view, "filterset_fields", None) or getattr(view, "filter_fields", None)
    if fields and hasattr(backend, "get_filterset_class"):
        names += [field if isinstance(fields, (list, tuple)) else "{}__{}".format(field, lookup).replace("__exact", "")
                  for field in fields for lookup in (fields[field] if isinstance(fields, dict) else ("exact",))]
    return names


def of_operation(operation):
    """django-ninja: the parameters of the function that come from the query string."""
    names = []
    for model in getattr(operation, "models", None) or []:
        source = str(getattr(model, "__ninja_param_source__", None) or getattr(model, "_param_source", ""))
        if source != "query":
            continue
        for name, field in (getattr(model, "model_fields", None) or {}).items():
            inner = getattr(field, "annotation", None)
            inner = getattr(inner, "model_fields", None) if inspect.isclass(inner) else None
            names += list(inner) if inner else [getattr(field, "alias", None) or name]
    return names
