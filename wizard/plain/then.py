"""Then and now, line by line: the timeline of the answers, and what differs between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wizard.content.fault import printable
from wizard.dossier.dates import reference_date
from wizard.dossier.session import Session
from wizard.plain import words
from wizard.reasoning.compare import compare
from wizard.reasoning.timeline import timeline
from wizard.report.then import Then
from wizard.report.two_days import TwoDays


def then_and_now(session: Session, typed: str) -> list[str]:
    """The lines for what was typed: nothing, one day to compare with the reference date, or two days.

    Raises ``DateError`` for a day that cannot be.
    """
    days = [reference_date(day, session.content.law_from, session.language) for day in typed.split()[:2]]
    if not days:
        return [printable(row) for row in _line(session)]
    first, second = sorted((days[0], days[1] if len(days) > 1 else session.consultation.on))
    return [printable(row) for row in _days(session, first, second)]


def _line(session: Session) -> Iterator[str]:
    """The timeline: a line for each period, and one for each smaller change in it."""
    then = Then(session.content, session.consult, session.language)
    line = timeline(session.content, session.consult, session.consultation.facts)
    yield session.say(words.TIMELINE)
    for period in line.periods:
        here = session.say(words.TIMELINE_HERE) if period.holds(session.consultation.on) else ""
        yield f"- {then.span(period)}{here}: {then.turned(period)}"
        yield from (f"  - {then.day(turn.on)}: {then.sentences(turn)}" for turn in period.smaller)
    yield from then.remarks(line)
    yield session.say(words.TIMELINE_MORE, day=line.two_days(session.consultation.on)[0])


def _days(session: Session, first: date, second: date) -> Iterator[str]:
    """What differs between two days."""
    then = Then(session.content, session.consult, session.language)
    found = compare(session.content, session.consult, session.consultation.facts, first, second)
    said = TwoDays(then)
    for label, advice in ((words.ON_THEN, found.change.before), (words.ON_NOW, found.change.after)):
        yield session.say(label, day=then.day(advice.on), verdict=then.verdict(advice).word)
    if summary := said.summary(found):
        yield summary
    for part in said.parts(found):
        yield ""
        yield f"{part.heading}:"
        for item in part.items:
            yield f"- {item.text}"
            yield from (f"  {below}" for below in item.below)
