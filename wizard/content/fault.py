"""What is wrong with a content file: one fault, said once, with where it stands and how to mend it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.content.model import Place


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``code`` is stable (scripts may rely on it), ``hint`` says how to mend it."""

    code: str
    place: Place
    message: str
    hint: str = ""


LONGEST = 400


class ContentError(Exception):
    """The content cannot be used; ``faults`` says why, all at once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        first = faults[0]
        more = f" (and {len(faults) - 1} more; run `magdat check`)" if len(faults) > 1 else ""
        super().__init__(f"{first.place.file}:{first.place.line}: {first.message}. {first.hint}".rstrip() + more)


def nearest(name: str, known: Iterable[str]) -> str:
    """``did you mean `x`?`` for the known name closest to ``name``, or an empty string."""
    found = difflib.get_close_matches(name[:100], list(known), n=1, cutoff=0.6)
    return f"did you mean `{found[0]}`?" if found else ""


def printable(text: str) -> str:
    """``text`` without characters that a terminal would act on: control, bidi and other format characters.

    Line breaks and tabs become spaces. Joiners used inside words and emoji (U+200C, U+200D) stay.
    """
    if text.isprintable():
        return text
    return "".join(
        " " if c in "\n\r\t\u2028\u2029" else c
        for c in text
        if c in "\n\r\t\u200c\u200d\u2028\u2029" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )


def _shown(text: str) -> str:
    """``text`` safe and short enough for a terminal, however long the word that an author wrote."""
    return printable(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def render(fault: Fault, line: str | None) -> str:
    """The fault as a compiler would show it: where, what, the line with a caret, the hint."""
    place = fault.place
    rows = [_shown(f"{place.file}:{place.line}:{place.column}: {fault.code}: {fault.message}")]
    if line is not None:
        start = max(0, place.column - 60)
        before, after = printable(line[start : place.column - 1]), printable(line[place.column - 1 :][:100])
        rows += [f"  | {(before + after)[:100]}".rstrip(), "  | " + " " * len(before) + "^"]
    if fault.hint:
        rows.append(f"  = {_shown(fault.hint)}")
    return "\n".join(rows)
