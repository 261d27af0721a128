"""The one-line bars: title, trail of answers, keys. Each fits itself to the width it gets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from wizard.app.keys import Key, shown
from wizard.app.rows import NOTHING, plain, shorten

if TYPE_CHECKING:
    from wizard.app.page import Page

SEPARATOR = " › "
BETWEEN = "  "
"""Between two keys in the key bar."""
ROOM_FOR_TWO = 20
"""Lines in a window that has room for two lines of keys."""
HELP = "app.help"


class TitleBar(Widget):
    """Where am I: the title on the left, the place and the date of law on the right."""

    left: Content = NOTHING
    ways: Sequence[Content] = (NOTHING,)

    def set(self, left: str, *right: str) -> None:
        """Show ``left``, and on the right the first of ``right`` that leaves room for it.

        When none does, the last is shown, and the left one gives way.
        """
        self.left, self.ways = plain(left, "bold"), [plain(way) for way in right]
        self.refresh()

    def render(self) -> Content:
        """Both ends, in the width there is."""
        width, left = self.size.width, self.left
        right = next((way for way in self.ways if left.cell_length + 2 + way.cell_length <= width), self.ways[-1])
        room = width - right.cell_length - 2
        if room < 8:
            return right.truncate(width, ellipsis=True)
        if left.cell_length > room:
            left = plain(shorten(left.plain, room), "bold").truncate(room, ellipsis=True)
        return left + " " * (width - left.cell_length - right.cell_length) + right


class Trail(Widget):
    """The answers so far, newest on the right; older ones give way."""

    answers: Sequence[str] = ()
    empty: str = ""

    def set(self, answers: Sequence[str], empty: str) -> None:
        """Show these answers, or ``empty`` when there are none."""
        self.answers, self.empty = answers, empty
        self.refresh()

    def render(self) -> Content:
        """As many of the newest answers as fit."""
        width = self.size.width
        if not self.answers:
            return plain(self.empty).truncate(width, ellipsis=True)
        shown = plain(self.answers[-1])
        for n, answer in enumerate(reversed(self.answers[:-1])):
            longer = plain(answer) + SEPARATOR + shown
            if longer.cell_length > width - (2 if n < len(self.answers) - 2 else 0):
                return ("… " + shown).truncate(width, ellipsis=True)
            shown = longer
        return shown.truncate(width, ellipsis=True)


class Fitting(Widget):
    """One line that can be said in several ways: the first that fits."""

    ways: Sequence[Content] = (NOTHING,)

    def set(self, ways: Sequence[Content]) -> None:
        """Show one of these, the longest first."""
        self.ways = ways
        self.refresh()

    def render(self) -> Content:
        """The first way that fits, or what fits of the last."""
        width = self.size.width
        found = next((way for way in self.ways if way.cell_length <= width), self.ways[-1])
        return found.truncate(width, ellipsis=True)


class KeyBar(Widget):
    """The keys that matter most here; a click works too. In a window with room for it it takes two lines if need be."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(id="keys")
        self.keys = keys

    def offer(self, keys: tuple[Key, ...]) -> None:
        """Show these keys instead."""
        if keys != self.keys:
            self.keys = keys
            self.refresh()

    def fit(self) -> None:
        """Take two lines when the page has more keys of its own than fit on one, whichever it offers now."""
        page = cast("Page", self.screen)
        own = [key for key in (*page.as_set(page.KEYS), *page.everywhere) if key.short]
        own = [key for key in own if not key.action.startswith("app.") or key.action == HELP]
        pieces = [self._piece(key, page.session.language) for key in own]
        room = self.app.size.height >= ROOM_FOR_TWO
        self.set_class(room and len(laid(pieces, self.app.size.width - 2)) > 1, "-two")
        self.refresh()

    def render(self) -> Content:
        """As many keys as fit, those of the page first; help is always among them."""
        page = cast("Page", self.screen)
        language = page.session.language
        offered = [key for key in (*page.as_set(self.keys), *page.everywhere) if key.short]
        pieces = [(key.action == HELP, self._piece(key, language)) for key in offered]
        help_piece = next(piece for is_help, piece in pieces if is_help)
        width, height = self.size
        chosen: list[Content] = []
        for is_help, piece in pieces:
            left = [] if is_help or help_piece in chosen else [help_piece]
            if len(laid([*chosen, piece, *left], width)) <= height:
                chosen.append(piece)
            elif help_piece in chosen:
                break
        return Content("\n").join([Content(BETWEEN).join(line) for line in laid(chosen, width)])

    def _piece(self, key: Key, language: str) -> Content:
        assert key.short is not None
        piece = Content.assemble((shown(key, language).split()[0], "bold"), " ", key.short.in_(language))
        if not key.action:
            return piece
        action = key.action if key.action.startswith("app.") else f"screen.{key.action}"
        return piece.stylize(Style.from_meta({"@click": action}))


def laid(pieces: Sequence[Content], width: int) -> list[list[Content]]:
    """``pieces`` over as few lines of ``width`` columns as hold them, none of them broken."""
    lines: list[list[Content]] = []
    used = 0
    for piece in pieces:
        longer = used + len(BETWEEN) + piece.cell_length
        if lines and longer <= width:
            lines[-1].append(piece)
            used = longer
        else:
            lines.append([piece])
            used = piece.cell_length
    return lines
