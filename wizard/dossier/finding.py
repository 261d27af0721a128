"""Finding dossiers by words: accents, capitals and kinds of apostrophes make no difference; days by their words too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from wizard.content.lookup import folded
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation
from wizard.dossier.dates import DateError, parse
from wizard.dossier.folder import Entry
from wizard.reasoning.deadline import ZONE
from wizard.words import MONTHS, date_words


def said(content: Content, entry: Entry, language: str, *more: str) -> str:
    """What can be searched in, folded: the name of the file, what people wrote and chose, its days, and ``more``."""
    texts = [entry.path.stem, *more]
    found = entry.consultation
    if found is not None:
        texts += _written(found)
        texts += _chosen(content, found, language)
        texts += (form for day in _days(entry, found) for form in (day.isoformat(), date_words(day, language)))
    return " ".join(folded(" ".join(texts)).split())


def wanted(typed: str, language: str) -> list[re.Pattern[str]]:
    """The pieces to look for. A day is one piece: `30 juni` is not found in a `30` and a `juni` elsewhere."""
    months = "|".join(MONTHS[language]).casefold()
    day = re.compile(rf"(?<!\S)(?:0?(\d{{1,2}} (?:{months})(?: \d{{4}})?)|((?:{months}) \d{{4}}))(?!\S)")
    text = " ".join(folded(typed).split())
    days = [re.compile(rf"(?<!\d){re.escape(found[1] or found[2])}") for found in day.finditer(text)]
    return days + [re.compile(re.escape(_as_day(word))) for word in day.sub(" ", text).split()]


def matches(text: str, pieces: Iterable[re.Pattern[str]]) -> bool:
    """Whether ``text`` (from `said`) has every piece (from `wanted`)."""
    return all(piece.search(text) for piece in pieces)


def _written(found: Consultation) -> Iterator[str]:
    yield from (found.client, found.matter, found.advisor, *found.remarks.values())
    yield from (given.note for given in found.shared.values())
    for variant in found.variants:
        yield variant.name
        yield from variant.remarks.values()
        yield from (given.note for given in variant.answers.values())


def _chosen(content: Content, found: Consultation, language: str) -> Iterator[str]:
    """The answers that were chosen, where these are more than yes or no; of questions that are not at hand none."""
    for index in (None, *range(len(found.variants))):
        for fact, answer in found.facts_in(index).items():
            asked = content.facts.get(fact)
            if asked is not None and asked.kind == "choice" and answer in asked.answers:
                yield asked.answers[answer].label.in_(language)


def _days(entry: Entry, found: Consultation) -> set[date]:
    """The reference date, when it was begun, when an advice was looked at, and when the file was last changed."""
    days = {found.on, datetime.fromtimestamp(entry.changed, ZoneInfo(ZONE)).date()}
    for moment in (found.created, *(came.at for came in found.came_out)):
        with suppress(ValueError):
            days.add(datetime.fromisoformat(moment).date())
    return days


def _as_day(word: str) -> str:
    """A day in digits as the file writes it, `30-6-2026` as `2026-06-30`; any other word as it is."""
    with suppress(DateError):
        return parse(word).isoformat()
    return word
