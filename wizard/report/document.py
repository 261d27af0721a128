"""What a report is made of, whatever it is written as: headings, paragraphs, lists, tables, remarks set apart.

Between the Markdown of the template and the writers for HTML, Word and PDF. Text here is plain: no markup, no control
characters, nothing that XML or HTML cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from wizard.content.fault import printable
from wizard.words import VERDICT

_NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(n << 16 | 0xFFFE)}-{chr(n << 16 | 0xFFFF)}" for n in range(17)) + "]"
)
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_TO_THE_LEFT = re.compile(rf"([{_RIGHT}](?:[\W\d_]*[{_RIGHT}])*)")

_CLEAR, _ELSE = ("✓!", "✓", "✗"), ("–", "?", "…")
"""Signs that are always those of a verdict, and those that are so only at the start of a piece of text."""
_SIGN = re.compile(rf"((?:(?<!\S)(?:{'|'.join(_CLEAR)})|^(?:{'|'.join(map(re.escape, _ELSE))}))) (?=\S)")
SHORT_WORDS = 13
"""Characters of the words of a verdict that fit on a line wherever they stand."""
_BRIEF = re.compile(
    "|".join(
        rf"(?<=\u00a0){re.escape(words)}"
        for text in VERDICT.values()
        for words in (text.nl, text.en)
        if len(words) <= SHORT_WORDS
    )
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look. ``link`` is an address, or empty; the text ``\\n`` is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the title; ``verdict`` marks the one that is shown large; ``number`` is as `2.1`."""

    level: int
    runs: Runs
    verdict: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``box``: something to tick off."""

    blocks: tuple[Block, ...]
    box: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``start`` is the number of the first item of an ordered one."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head, and of every row."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of someone else, set apart: the remarks of the advisor."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block: TypeAlias = Heading | Paragraph | Listing | Table | Quote | Rule


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. ``mood`` is the verdict as in the trees, ``open`` while it is not settled; ``level`` as asked.

    ``on`` is the reference date, ``author`` who signs (or empty), and ``foot`` stands at the bottom of every page.
    """

    title: str
    language: str
    level: str
    mood: str
    on: date
    author: str
    foot: str
    blocks: tuple[Block, ...]


def clean(text: str) -> str:
    """``text`` without control and direction characters; what is no character at all becomes U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", printable(text))


def together(text: str) -> str:
    """``text`` in which a line never ends between the sign of a verdict and its words, nor in words that are short."""
    text = _SIGN.sub("\\1\u00a0", text)
    return _BRIEF.sub(lambda found: found[0].replace(" ", "\u00a0"), text) if "\u00a0" in text else text


def plain(runs: Runs) -> str:
    """The text of ``runs``."""
    return "".join(run.text for run in runs)


def length(blocks: Iterable[Block]) -> int:
    """How many characters ``blocks`` hold."""
    total = 0
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            total += len(plain(block.runs))
        elif isinstance(block, Listing):
            total += sum(length(item.blocks) for item in block.items)
        elif isinstance(block, Quote):
            total += length(block.blocks)
        elif isinstance(block, Table):
            total += sum(len(plain(cell)) for row in (block.head, *block.rows) for cell in row)
    return total


def directions(text: str) -> list[tuple[str, bool]]:
    """``text`` in pieces, each with whether it runs from right to left (Hebrew, Arabic and the like)."""
    pieces = _TO_THE_LEFT.split(text)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]
