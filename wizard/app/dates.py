"""Dates as people type them: `2026-07-01` or `1-7-2026`."""

from __future__ import annotations

import re
from datetime import date

from wizard.app import words
from wizard.content.model import Text
from wizard.words import date_words

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
        raise DateError(words.DATE_EMPTY)
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", typed)
    dutch = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", typed)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
    except ValueError:
        pass
    raise DateError(words.DATE_WRONG, text=typed if len(typed) <= 24 else typed[:23] + "…")


def fact_date(text: str, on: date, language: str) -> date:
    """The answer to a date question: not in the future of the reference date. Raises ``DateError``."""
    day = parse(text)
    if day < EARLIEST:
        raise DateError(words.DATE_TOO_OLD)
    if day > on:
        raise DateError(words.DATE_AFTER, day=date_words(on, language))
    return day


def reference_date(text: str, law_from: date, language: str) -> date:
    """A reference date: not before the first day of law the trees know. Raises ``DateError``."""
    day = parse(text)
    if day < law_from:
        raise DateError(words.DATE_BEFORE_LAW, day=date_words(law_from, language))
    if day > LATEST:
        raise DateError(words.DATE_TOO_LATE)
    return day
