"""The Word file around a report: the style file it begins as, its foot, what it says of itself, and packing it."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document as open_document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from wizard.content.disk import why
from wizard.content.model import Text
from wizard.report.document import Document
from wizard.report.fault import bad_file, too_large
from wizard.report.word_style import LOOKS
from wizard.report.words import PAGE

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

LARGEST = 50_000_000
"""Bytes, of a style file as it is on disk and of what is packed in it."""
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
NARROW, CLOSER = Mm(18), 0.6
"""A summary is to fit on one page: its margins where no letterhead needs them, the share of white space it keeps."""
SMALLER = ((2_500, 0.88), (3_500, 0.84), (4_300, 0.8), (1_000_000_000, 0.75))
"""The size of the letters of a summary of at most so many characters. Word itself cannot be asked whether it fits."""
NO_WORD = Text("dit is geen Word-bestand dat kan worden gebruikt", "this is no Word file that can be used")
SAVE_AGAIN = Text("bewaar het in Word als .docx", "save it as .docx in Word")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class TooLarge(Exception):
    """A style file that would take too much room."""


def packed(made: Word) -> bytes:
    """A Word file with no trace of when it was packed."""
    first, last = io.BytesIO(), io.BytesIO()
    made.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return last.getvalue()


def opened(style: Path) -> Word:
    """The style file, empty."""
    try:
        if style.stat().st_size > LARGEST:
            raise TooLarge
        with zipfile.ZipFile(style) as inside:
            if sum(entry.file_size for entry in inside.infolist()) > LARGEST:
                raise TooLarge
        made = open_document(str(style))
    except Exception as error:  # whatever may be wrong with a file that is not ours
        large = isinstance(error, TooLarge)
        reason = too_large(f"{LARGEST // 1_000_000} MB") if large else NO_WORD
        if isinstance(error, OSError):
            reason = why(error, reading=True)
        raise bad_file(str(style), reason, SAVE_AGAIN) from error
    body = made.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return made


def room(made: Word) -> int:
    """The width of the text on a page, in EMU."""
    page = made.sections[-1]
    return int((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))


def tighten(made: Word, length: int) -> None:
    """Make letters, white space and (where no letterhead needs them) margins smaller, for a text of that length."""
    smaller = next(share for most, share in SMALLER if length <= most)
    page = made.sections[-1]
    if not _used(page.header.paragraphs) and not page.header.tables:
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(page, side, min(getattr(page, side) or NARROW, NARROW))
    for look in LOOKS:
        style = made.styles[look.name]
        font, layout = style.font, style.paragraph_format
        if font.size:
            font.size = int(font.size * smaller)
        if layout.space_before:
            layout.space_before = int(layout.space_before * CLOSER)
        if layout.space_after:
            layout.space_after = int(layout.space_after * CLOSER)


def foot(made: Word, document: Document) -> None:
    """The foot of each page: the reference date and the page number. One that the style file has is left alone."""
    below = made.sections[-1].footer
    if _used(below.paragraphs) or below.tables:
        return
    line = below.paragraphs[0] if below.paragraphs else below.add_paragraph()
    line.style = "Footer"
    stops = line.paragraph_format.tab_stops
    for stop in made.styles["Footer"].paragraph_format.tab_stops:
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(room(made), WD_TAB_ALIGNMENT.RIGHT)
    before, _, rest = PAGE.in_(document.language).partition("{n}")
    between, _, after = rest.partition("{m}")
    line.add_run(f"{document.foot}\t{before}")
    _field(line, "PAGE")
    line.add_run(between)
    _field(line, "NUMPAGES")
    line.add_run(after)


def _used(lines: list[Line]) -> bool:
    """Whether there is anything in a header or footer: text, a field or a picture."""
    return any(line.text.strip() or line._p.xpath(".//w:fldChar|.//w:fldSimple|.//w:drawing") for line in lines)


def _field(line: Line, name: str) -> None:
    """A number that Word works out; readers that do not show a 1."""
    for kind in ("begin", name, "separate", "shown", "end"):
        if kind == "shown":
            line.add_run("1")
            continue
        mark = OxmlElement("w:instrText" if kind == name else "w:fldChar")
        if kind == name:
            mark.text = name
        else:
            mark.set(qn("w:fldCharType"), kind)
        line.add_run()._r.append(mark)


def describe(made: Word, document: Document) -> None:
    """The title, author, date and language that the file says it has."""
    properties = made.core_properties
    properties.title = document.title[:255]
    properties.author = properties.last_modified_by = document.author[:255]
    properties.language = LANGUAGES[document.language]
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = datetime.combine(document.on, time(), UTC)
    properties.revision = 1
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGES[document.language])
