"""A deadline in words: the rule, the day or moment it ends and, where a clock is at hand, the time left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from wizard.content.model import Duty, Text
from wizard.reasoning.deadline import Due, due
from wizard.words import date_words, weekday_words

ENDS_ON = Text("Dat is uiterlijk {day}.", "That is {day} at the latest.")
ENDS_AT = Text("Dat is uiterlijk {day} om {time} uur.", "That is {day} at {time} at the latest.")
NO_WORKING_DAY = Text(
    "Dat is geen werkdag; de laatste werkdag ervoor is {day}.",
    "That is not a working day; the last working day before it is {day}.",
)
LEFT = Text("Nog {left}.", "{left} left.")
OVER = Text("Deze termijn is {left} voorbij.", "This deadline passed {left} ago.")
TODAY = Text("Dat is vandaag.", "That is today.")
UNITS = (
    (Text("dag", "day"), Text("dagen", "days")),
    (Text("uur", "hour"), Text("uur", "hours")),
    (Text("minuut", "minute"), Text("minuten", "minutes")),
)
AND = Text("en", "and")


def deadline_words(duty: Duty, facts: Mapping[str, str], language: str, now: datetime | None = None) -> str:
    """The deadline of ``duty``, one or more sentences; "" when it has none. ``now`` (local time) adds the time left."""
    if duty.deadline is None:
        return ""
    says = duty.deadline.says.in_(language).rstrip(". ") + "."
    end = due(duty, facts)
    if end is None:
        return says
    parts = [says, _ends(end, language)]
    if end.before is not None:
        parts.append(NO_WORKING_DAY.in_(language).format(day=_day(end.before, language)))
    if now is not None:
        parts.append(left_words(end, now, language))
    return " ".join(parts)


def left_words(end: Due, now: datetime, language: str) -> str:
    """How long is left until ``end`` at ``now`` (Dutch local time), or how long ago it passed."""
    if end.moment is None and end.day == now.date():
        return TODAY.in_(language)
    last = end.moment or datetime.combine(end.day, time.max)
    over = now > last
    return (OVER if over else LEFT).in_(language).format(left=_length(abs(last - now), language))


def _ends(end: Due, language: str) -> str:
    if end.moment is None:
        return ENDS_ON.in_(language).format(day=_day(end.day, language))
    return ENDS_AT.in_(language).format(day=_day(end.day, language), time=f"{end.moment:%H:%M}")


def _day(day: date, language: str) -> str:
    return f"{weekday_words(day, language)} {date_words(day, language)}"


def _length(length: timedelta, language: str) -> str:
    """The two largest units of a length of time: days and hours, or hours and minutes."""
    minutes = int(length.total_seconds()) // 60
    counts = (minutes // 1440, minutes // 60 % 24, minutes % 60)
    first = next((n for n, count in enumerate(counts) if count), len(counts) - 1)
    parts: list[str] = []
    for count, (one, more) in list(zip(counts, UNITS, strict=True))[first : first + 2]:
        if count or not parts:
            parts.append(f"{count} {(one if count == 1 else more).in_(language)}")
    return f" {AND.in_(language)} ".join(parts)
