"""How a rule is cited on a date: pinpoint, link, and what it says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from wizard.content.model import Content


class Citation(NamedTuple):
    """A source rendered for one date and language. ``url`` is empty when there is no link."""

    source: str
    text: str
    url: str
    says: str
    kind: str
    confidence: str
    checked: date


def cite(content: Content, name: str, on: date, language: str) -> Citation:
    """The citation of source ``name`` for the reference date ``on``, in ``nl`` or ``en``.

    A link into a consolidated text is one of that date; for a date after the day the source was checked, of that day.
    The text is that of the last day the rule stood when it is not in force on ``on``.
    """
    source = content.sources[name]
    says = source.says.at(on)
    if source.title is not None:
        text, url, kind = source.title.in_(language), source.url or "", source.kind
    else:
        act = content.acts[source.act.at(on) or source.act.periods[-1][1] or ""]
        locator = source.locator.at(on) or next(place for _, place in reversed(source.locator.periods) if place)
        text = f"{locator} {act.short.in_(language)}"
        url, kind = source.url or act.url, source.kind or act.kind
    return Citation(
        source=name,
        text=text,
        url=url.replace("{date}", min(on, source.checked).isoformat()),
        says=says.in_(language) if says else "",
        kind=kind,
        confidence=source.confidence,
        checked=source.checked,
    )
