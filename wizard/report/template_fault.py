"""What is wrong in a template, for who wrote it: what is refused and why, and which name was perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.utils import missing

from wizard.content.fault import nearest
from wizard.content.model import Text
from wizard.report.fault import NO_UTF8, SAVE_UTF8
from wizard.report.sandbox_names import ALL_FILTERS, LOOP, METHODS, TAGS, TESTS

Said = tuple[Text, Text | None]
"""What is wrong, and how to mend it where that can be told."""
LONGEST = 60
_MAY_BE_EMPTY = Text("zet er `{% if … %}` omheen", "put `{% if … %}` around it")
_SEE_NAMES = Text("alle namen staan in docs/reports.md", "docs/reports.md lists all names")


class Refused(SecurityError):
    """Something that a template may not do, or too much of it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class NotThere(TemplateNotFound):
    """A template that no folder has; ``known`` are those they do have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.known = tuple(known)


class OutOfReach(TemplateNotFound):
    """A template that is there but may not be read."""

    def __init__(self, name: str, text: Text) -> None:
        super().__init__(name, text.en)
        self.text = text


class Misnamed(UndefinedError):
    """A ``name`` that ``obj`` does not have, or (without ``obj``) that is not there at all."""

    def __init__(self, obj: Any, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.obj = obj
        self.name = str(name)


class Absent(StrictUndefined):
    """What a misspelt name leads to: it complains as soon as it is used."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        raised: Any = exc
        if exc is SecurityError:
            raised = lambda _: Refused(_may_not(str(name)))  # noqa: E731
        elif exc is UndefinedError and not hint:
            raised = partial(Misnamed, obj, name)
        super().__init__(hint, obj, name, raised)


def _may_not(name: str) -> Text:
    shown = name[:LONGEST]
    return Text(
        f"`{shown}` mag hier niet: een sjabloon komt niet bij de binnenkant van het programma",
        f"`{shown}` is not allowed here: a template cannot reach the inside of the program",
    )


def said(error: Exception, names: Iterable[str]) -> Said:
    """What ``error`` means, in words; ``names`` are those that the template could show."""
    if isinstance(error, Refused | OutOfReach):
        return error.text, None
    if isinstance(error, Misnamed):
        return _misnamed(error, names)
    if isinstance(error, TemplateNotFound):
        return _not_found(error)
    if isinstance(error, TemplateSyntaxError):
        return _unreadable(error.message or "")
    for kind, what in _KINDS.items():
        if isinstance(error, kind):
            return what
    shown = type(error).__name__
    return Text(f"dit lukt hier niet ({shown})", f"this does not work here ({shown})"), None


_KINDS: Mapping[type[Exception], Said] = {
    RecursionError: (
        Text("dit sjabloon neemt zichzelf steeds weer op", "this template takes itself in, again and again"),
        None,
    ),
    ZeroDivisionError: (Text("hier wordt door nul gedeeld", "this divides by zero"), None),
    UnicodeError: (NO_UTF8, SAVE_UTF8),
    TypeError: (
        Text(
            "hier staat een tekst, een getal of een lijst waar iets anders nodig is",
            "there is a text, a number or a list here where something else is needed",
        ),
        None,
    ),
    OSError: (Text("een bestand kan niet worden gelezen", "a file cannot be read"), None),
}


def _misnamed(error: Misnamed, names: Iterable[str]) -> Said:
    """A name that is not there: the nearest one, or that what comes before it is empty."""
    obj, name = error.obj, error.name[:LONGEST]
    if obj is None:
        text = Text(
            f"`{name}` is er niet, want wat ervoor staat is hier leeg",
            f"`{name}` is not there, for what stands before it is empty here",
        )
        return text, _MAY_BE_EMPTY
    known = names if obj is missing else _names_of(obj)
    return Text(f"`{name}` bestaat hier niet", f"`{name}` does not exist here"), nearest(name, known) or _SEE_NAMES


def _names_of(obj: Any) -> Iterable[str]:
    """What can be asked of ``obj``."""
    if is_dataclass(obj):
        return [field.name for field in fields(obj)]
    if isinstance(obj, Mapping):
        return [str(key) for key in obj]
    return METHODS if isinstance(obj, str) else LOOP if isinstance(obj, LoopContext) else ()


def _not_found(error: TemplateNotFound) -> Said:
    shown = str(error.name)[:LONGEST]
    text = Text(
        f"er is geen sjabloon `{shown}` in uw map of bij het programma",
        f"there is no template `{shown}` in your folder or with the program",
    )
    return text, nearest(shown, error.known) if isinstance(error, NotThere) else None


_SYNTAX = (
    (r"No filter named '(.*?)'", "filter `{}` bestaat hier niet", "there is no filter `{}` here", ALL_FILTERS),
    (r"No test named '(.*?)'", "toets `{}` bestaat hier niet", "there is no test `{}` here", TESTS),
    (r"innermost block that needs to be closed is '(.*?)'", "`{{% end{} %}}` mist", "`{{% end{} %}}` is missing", ()),
    (r"unknown tag '(.*?)'", "`{{% {} %}}` bestaat niet", "there is no `{{% {} %}}`", TAGS),
    (r"end of template, expected '(.*?)'", "`{}` mist", "`{}` is missing", ()),
    (r"Missing end of (\w+)", "een stuk `{}` is niet gesloten", "a part `{}` is not closed", ()),
    (r"got '(.*?)'$", "`{}` past hier niet", "`{}` does not fit here", ()),
    (r"unexpected (?:char )?'(.*?)'", "`{}` past hier niet", "`{}` does not fit here", ()),
)
"""What Jinja says of a template that it cannot read, what that means, and the names of which one was perhaps meant."""
_IN_JINJA = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "end of template": "…",
}


def _unreadable(message: str) -> Said:
    """What Jinja says of a template that it cannot read, in our words."""
    for pattern, nl, en, known in _SYNTAX:
        if found := re.search(pattern, message):
            what = _IN_JINJA.get(found[1], found[1])[:LONGEST]
            return Text(nl.format(what), en.format(what)), nearest(what, known)
    return Text("dit is geen goede schrijfwijze", "this is not written as it should be"), None
