"""Dates and moments as people type them: `2026-07-01` or `1-7-2026`, with `16:30` behind it; and free texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from wizard.content.fault import printable
from wizard.content.model import Content, Fact, Text
from wizard.content.values import LONGEST_TEXT, day_of
from wizard.reasoning.deadline import ZONE
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
STANDS_AHEAD = Text(
    "De datum bij “{question}” ligt na de peildatum. Verbeter die datum, of neem een latere peildatum.",
    "The date with “{question}” lies after the reference date. Mend that date, or take a later reference date.",
)
DATE_BEFORE_LAW = Text(
    "De bomen kennen het recht vanaf {day}. Kies die dag of later.",
    "The trees know the law from {day} on. Choose that day or later.",
)
DATE_TOO_LATE = Text(
    "Deze datum kan niet: neem een dag voor het jaar 2100.", "This date cannot be: take a day before the year 2100."
)

MOMENT_WRONG = Text(
    "“{text}” is geen datum met tijd. Schrijf bijvoorbeeld 2026-07-01 16:30 of 1-7-2026 16:30.",
    "“{text}” is not a date with a time. Write for example 2026-07-01 16:30 or 1-7-2026 16:30.",
)
TEXT_EMPTY = Text("Typ een tekst, of kies Weet ik niet.", "Type a text, or choose I don't know.")
TEXT_TOO_LONG = Text(
    "Deze tekst is te lang: neem hooguit {n} tekens.", "This text is too long: take {n} characters at most."
)

EARLIEST = date(1900, 1, 1)
LATEST = date(2099, 12, 31)


class DateError(ValueError):
    """What is wrong with a date, as one line in both languages; ``values`` fill it in."""

    def __init__(self, line: Text, **values: str) -> None:
        super().__init__(line.en)
        self.line = line
        self.values = values


def dutch_now() -> datetime:
    """The local time in the Netherlands, without a time zone, as deadlines are written."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(ZONE)).replace(tzinfo=None)


def with_zone(moment: str) -> str:
    """A moment as dossiers keep it, Dutch time, with its distance to UTC: `2026-11-22T14:30:05+01:00`.

    What is no moment, or tells its zone already, comes back as it is.
    """
    from zoneinfo import ZoneInfo

    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return found.replace(tzinfo=ZoneInfo(ZONE)).isoformat() if found.tzinfo is None else moment


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


def typed_answer(fact: Fact, text: str, on: date, language: str) -> str:
    """The answer that ``text`` gives to a question for a date, a moment or a text. Raises ``DateError``.

    A date is not in the future of the reference date ``on``, unless the fact may be planned.
    """
    if fact.kind == "text":
        written = " ".join(printable(text).split())
        if not written:
            raise DateError(TEXT_EMPTY)
        if len(written) > LONGEST_TEXT:
            raise DateError(TEXT_TOO_LONG, n=str(LONGEST_TEXT))
        return written
    moment = None
    if fact.kind == "datetime":
        moment = parse_moment(text)
        day = moment.date()
    else:
        day = parse(text)
    if day < EARLIEST:
        raise DateError(DATE_TOO_OLD)
    if day > LATEST:
        raise DateError(DATE_TOO_LATE)
    if _lies_ahead(fact, day, on):
        raise DateError(DATE_AFTER, day=date_words(on, language))
    return moment.isoformat(timespec="minutes") if moment else day.isoformat()


def ahead(content: Content, facts: Mapping[str, str], on: date) -> tuple[str, ...]:
    """The facts whose date lies after the reference date ``on`` and that may not be planned."""
    return tuple(
        name
        for name, answer in facts.items()
        if content.facts[name].kind in ("date", "datetime") and _lies_ahead(content.facts[name], day_of(answer), on)
    )


def _lies_ahead(fact: Fact, day: date | None, on: date) -> bool:
    """The one rule for every door: what happened, happened on the reference date at the latest."""
    return day is not None and day > on and not fact.planned


def parse_moment(text: str) -> datetime:
    """The date and time that ``text`` writes, such as `1-7-2026 16:30`. Raises ``DateError``."""
    typed = text.strip()
    if not typed:
        raise DateError(DATE_EMPTY)
    found = re.fullmatch(r"(\S+)(?:\s+|T)([0-9]{1,2})[:.]([0-9]{2})", typed)
    try:
        if found:
            return datetime.combine(parse(found[1].rstrip("T")), time(int(found[2]), int(found[3])))
    except ValueError:
        pass
    raise DateError(MOMENT_WRONG, text=typed if len(typed) <= 24 else typed[:23] + "…")


def reference_date(text: str, law_from: date, language: str) -> date:
    """A reference date: not before the first day of law the trees know. Raises ``DateError``."""
    day = parse(text)
    if day < law_from:
        raise DateError(DATE_BEFORE_LAW, day=date_words(law_from, language))
    if day > LATEST:
        raise DateError(DATE_TOO_LATE)
    return day
