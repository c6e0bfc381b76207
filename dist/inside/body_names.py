"""Which names in a handler hold data of the request's body."""
import ast

_BODY = {"data", "POST", "body", "json", "DATA", "cleaned_data", "validated_data", "initial_data", "FILES"}
DICTIONARIES = {"validated_data", "attrs", "payload", "cleaned_data"}


class Scope:
    """Which names hold body data, and which hold known strings."""

    def __init__(self, tainted, names):
        self.tainted, self.names, self.literals, self.queries = tainted, names, {}, set()

    def assign(self, targets, value):
        for target in targets:
            if isinstance(target, (ast.Tuple, ast.List)):
                for item in target.elts:
                    if isinstance(item, ast.Name) and self.is_body(value):
                        self.tainted.add(item.id)
            elif isinstance(target, ast.Name):
                if self.is_body(value):
                    self.tainted.add(target.id)
                if self.is_query(value):
                    self.queries.add(target.id)
                strings = list(self.strings(value))
                if strings:
                    self.literals[target.id] = strings

    def loop(self, target, iterated):
        if isinstance(target, ast.Name):
            strings = list(self.strings(iterated))
            if strings:
                self.literals[target.id] = strings

    def is_query(self, node):
        """The query string of the request, or a name for it."""
        if isinstance(node, ast.Name):
            return node.id in self.queries
        return isinstance(node, ast.Attribute) and node.attr in ("GET", "query_params")

    def is_body(self, node):
        """request.data, request.POST, json.loads(...), what was assigned from them, or a helper that parses."""
        if isinstance(node, ast.Name):
            return node.id in self.tainted
        if isinstance(node, ast.Attribute):
            return node.attr in _BODY and (_mentions_request(node.value) or node.attr in DICTIONARIES)
        if isinstance(node, ast.BoolOp):
            return any(self.is_body(value) for value in node.values)
        if isinstance(node, ast.IfExp):
            return self.is_body(node.body) or self.is_body(node.orelse)
        if isinstance(node, ast.Await):
            return self.is_body(node.value)
        if isinstance(node, ast.Call):
            return self._is_body_call(node)
        return False

    def _is_body_call(self, node):
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", "") or ""
        if name in ("loads", "copy", "dict", "decode", "parse", "QueryDict", "strip"):
            inner = list(node.args) + ([node.func.value] if isinstance(node.func, ast.Attribute) else [])
            return any(self.is_body(item) for item in inner)
        passes = any(_mentions_request(item) or self.is_body(item) for item in node.args)
        return passes and any(word in name.lower() for word in ("json", "body", "payload", "parse", "data"))

    def strings(self, node):
        from .source import constant

        value = constant(node)
        if isinstance(value, str):
            return [value]
        if isinstance(node, ast.Name):
            if node.id in self.literals:
                return self.literals[node.id]
            known = self.names.get(node.id)
            known = [known] if isinstance(known, str) else known
            if isinstance(known, (list, tuple, set, frozenset)):
                return [item for item in known if isinstance(item, str)][:50]
            return []
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            return [item for part in node.elts for item in self.strings(part)]
        return []


def _mentions_request(node):
    return any(
        isinstance(item, ast.Name) and item.id in ("request", "req", "_request") or
        isinstance(item, ast.Attribute) and item.attr == "request"
        for item in ast.walk(node)
    )
