"""Reading one field at a time: a YAML node in, a plain value out, every fault noted and none fatal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from wizard.content.fault import Fault, nearest, printable
from wizard.content.model import LANGUAGES, Dated, Place, Text
from wizard.content.reader import Mapping, Scalar, Sequence, Yaml

T = TypeVar("T")

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
OUTCOME_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)


class Fields:
    """Reads fields and collects the faults in ``faults``.

    ``places`` remembers where each name stands: by the place of the definition that is being read (``owner``), the
    field and the name. Faults found later point at the very word with it.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.places: dict[tuple[Place, str], Place] = {}
        self.owner = Place("", 1)

    def remember(self, role: str, word: str, place: Place) -> None:
        """Note that ``word`` stands at ``place`` in the definition being read; the first time counts."""
        self.places.setdefault((self.owner, f"{role} {word}"), place)

    def fault(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note a fault; reading goes on."""
        self.faults.append(Fault(code, place, message, hint))

    def mapping(
        self,
        node: Yaml,
        what: str,
        required: tuple[str, ...] = (),
        allowed: tuple[str, ...] = (),
        at: Place | None = None,
    ) -> Mapping:
        """``node`` as a mapping. With ``allowed`` given, other keys are faults; ``required`` keys must be there.

        ``at`` is where a missing key is shown: the name of what is defined.
        """
        if not isinstance(node, Mapping):
            self.fault("shape", node.place, f"{what} must be written as `name: value` pairs", _found(node))
            return Mapping([], node.place)
        known = (*required, *allowed)
        meant: list[str] = []
        for key, _ in node.items if known and not node.values.keys() <= set(known) else ():
            if key.text not in known:
                hint = nearest(key.text, [name for name in known if name not in node.values])
                meant.append(hint)
                hint = hint or nearest(key.text, known) or f"known here: {', '.join(known)}"
                self.fault("unknown-key", key.place, f"unknown key `{key.text}` in {what}", hint)
        for name in required:
            if name not in node.values and not any(f"`{name}`" in hint for hint in meant):
                self.fault("missing-key", at or node.place, f"{what} has no `{name}`", f"add `{name}: …`")
        return node

    def word(self, node: Yaml | None, what: str, default: str = "") -> str:
        """``node`` as a non-empty text."""
        if node is None:
            return default
        if not isinstance(node, Scalar):
            self.fault("shape", node.place, f"{what} must be a single word or text", _found(node))
            return default
        if not node.text.strip():
            self.fault("empty", node.place, f"{what} is empty", "write a value, or leave the key out")
            return default
        return node.text.strip()

    def named(self, node: Yaml | None, what: str) -> str:
        """``node`` as a name of something defined elsewhere; its place is remembered."""
        word = self.word(node, what)
        if word and node is not None:
            self.remember(what, word, node.place)
        return word

    def name(self, node: Scalar, what: str) -> str:
        """``node`` as a lower-case name."""
        if not NAME.fullmatch(node.text):
            self.fault("name", node.place, f"`{node.text}` is no name for {what}", "use lower case, digits, - and _")
        return node.text

    def choice(self, node: Yaml | None, what: str, allowed: Iterable[str], default: str) -> str:
        """``node`` as one of ``allowed``."""
        text = self.word(node, what, default)
        allowed = tuple(allowed)
        if text and text not in allowed and node is not None:
            self.fault(
                "value",
                node.place,
                f"`{text}` is not a {what}",
                nearest(text, allowed) or f"one of: {', '.join(allowed)}",
            )
            return default
        return text

    def text(self, node: Yaml | None, what: str) -> Text | None:
        """``node`` as a text in both languages; a missing one is a fault."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            if node.text.strip():
                self.fault("translation", node.place, f"{what} is in one language", "write {nl: …, en: …}")
            else:
                self.fault("empty", node.place, f"{what} is empty", "write {nl: …, en: …}, or leave the key out")
            return Text(node.text.strip(), node.text.strip())
        if isinstance(node, Mapping) and len(node.values) == 2:  # nearly always: both languages, nothing else
            nl, en = node.values.get("nl"), node.values.get("en")
            if type(nl) is Scalar and type(en) is Scalar:
                text = Text(" ".join(nl.text.split()), " ".join(en.text.split()))
                if text.nl and text.en:
                    return text
        mapping = self.mapping(node, what, allowed=LANGUAGES)
        found = {}
        for language in LANGUAGES:
            value = mapping.get(language)
            if value is None or (isinstance(value, Scalar) and not value.text.strip()):
                self.fault("translation", node.place, f"{what} has no `{language}`", f"add the text in `{language}`")
                found[language] = ""
            else:
                found[language] = " ".join(self.word(value, f"{what} in `{language}`").split())
        return Text(found["nl"], found["en"])

    def names(self, node: Yaml | None, what: str) -> tuple[str, ...]:
        """``node`` as a list of names; a name twice is a fault."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.fault("shape", node.place, f"{what} must be a list", "write [a, b]")
            return ()
        found: list[str] = []
        for item in node.items:
            word = self.word(item, f"a name in {what}")
            if word in found:
                self.fault("duplicate", item.place, f"`{word}` stands twice in {what}", "keep one of the two")
            elif word:
                found.append(word)
                self.remember(what, word, item.place)
        return tuple(found)

    def date(self, node: Yaml, what: str) -> date:
        """``node`` as a plausible ISO date."""
        text = self.word(node, what)
        try:
            if not DATE.fullmatch(text):
                raise ValueError
            found = date.fromisoformat(text)
        except ValueError:
            self.fault(
                "date", node.place, f"{what} `{text}` is not a date", "write YYYY-MM-DD, for instance 2021-07-01"
            )
            return date.min
        if not EARLIEST <= found < LATEST:
            self.fault("date", node.place, f"{what} {text} is not plausible", "check the year")
        return found

    def dated(self, node: Yaml | None, what: str, read: Callable[[Yaml], T]) -> Dated[T]:
        """``node`` as a value that may change by date: once for always, or ``{date: value}``; ``gone`` ends it."""
        if node is None:
            return Dated()
        if not is_dated(node):
            return Dated.always(read(node))
        assert isinstance(node, Mapping)
        periods: list[tuple[date, T | None]] = []
        for key, value in node.items:
            start = self.date(key, f"a date in {what}")
            gone = isinstance(value, Scalar) and value.text == "gone"
            here = None if gone else read(value)
            if start == date.min:
                continue
            if periods and start <= periods[-1][0]:
                self.fault(
                    "period",
                    key.place,
                    f"{key.text} comes after {periods[-1][0].isoformat()} in {what}",
                    "write the dates in order: periods may not overlap",
                )
                continue
            if gone and not periods:
                self.fault("period", key.place, f"{what} starts with `gone`", "start with the first day it held")
            periods.append((start, here))
            self.remember(what, key.text, key.place)
            for item in value.items if isinstance(value, Sequence) else ():
                if isinstance(item, Scalar):
                    self.remember(what, f"{key.text} {item.text}", item.place)
        return Dated(tuple(periods))

    def condition(self, node: Yaml | None, what: str) -> dict[str, tuple[str, ...]]:
        """``node`` as a simple condition: ``{fact: [answers]}``."""
        if node is None:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for key, value in self.mapping(node, what).items:
            self.remember(what, key.text, key.place)
            found[key.text] = self.names(value, f"{what} {key.text}:")
        return found

    def pairs(self, node: Yaml | None, what: str) -> dict[str, str]:
        """``node`` as ``{name: word}``."""
        if node is None:
            return {}
        found: dict[str, str] = {}
        for key, value in self.mapping(node, what).items:
            self.remember(what, key.text, key.place)
            found[key.text] = self.word(value, f"`{key.text}` in {what}")
            self.remember(what, f"{key.text}: {found[key.text]}", value.place)
        return found

    def items(self, node: Yaml | None, what: str) -> list[Yaml]:
        """``node`` as a list of anything."""
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.fault("shape", node.place, f"{what} must be a list", "start each item with `- `")
            return []
        return node.items

    def twice(self, what: str, key: Scalar, first: Place) -> None:
        """Note that what stands under ``key`` was defined before, at ``first``."""
        self.fault(
            "defined-twice",
            key.place,
            f"{what}`{key.text}` is defined twice (first in {first.file}:{first.line})",
            "keep one of the two",
        )

    def dated_text(self, node: Yaml | None, what: str) -> Dated[Text]:
        """``node`` as a text per period."""
        return self.dated(node, what, lambda value: self.text(value, what) or Text("", ""))

    def dated_names(self, node: Yaml | None, what: str) -> Dated[tuple[str, ...]]:
        """``node`` as a list of names per period."""
        return self.dated(node, what, lambda value: self.names(value, what))


def is_dated(node: Yaml) -> bool:
    """Whether ``node`` is written per period: its first key looks like a date."""
    return isinstance(node, Mapping) and bool(node.items) and node.items[0][0].text[:1].isdigit()


def _found(node: Yaml) -> str:
    kind = {Scalar: "a text", Sequence: "a list", Mapping: "pairs"}[type(node)]
    if not isinstance(node, Scalar):
        return f"found {kind}"
    return f"found {kind}: `{printable(node.text)[:40]}`" if node.text.strip() else "found nothing"
