"""A timeline drawn in characters: periods beside each other, as many as fit, with their answer below."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

NARROWEST = 15
"""Columns that a period needs at least: its answer must be readable below it."""
WIDEST = 36
NARROW_WINDOW = 40
"""Nothing is drawn narrower than this."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A period: its label, the answer (symbol and word), how many smaller changes lie in it, and a mark below it."""

    label: str
    symbol: str
    word: str
    changes: int = 0
    mark: str = ""


class Piece(NamedTuple):
    """A piece of a drawn line; ``cell`` is the number of the period whose answer it shows, else ``None``."""

    text: str
    cell: int | None = None


Line = tuple[Piece, ...]


def draw(cells: Sequence[Cell], width: int, *, goes_on: bool = True) -> list[Line]:
    """The lines of the drawing, none wider than ``width``. More periods than fit go on below.

    ``goes_on``: the last period has no end, and its line gets an arrow.
    """
    width = max(width, NARROW_WINDOW)
    fit = max(1, width // NARROWEST)
    rows = -(-len(cells) // fit)
    each = -(-len(cells) // rows) if rows else 1
    room = min(WIDEST, width // each)
    lines: list[Line] = []
    for first in range(0, len(cells), each):
        lines += _row(list(enumerate(cells))[first : first + each], room, arrow=goes_on and first + each >= len(cells))
    return lines


def text(lines: Sequence[Line]) -> str:
    """The drawing as plain text, without spaces at line ends."""
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in lines)


def _row(cells: list[tuple[int, Cell]], room: int, *, arrow: bool) -> list[Line]:
    """One row of periods: the line with years and dots, the answers below it, and the marks below those."""
    axis = [Piece(_stretch(cell, room)) for _, cell in cells]
    if arrow:
        axis[-1] = Piece(f"{axis[-1].text.rstrip()[:-1]}→")
    lines: list[Line] = [tuple(axis)]
    words = [_answer(cell, room) for _, cell in cells]
    for n in range(max(len(found) for found in words)):
        pieces = zip(cells, words, strict=True)
        lines.append(tuple(Piece(_padded(found, n, room), number) for (number, _), found in pieces))
    if any(cell.mark for _, cell in cells):
        lines.append(tuple(Piece(cell.mark.ljust(room)) for _, cell in cells))
    return lines


def _stretch(cell: Cell, room: int) -> str:
    """The label and a line to the next label, with a dot for each smaller change as far as there is room."""
    length = max(1, room - len(cell.label) - 2)
    dots = min(cell.changes, (length - 1) // 2)
    line = ["─"] * length
    for n in range(dots):
        line[(n + 1) * length // (dots + 1)] = "·"
    return f"{cell.label} {''.join(line)} "


def _answer(cell: Cell, room: int) -> list[str]:
    """Symbol and word, wrapped with the words below each other."""
    head = f"{cell.symbol} "
    body = textwrap.wrap(cell.word, room - len(head) - 1) or [""]
    return [(head if n == 0 else " " * len(head)) + row for n, row in enumerate(body)]


def _padded(found: list[str], n: int, room: int) -> str:
    return (found[n] if n < len(found) else "").ljust(room)
