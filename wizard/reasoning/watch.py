"""The law watch: what changed, what is announced, what is open, and how old our check of each source is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from wizard.content.model import Content, Source, Watch

USUAL_MONTHS = 12
STATES = ("changed", "announced", "open")


def entries(content: Content, state: str) -> list[Watch]:
    """What is watched in one state, latest first; what has no day comes last, as written."""
    found = [watch for watch in content.watch.values() if watch.state == state]
    return sorted(found, key=lambda watch: watch.since or date.min, reverse=True)


def read_before(content: Content, today: date) -> date:
    """A source that was checked before this day is due to be read again on ``today``."""
    months = content.recheck_months or USUAL_MONTHS
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return first.replace(day=min(today.day, (following - timedelta(days=1)).day))


def overdue(content: Content, checked: date, today: date) -> bool:
    """Whether something checked on ``checked`` is due to be looked at again."""
    return checked < read_before(content, today)


def checks(content: Content, names: Iterable[str] | None = None) -> list[tuple[date, list[Source]]]:
    """The sources (all, or those named) by the day on which they were checked, oldest day first."""
    by_day: dict[date, list[Source]] = {}
    for name in content.sources if names is None else names:
        source = content.sources[name]
        by_day.setdefault(source.checked, []).append(source)
    return sorted(by_day.items())
