"""Reading a file of facts: `{consult: approach, on: 2026-11-21, facts: {channel: phone}}`, as YAML or JSON.

Read with the strict reader of the trees, so every complaint names its line. Nothing in the file is interpreted.
"""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from wizard.commands import words
from wizard.commands.common import InputError, fault_line, parse_date, require_known, shown, suggest
from wizard.content.disk import why
from wizard.content.model import LANGUAGES, UNKNOWN, Content, Fact, Place, Text
from wizard.content.reader import MAX_BYTES, Mapping, Scalar, Yaml, bytes_in, read
from wizard.content.values import CHOICES, WRITE, misfit
from wizard.dossier.consultation import Consultation, Given, Variant
from wizard.dossier.dates import ahead
from wizard.dossier.variants import tidy_name, wrong_variant
from wizard.report.view import SECTIONS
from wizard.words import date_words

ABOUT = ("client", "matter", "advisor")
KEYS = ("consult", "on", "facts", "language", "notes", *ABOUT, "remarks", "variants")


@dataclass(frozen=True, slots=True)
class Request:
    """What a file of facts asks for. ``on`` and ``language`` are ``None`` when the file does not say.

    ``about`` says whom it is for, what it is about and who gives the advice; ``remarks`` are the advisor's own words;
    ``variants`` are other ways to go about it.
    """

    consult: str
    on: date | None
    on_place: Place
    language: str | None
    answers: dict[str, Given] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    dates: tuple[tuple[str, str, Place], ...] = ()
    """Every date and moment among the facts, those of the variants included: the fact, what was written, and where."""

    def consultation(self, on: date) -> Consultation:
        """The answers as a consultation on ``on``."""
        bare = Consultation(self.consult, on, dict(self.answers), remarks=dict(self.remarks), variants=self.variants)
        client, matter, advisor = (self.about.get(name, "") for name in ABOUT)
        return replace(bare, client=client, matter=matter, advisor=advisor)


def read_request(content: Content, name: str, language: str) -> Request:
    """Read the file of facts ``name`` (``-``: standard input).

    Complains in ``language``. Raises ``InputError`` for the first thing wrong, with file and line.
    """
    data = _bytes(name, language)
    file = "stdin" if name == "-" else shown(name, 200)
    root, faults = read(_without_surrogates(data), file)
    if faults:
        more = words.MORE_FAULTS_HERE.in_(language).format(count=len(faults) - 1) if len(faults) > 1 else ""
        raise InputError(fault_line(faults[0], file, more, language))
    if root is None:
        raise InputError(words.EMPTY_FILE.in_(language).format(file=file))
    return _Reading(content, file, language).request(root)


def consultation_from(
    args: Namespace, content: Content, language: str, *, any_day: bool = False
) -> tuple[Consultation, str]:
    """The consultation in the file that ``args.facts`` names, and the language to answer in.

    ``--on`` and ``--lang`` win over the file; without either the reference date is today. No date in the
    file lies after it, unless the same facts are looked at on ``any_day``.
    """
    request = read_request(content, args.facts, language)
    on = args.on or request.on or date.today()
    where = "" if args.on or request.on is None else f"{request.on_place.file}:{request.on_place.line}: "
    require_known(on, content, language, where)
    if not any_day:
        _require_past(request, on, content, language)
    return request.consultation(on), args.lang or request.language or language


def _require_past(request: Request, on: date, content: Content, language: str) -> None:
    """Complain about a date after the reference date, as the screens do. Raises ``InputError``."""
    for fact, written, place in request.dates:
        if ahead(content, {fact: written}, on):
            day = date_words(on, language)
            where = f"{place.file}:{place.line}"
            text = words.AFTER_REFERENCE_DATE.in_(language)
            raise InputError(text.format(where=where, what=shown(written), fact=fact, day=day))


def _bytes(name: str, language: str) -> bytes:
    """The bytes of the file, not more than the reader accepts plus one: it then says that the file is too large."""
    try:
        if name == "-":
            if sys.stdin is None:
                raise InputError(words.CANNOT_READ.in_(language).format(file="stdin", why="closed"))
            stream = getattr(sys.stdin, "buffer", None)
            return stream.read(MAX_BYTES + 1) if stream else sys.stdin.read(MAX_BYTES + 1).encode()
        return bytes_in(Path(name))
    except FileNotFoundError:
        problem, reason = words.NO_FILE, ""
    except IsADirectoryError:
        problem, reason = words.IS_FOLDER, ""
    except (OSError, ValueError) as error:
        problem, reason = words.CANNOT_READ, why(error, reading=True).in_(language)
    raise InputError(problem.in_(language).format(file=shown(name, 200), why=reason))


def _without_surrogates(data: bytes) -> bytes:
    """The same file with `\\ud83d\\ude00` joined: JSON writes characters beyond U+FFFF as two escapes, YAML not."""
    if not data.lstrip().startswith(b"{") or b"\\ud" not in data.lower():
        return data

    def join(found: re.Match[bytes]) -> bytes:
        if found[1] is None:  # any other escape, among which an escaped backslash
            return found[0]
        return chr(0x10000 + ((int(found[1], 16) - 0xD800) << 10) + (int(found[2], 16) - 0xDC00)).encode()

    return re.sub(rb"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|.)", join, data, flags=re.IGNORECASE | re.DOTALL)


