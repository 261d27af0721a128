"""A dossier in a list, in words: for whom, about what, what came out, when it was changed. For app, plain and verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from wizard.content.fault import printable
from wizard.content.model import Content
from wizard.dossier.consultation import facts_print
from wizard.dossier.folder import Entry
from wizard.dossier.holds import last_seen
from wizard.reasoning.deadline import ZONE
from wizard.report import seen_words as words
from wizard.report.seen import last_verdict


@dataclass(frozen=True, slots=True)
class Listed:
    """The parts of a line. ``symbol`` and ``verdict`` are what the user last saw, or that he saw nothing yet: of the
    variant in hand, which is then named, for that is what opens.

    ``after``: answers were changed after that. ``trouble`` says why the file cannot be read; the rest is then empty.
    """

    named: str
    symbol: str
    verdict: str
    after: bool
    subject: str
    on: str
    changed: str
    answers: int
    advisor: str
    trouble: str = ""


def listed(content: Content, entry: Entry, language: str, now: datetime) -> Listed:
    """An entry of the folder in words; ``now`` tells what is today."""
    found, changed = entry.consultation, _moment(entry.changed, now, language)
    if found is None:
        why = printable(entry.trouble.cause.in_(language)) if entry.trouble else ""
        return Listed(entry.path.name, "⚠", "", False, "", "", changed, 0, "", why)
    verdict, came = last_verdict(content, found, language), last_seen(found)
    after = came is not None and bool(came.facts) and came.facts != facts_print(found.facts)
    consult = content.consults.get(found.consult)
    word = verdict.word if verdict else words.NO_ADVICE_YET.in_(language)
    if found.variant is not None:
        word = words.OF_VARIANT.in_(language).format(verdict=word, name=found.variant.name)
    named = " · ".join(part for part in (found.client, found.matter) if part)
    return Listed(
        named or words.NAMELESS.in_(language).format(name=entry.path.stem),
        verdict.symbol if verdict else "·",
        word,
        after,
        consult.title.in_(language) if consult else found.consult,
        found.on.isoformat(),
        changed,
        len(found.answers),
        found.advisor,
    )


def _moment(changed: float, now: datetime, language: str) -> str:
    """When a file was last changed: the time when that was today, else the day."""
    at = datetime.fromtimestamp(changed, ZoneInfo(ZONE))
    if at.date() == now.date():
        return words.TODAY_AT.in_(language).format(at=f"{at:%H:%M}")
    return f"{at:%Y-%m-%d}"
