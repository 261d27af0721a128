"""The drawing of a timeline as a Textual visual: drawn anew for every width, the answers in their colours."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.app.rows import plain
from wizard.report.drawing import Cell, draw


class Drawn(Visual):
    """A timeline; ``colours`` are those of the answers, cell by cell."""

    def __init__(self, cells: Sequence[Cell], colours: Sequence[str]) -> None:
        self.cells = tuple(cells)
        self.colours = tuple(colours)

    def __eq__(self, other: object) -> bool:
        """Whether the same is shown."""
        if not isinstance(other, Drawn):
            return NotImplemented
        return (self.cells, self.colours) == (other.cells, other.colours)

    __hash__ = None  # type: ignore[assignment]

    def lines(self, width: int) -> list[Content]:
        """The drawing in ``width`` columns."""
        drawn = draw(self.cells, width)
        return [Content("").join([self._piece(piece.text, piece.cell) for piece in line]) for line in drawn]

    def _piece(self, text: str, cell: int | None) -> Content:
        return plain(text, "" if cell is None else f"bold {self.colours[cell]}")

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
        return len(draw(self.cells, width)) if width > 0 else 0
