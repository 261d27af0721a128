"""One dossier in the list: two lines that are cut where there is no room, three in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.app import dossier_words as words
from wizard.app.rows import plain
from wizard.content.fault import printable
from wizard.dossier.consultation import facts_print
from wizard.dossier.folder import Entry
from wizard.dossier.holds import last_seen
from wizard.dossier.session import Session
from wizard.reasoning.deadline import ZONE
from wizard.report import seen_words
from wizard.report.seen import last_verdict

NARROW = 72
HEAD = 3
"""Columns for the symbol in front of a dossier."""


class Card(Visual):
    """A dossier in the list: its symbol, its title, when it was changed, and what else there is to say, in pieces."""

    def __init__(self, symbol: str, title: str, changed: str, pieces: Sequence[str], wrong: bool = False) -> None:
        style = "bold $text-warning" if wrong else "bold"
        self.changed = plain(changed)
        self.head = plain(f"{symbol:<{HEAD}}", style)
        self.title = plain(title, style)
        self.pieces = [plain(piece) for piece in pieces if piece]

    def lines(self, width: int) -> list[Content]:
        """The lines in ``width`` columns."""
        room = max(1, width - HEAD)
        dot, blank = plain(" · "), plain(" " * HEAD)
        if width < NARROW:
            some = (self.pieces[:2], [*self.pieces[2:], self.changed])
            below = [blank + dot.join(pieces).truncate(room, ellipsis=True) for pieces in some]
            return [self.head + self.title.truncate(room, ellipsis=True), *below]
        left = self.title.truncate(room - self.changed.cell_length - 2, ellipsis=True)
        between = " " * (room - left.cell_length - self.changed.cell_length)
        return [self.head + left + between + self.changed, blank + dot.join(self.pieces).truncate(room, ellipsis=True)]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines, at most ``height`` of them."""
        if width <= 0:
            return []
        strips = [strip for line in self.lines(width) for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines this takes at ``width``."""
        return 2 if width >= NARROW else 3


def card(session: Session, entry: Entry) -> Card:
    """How a dossier is shown in the list."""
    found = entry.consultation
    changed = moment(session, entry.changed)
    if found is None:
        why = entry.trouble.say(session.language) if entry.trouble else ""
        return Card("⚠", f"{entry.path.name} {session.say(words.CANNOT_READ)}", changed, [printable(why)], wrong=True)
    verdict = last_verdict(session.content, found, session.language)
    seen = last_seen(found)
    later = seen is not None and bool(seen.facts) and seen.facts != facts_print(found.facts)
    said = verdict.word if verdict else session.say(seen_words.NO_ADVICE_YET)
    n = len(found.answers)
    pieces = [
        said + (f" ({session.say(seen_words.CHANGED_AFTER)})" if later else ""),
        subject(session, entry),
        session.say(words.LAW_OF, day=found.on),
        session.say(words.ONE_ANSWER) if n == 1 else session.say(words.ANSWERS, n=n),
        session.say(words.ADVISOR, name=found.advisor) if found.advisor else "",
    ]
    return Card(verdict.symbol if verdict else "·", named(session, entry), changed, pieces)


def named(session: Session, entry: Entry) -> str:
    """Client and matter; what it is about when neither is filled in."""
    found = entry.consultation
    parts = [found.client, found.matter] if found else [entry.path.name]
    return " · ".join(part for part in parts if part) or f"{session.say(words.NAMELESS)} ({entry.path.stem})"


def subject(session: Session, entry: Entry) -> str:
    """What it is about, in words; the bare name when the content no longer has it."""
    name = entry.consultation.consult if entry.consultation else ""
    consult = session.content.consults.get(name)
    return consult.title.in_(session.language) if consult else name


def moment(session: Session, changed: float) -> str:
    """When a file was last changed: the time when that was today, else the day."""
    at = datetime.fromtimestamp(changed, ZoneInfo(ZONE))
    if at.date() == session.now().date():
        return session.say(words.TODAY_AT, at=f"{at:%H:%M}")
    return f"{at:%Y-%m-%d}"
