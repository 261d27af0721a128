"""Reading one field at a time: a YAML node in, a plain value out, every fault noted and none fatal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from wizard.content.fault import KEEP_ONE, Fault, dutch, nearest, one_of, printable
from wizard.content.model import LANGUAGES, Dated, Place, Placed, Text
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
        self.places: dict[tuple[Place, str], Placed] = {}
        self.owner = Place("", 1)

    def remember(self, role: str, word: str, at: Placed) -> None:
        """Note that ``word`` stands ``at`` a place in the definition being read; the first time counts."""
        self.places.setdefault((self.owner, f"{role} {word}"), at)

    def fault(self, code: str, place: Place, message: Text, hint: Text) -> None:
        """Note a fault; reading goes on. What has the wrong shape is not read, and hides what may be wrong in it."""
        self.faults.append(Fault(code, place, message, hint, hides=code == "shape"))

    def lost(self, since: int) -> None:
        """Note that by the faults from number ``since`` on a part of the content is missing."""
        self.faults[since:] = [fault._replace(hides=True) for fault in self.faults[since:]]

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
            said = Text(
                f"{dutch(what)} moet als paren `naam: waarde` zijn geschreven",
                f"{what} must be written as `name: value` pairs",
            )
            self.fault("shape", node.place, said, _found(node))
            return Mapping([], node.place)
        known = (*required, *allowed)
        meant: list[Text] = []
        for key, _ in node.items if known and not node.values.keys() <= set(known) else ():
            if key.text not in known:
                hint = nearest(key.text, [name for name in known if name not in node.values])
                meant += [hint] if hint else []
                listed = ", ".join(known)
                hint = hint or nearest(key.text, known) or Text(f"hier bekend: {listed}", f"known here: {listed}")
                said = Text(f"onbekende sleutel `{key.text}` in {dutch(what)}", f"unknown key `{key.text}` in {what}")
                self.fault("unknown-key", key.place, said, hint)
        for name in required:
            if name not in node.values and not any(f"`{name}`" in hint.en for hint in meant):
                self.missing(at or node.place, what, name)
        return node

    def missing(self, place: Place, what: str, key: str) -> None:
        """Note that ``what`` lacks ``key``."""
        said = Text(f"{dutch(what)} heeft geen `{key}`", f"{what} has no `{key}`")
        self.fault("missing-key", place, said, Text(f"voeg toe: `{key}: …`", f"add `{key}: …`"))

    def word(self, node: Yaml | None, what: str, default: str = "") -> str:
        """``node`` as a non-empty text."""
        if node is None:
            return default
        if not isinstance(node, Scalar):
            said = Text(f"{dutch(what)} moet één woord of tekst zijn", f"{what} must be a single word or text")
            self.fault("shape", node.place, said, _found(node))
            return default
        if not node.text.strip():
            hint = Text("schrijf een waarde, of laat de sleutel weg", "write a value, or leave the key out")
            self.fault("empty", node.place, Text(f"{dutch(what)} is leeg", f"{what} is empty"), hint)
            return default
        return node.text.strip()

    def named(self, node: Yaml | None, what: str) -> str:
        """``node`` as a name of something defined elsewhere; its place is remembered."""
        word = self.word(node, what)
        if word and node is not None:
            self.remember(what, word, node)
        return word

    def name(self, node: Scalar, what: str) -> str:
        """``node`` as a lower-case name."""
        if not NAME.fullmatch(node.text):
            hint = Text("gebruik kleine letters, cijfers, - en _", "use lower case, digits, - and _")
            self.no_name(node, what, hint)
        return node.text

    def no_name(self, node: Scalar, what: str, hint: Text) -> None:
        """Note that ``node`` cannot be the name of ``what``."""
        said = Text(f"`{node.text}` kan geen naam zijn voor {dutch(what)}", f"`{node.text}` is no name for {what}")
        self.fault("name", node.place, said, hint)

    def choice(self, node: Yaml | None, what: str, allowed: Iterable[str], default: str) -> str:
        """``node`` as one of ``allowed``."""
        text = self.word(node, what, default)
        allowed = tuple(allowed)
        if text and text not in allowed and node is not None:
            said = Text(f"`{text}` is geen {dutch(what)}", f"`{text}` is not a {what}")
            self.fault("value", node.place, said, nearest(text, allowed) or one_of(allowed))
            return default
        return text

    def text(self, node: Yaml | None, what: str) -> Text | None:
        """``node`` as a text in both languages; a missing one is a fault."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            if node.text.strip():
                said = Text(f"{dutch(what)} staat er in één taal", f"{what} is in one language")
                hint = Text("schrijf {nl: …, en: …}", "write {nl: …, en: …}")
                self.fault("translation", node.place, said, hint)
            else:
                said = Text(f"{dutch(what)} is leeg", f"{what} is empty")
                hint = Text(
                    "schrijf {nl: …, en: …}, of laat de sleutel weg", "write {nl: …, en: …}, or leave the key out"
                )
                self.fault("empty", node.place, said, hint)
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
                said = Text(f"{dutch(what)} heeft geen `{language}`", f"{what} has no `{language}`")
                hint = Text(f"voeg de tekst in `{language}` toe", f"add the text in `{language}`")
                self.fault("translation", node.place, said, hint)
                found[language] = ""
            else:
                found[language] = " ".join(self.word(value, f"{what} in `{language}`").split())
        return Text(found["nl"], found["en"])

    def names(self, node: Yaml | None, what: str) -> tuple[str, ...]:
        """``node`` as a list of names; a name twice is a fault."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            said = Text(f"{dutch(what)} moet een lijst zijn", f"{what} must be a list")
            self.fault("shape", node.place, said, Text("schrijf [a, b]", "write [a, b]"))
            return ()
        found: list[str] = []
        for item in node.items:
            word = self.word(item, f"a name in {what}")
            if word in found:
                said = Text(f"`{word}` staat twee keer in {dutch(what)}", f"`{word}` stands twice in {what}")
                self.fault("duplicate", item.place, said, KEEP_ONE)
            elif word:
                found.append(word)
                self.remember(what, word, item)
        return tuple(found)

    def date(self, node: Yaml, what: str) -> date:
        """``node`` as a plausible ISO date."""
        text = self.word(node, what)
        try:
            if not DATE.fullmatch(text):
                raise ValueError
            found = date.fromisoformat(text)
        except ValueError:
            said = Text(f"{dutch(what)} `{text}` is geen datum", f"{what} `{text}` is not a date")
            hint = Text("schrijf JJJJ-MM-DD, zoals 2021-07-01", "write YYYY-MM-DD, for instance 2021-07-01")
            self.fault("date", node.place, said, hint)
            return date.min
        if not EARLIEST <= found < LATEST:
            said = Text(f"{dutch(what)} {text} is niet aannemelijk", f"{what} {text} is not plausible")
            self.fault("date", node.place, said, Text("kijk het jaar na", "check the year"))
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
                before = periods[-1][0].isoformat()
                said = Text(
                    f"{key.text} komt na {before} in {dutch(what)}", f"{key.text} comes after {before} in {what}"
                )
                hint = Text(
                    "zet de datums op volgorde: perioden mogen elkaar niet overlappen",
                    "write the dates in order: periods may not overlap",
                )
                self.fault("period", key.place, said, hint)
                continue
            if gone and not periods:
                said = Text(f"{dutch(what)} begint met `gone`", f"{what} starts with `gone`")
                hint = Text("begin met de eerste dag waarop het gold", "start with the first day it held")
                self.fault("period", key.place, said, hint)
            periods.append((start, here))
            self.remember(what, key.text, key)
            for item in value.items if isinstance(value, Sequence) else ():
                if isinstance(item, Scalar):
                    self.remember(what, f"{key.text} {item.text}", item)
        return Dated(tuple(periods))

    def condition(self, node: Yaml | None, what: str) -> dict[str, tuple[str, ...]]:
        """``node`` as a simple condition: ``{fact: [answers]}``."""
        if node is None:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for key, value in self.mapping(node, what).items:
            self.remember(what, key.text, key)
            found[key.text] = self.names(value, f"{what} {key.text}:")
        return found

    def pairs(self, node: Yaml | None, what: str) -> dict[str, str]:
        """``node`` as ``{name: word}``."""
        if node is None:
            return {}
        found: dict[str, str] = {}
        for key, value in self.mapping(node, what).items:
            self.remember(what, key.text, key)
            found[key.text] = self.word(value, f"`{key.text}` in {what}")
            self.remember(what, f"{key.text}: {found[key.text]}", value)
        return found

    def items(self, node: Yaml | None, what: str) -> list[Yaml]:
        """``node`` as a list of anything."""
        if node is None:
            return []
        if not isinstance(node, Sequence):
            said = Text(f"{dutch(what)} moet een lijst zijn", f"{what} must be a list")
            hint = Text("begin elk onderdeel met `- `", "start each item with `- `")
            self.fault("shape", node.place, said, hint)
            return []
        return node.items

    def twice(self, what: str, key: Scalar, first: Place) -> None:
        """Note that what stands under ``key`` was defined before, at ``first``."""
        where = f"{first.file}:{first.line}"
        said = Text(
            f"{dutch(what)}`{key.text}` is twee keer omschreven (eerst in {where})",
            f"{what}`{key.text}` is defined twice (first in {where})",
        )
        self.fault("defined-twice", key.place, said, KEEP_ONE)

    def dated_text(self, node: Yaml | None, what: str) -> Dated[Text]:
        """``node`` as a text per period."""
        return self.dated(node, what, lambda value: self.text(value, what) or Text("", ""))

    def dated_names(self, node: Yaml | None, what: str) -> Dated[tuple[str, ...]]:
        """``node`` as a list of names per period."""
        return self.dated(node, what, lambda value: self.names(value, what))


def is_dated(node: Yaml) -> bool:
    """Whether ``node`` is written per period: its first key looks like a date."""
    return isinstance(node, Mapping) and bool(node.items) and node.items[0][0].text[:1].isdigit()


def _found(node: Yaml) -> Text:
    if isinstance(node, Sequence):
        return Text("hier staat een lijst", "found a list")
    if isinstance(node, Mapping):
        return Text("hier staan paren", "found pairs")
    if not node.text.strip():
        return Text("hier staat niets", "found nothing")
    text = printable(node.text)[:40]
    return Text(f"hier staat een tekst: `{text}`", f"found a text: `{text}`")
