"""Packages that only the server has, such as an error tracker: whatever is asked of them is answered."""
import importlib.abc
import importlib.machinery
import re
import secrets
import sys
import types
from unittest.mock import MagicMock


def stand_in(names):
    if names:
        sys.meta_path.append(_Finder(tuple(names)))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if not any(name == one or name.startswith(one + ".") for one in self.names):
            return None
        return importlib.machinery.ModuleSpec(name, self, origin="stub", is_package=True)

    def create_module(self, spec):
        return _Anything(spec.name)

    def exec_module(self, module):
        pass


class _Anything(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = _value(name)
        setattr(self, name, value)
        return value


def _value(name):
    """`from .local_settings import SECRET_KEY`: what a server would have there."""
    if re.search("KEY|SECRET|PASSWORD|TOKEN", name):
        return secrets.token_urlsafe(48)
    if re.search("DEBUG$", name):
        return False
    if re.search("HOSTS$", name):
        return ["app.example.com"]
    return MagicMock(name=name)
