"""How long ago a day lies, on the calendar: years, months and weeks."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from wizard.content.model import Length


def lies_within(day: date, length: Length, on: date) -> bool:
    """Whether ``day`` lies within ``length`` before ``on``; a later day does too."""
    end = end_of_term(day, length)
    return end is None or on < end


def end_of_term(day: date, length: Length) -> date | None:
    """The first day on which ``day`` no longer lies within ``length``; ``None`` when no calendar goes that far."""
    if length.unit == "years":
        return _years_on(day, length.number)
    try:
        last = day + timedelta(weeks=length.number) if length.unit == "weeks" else _months_on(day, length.number)
        return last + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def first_within(on: date, length: Length) -> date:
    """The earliest day that lies within ``length`` before ``on``."""
    if length.unit == "years":
        return years_before(on, length.number) + timedelta(days=1)
    if length.unit == "weeks":
        return on - timedelta(weeks=length.number)
    day = _months_on(on, -length.number)
    while _months_on(day, length.number) < on:  # months differ in length
        day += timedelta(days=1)
    return day


def years_before(on: date, years: int) -> date:
    """The same day ``years`` years before ``on`` (29 February becomes 28 February)."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, day=28)


def _years_on(day: date, years: int) -> date | None:
    if day.year + years > MAXYEAR:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, and no such day that year
        return date(day.year + years, 3, 1)


def _months_on(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    found: date = day + relativedelta(months=months)  # 31 January and a month: the last day of February
    return found
