"""Dates as people type them: `2026-07-01` or `1-7-2026`."""

from __future__ import annotations

import re
from datetime import date

from wizard.content.model import Text
from wizard.words import date_words

DATE_EMPTY = Text(
    "Vul een datum in, bijvoorbeeld 2026-07-01, of kies Weet ik niet.",
    "Fill in a date, for example 2026-07-01, or choose I don't know.",
)
DATE_WRONG = Text(
    "“{text}” is geen datum. Schrijf bijvoorbeeld 2026-07-01 of 1-7-2026.",
    "“{text}” is not a date. Write for example 2026-07-01 or 1-7-2026.",
)
DATE_TOO_OLD = Text("Deze datum kan niet: neem een dag vanaf 1900.", "This date cannot be: take a day from 1900 on.")
DATE_AFTER = Text("Deze datum ligt na de peildatum ({day}).", "This date lies after the reference date ({day}).")
DATE_BEFORE_LAW = Text(
    "De bomen kennen het recht vanaf {day}. Kies die dag of later.",
    "The trees know the law from {day} on. Choose that day or later.",
)
DATE_TOO_LATE = Text(
    "Deze datum kan niet: neem een dag voor het jaar 2100.", "This date cannot be: take a day before the year 2100."
)

EARLIEST = date(1900, 1, 1)
LATEST = date(2099, 12, 31)


class DateError(ValueError):
    """What is wrong with a date, as one line in both languages; ``values`` fill it in."""

    def __init__(self, line: Text, **values: str) -> None:
        super().__init__(line.en)
        self.line = line
        self.values = values


def parse(text: str) -> date:
    """The date that ``text`` writes, year first or day first. Raises ``DateError``."""
    typed = text.strip()
    if not typed:
        raise DateError(DATE_EMPTY)
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", typed)
    dutch = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", typed)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
    except ValueError:
        pass
    raise DateError(DATE_WRONG, text=typed if len(typed) <= 24 else typed[:23] + "…")


def fact_date(text: str, on: date, language: str) -> date:
    """The answer to a date question: not in the future of the reference date. Raises ``DateError``."""
    day = parse(text)
    if day < EARLIEST:
        raise DateError(DATE_TOO_OLD)
    if day > on:
        raise DateError(DATE_AFTER, day=date_words(on, language))
    return day


def reference_date(text: str, law_from: date, language: str) -> date:
    """A reference date: not before the first day of law the trees know. Raises ``DateError``."""
    day = parse(text)
    if day < law_from:
        raise DateError(DATE_BEFORE_LAW, day=date_words(law_from, language))
    if day > LATEST:
        raise DateError(DATE_TOO_LATE)
    return day
