"""The ways in which Django connects two models. Each kind says:

- ids(row): keys of the other model's rows that are connected with this one
- back(other): the same from the other side
- connect(row, other)
- given(other), where the row itself holds the connection: the values that make it
"""
from .row_access import all_of


class Foreign:
    def __init__(self, field, cls, other):
        self.field, self.cls = field, cls
        self.name = _name(field)

    def ids(self, row):
        return _keys(all_of(self.cls).filter(pk=row.pk), self.field.name + "__pk")

    def back(self, other):
        return _keys(all_of(self.cls).filter(**self.given(other)), "pk")

    def given(self, other):
        return {self.field.name: other}

    def connect(self, row, other):
        all_of(self.cls).filter(pk=row.pk).update(**self.given(other))


class Generic(Foreign):
    """A content type and a key, which together refer to a row of any model."""

    def __init__(self, field, cls, other):
        Foreign.__init__(self, field, cls, other)
        self.other = other

    def ids(self, row):
        mine = _keys(all_of(self.cls).filter(**{"pk": row.pk, self.field.ct_field: self._type()}), self.field.fk_field)
        return [self.other._meta.pk.to_python(key) for key in mine]

    def given(self, other):
        return {self.field.ct_field: self._type(), self.field.fk_field: other.pk}

    def _type(self):
        from django.contrib.contenttypes.models import ContentType

        concrete = getattr(self.field, "for_concrete_model", True)
        return ContentType.objects.get_for_model(self.other, for_concrete_model=concrete)


class Many:
    """Read from the table between, past managers that hide rows."""

    def __init__(self, field, cls):
        self.field, self.cls = field, cls
        self.name = _name(field)
        self.through = field.remote_field.through

    def ids(self, row):
        return _keys(all_of(self.through).filter(**{self.field.m2m_field_name(): row}), self._far() + "__pk")

    def back(self, other):
        return _keys(all_of(self.through).filter(**{self._far(): other}), self.field.m2m_field_name() + "__pk")

    def connect(self, row, other):
        from .rows import make

        if self.through._meta.auto_created:
            getattr(row, self.field.name).add(other)
        else:
            make(self.through, {self.field.m2m_field_name(): row, self._far(): other}, None)

    def _far(self):
        return self.field.m2m_reverse_field_name()


class Managed:
    def __init__(self, field, cls):
        self.field, self.cls = field, cls
        self.name = _name(field)

    def ids(self, row):
        return [item.pk for item in getattr(row, self.field.name).all()]

    def back(self, other):
        return _keys(all_of(self.cls).filter(**{self.field.name + "__in": [other]}), "pk")

    def connect(self, row, other):
        getattr(row, self.field.name).add(other)


class Reversed:
    def __init__(self, relation):
        self.relation, self.name = relation, relation.name

    def ids(self, row):
        return self.relation.back(row)

    def connect(self, row, other):
        self.relation.connect(other, row)


class Between:
    """A model that refers to both: a connection written out by hand."""

    def __init__(self, one, two):
        self.one, self.two = one, two
        self.name = one.cls._meta.label

    def ids(self, row):
        links = all_of(self.one.cls).filter(**self.one.given(row))
        return [key for link in links for key in self.two.ids(link)]

    def connect(self, row, other):
        from .rows import make

        make(self.one.cls, dict(self.one.given(row), **self.two.given(other)), None)


def _keys(rows, name):
    return [key for key in rows.order_by().values_list(name, flat=True) if key is not None]


def _name(field):
    """With the model that declares it, which may be a parent."""
    return "{}.{}".format(field.model._meta.label, field.name)
