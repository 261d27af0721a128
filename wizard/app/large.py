"""A few words in letters of several rows, for a projector: as large as fits, ordinary ones where nothing does."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pyfiglet import Figlet, FigletError
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from wizard.app.rows import plain

FONTS = (("ansi_regular", 2), ("pagga", 3))
"""Fonts from large to small, each with the most lines of words that it may take."""
SIGNS = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "."})


class Large(Visual):
    """``text`` in large letters."""

    def __init__(self, text: str, style: str) -> None:
        self.text = text
        self.style = style

    def lines(self, width: int) -> list[Content]:
        """The rows in ``width`` columns; one that wraps when no font can show the text there."""
        rows = rows_of(self.text, width)
        return [plain(row, self.style) for row in rows] if rows else [plain(self.text, self.style)]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows, at most ``height`` of them."""
        if width <= 0:
            return []
        strips = [strip for line in self.lines(width) for strip in line.render_strips(width, None, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many rows this takes at ``width``."""
        return sum(line.get_height(rules, width) for line in self.lines(width)) if width > 0 else 0


@lru_cache(maxsize=32)
def rows_of(text: str, width: int) -> tuple[str, ...]:
    """``text`` in the largest letters that fit in ``width`` columns without breaking a word; none when there are none.

    The fonts know no accents: letters are shown without. A text in another script has no large letters.
    """
    bare = unicodedata.normalize("NFKD", text.translate(SIGNS))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    words = bare.split()
    if not words or not bare.isascii():
        return ()
    for font, most in FONTS:
        try:
            lines = _wrapped(words, font, width)
        except FigletError:  # some systems ship the library without all of its fonts
            continue
        if lines and len(lines) <= most:
            return tuple(row for line in lines for row in _drawn(line, font))
    return ()


def _wrapped(words: list[str], font: str, width: int) -> list[str]:
    """``words`` over as few lines as fit; none when a word alone is too wide."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, font) <= width:
            lines[-1] = longer
        elif _width(word, font) <= width:
            lines.append(word)
        else:
            return []
    return lines


def _width(text: str, font: str) -> int:
    return max(map(len, _drawn(text, font)), default=0)


@lru_cache(maxsize=256)
def _drawn(text: str, font: str) -> tuple[str, ...]:
    """One line of words as rows, without the empty ones below; an empty one keeps lines apart."""
    rows = [row.replace("░", " ").rstrip() for row in str(_figlet(font).renderText(text)).split("\n")]
    while rows and not rows[-1]:
        rows.pop()
    return (*rows, "")


@lru_cache(maxsize=len(FONTS))
def _figlet(font: str) -> Figlet:
    return Figlet(font=font, width=10_000)
