"""What a template may call by name; docs/reports.md lists it for who writes one."""

from __future__ import annotations

FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select"),
    *("selectattr", "sort", "title", "trim", "truncate", "unique", "upper", "wordcount"),
)
ALL_FILTERS = (*FILTERS, "join", "string")
"""Those of Jinja, and those that are made anew in the sandbox."""
METHODS = ("capitalize", "endswith", "lower", "startswith", "strip", "title", "upper")
TESTS = (
    *("boolean", "defined", "divisibleby", "eq", "even", "false", "float", "ge", "gt", "integer", "iterable", "le"),
    *("lt", "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string", "true", "undefined"),
)
TAGS = (
    *("block", "call", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endraw"),
    *("endset", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set"),
)
LOOP = ("cycle", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0")
