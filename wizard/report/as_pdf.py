"""The report as PDF, set by Typst: tagged for screen readers, with the fonts that come with Typst."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from wizard.content.model import Text
from wizard.report.document import Block, Document, Heading, Listing, Paragraph, Quote, Run, Runs, Table
from wizard.report.fault import ReportError, needs
from wizard.report.words import PAGE

TEMPLATE = "report.typ"
STANDARDS = ("ua-1", "a-2a")
LONGEST_WORD = 24
_REACHES_OUT = re.compile(rb"\b(import|include|eval|plugin)\b")
_LONG_WORD = re.compile(r"\S{%d}(?=\S)" % LONGEST_WORD)
_IN_LINK = re.compile(r"(?<=[/?&=._#-])(?=[^/])")
_UNSURE = re.compile(
    "[^\u0020-\u024f\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0386-\u03ce\u0400-\u045f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2116\u2122\u2190-\u2195\u2200-\u2265\u25a0\u25a1\u25cf\u2610-\u2612\u2713\u2717\n]"
)
"""What the fonts of Typst may not be able to show; tests/report/test_pdf.py holds that they can show the rest."""


def pdf(document: Document, author: str, folder: Path) -> bytes:
    """``document`` as a PDF file (PDF/UA-1 and PDF/A-2a); the same document always gives the same bytes.

    ``folder`` holds ``report.typ``. Where the fonts of Typst lack a character those of the machine are used, and where
    these lack it too its number is shown, as ``[U+65E5]``. Raises ``ReportError``.
    """
    template = _template(folder)
    breakable = _each(document, _breaks)
    attempts: tuple[tuple[Document, bool, tuple[str, ...]], ...] = (
        (breakable, True, STANDARDS),
        (breakable, False, STANDARDS),
        (_each(breakable, _numbers), True, STANDARDS),
        (_each(breakable, _numbers), False, ()),
    )
    error: Exception | None = None
    for shown, own_fonts, standards in attempts:
        try:
            return _compile(template, folder, shown, author, own_fonts, standards)
        except RuntimeError as found:
            error = found
            if "could not be displayed" not in str(found):
                break
    reason = " ".join(str(error).split())[:200]
    said = f"{TEMPLATE}: {reason}"
    raise ReportError(
        Text(f"{said}; verbeter het sjabloon, zie docs/reports.md", f"{said}; mend the template, see docs/reports.md")
    ) from error
