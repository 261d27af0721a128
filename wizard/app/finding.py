"""What a screen to search on is made of: the line to type in, and entries of two lines."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList

from wizard.app.lines import TextLine
from wizard.app.rows import plain


class FindLine(TextLine):
    """Where the words to search for are typed; keys that move go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move('down')", show=False, id="find.down"),
        Binding("up", "screen.move('up')", show=False, id="find.up"),
        Binding("pagedown", "screen.move('page_down')", show=False, id="find.page-down"),
        Binding("pageup", "screen.move('page_up')", show=False, id="find.page-up"),
        Binding("ctrl+home", "screen.move('first')", show=False, id="find.first"),
        Binding("ctrl+end", "screen.move('last')", show=False, id="find.last"),
    ]


def move(listed: OptionList, where: str) -> None:
    """To another entry: `down`, `up`, `page_down`, `page_up`, `first` or `last`."""
    known = {
        "down": listed.action_cursor_down,
        "up": listed.action_cursor_up,
        "page_down": listed.action_page_down,
        "page_up": listed.action_page_up,
        "first": listed.action_first,
        "last": listed.action_last,
    }
    known[where]()


class Brief(Visual):
    """An entry of two lines, each cut where there is no room: hundreds of them are laid out at once."""

    def __init__(self, head: str, text: str, muted: bool = False) -> None:
        self.head = plain(head, "$text-muted" if muted else "bold")
        self.text = plain(f"  {text}", "$text-muted" if muted else "")

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Both lines."""
        if width <= 0:
            return []
        cut = (line.truncate(width, ellipsis=True) for line in (self.head, self.text))
        strips = [strip for line in cut for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always two lines."""
        return 2
