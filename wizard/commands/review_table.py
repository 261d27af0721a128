"""Reviewed dossiers as plain text: how many no longer hold; a table of what changed, since when, because of what."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from wizard.commands.layout import terminal_width
from wizard.commands.reviewed import Reviewed
from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.review import HOLDS, KINDS, STATUSES, UNSURE, Again, Review
from wizard.report import review_words as words
from wizard.report.lost import lost
from wizard.report.review import Row, Told, given, named
from wizard.report.review_counts import summary
from wizard.report.words import sentence

NARROW = 72
"""Columns below which there is no room for columns beside each other."""
LEFT, DAY, BETWEEN = 2, 10, 2
"""Columns left of a row, for a day, and between two cells."""


def text(found: Reviewed, language: str, *, verbose: bool) -> str:
    """All of it, fitting the terminal; dossiers with another verdict come first. ``verbose``: all that changed."""
    writing = _Writing(found, language, terminal_width())
    shown = sorted((one for one in found.reviews if one.status != HOLDS), key=_weight)
    rows = writing.summary()
    if shown:
        rows += ["", *writing.head()]
    for n, one in enumerate(shown):
        rows += [""] * (n > 0) + list(writing.dossier(one))
    for one in shown if verbose else ():
        rows += ["", *writing.all_of(one)]
    if shown and not verbose:
        more = words.MORE if any(one.turned for one in shown) else words.MORE_HERE
        rows += ["", *writing.folded(more.in_(language))]
    return "".join(f"{printable(row)}\n" for row in rows)


def _weight(one: Review) -> tuple[int, int]:
    return STATUSES.index(one.status), KINDS.index(one.kind) if one.kind else len(KINDS)


def _files(paths: Sequence[Path]) -> dict[Path, str]:
    """The name of each file, with the folders in which it stands where those are not the same for all."""
    folders = {os.path.abspath(path.parent) for path in paths}
    if len(folders) < 2:
        return {path: path.name for path in paths}
    try:
        top = os.path.commonpath(folders)
    except ValueError:  # on two disks, which have no folder in common
        return {path: str(path) for path in paths}
    return {path: os.path.relpath(path, top) for path in paths}


class _Writing:
    def __init__(self, found: Reviewed, language: str, width: int) -> None:
        from rich.console import Console

        self.found = found
        self.language = language
        self.width = width
        self.console = Console(width=width)
        room = width - LEFT - DAY - 2 * BETWEEN
        self.columns = (room * 5 // 9, DAY, room - room * 5 // 9)
        self.told: dict[int, Told] = {}
        self.files = _files([one.path for one in found.reviews])

    def say(self, text: Text, /, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def telling(self, again: Again) -> Told:
        """The words for an advice; worked out once, for the table and for all that changed."""
        return self.told.setdefault(id(again), Told(self.found.content, again, self.language))

    def folded(self, text: str, head: str = "", width: int = 0) -> list[str]:
        """``text`` in lines of ``width`` columns after ``head``; further lines stand below the first. Never cut."""
        from rich.text import Text as Plain

        room = (width or self.width) - len(head)
        lines = Plain(text).wrap(self.console, room, overflow="fold")
        said = [line.plain.rstrip() for line in lines] or [""]
        return [f"{' ' * len(head) if n else head}{line}".rstrip() for n, line in enumerate(said)]

    def summary(self) -> list[str]:
        found = self.found
        said = summary(found.reviews, len(found.unread), found.day, self.language)
        return [row for sentence in said for row in self.folded(sentence)]

    # ---------------------------------------------------------------- the table

    def head(self) -> Iterator[str]:
        """What the columns are; on a narrow terminal each thing is named where it stands."""
        if self.width >= NARROW:
            yield self.say(words.DOSSIER)
            yield from self.beside([self.say(text) for text in (words.WHAT, words.SINCE, words.BY)])
        yield "─" * self.width

    def dossier(self, one: Review) -> Iterator[str]:
        """A dossier: what it is called, its file, the answers lost, and every advice that does not hold."""
        yield from self.folded(named(one, self.language))
        yield from self.folded(self.files[one.path])
        if one.dropped:
            yield from self.folded(sentence(self.say(words.NOT_SURE)), " " * LEFT)
            for answer in one.dropped:
                yield from self.folded(lost(self.found.content, answer, self.language), f"{' ' * LEFT}- ")
        for again in one.advices:
            if again.status not in (HOLDS, UNSURE):
                yield from self.advice(one, again)

    def advice(self, one: Review, again: Again) -> Iterator[str]:
        told = self.telling(again)
        yield from self.folded(given(one, again, self.language))
        for row in told.rows():
            yield from self.row(row)
        for mark in told.marks():
            if mark != self.say(words.NEVER_LOOKED):  # said with the advice already
                yield from self.folded(f"({mark})", " " * LEFT)

    def row(self, row: Row) -> Iterator[str]:
        if self.width >= NARROW:
            yield from self.beside((row.what, row.since, row.by))
            return
        yield from self.folded(row.what, " " * LEFT)
        for label, said in ((words.SINCE, row.since), (words.BY, row.by)):
            if said:
                yield from self.folded(f"{self.say(label).lower()} {said}", " " * LEFT)

    def beside(self, cells: Sequence[str]) -> Iterator[str]:
        """Cells beside each other: what does not fit goes on in the next line, nothing is cut."""
        wrapped = [self.folded(cell, width=width) for cell, width in zip(cells, self.columns, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            padded = (f"{part:<{width}}" for part, width in zip(parts, self.columns, strict=True))
            yield (" " * LEFT + (" " * BETWEEN).join(padded)).rstrip()

    # ---------------------------------------------------------------- all that changed

    def all_of(self, one: Review) -> Iterator[str]:
        """All that changed in a dossier."""
        name = named(one, self.language)
        yield from self.folded(name)
        yield "─" * min(self.width, len(name))
        yield from self.folded(self.say(words.FILE, name=self.files[one.path]))
        if one.dropped:
            yield from self.folded(self.say(words.DROPPED))
            for answer in one.dropped:
                yield from self.folded(lost(self.found.content, answer, self.language), "- ")
        for again in one.advices:
            if again.status != HOLDS:
                yield ""
                yield from self.folded(given(one, again, self.language))
                yield from self.parts(self.telling(again))

    def parts(self, told: Told) -> Iterator[str]:
        for part in told.parts():
            yield ""
            yield from self.folded(part.heading)
            for item in part.items:
                yield from self.folded(item.text, "- ")
                yield from (row for below in item.below for row in self.folded(below, "  "))
