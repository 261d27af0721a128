"""The advisor's own remarks: what the parts of a report are called to whom writes one, and how one is found by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wizard.content.model import Text

NAMES = {
    "verdict": Text("Het antwoord", "The answer"),
    "open": Text("Wat nog open is", "What is still open"),
    "situation": Text("Voor welke situatie", "For which situation"),
    "assumed": Text("Waar wij van uitgaan", "What we assume"),
    "duties": Text("Wat u nu moet doen", "What to do now"),
    "options": Text("Wat u in plaats daarvan kunt doen", "What you can do instead"),
    "compare": Text("De varianten naast elkaar", "The variants side by side"),
    "weigh": Text("Wat u zelf moet afwegen", "What you must weigh yourself"),
    "why": Text("Waarom, stap voor stap", "Why, step by step"),
    "decides": Text("Wat dit antwoord bepaalt", "What decides this answer"),
    "timeline": Text("Toen en nu", "Then and now"),
    "contested": Text("Waarover de meningen verschillen", "Where opinions differ"),
    "risk": Text("Toezicht en risico", "Supervision and risk"),
    "sources": Text("Bronnen", "Sources"),
    "next": Text("Hoe nu verder", "What next"),
    "account": Text("Verantwoording", "Account"),
}
"""What each part (one of ``view.SECTIONS``) is called, as its heading in the report; in the order of the report."""


def section_named(typed: str) -> str | None:
    """The part with the number (from 1), the id or the whole name that was typed, in either language."""
    if typed.isascii() and typed.isdigit() and len(typed) <= 3:
        number = int(typed)
        return list(NAMES)[number - 1] if 1 <= number <= len(NAMES) else None
    wanted = typed.casefold()
    return next(
        (section for section, name in NAMES.items() if wanted in (section, name.nl.casefold(), name.en.casefold())),
        None,
    )


IN_SUMMARY = ("verdict", "open", "duties", "options", "weigh")
"""The parts that a summary shows: only remarks with these stand in it."""
LONGEST_IN_SUMMARY, MOST_IN_SUMMARY = 600, 3
"""Characters of all remarks in a summary, which is to fit on one page, and paragraphs of each."""
AROUND = 60
"""Characters that each further remark costs besides its own."""
READ_ON = Text("(lees verder in het volledige advies)", "(read on in the full advice)")


def in_summary(remarks: Mapping[str, Sequence[str]], language: str) -> dict[str, tuple[str, ...]]:
    """Remarks (in paragraphs) as a summary shows them: whole, or cut after a word with where the rest stands."""
    there = sum(bool(remarks.get(section)) for section in IN_SUMMARY)
    most = (LONGEST_IN_SUMMARY - AROUND * (there - 1)) // max(1, there)
    return {section: _cut(lines, most, language) for section, lines in remarks.items()}


def _cut(lines: Sequence[str], most: int, language: str) -> tuple[str, ...]:
    """The first of ``lines``, together at most ``most`` characters."""
    kept: list[str] = []
    for text in lines[:MOST_IN_SUMMARY]:
        if len(text) > most:
            begun = text[:most].rpartition(" ")[0] or text[:most]
            return (*kept, f"{begun} … {READ_ON.in_(language)}")
        kept.append(text)
        most -= len(text)
    return (*kept, READ_ON.in_(language)) if len(lines) > MOST_IN_SUMMARY else tuple(kept)
