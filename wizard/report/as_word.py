"""The report as a Word file: real headings, lists, links and tables, in the styles of a file a firm can replace."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.content.model import Text
from wizard.report.document import (
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    directions,
    plain,
)
from wizard.report.fault import ReportError, missing_extra
from wizard.report.words import PAGE

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

STYLE = "reference.docx"
LARGEST = 50_000_000
"""Bytes, of a style file as it is on disk and of what is packed in it."""
LONGEST_LINK = 2_000
WIDTHS = {3: (0.26, 0.54, 0.20)}
"""The shares of the columns of a table with so many of them; otherwise all are as wide."""
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def word(document: Document, style: Path) -> bytes:
    """``document`` as a Word file, dated on the reference date; the same document always gives the same bytes.

    ``style`` is the Word file whose styles, page, header and footer it takes; its text is left out.
    Raises ``ReportError``.
    """
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise missing_extra("docx") from error
    return packed(_Writer(document, _opened(style)).written())


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


def _opened(style: Path) -> Word:
    """The style file, empty."""
    from docx import Document as open_document
    from docx.oxml.ns import qn

    try:
        if style.stat().st_size > LARGEST:
            raise ValueError("too large")
        with zipfile.ZipFile(style) as inside:
            if sum(entry.file_size for entry in inside.infolist()) > LARGEST:
                raise ValueError("too large")
        made = open_document(str(style))
    except Exception as error:  # whatever may be wrong with a file that is not ours
        why = getattr(error, "strerror", None) or type(error).__name__
        raise ReportError(
            Text(
                f"{style}: geen bruikbaar Word-bestand ({why}); bewaar het in Word als .docx",
                f"{style}: no Word file that can be used ({why}); save it as .docx in Word",
            )
        ) from error
    body = made.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return made


class _Writer:
    """Writes one report into an empty Word file."""

    def __init__(self, document: Document, made: Word) -> None:
        from wizard.report.word_style import complete

        self.document = document
        self.made = made
        self.last_heading = document.title
        complete(made)

    def written(self) -> Word:
        """The file, filled."""
        self._properties()
        self._blocks(self.document.blocks)
        self._foot()
        return self.made

    # ---------------------------------------------------------------- blocks

    def _blocks(self, blocks: Iterable[Block], style: str = "Normal", depth: int = 0) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Paragraph):
                self._line(block.runs, style)
            elif isinstance(block, Listing):
                self._listing(block, depth)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Quote):
                self._blocks(block.blocks, "Advisor Remark", depth)
            elif isinstance(block, Rule):
                self._rule()

    def _heading(self, heading: Heading) -> None:
        from wizard.report.word_style import verdict_style

        self.last_heading = plain(heading.runs)
        if heading.verdict:
            self._line(heading.runs, verdict_style(self.document.mood))
        elif heading.level == 1:
            self._line(heading.runs, "Title")
        else:
            line = self._line(heading.runs, f"Heading {heading.level - 1}")
            if not heading.number:
                self._numbered(line, 0)

    def _listing(self, listing: Listing, depth: int) -> None:
        from wizard.report.word_style import restart

        place = min(depth, 1 if listing.ordered else 2)
        style = f"List {'Number' if listing.ordered else 'Bullet'}{f' {place + 1}' if place else ''}"
        number = restart(self.made, style, listing.start) if listing.ordered else None
        for item in listing.items:
            first, *rest = item.blocks or (Paragraph(()),)
            own = "Check Box" if item.box else style
            if isinstance(first, Paragraph):
                line = self._line(first.runs, own)
            else:
                line, rest = self._line((), own), list(item.blocks)
            if number is not None and not item.box:
                self._numbered(line, number, place)
            self._blocks(rest, "List Continue", depth + 1)

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        from wizard.report.word_style import TABLE

        made = self.made.add_table(rows=0, cols=len(table.head), style=TABLE)
        made.autofit = False
        page = self.made.sections[-1]
        room = int((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))
        shares = WIDTHS.get(len(table.head)) or (1 / len(table.head),) * len(table.head)
        for number, row in enumerate((table.head, *table.rows)):
            cells = made.add_row()
            properties = cells._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, runs, share in zip(cells.cells, row, shares, strict=True):
                cell.width = int(room * share)
                line = cell.paragraphs[0]
                line.style = "Table Text"
                self._runs(line, runs)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = int(room * share)
        for kind in ("w:tblCaption", "w:tblDescription"):  # what a screen reader says of the table
            said = OxmlElement(kind)
            said.set(qn("w:val"), self.last_heading[:200])
            made._tbl.tblPr.append(said)
        self.made.add_paragraph()

    def _rule(self) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        edge = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
        line = self.made.add_paragraph()
        line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"))

    # ---------------------------------------------------------------- lines

    def _line(self, runs: Runs, style: str) -> Line:
        line = self.made.add_paragraph(style=style)
        self._runs(line, runs)
        return line

    def _runs(self, line: Line, runs: Runs) -> None:
        for run in runs:
            if run.text == "\n":
                line.add_run().add_break()
                continue
            holder = self._link(line, run) if run.link and len(run.link) <= LONGEST_LINK else None
            for piece, turned in directions(run.text):
                made = line.add_run(piece)
                made.bold, made.italic = run.strong or None, run.emphasis or None
                if turned:
                    made.font.rtl = True
                if holder is not None:
                    made.style = "Hyperlink"
                    holder.append(made._r)

    def _link(self, line: Line, run: Run) -> Any:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        holder = OxmlElement("w:hyperlink")
        holder.set(qn("r:id"), line.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        line._p.append(holder)
        return holder

    def _numbered(self, line: Line, number: int, level: int = 0) -> None:
        """Put a line in a list, or (0) in none, whatever its style says."""
        numbers = line._p.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = level
        numbers.get_or_add_numId().val = number

    # ---------------------------------------------------------------- the file

    def _foot(self) -> None:
        """The foot of each page: the reference date and the page number. One that the style file has is left alone."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Pt

        page = self.made.sections[-1]
        foot = page.footer
        if any(line.text.strip() or len(line._p.xpath(".//w:fldChar|.//w:fldSimple")) for line in foot.paragraphs):
            return
        if foot.tables:
            return
        line = foot.paragraphs[0] if foot.paragraphs else foot.add_paragraph()
        line.style = "Footer"
        room = int((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))
        line.paragraph_format.tab_stops.add_tab_stop(room, WD_TAB_ALIGNMENT.RIGHT)
        before, _, rest = PAGE.in_(self.document.language).partition("{n}")
        between, _, after = rest.partition("{m}")
        line.add_run(f"{self.document.foot}\t{before}")
        self._field(line, "PAGE")
        line.add_run(between)
        self._field(line, "NUMPAGES")
        line.add_run(after)
        for run in line.runs:
            run.font.size = Pt(8.5)

    def _field(self, line: Line, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for kind in ("begin", name, "separate", "1", "end"):
            run = line.add_run("1" if kind == "1" else "")
            if kind == "1":
                continue
            mark = OxmlElement("w:instrText" if kind == name else "w:fldChar")
            if kind == name:
                mark.text = name
            else:
                mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)

    def _properties(self) -> None:
        from docx.oxml.ns import qn

        document, made = self.document, self.made
        day = datetime.combine(document.on, time(), UTC)
        properties = made.core_properties
        properties.title = document.title[:255]
        properties.author = properties.last_modified_by = document.author[:255]
        properties.language = _LANGUAGES[document.language]
        properties.comments = properties.keywords = properties.subject = properties.category = ""
        properties.created = properties.modified = day
        properties.revision = 1
        for language in made.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), _LANGUAGES[document.language])
