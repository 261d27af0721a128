"""The report as a Word file: real headings, lists, links and tables, in the styles of a file a firm can replace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    length,
    plain,
)
from wizard.report.fault import missing_extra

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

LONGEST_LINK = 2_000
WIDTHS = {3: (0.26, 0.54, 0.20), 4: (0.20, 0.20, 0.30, 0.30)}
"""The shares of the columns of a table with so many of them; otherwise all are as wide."""


def word(document: Document, style: Path) -> bytes:
    """``document`` as a Word file, dated on the reference date; the same document always gives the same bytes.

    ``style`` is the Word file whose styles, page, header and footer it takes; its text is left out.
    Raises ``ReportError``.
    """
    try:
        from wizard.report.word_file import opened, packed
    except ImportError as error:
        raise missing_extra("docx") from error
    return packed(_Writer(document, opened(style)).written())


class _Writer:
    """Writes one report into an empty Word file."""

    def __init__(self, document: Document, made: Word) -> None:
        from wizard.report.word_style import complete

        self.document = document
        self.made = made
        self.last_heading = document.title
        self.new_page = False
        complete(made)

    def written(self) -> Word:
        """The file, filled."""
        from wizard.report.word_file import describe, foot, tighten

        describe(self.made, self.document)
        if self.document.level == "summary":
            tighten(self.made, length(self.document.blocks))
        self._blocks(self.document.blocks)
        foot(self.made, self.document)
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
        from wizard.report.word_style import LETTER, colour_as, verdict_style

        self.last_heading = plain(heading.runs)
        if heading.verdict and self.document.level == "letter":
            colour_as(self._line(heading.runs, LETTER), self.made.styles[verdict_style(self.document.mood)])
        elif heading.verdict:
            self._line(heading.runs, verdict_style(self.document.mood))
        elif heading.level == 1:
            self._line(heading.runs, "Title")
        else:
            line = self._line(heading.runs, f"Heading {heading.level - 1}")
            if not heading.number:
                self._numbered(line, 0)

    def _listing(self, listing: Listing, depth: int) -> None:
        from wizard.report.word_lists import restart

        place = min(depth, 1 if listing.ordered else 2)
        style = f"List {'Number' if listing.ordered else 'Bullet'}{f' {place + 1}' if place else ''}"
        number = restart(self.made, style, listing.start, place) if listing.ordered else None
        for item in listing.items:
            first, *rest = item.blocks or (Paragraph(()),)
            own = "Check Box" if item.box else style
            if isinstance(first, Paragraph):
                line = self._line(first.runs, own)
            else:
                line, rest = self._line((), own), list(item.blocks)
            if rest:
                line.paragraph_format.keep_with_next = True  # what is told below it stands on the same page
            if number is not None and not item.box:
                self._numbered(line, number, place)
            self._blocks(rest, "List Continue", depth + 1)

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        from wizard.report.word_file import room
        from wizard.report.word_style import TABLE

        made = self.made.add_table(rows=0, cols=len(table.head), style=TABLE)
        made.autofit = False
        width = room(self.made)
        shares = WIDTHS.get(len(table.head)) or (1 / len(table.head),) * len(table.head)
        for number, row in enumerate((table.head, *table.rows)):
            cells = made.add_row()
            properties = cells._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, runs, share in zip(cells.cells, row, shares, strict=True):
                cell.width = int(width * share)
                line = cell.paragraphs[0]
                line.style = "Table Text"
                self._runs(line, runs)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = int(width * share)
        for kind in ("w:tblCaption", "w:tblDescription"):  # what a screen reader says of the table
            said = OxmlElement(kind)
            said.set(qn("w:val"), self.last_heading[:200])
            made._tbl.tblPr.append(said)
        self.made.add_paragraph()

    def _rule(self) -> None:
        """A line across the page; in a letter a new page."""
        if self.document.level == "letter":
            self.new_page = True
            return
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        edge = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
        line = self.made.add_paragraph()
        line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"))

    # ---------------------------------------------------------------- lines

    def _line(self, runs: Runs, style: str) -> Line:
        line = self.made.add_paragraph(style=style)
        if self.new_page:
            line.paragraph_format.page_break_before = True
            self.new_page = False
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
