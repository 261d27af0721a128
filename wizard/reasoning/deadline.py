"""When a duty must be done: the day or moment its deadline ends, computed from the dates in the facts.

The rule itself stands in the content, with its source; here is only the calendar. Hours are hours that pass, also when
the clock is put forward or back. Days, weeks and months run on through weekends and holidays and end on the day that
bears the number; we add no day where a deadline ends on a Sunday, but say which working day comes before it.
Working days are Monday to Friday without the public holidays of the Netherlands.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from wizard.content.model import UNKNOWN, Duty, Span
from wizard.reasoning.situation import Facts

COUNTRY = "NL"
ZONE = "Europe/Amsterdam"


class Due(NamedTuple):
    """The end of a deadline. ``day`` is the last day; ``moment`` is set where hours count (Dutch local time).

    ``span`` is the one that ends first; ``before`` is the last working day before ``day``, when ``day`` is none itself.
    """

    day: date
    span: Span
    moment: datetime | None = None
    before: date | None = None

    def passed(self, on: date) -> bool:
        """Whether the deadline lies behind on the reference date ``on``; on that day itself it does not."""
        return self.day < on


def due(duty: Duty, facts: Facts) -> Due | None:
    """When ``duty`` must be done; ``None`` when it has no deadline that counts from a date known in ``facts``."""
    if duty.deadline is None:
        return None
    ends = [_end(span, facts[span.fact]) for span in duty.deadline.first_of if facts.get(span.fact, UNKNOWN) != UNKNOWN]
    return min(ends, key=lambda found: found.moment or datetime.combine(found.day, datetime.max.time()), default=None)


def starts(duty: Duty) -> tuple[str, ...]:
    """The facts from which the deadline of ``duty`` counts."""
    return tuple(span.fact for span in duty.deadline.first_of) if duty.deadline else ()


def working_day(day: date) -> bool:
    """Whether ``day`` is a Monday to Friday and no public holiday in the Netherlands."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def _end(span: Span, start: str) -> Due:
    begin = datetime.fromisoformat(start)
    if span.unit == "hours":
        moment = _after_hours(begin, span.number)
        return Due(moment.date(), span, moment)
    day = _last_day(begin.date(), span)
    if working_day(day) or span.number == 0:
        return Due(day, span)
    before = day
    while not working_day(before):
        before -= timedelta(days=1)
    return Due(day, span, before=before if before >= begin.date() else None)


def _after_hours(begin: datetime, hours: int) -> datetime:
    """Local time ``hours`` hours after the local time ``begin``."""
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(ZONE)
    passed = begin.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")) + timedelta(hours=hours)
    return passed.astimezone(zone).replace(tzinfo=None, fold=0)


def _last_day(begin: date, span: Span) -> date:
    if span.unit == "months":
        from dateutil.relativedelta import relativedelta

        last: date = begin + relativedelta(months=span.number)  # 31 January and a month: the last day of February
        return last
    if span.unit == "working days":
        day = begin
        for _ in range(span.number):
            day += timedelta(days=1)
            while not working_day(day):
                day += timedelta(days=1)
        return day
    return begin + timedelta(days=span.number * (7 if span.unit == "weeks" else 1))


@cache
def _holidays(year: int) -> frozenset[date]:
    """The public holidays of a year. The library is imported only when a deadline is computed."""
    import holidays

    return frozenset(holidays.country_holidays(COUNTRY, years=year))
