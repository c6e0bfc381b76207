"""Walks a handler and the learner's helpers that it calls, two levels deep, for one HTTP method."""
import ast
import inspect
import sys

from .body_names import DICTIONARIES, Scope

DEPTH = 2
_READERS = {"get", "pop", "getlist", "setdefault", "get_json", "__getitem__"}


class Walk:
    def __init__(self, cls, method, paths):
        self.cls, self.method, self.paths = cls, method, paths
        self.calls, self.keys, self.models, self.objects = [], [], [], []
        self.filled = []  # classes that are called with the body: the form that is sent, among others that are shown
        self.queries = []  # names of parameters that are read from the query string
        self._seen = set()

    def function(self, target, depth=0, tainted=()):
        """Reads one function if it is the learner's; `tainted` are its parameters that hold body data."""
        from .source import tree_of

        try:
            target = inspect.unwrap(target) if target is not None else None
            target = getattr(target, "__func__", target)
        except ValueError:
            return
        if not inspect.isfunction(target) or (target, tuple(tainted)) in self._seen:
            return
        self._seen.add((target, tuple(tainted)))
        if not self.paths.is_learner(target.__code__.co_filename):
            return
        tree = tree_of(target)
        if tree is None:
            return
        body = prune(tree.body, self.method)
        names = dict(getattr(target, "__globals__", {}))
        names.update(_closure(target))
        names.update(_local_imports(tree))
        scope = Scope(set(tainted) | {name for name in _arguments(tree) if name in DICTIONARIES}, names)
        for statement in body:
            self._statement(statement, scope, depth)

    def _statement(self, statement, scope, depth):
        """In source order, so that a variable is known as body data before it is read."""
        for node in _in_order(statement):
            if isinstance(node, ast.Assign):
                scope.assign(node.targets, node.value)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                scope.assign([node.target], node.value)
            elif type(node).__name__ == "NamedExpr":
                scope.assign([node.target], node.value)
            elif isinstance(node, (ast.For, ast.comprehension)):
                scope.loop(node.target, node.iter)
            elif isinstance(node, ast.Name):
                self._object(scope.names.get(node.id))
            elif isinstance(node, ast.Attribute):
                self._add(self.calls, node.attr)
                self._object(_resolve(node, scope.names))
            if isinstance(node, (ast.Call, ast.Subscript)):
                self._query(node, scope)
            if isinstance(node, ast.Call):
                self._call(node, scope, depth)
            elif isinstance(node, ast.Subscript) and scope.is_body(node.value):
                self._key(_index(node), scope)
            elif isinstance(node, ast.Compare) and any(isinstance(op, (ast.In, ast.NotIn)) for op in node.ops):
                if scope.is_body(node.comparators[0]):
                    self._key(node.left, scope)

    def _call(self, node, scope, depth):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if name:
            self._add(self.calls, name)
        if isinstance(node.func, ast.Attribute) and name in _READERS and node.args and scope.is_body(node.func.value):
            self._key(node.args[0], scope)
        if any(scope.is_body(item) for item in list(node.args) + [item.value for item in node.keywords]):
            target = _resolve(node.func, scope.names)
            if inspect.isclass(target) and target not in self.filled:
                self.filled.append(target)
        if depth < DEPTH:
            self._follow(node, scope, depth)

    def _follow(self, node, scope, depth):
        """Into helpers of the learner's: functions by name, methods of the same class, classes' __init__ not."""
        target = None
        if isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", None) == "self":
            target = getattr(self.cls, node.func.attr, None)
        else:
            target = _resolve(node.func, scope.names)
        target = getattr(target, "__func__", target)
        if not inspect.isfunction(target):
            return
        names = list(target.__code__.co_varnames[:target.__code__.co_argcount])
        if names and names[0] in ("self", "cls"):
            names = names[1:]
        tainted = [name for name, argument in zip(names, node.args) if scope.is_body(argument)]
        tainted += [item.arg for item in node.keywords if item.arg and scope.is_body(item.value)]
        self.function(target, depth + 1, tainted)

    def _query(self, node, scope):
        """request.GET["q"], self.request.query_params.get("q"): also where the query string got a name first."""
        if isinstance(node, ast.Subscript):
            source, name = node.value, _index(node)
        elif isinstance(node.func, ast.Attribute) and node.func.attr in _READERS and node.args:
            source, name = node.func.value, node.args[0]
        else:
            return
        if scope.is_query(source):
            for value in scope.strings(name):
                self._add(self.queries, value)

    def _key(self, node, scope):
        for value in scope.strings(node):
            self._add(self.keys, value)

    def _object(self, value):
        if inspect.isclass(value):
            if hasattr(value, "_meta") and hasattr(value._meta, "label") and hasattr(value, "_default_manager"):
                self._add(self.models, value._meta.label)
            elif not any(value is item for item in self.objects):
                self.objects.append(value)
            self._add(self.calls, value.__name__)

    def _add(self, names, name):
        if name and name not in names:
            names.append(name)


def prune(statements, method):
    """Without the branches that another HTTP method takes; what follows a taken branch that ends is dropped."""
    kept = []
    for statement in statements:
        if isinstance(statement, ast.If):
            taken = _decides(statement.test, method)
            if taken is not None:
                branch = prune(statement.body if taken else statement.orelse, method)
                kept += branch
                if branch and isinstance(branch[-1], (ast.Return, ast.Raise)):
                    return kept
                continue
        kept.append(statement)
    return kept


def _decides(test, method):
    """True or False where the test only compares request.method with words, else None."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    if not (isinstance(test.left, ast.Attribute) and test.left.attr == "method"):
        return None
    from .source import _words

    words = set(_words(test.comparators[0]))
    if not words:
        return None
    same = method in words
    return same if isinstance(test.ops[0], (ast.Eq, ast.In)) else not same


def _in_order(node):
    """Statement before its parts, but values before targets."""
    yield node
    children = list(ast.iter_child_nodes(node))
    for child in children:
        for item in _in_order(child):
            yield item


def _index(node):
    index = node.slice
    return index.value if type(index).__name__ == "Index" else index


def _resolve(node, names):
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        base = _resolve(node.value, names)
        if inspect.ismodule(base) or inspect.isclass(base):
            try:
                return inspect.getattr_static(base, node.attr, None) if inspect.isclass(base) else getattr(base, node.attr, None)
            except Exception:
                return None
    return None


def _arguments(tree):
    return [item.arg for item in tree.args.args]


def _closure(function):
    found = {}
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            found[name] = cell.cell_contents
        except ValueError:
            continue
    return found


def _local_imports(tree):
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            module = sys.modules.get(node.module)
            for item in node.names:
                if module is not None and hasattr(module, item.name):
                    found[item.asname or item.name] = getattr(module, item.name)
    return found
