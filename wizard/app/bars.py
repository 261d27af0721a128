"""The one-line bars: title, trail of answers, keys. Each fits itself to the width it gets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from wizard.app.keys import Key, shown
from wizard.app.rows import NOTHING, plain

if TYPE_CHECKING:
    from wizard.app.page import Page

SEPARATOR = " › "


class TitleBar(Widget):
    """Where am I: the title on the left, the place and the date of law on the right."""

    left: Content = NOTHING
    right: Content = NOTHING

    def set(self, left: str, right: str) -> None:
        """Show these two; the left one gives way when there is no room."""
        self.left, self.right = plain(left, "bold"), plain(right)
        self.refresh()

    def render(self) -> Content:
        """Both ends, in the width there is."""
        width = self.size.width
        room = width - self.right.cell_length - 2
        if room < 8:
            return self.right.truncate(width, ellipsis=True)
        left = self.left.truncate(room, ellipsis=True)
        return left + " " * (width - left.cell_length - self.right.cell_length) + self.right


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
    """The keys that matter most here; a click works too."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(id="keys")
        self.keys = keys

    def offer(self, keys: tuple[Key, ...]) -> None:
        """Show these keys instead."""
        if keys != self.keys:
            self.keys = keys
            self.refresh()

    def render(self) -> Content:
        """As many keys as fit; help is always among them."""
        page = cast("Page", self.screen)
        language = page.session.language
        offered = [key for key in (*page.as_set(self.keys), *page.everywhere) if key.short]
        pieces = [(key, self._piece(key, language)) for key in offered]
        help_piece = next(piece for key, piece in pieces if key.action == "app.help")
        left = self.size.width - help_piece.cell_length
        chosen: list[Content] = []
        for key, piece in pieces:
            if key.action == "app.help":
                chosen.append(piece)
            elif piece.cell_length + 2 <= left:
                left -= piece.cell_length + 2
                chosen.append(piece)
            elif help_piece in chosen:
                break
        return Content("  ").join(chosen)

    def _piece(self, key: Key, language: str) -> Content:
        assert key.short is not None
        piece = Content.assemble((shown(key, language).split()[0], "bold"), " ", key.short.in_(language))
        if not key.action:
            return piece
        action = key.action if key.action.startswith("app.") else f"screen.{key.action}"
        return piece.stylize(Style.from_meta({"@click": action}))
