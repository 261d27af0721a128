"""Reviewed dossiers as plain text: how many no longer hold; a table of what changed, since when, because of what."""

from __future__ import annotations

import io
from collections.abc import Iterator

from wizard.commands.layout import paragraph, terminal_width
from wizard.commands.reviewed import Reviewed
from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.review import KINDS, Again, Review
from wizard.report import review_words as words
from wizard.report.review import Row, Told, named, summary

NARROW = 72
"""Columns below which there is no room for columns beside each other."""


def text(found: Reviewed, language: str, *, verbose: bool) -> str:
    """All of it, fitting the terminal; dossiers with another verdict come first. ``verbose``: all that changed."""
    width = terminal_width()
    rows = [
        line
        for said in summary(found.reviews, len(found.unread), found.day, language)
        for line in paragraph(said, width)
    ]
    told = [
        (one, again, Told(found.content, again, language))
        for one in sorted(found.turned, key=lambda one: KINDS.index(one.kind))
        for again in one.turned
    ]
    if told:
        rows += ["", *_rows(told, width, language)]
    if verbose:
        for one, again, said in told:
            rows += ["", *_all(one, again, said, width, language)]
    elif told:
        rows += ["", *paragraph(words.MORE.in_(language), width)]
    return "".join(f"{printable(row)}\n" for row in rows)


def _rows(told: list[tuple[Review, Again, Told]], width: int, language: str) -> list[str]:
    found = [(named(one, again, language), said.rows()) for one, again, said in told]
    return list(_below(found, width, language)) if width < NARROW else _beside(found, width, language)


def _beside(found: list[tuple[str, list[Row]]], width: int, language: str) -> list[str]:
    """A table: what does not fit goes on in the next line, nothing is cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Plain

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
    for heading, share in ((words.DOSSIER, 4), (words.WHAT, 6), (words.SINCE, None), (words.BY, 5)):
        least = len("2026-07-01") if share is None else 12
        table.add_column(Plain(heading.in_(language)), overflow="fold", min_width=least, ratio=share)
    for name, rows in found:
        for n, row in enumerate(rows):
            cells = ("" if n else name, row.what, row.since, row.by)
            table.add_row(*(Plain(printable(cell)) for cell in cells), end_section=False)
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(table)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def _below(found: list[tuple[str, list[Row]]], width: int, language: str) -> Iterator[str]:
    """The same for a narrow terminal: one thing below the other."""

    def labelled(label: Text, said: str) -> list[str]:
        return paragraph(f"{label.in_(language).lower()} {said}", width, "  ")

    for name, rows in found:
        yield from paragraph(name, width)
        for row in rows:
            yield from paragraph(row.what, width, "  ")
            yield from labelled(words.SINCE, row.since)
            if row.by:
                yield from labelled(words.BY, row.by)


def _all(one: Review, again: Again, said: Told, width: int, language: str) -> Iterator[str]:
    """All that changed in one advice."""
    name = named(one, again, language)
    yield from paragraph(name, width)
    yield "─" * min(width, len(name))
    yield from paragraph(words.FILE.in_(language).format(name=one.path.name), width)
    if one.dropped:
        yield from paragraph(words.DROPPED.in_(language).format(names=", ".join(one.dropped)), width)
    for part in said.parts():
        yield ""
        yield from paragraph(part.heading, width)
        for item in part.items:
            yield from paragraph(item.text, width, "- ")
            yield from (row for below in item.below for row in paragraph(below, width, "  "))
