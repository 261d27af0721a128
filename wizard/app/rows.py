"""Text laid out in rows with a hanging head (`1  text`), as one Textual visual: wraps anew at every width.

All text that comes in is shown as it is: nothing here reads markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.content.fault import printable

NOTHING = Content("")
LONGEST = 4_000
"""Characters of one text that are put on screen: twice what can be typed. A file may hold a megabyte on one line."""


def plain(text: str, style: str = "") -> Content:
    """``text`` shown literally, without characters a terminal would act on, in ``style``; cut after ``LONGEST``."""
    shown = Content(printable(text if len(text) <= LONGEST else text[:LONGEST] + "…"))
    return shown.stylize(style) if style else shown


def shorten(text: str, most: int) -> str:
    """``text`` in at most ``most`` characters; where that is not all of it, cut after a word, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1].rpartition(" ")[0].rstrip(" ,;:(")
    return f"{kept} …" if kept else f"{text[: most - 1]}…"


def click(content: Content, action: str, *arguments: str) -> Content:
    """``content`` that runs ``action`` of the screen when it is clicked."""
    return content.stylize(Style.from_meta({"@click": f"screen.{action}({', '.join(map(repr, arguments))})"}))


class Row(Visual):
    """A paragraph with an optional head; lines after the first stay clear of the head."""

    def __init__(self, body: Content, head: Content = NOTHING, indent: int = 0) -> None:
        self.body = body
        self.head = head
        self.indent = indent
        self.left = indent + head.cell_length

    def __eq__(self, other: object) -> bool:
        """Whether the same is shown."""
        if not isinstance(other, Row):
            return NotImplemented
        same = self.body.is_same(other.body) and self.head.is_same(other.head)
        return same and self.indent == other.indent

    __hash__ = None  # type: ignore[assignment]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows of this paragraph, at most ``height`` of them."""
        if width <= 0:
            return []
        left = self.left if width > self.left + 8 else 0  # too narrow to indent: use the full width
        lines = self.body.render_strips(width - left, None, style, options) or [Strip([])]
        if left or self.head:
            blank = Strip.blank(left, style.rich_style)
            head = Strip.blank(self.indent, style.rich_style)
            if self.head:
                head = Strip.join([head, *self.head.render_strips(left or width, 1, style, options)])
            if left:
                lines = [Strip.join([head if n == 0 else blank, line]) for n, line in enumerate(lines)]
            else:
                lines = [head.crop(0, width), *lines]
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width without wrapping."""
        return self.left + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines this takes at ``width``."""
        if width <= 0:
            return 0
        left = self.left if width > self.left + 8 else 0
        extra = 1 if self.head and not left else 0
        return max(1, self.body.get_height(rules, width - left)) + extra


class Rows(Visual):
    """Rows below each other."""

    def __init__(self, rows: Iterable[Visual]) -> None:
        self.rows: Sequence[Visual] = tuple(rows)

    def __eq__(self, other: object) -> bool:
        """Whether the same is shown."""
        return self.rows == other.rows if isinstance(other, Rows) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """All rows, at most ``height`` lines."""
        lines: list[Strip] = []
        for row in self.rows:
            lines += row.render_strips(width, None, style, options)
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the widest row."""
        return max((row.get_optimal_width(rules, container_width) for row in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The height of all rows."""
        return sum(row.get_height(rules, width) for row in self.rows)


def heading(text: str) -> Row:
    """A heading."""
    return Row(plain(text, "bold $text-primary"))


def line(text: str, style: str = "", indent: int = 0) -> Row:
    """A paragraph."""
    return Row(plain(text, style), indent=indent)


def item(mark: str, text: str | Content, style: str = "", indent: int = 0) -> Row:
    """A paragraph with a mark in front: a bullet, a number, a symbol."""
    body = plain(text, style) if isinstance(text, str) else text
    return Row(body, plain(f"{mark} "), indent)


def gap() -> Row:
    """An empty line."""
    return Row(NOTHING)


def text_of(visual: Any, width: int = 1000) -> str:
    """What ``visual`` says, without style: for tests and for screen readers."""
    if isinstance(visual, Rows):
        return "\n".join(text_of(row, width) for row in visual.rows)
    if isinstance(visual, Row):
        return " " * visual.indent + visual.head.plain + visual.body.plain
    return str(visual)
