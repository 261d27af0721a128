"""The report as PDF, set by Typst: tagged for screen readers, with the fonts that come with Typst.

The text reaches Typst as data (JSON), never as Typst code, so nothing in it needs escaping and nothing in it can act.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.content.disk import why
from wizard.content.model import Text
from wizard.report import typst_apart
from wizard.report.document import Block, Document, Heading, Listing, Paragraph, Quote, Run, Runs, Table, length, plain
from wizard.report.fault import bad_file, missing_extra, not_here, require_inside
from wizard.report.words import NOT_ALL, PAGE

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATE = "report.typ"
ARCHIVE: list[PDFStandard] = ["a-2a", "ua-1"]
"""To be kept for years (PDF/A-2a), and to be read aloud (PDF/UA-1)."""
LONGEST_WORD, PIECE = 40, 24
"""Characters: a longer word gets places where a line may end, so far apart. A hash (64) is left whole, to be copied."""
PAUSE = "\u200b"
LONGEST_NAME, LONGEST_HEADING = 500, 2_000
"""Characters of a title or an author, and of a heading: a PDF file cannot hold names of any length."""
LONGEST_TEXT = 200_000
"""Characters of one paragraph, some sixty pages: what is longer takes many seconds to set, and nobody reads it."""
LONGEST_PAGE = 12_000
"""Characters that may fit on one page; whether more do is not worth trying."""

NO_CODE = Text(
    "de opmaak neemt geen andere code op, want die kan van een netwerk komen",
    "the look takes in no other code, for that could come from a network",
)
_REACHES_OUT = re.compile(rb"\b(import|include|eval|plugin)\b")
_LONG_WORD = re.compile(rf"(?<!\S)(?![0-9a-f]{{64}}(?!\S))\S{{{LONGEST_WORD},}}")
_PIECE = re.compile(rf"(.{{{PIECE}}})(?=.)")
_UNSURE = re.compile(
    "[^\n\u0020-\u024f\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1eff\u200b-\u200d\u2010-\u2027\u2030-\u203a\u20ac"
    "\u2116\u2122\u2190-\u2195\u2200-\u2265\u25a0\u25a1\u25cf\u2610-\u2612\u2713\u2717]"
)
"""Characters that the fonts of Typst may lack; a test holds that they have all others."""


def pdf(document: Document, folder: Path, *, apart: bool = False) -> bytes:
    """``document`` as a PDF file, dated on the reference date; the same document always gives the same bytes.

    ``folder`` holds ``report.typ``; ``apart``: it is not the program's own, so Typst runs where it can do no harm.
    Where the fonts of Typst lack a character those of the machine are used; where
    these lack it too its number is shown, as ``[U+65E5]``. Raises ``ReportError``.
    """
    if apart:
        require_inside(folder)
    _check_template(folder)
    attempts: list[tuple[Callable[[str], str], bool, list[PDFStandard]]] = [
        (str, True, ARCHIVE),
        (str, False, ARCHIVE),
        (_numbers, True, ARCHIVE),
        (_numbers, False, []),  # never no report because of one sign
    ]
    reason = ""
    for change, own_fonts_only, standards in attempts:
        made, reason = _compile(folder, _data(document, change), own_fonts_only, standards, apart)
        if made is not None:
            return made
        if "could not be displayed" not in reason:
            break
    raise bad_file(TEMPLATE, _said(reason))


def _said(reason: str) -> Text:
    """Why Typst made no PDF, in words; its own are English and are quoted."""
    if reason == typst_apart.TOO_LONG:
        seconds = typst_apart.SECONDS
        return Text(f"dit duurt langer dan {seconds} seconden", f"this takes longer than {seconds} seconds")
    if reason == typst_apart.TOO_MUCH:
        return Text("dit neemt te veel geheugen", "this takes too much memory")
    return Text(f"Typst meldt “{reason}”", f"Typst says “{reason}”")


def _check_template(folder: Path) -> None:
    """Raise ``ReportError`` when the look takes in other files of code: they could come from a network."""
    try:
        source = (folder / TEMPLATE).read_bytes()
    except OSError as error:
        raise bad_file(str(folder / TEMPLATE), why(error, reading=True)) from error
    if found := _REACHES_OUT.search(source):
        line = source[: found.start()].count(b"\n") + 1
        raise bad_file(f"{TEMPLATE}:{line}", not_here(found[1].decode(), NO_CODE))


def _compile(
    folder: Path, data: dict[str, Any], own_fonts_only: bool, standards: list[PDFStandard], apart: bool = False
) -> tuple[bytes | None, str]:
    """The PDF, or ``None`` and why not."""
    try:
        import typst
    except ImportError as error:
        raise missing_extra("pdf") from error
    options: dict[str, Any] = {
        "ignore_system_fonts": own_fonts_only,
        "sys_inputs": {"document": json.dumps(data)},
        "pdf_standards": standards,
        "format": "pdf",
    }
    if apart:
        return typst_apart.compile_apart(folder, TEMPLATE, options)
    try:
        made = typst.compile(folder / TEMPLATE, root=folder, **options)
    except BaseException as error:
        # a fault inside Typst itself arrives as a PanicException, which is no Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        return None, str(error)
    assert isinstance(made, bytes)
    return made, ""


def _data(document: Document, change: Callable[[str], str]) -> dict[str, Any]:
    """The document for ``report.typ``; ``change`` is done to every text in it."""

    def show(run: Run) -> str:
        return change(run.text) if run.link else _breakable(change(run.text))

    def runs(all_of_them: Runs) -> list[dict[str, Any]]:
        return [
            {"text": show(run), "strong": run.strong, "emphasis": run.emphasis, "link": run.link}
            for run in _within(all_of_them, document.language)
        ]

    def blocks(all_of_them: Iterable[Block]) -> list[dict[str, Any]]:
        return [block(one) for one in all_of_them]

    def block(one: Block) -> dict[str, Any]:
        if isinstance(one, Heading) and (one.level == 1 or len(plain(one.runs)) <= LONGEST_HEADING):
            number, verdict = one.number, one.verdict
            return {"kind": "heading", "level": one.level, "verdict": verdict, "number": number, "runs": runs(one.runs)}
        if isinstance(one, Heading | Paragraph):
            return {"kind": "paragraph", "runs": runs(one.runs)}
        if isinstance(one, Listing):
            items = [{"box": item.box, "blocks": blocks(item.blocks)} for item in one.items]
            return {"kind": "listing", "ordered": one.ordered, "start": one.start, "items": items}
        if isinstance(one, Table):
            rows = [[{"runs": runs(cell)} for cell in row] for row in one.rows]
            return {"kind": "table", "head": [{"runs": runs(cell)} for cell in one.head], "rows": rows}
        if isinstance(one, Quote):
            return {"kind": "quote", "blocks": blocks(one.blocks)}
        return {"kind": "rule"}

    return {
        "title": _name(change(document.title)),
        "author": [_name(change(document.author))] if document.author else [],
        "date": [document.on.year, document.on.month, document.on.day],
        "language": document.language,
        "level": document.level,
        "mood": document.mood,
        "foot": change(document.foot),
        "page": PAGE.in_(document.language),
        "may-fit": length(document.blocks) <= LONGEST_PAGE,
        "blocks": blocks(document.blocks),
    }


def _within(runs: Runs, language: str) -> Iterator[Run]:
    """The runs of a paragraph as far as it is set; then how much more there is, and where."""
    left = LONGEST_TEXT
    for number, run in enumerate(runs):
        if len(run.text) > left:
            yield replace(run, text=run.text[:left])
            more = sum(len(one.text) for one in runs[number:]) - left
            yield Run(f" {NOT_ALL.in_(language).format(n=more)}", strong=True)
            return
        left -= len(run.text)
        yield run


def _breakable(text: str) -> str:
    """``text``, with places where a line may end in words that are too long for one."""
    return _LONG_WORD.sub(lambda found: _PIECE.sub(rf"\1{PAUSE}", found[0]), text)


def _name(text: str) -> str:
    """``text``, cut where it is too long for a name."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


def _numbers(text: str) -> str:
    """``text`` with the number of each character that no font may have."""
    return _UNSURE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
