"""`magdat watch`: what changed lately, what is announced, what is open, and how old our check of each source is."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from wizard.commands.common import emit, load_content
from wizard.commands.data import Data, as_json
from wizard.content.citation import cite
from wizard.content.model import Content, Watch
from wizard.reasoning.watch import STATES, checks, entries, overdue
from wizard.report.watch import age_words, checked_words, heading_words, since_words, sources_words
from wizard.words import date_words


def run(args: Namespace, language: str) -> int:
    """Print the law watch as it stands on the reference date, today if not given; 1 when a check is overdue."""
    content = load_content(args, language)
    today = args.on or date.today()
    if args.json:
        emit(as_json(_data(content, today, language)), language)
    else:
        emit("\n".join(_rows(content, today, language, every=args.sources)) + "\n", language)
    due = any(overdue(content, day, today) for day, _ in checks(content))
    return 1 if due else 0


def _rows(content: Content, today: date, language: str, *, every: bool) -> Iterator[str]:
    for state in STATES:
        found = entries(content, state)
        if found:
            yield heading_words(state, language)
            yield ""
        for watch in found:
            yield f"* {watch.title.in_(language)}{since_words(watch, language)}"
            yield f"  {watch.says.in_(language)}"
            yield f"  {watch.means.in_(language)}"
            if watch.sources:
                yield f"  {sources_words(content, watch, today, language)}"
            yield f"  {checked_words(content, watch.checked, today, language)}"
            yield ""
    yield heading_words("checks", language)
    yield ""
    for day, sources in checks(content):
        yield f"{date_words(day, language)}: {age_words(content, day, len(sources), today, language)}"
        if every or overdue(content, day, today):
            yield from (f"  {cite(content, source.id, today, language).text}" for source in sources)


def _data(content: Content, today: date, language: str) -> Data:
    return {
        "on": today.isoformat(),
        "watch": [_watch(content, watch, today, language) for state in STATES for watch in entries(content, state)],
        "sources": [
            {
                "id": source.id,
                "text": cite(content, source.id, today, language).text,
                "checked": day.isoformat(),
                "days": (today - day).days,
                "overdue": overdue(content, day, today),
            }
            for day, sources in checks(content)
            for source in sources
        ],
    }


def _watch(content: Content, watch: Watch, today: date, language: str) -> Data:
    return {
        "id": watch.id,
        "state": watch.state,
        "since": watch.since.isoformat() if watch.since else None,
        "title": watch.title.in_(language),
        "says": watch.says.in_(language),
        "means": watch.means.in_(language),
        "sources": list(watch.sources),
        "checked": watch.checked.isoformat(),
        "overdue": overdue(content, watch.checked, today),
    }
