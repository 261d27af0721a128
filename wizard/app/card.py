"""One dossier in the list: two lines that are cut where there is no room, three in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.app import dossier_words as words
from wizard.app.rows import plain
from wizard.dossier.session import Session
from wizard.report import seen_words
from wizard.report.listed import Listed

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
            some = (self.pieces[:2], [self.changed, *self.pieces[2:]])
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


def card(session: Session, shown: Listed, mark: str = "") -> Card:
    """How a dossier is shown in the list; ``mark`` says that its advice no longer holds."""
    say = session.say
    if shown.trouble:
        title = f"{shown.named} {say(words.CANNOT_READ)}"
        return Card(shown.symbol, title, shown.changed, [shown.trouble], wrong=True)
    pieces = [
        mark,
        shown.verdict + (f" ({say(seen_words.CHANGED_AFTER)})" if shown.after else ""),
        shown.subject,
        say(words.LAW_OF, day=shown.on),
        say(words.ONE_ANSWER) if shown.answers == 1 else say(words.ANSWERS, n=shown.answers),
        say(words.ADVISOR, name=shown.advisor) if shown.advisor else "",
    ]
    return Card("⚠" if mark else shown.symbol, shown.named, shown.changed, pieces, wrong=bool(mark))
