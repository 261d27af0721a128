"""A deadline in words: the rule, the day or moment it ends, whether that is past and, with a clock, the time left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from wizard.content.model import Duty, Text
from wizard.reasoning.deadline import Due, due
from wizard.words import date_words, weekday_words

ENDS_ON = Text("Dat is uiterlijk {day}.", "That is {day} at the latest.")
ENDS_AT = Text("Dat is uiterlijk {day} om {time} uur.", "That is {day} at {time} at the latest.")
NO_WORKING_DAY = Text(
    "Dat is geen werkdag; de laatste werkdag ervoor is {day}.",
    "That is not a working day; the last working day before it is {day}.",
)
ENDED_ON = Text("Dat was {day}: voorbij op de peildatum.", "That was {day}: passed on the reference date.")
ENDED_AT = Text(
    "Dat was {day} om {time} uur: voorbij op de peildatum.", "That was {day} at {time}: passed on the reference date."
)
LATE = Text(
    "Deed u het niet op tijd, dan bent u te laat: doe het alsnog.",
    "If you did not do it in time, you are late: do it after all.",
)
LEFT = Text("Nog {left}.", "{left} left.")
OVER = Text("Deze termijn is {left} voorbij.", "This deadline passed {left} ago.")
TODAY = Text("Dat is vandaag.", "That is today.")
TOMORROW = Text("Dat is morgen.", "That is tomorrow.")
YESTERDAY = Text("Dat was gisteren; deze termijn is voorbij.", "That was yesterday; this deadline has passed.")
DAYS_LEFT = Text("Nog {days} dagen.", "{days} days left.")
DAYS_OVER = Text("Deze termijn is {days} dagen voorbij.", "This deadline passed {days} days ago.")
DAY_PAST = Text(
    "Die dag is geweest. Deed u het niet, doe het dan nu.", "That day has passed. If you did not, do it now."
)
UNITS = (
    (Text("dag", "day"), Text("dagen", "days")),
    (Text("uur", "hour"), Text("uur", "hours")),
    (Text("minuut", "minute"), Text("minuten", "minutes")),
)
AND = Text("en", "and")


def deadline_words(
    duty: Duty,
    facts: Mapping[str, str],
    language: str,
    on: date,
    now: datetime | None = None,
    *,
    binds: bool = True,
) -> str:
    """The deadline of ``duty``, one or more sentences; "" when it has none.

    One that had passed on the reference date ``on`` says so; if the duty ``binds`` now, also that it must yet be done.
    ``now`` (local time) adds the time left to one that had not.
    """
    if duty.deadline is None:
        return ""
    says = duty.deadline.says.in_(language).rstrip(". ") + "."
    end = due(duty, facts)
    if end is None:
        return says
    if end.passed(on):
        late = [LATE.in_(language)] if binds else []
        return " ".join((says, _said(end, ENDED_ON, ENDED_AT, language), *late))
    parts = [says, _said(end, ENDS_ON, ENDS_AT, language)]
    if end.before is not None:
        parts.append(NO_WORKING_DAY.in_(language).format(day=_day(end.before, language)))
    if now is not None:
        parts.append(left_words(end, now, language))
    return " ".join(parts)


def left_words(end: Due, now: datetime, language: str) -> str:
    """How long is left until ``end`` at ``now`` (Dutch local time), or how long ago it passed."""
    if end.moment is None:
        return _days_left(end, now, language)
    words = OVER if now > end.moment else LEFT
    return words.in_(language).format(left=_length(abs(end.moment - now), language))


def _days_left(end: Due, now: datetime, language: str) -> str:
    """The same where days count. A rule that asks something on the very day knows no time that runs out after it."""
    days = (end.day - now.date()).days
    if days < 0 and end.span.number == 0:
        return DAY_PAST.in_(language)
    near = {0: TODAY, 1: TOMORROW, -1: YESTERDAY}.get(days)
    return (near or (DAYS_OVER if days < 0 else DAYS_LEFT)).in_(language).format(days=abs(days))


def _said(end: Due, a_day: Text, a_moment: Text, language: str) -> str:
    day = _day(end.day, language)
    if end.moment is None:
        return a_day.in_(language).format(day=day)
    return a_moment.in_(language).format(day=day, time=f"{end.moment:%H:%M}")


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
