"""Full-text search and similarity of PostgreSQL where there is only SQLite: what holds the words is found."""


def install_search():
    from django.contrib.postgres import lookups, search

    search.SearchVector.as_sqlite = _vector
    search.CombinedSearchVector.as_sqlite = lambda self, compiler, connection, **_: _joined([self.lhs, self.rhs], compiler)
    search.SearchQuery.as_sqlite = _query
    search.CombinedSearchQuery.as_sqlite = lambda self, compiler, connection, **_: compiler.compile(self.lhs)
    search.SearchVectorExact.as_sqlite = _matches
    search.SearchRank.as_sqlite = _likeness(0, 1)
    for name, text, word in (
        ("TrigramSimilarity", 0, 1), ("TrigramWordSimilarity", 1, 0), ("TrigramStrictWordSimilarity", 1, 0),
    ):
        if hasattr(search, name):
            getattr(search, name).as_sqlite = _likeness(text, word)
    for name, text, word in (("TrigramDistance", 0, 1), ("TrigramWordDistance", 1, 0), ("TrigramStrictWordDistance", 1, 0)):
        if hasattr(search, name):
            getattr(search, name).as_sqlite = _likeness(text, word, "0.0", "1.0")
    if hasattr(search, "SearchHeadline"):
        search.SearchHeadline.as_sqlite = lambda self, compiler, connection, **_: compiler.compile(_sources(self)[0])
    lookups.Unaccent.as_sqlite = lambda self, compiler, connection, **_: compiler.compile(self.lhs)
    for name in ("TrigramSimilar", "TrigramWordSimilar", "TrigramStrictWordSimilar"):
        if hasattr(lookups, name):
            getattr(lookups, name).as_sqlite = _matches


def _vector(self, compiler, connection, **_):
    return _joined(_sources(self), compiler)


def _joined(expressions, compiler):
    parts, params = [], []
    for expression in expressions:
        sql, more = compiler.compile(expression)
        parts.append("COALESCE({}, '')".format(sql))
        params += list(more)
    return "({})".format(" || ' ' || ".join(parts)), params


def _query(self, compiler, connection, **_):
    """Before Django 3.1 the words were a value, later a function of it."""
    if hasattr(self, "value"):
        return "%s", [self.value]
    return compiler.compile(_sources(self)[-1])


def _matches(self, compiler, connection):
    text, params = self.process_lhs(compiler, connection)
    words, more = self.process_rhs(compiler, connection)
    return "INSTR(LOWER({}), LOWER({})) > 0".format(text, words), list(params) + list(more)


def _likeness(text, word, found="1.0", other="0.0"):
    def as_sqlite(self, compiler, connection, **_):
        sources = _sources(self)
        (in_text, params), (words, more) = compiler.compile(sources[text]), compiler.compile(sources[word])
        sql = "CASE WHEN INSTR(LOWER({}), LOWER({})) > 0 THEN {} ELSE {} END".format(in_text, words, found, other)
        return sql, list(params) + list(more)

    return as_sqlite


def _sources(expression):
    """Without configurations and weights."""
    others = ("SearchConfig", "Cast")
    return [item for item in expression.get_source_expressions() if item is not None and type(item).__name__ not in others]