class _Reading:
    """Turns nodes into a request, or raises ``InputError``."""

    def __init__(self, content: Content, file: str, language: str) -> None:
        self.content = content
        self.file = file
        self.language = language
        self.dates: list[tuple[str, str, Place]] = []

    def fail(self, text: Text, place: Place, **values: str) -> InputError:
        """The complaint ``text`` about ``place``."""
        return InputError(text.in_(self.language).format(where=f"{self.file}:{place.line}", **values))

    def request(self, root: Yaml) -> Request:
        top = self.pairs(root)
        for key, _ in top.items:
            if key.text not in KEYS:
                hint = suggest(key.text, KEYS, self.language)
                raise self.fail(words.UNKNOWN_KEY, key.place, what=shown(key.text), hint=hint)
        facts = top.get("facts")
        if facts is None:
            raise self.fail(words.NO_KEY, top.place, what="facts")
        answers = {name.text: Given(self.answer(name, value)) for name, value in self.pairs(facts).items}
        notes = top.get("notes")
        for name, value in self.pairs(notes).items if notes is not None else []:
            self.known(name)
            given = answers.get(name.text, Given(UNKNOWN))
            answers[name.text] = Given(given.answer, self.word(value, name.text))
        on = top.get("on")
        language = top.get("language")
        return Request(
            consult=self.named(top, "consult", tuple(self.content.consults)),
            on=self.day(on, "on") if on is not None else None,
            on_place=on.place if on is not None else top.place,
            language=self.named(top, "language", LANGUAGES) if language is not None else None,
            answers=answers,
            about={key: self.word(node, key) for key in ABOUT if (node := top.get(key)) is not None},
            remarks=self.remarks(top.get("remarks")),
            variants=self.variants(top.get("variants")),
            dates=tuple(self.dates),
        )

    def variants(self, node: Yaml | None) -> tuple[Variant, ...]:
        """Other ways to go about it: a name for each, and the answers that differ."""
        found: list[Variant] = []
        for name, own in self.pairs(node).items if node is not None else []:
            wrong = wrong_variant(name.text, [variant.name for variant in found])
            if wrong is not None:
                raise self.fail(words.BAD_VARIANT, name.place, what=shown(name.text), why=wrong.in_(self.language))
            answers = {fact.text: Given(self.answer(fact, value)) for fact, value in self.pairs(own).items}
            found.append(Variant(tidy_name(name.text), answers))
        return tuple(found)

    def remarks(self, node: Yaml | None) -> dict[str, str]:
        """What the advisor wrote, by section of the report."""
        said = {}
        for name, value in self.pairs(node).items if node is not None else []:
            if name.text not in SECTIONS:
                hint = suggest(name.text, SECTIONS, self.language)
                raise self.fail(words.NO_SUCH, name.place, what=shown(name.text), hint=hint)
            said[name.text] = self.word(value, name.text)
        return said

    def pairs(self, node: Yaml) -> Mapping:
        """``node`` as pairs."""
        if not isinstance(node, Mapping):
            raise self.fail(words.NO_PAIRS, node.place)
        return node

    def word(self, node: Yaml, what: str) -> str:
        """``node`` as a text that is not empty."""
        if not isinstance(node, Scalar) or not node.text.strip():
            raise self.fail(words.NO_WORD, node.place, what=shown(what))
        return node.text.strip()

    def named(self, top: Mapping, key: str, known: tuple[str, ...]) -> str:
        """The value under ``key``, one of ``known``."""
        node = top.get(key)
        if node is None:
            raise self.fail(words.NO_KEY, top.place, what=key)
        word = self.word(node, key)
        if word not in known:
            hint = suggest(word, known, self.language)
            raise self.fail(words.NO_SUCH, node.place, what=shown(word), hint=hint)
        return word

    def known(self, name: Scalar) -> None:
        """Complain when there is no such fact."""
        if name.text not in self.content.facts:
            hint = suggest(name.text, self.content.facts, self.language, words.SEE_FACTS)
            raise self.fail(words.NO_FACT, name.place, what=shown(name.text), hint=hint)

    def answer(self, name: Scalar, node: Yaml) -> str:
        """An answer that the fact ``name`` can take."""
        self.known(name)
        fact = self.content.facts[name.text]
        word = self.word(node, name.text)
        if word == UNKNOWN:
            return word
        if fact.kind not in CHOICES:
            typed = self.typed(fact, node)
            if fact.kind != "text":
                self.dates.append((fact.id, typed, Place(self.file, node.place.line)))
            return typed
        if word not in fact.answers:
            hint = suggest(word, (*fact.answers, UNKNOWN), self.language)
            raise self.fail(words.NO_ANSWER, node.place, what=shown(word), fact=fact.id, hint=hint)
        return word

    def typed(self, fact: Fact, node: Yaml) -> str:
        """``node`` as the answer to a question for a date, a moment or a text."""
        if fact.kind == "date":
            return self.day(node, fact.id).isoformat()
        word = self.word(node, fact.id)
        if fact.kind == "datetime":
            word = word.replace(" ", "T", 1)
        if (wrong := misfit(fact, word)) is not None:
            because, how = (text.in_(self.language) for text in (wrong, WRITE[fact.kind]))
            raise self.fail(words.NOT_THAT_KIND, node.place, what=shown(word), why=because, how=how)
        return word

    def day(self, node: Yaml, what: str) -> date:
        """``node`` as a date."""
        word = self.word(node, what)
        found = parse_date(word)
        if found is None:
            raise self.fail(words.NO_DATE_HERE, node.place, what=shown(word), fact=shown(what))
        return found
