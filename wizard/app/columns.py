"""Texts beside each other in columns of equal width, as one Textual visual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.app.rows import plain

BETWEEN = plain(" │ ", "dim")
NARROWEST = 27
"""Columns of text less wide than this are hard to read."""


def room_for(width: int) -> int:
    """How many columns fit in ``width``; at least one."""
    between = BETWEEN.cell_length
    return max(1, (width + between) // (NARROWEST + between))


class Columns(Visual):
    """``cells`` beside each other, a line between them. ``of`` leaves room for that many columns."""

    def __init__(self, cells: Iterable[Visual], of: int = 0) -> None:
        self.cells: Sequence[Visual] = tuple(cells)
        self.of = max(of, len(self.cells), 1)

    def __eq__(self, other: object) -> bool:
        """Whether the same is shown."""
        if not isinstance(other, Columns):
            return NotImplemented
        return self.cells == other.cells and self.of == other.of

    __hash__ = None  # type: ignore[assignment]

    def each(self, width: int) -> int:
        """The width of one column when all together have ``width``."""
        return max(0, (width - BETWEEN.cell_length * (self.of - 1)) // self.of)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of all columns, the shorter ones filled up with empty lines."""
        each = self.each(width)
        if each <= 0 or not self.cells:
            return []
        blank = Strip.blank(each, style.rich_style)
        between = BETWEEN.render_strips(BETWEEN.cell_length, 1, style, options)[0]
        columns = [
            [line.adjust_cell_length(each, style.rich_style) for line in cell.render_strips(each, None, style, options)]
            for cell in self.cells
        ]
        lines = []
        for n in range(max(map(len, columns))):
            parts: list[Strip] = []
            for column in columns:
                parts += [*([between] if parts else []), column[n] if n < len(column) else blank]
            lines.append(Strip.join(parts))
        return lines if height is None else lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The height of the longest column."""
        each = self.each(width)
        return max((cell.get_height(rules, each) for cell in self.cells), default=0) if each > 0 else 0
