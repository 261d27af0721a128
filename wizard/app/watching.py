"""The law watch as a text to read: what changed, what is announced, what is open, and how old our checks are."""

from __future__ import annotations

from collections.abc import Iterable

from textual.visual import Visual

from wizard.app.rows import Rows, gap, heading, item, line
from wizard.dossier.session import Session
from wizard.reasoning.watch import STATES, checks, entries
from wizard.report.watch import age_words, checked_words, heading_words, since_words, sources_words
from wizard.words import date_words


def law_watch(session: Session) -> Rows:
    """The whole page, by the clock of the session."""
    return Rows(_rows(session))


def _rows(session: Session) -> Iterable[Visual]:
    content, language, today = session.content, session.language, session.now().date()
    for state in STATES:
        found = entries(content, state)
        if found:
            yield heading(heading_words(state, language))
        for watch in found:
            yield item("•", f"{watch.title.in_(language)}{since_words(watch, language)}")
            yield line(watch.says.in_(language), indent=2)
            yield line(watch.means.in_(language), indent=2)
            if watch.sources:
                yield line(sources_words(content, watch, today, language), "dim", indent=2)
            yield line(checked_words(content, watch.checked, today, language), "dim", indent=2)
            yield gap()
    yield heading(heading_words("checks", language))
    for day, sources in checks(content):
        yield line(f"{date_words(day, language)}: {age_words(content, day, len(sources), today, language)}")
