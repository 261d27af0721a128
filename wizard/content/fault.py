"""What is wrong with a content file: one fault, said once, with where it stands and how to mend it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from wizard.content.model import Place, Text


class Fault(NamedTuple):
    """One fault. ``code`` is stable (scripts may rely on it), ``hint`` says how to mend it.

    ``hides``: a part of the content is missing by it, so that other faults would follow from it alone.
    """

    code: str
    place: Place
    message: Text
    hint: Text
    hides: bool = False

    def where(self, file: str = "") -> str:
        """The file, or ``file`` in its place, and the line; of what is no file that could be read only the name.

        So too of what stands on no line at all, such as a variable of the environment: its line is 0.
        """
        name = file or self.place.file
        return name if self.code in WHOLE or not self.place.line else f"{name}:{self.place.line}"

    def line(self, language: str, file: str = "") -> str:
        """Where, what and how to mend it, in one line; ``file`` as in `where`."""
        return f"{self.where(file)}: {self.message.in_(language)}; {self.hint.in_(language)}"


WHOLE = ("folder", "unreadable")
"""Codes of faults in a folder or file as a whole: there is no line to show."""
LONGEST = 400
LEAVE_OUT = Text("laat het weg", "leave it out")
SWAP = Text("verwissel `from` en `until`", "swap `from` and `until`")
KEEP_ONE = Text("houd er één over", "keep one of the two")


class SaidError(Exception):
    """An error told in both languages; as a plain exception it speaks English."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def say(self, language: str) -> str:
        """What is wrong, in ``language``."""
        return self.text.in_(language)


class ContentError(SaidError):
    """The content cannot be used; ``faults`` says why, all at once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        first, rest = faults[0], len(faults) - 1
        more = Text(f" (en nog {rest}; doe `magdat check`)", f" (and {rest} more; run `magdat check`)")
        nl, en = first.line("nl"), first.line("en")
        super().__init__(Text(nl + more.nl, en + more.en) if rest else Text(nl, en))


def nearest(name: str, known: Iterable[str]) -> Text | None:
    """``did you mean `x`?`` for the known name closest to ``name``, if one comes close."""
    found = difflib.get_close_matches(name[:100], list(known), n=1, cutoff=0.6)
    return Text(f"bedoelt u `{found[0]}`?", f"did you mean `{found[0]}`?") if found else None


def one_of(names: Iterable[str]) -> Text:
    """The hint that lists what can be chosen."""
    listed = ", ".join(names)
    return Text(f"kies uit: {listed}", f"one of: {listed}")


_NOUNS = {
    "act": "regeling",
    "answer": "antwoord",
    "case": "geval",
    "consult": "raadpleging",
    "contested point": "omstreden punt",
    "duty": "plicht",
    "fact": "feit",
    "group": "groep",
    "node": "knoop",
    "outcome": "uitkomst",
    "risk": "risico",
    "source": "bron",
    "term": "term",
    "tree": "boom",
    "watch": "aandachtspunt",
}
_DUTCH = {
    **_NOUNS,
    **{f"{'an' if noun[0] in 'ao' else 'a'} {noun}": f"een {said}" for noun, said in _NOUNS.items()},
    "a date in": "een datum in",
    "a name in": "een naam in",
    "a target": "een doel",
    "an item of": "een onderdeel van",
    "confidence": "zekerheid",
    "force": "rechtskracht",
    "kind of fact": "soort feit",
    "kind of source": "soort bron",
    "lean": "neiging",
    "level": "niveau",
    "of": "van",
    "the answer on": "het antwoord op",
    "the answers of": "de antwoorden van",
    "this file": "dit bestand",
    "this tree": "deze boom",
    "state of a watch": "stand van een aandachtspunt",
    "value of": "waarde voor",
    "verdict": "oordeel",
}


def dutch(what: str) -> str:
    """What a fault is about (``fact `x```, ``a date in `law```) in Dutch; what stands in backticks stays.

    Readers pass it along in English, also to remember places by, and need it in Dutch only when there is a fault.
    """
    parts = what.split("`")
    for i in range(0, len(parts), 2):
        words = parts[i].strip()
        if words in _DUTCH:
            parts[i] = parts[i].replace(words, _DUTCH[words])
    return "`".join(parts)


_TAG = 0xE0000
FLAGS = re.compile(
    "("
    + "|".join("\U0001f3f4" + "".join(chr(_TAG + ord(c)) for c in f"gb{land}\x7f") for land in ("eng", "sct", "wls"))
    + ")"
)
"""The flags of England, Scotland and Wales: emoji that are spelled with characters which are not seen by themselves."""


def printable(text: str) -> str:
    """``text`` without characters that a terminal would act on: control, bidi and other format characters.

    Line breaks and tabs become spaces. Joiners used inside words and emoji (U+200C, U+200D) stay.
    """
    if text.isprintable():
        return text
    return "".join(part if n % 2 else "".join(map(_seen, part)) for n, part in enumerate(FLAGS.split(text)))


def _seen(c: str) -> str:
    """``c`` as it is shown: itself, a space, or not at all."""
    if c in "\n\r\t\u2028\u2029":
        return " "
    return c if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else ""


def _shown(text: str) -> str:
    """``text`` safe and short enough for a terminal, however long the word that an author wrote."""
    return printable(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def render(fault: Fault, line: str | None, language: str) -> str:
    """The fault as a compiler would show it: where, what, the line with a caret, the hint."""
    place = fault.place
    rows = [_shown(f"{place.file}:{place.line}:{place.column}: {fault.code}: {fault.message.in_(language)}")]
    if line is not None:
        start = max(0, place.column - 60)
        before, after = printable(line[start : place.column - 1]), printable(line[place.column - 1 :][:100])
        rows += [f"  | {(before + after)[:100]}".rstrip(), "  | " + " " * len(before) + "^"]
    rows.append(f"  = {_shown(fault.hint.in_(language))}")
    return "\n".join(rows)
