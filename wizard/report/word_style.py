"""The look of the report in Word: the styles a report uses, made where a style file lacks them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from wizard.report.word_lists import numbering_of, put_in_list

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FONT = "Arial"
INK, FAINT, LINK = "1B2733", "4D5966", "0B4F8A"
MOODS = {
    "forbidden": ("8F1D1D", "FBEAEA"),
    "assess": ("6B4A00", "FDF3DC"),
    "open": ("6B4A00", "FDF3DC"),
    "conditional": ("125638", "E8F5EE"),
    "allowed": ("125638", "E8F5EE"),
    "not_applicable": ("3B4652", "EEF1F4"),
}
"""The colour of the letters and of the ground of each verdict."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Sizes and spaces in points; ``bar`` colours a bar on the left, ``ground`` what is behind."""

    name: str
    base: str = "Normal"
    size: float = 0
    bold: bool = False
    italic: bool = False
    color: str = ""
    before: float | None = None
    after: float | None = None
    with_next: bool = False
    bar: str = ""
    ground: str = ""
    numbers: str = ""


def verdict_style(mood: str) -> str:
    """The name of the style of a verdict, such as ``Verdict Not Applicable``."""
    return f"Verdict {mood.replace('_', ' ').title()}"


LETTER = "Verdict Letter"
"""The style of a verdict in a letter."""
LOOKS = (
    Look("Normal", base="", size=10.5, color=INK, before=0, after=6),
    Look("Title", size=19, bold=True, color=INK, before=0, after=8, with_next=True),
    Look("Heading 1", size=14, bold=True, color=INK, before=18, after=5, with_next=True, numbers="headings 0"),
    Look("Heading 2", size=11.5, bold=True, color=INK, before=12, after=4, with_next=True, numbers="headings 1"),
    Look("Heading 3", size=10.5, bold=True, italic=True, color=INK, before=10, after=3, with_next=True),
    Look("Verdict", base="Heading 1", size=26, before=6, after=10, numbers="none"),
    *(
        Look(verdict_style(mood), "Verdict", color=ink, bar=ink, ground=paper, numbers="none")
        for mood, (ink, paper) in MOODS.items()
    ),
    Look(LETTER, base="Verdict", size=16, bar=INK, numbers="none"),
    Look("List Bullet", after=3, numbers="bullets 0"),
    Look("List Bullet 2", after=3, numbers="bullets 1"),
    Look("List Bullet 3", after=3, numbers="bullets 2"),
    Look("List Number", after=3, numbers="numbers 0"),
    Look("List Number 2", after=3, numbers="numbers 1"),
    Look("List Continue", after=3),
    Look("Check Box", after=4, numbers="boxes 0"),
    Look("Advisor Remark", color="333F4B", bar=FAINT, before=4, after=4),
    Look("Table Text", size=9, after=0),
    Look("Footer", size=8.5, color=FAINT, after=0),
)
TABLE, HYPERLINK = "Report Table", "Hyperlink"


def complete(document: Document, *, anew: bool = False) -> None:
    """Add every style that ``document`` lacks; with ``anew`` give all of them the look of the program."""
    lists: dict[str, int] = {}
    known = {style.name for style in document.styles}
    for look in LOOKS:
        missing = look.name not in known
        if missing:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        if missing or anew:
            _dress(document, look, inherit=not anew and "Normal" in known)
        # a list of a firm's own without bullets or numbers is no list
        unlisted = look.numbers and look.name.startswith("List ") and numbering_of(document, look.name) is None
        if look.numbers and (missing or anew or unlisted):
            kind, _, level = look.numbers.partition(" ")
            put_in_list(document, look.name, kind, int(level or 0), lists)
    if HYPERLINK not in known:
        link: Any = document.styles.add_style(HYPERLINK, WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb = RGBColor.from_string(LINK)
        link.font.underline = True
    if TABLE not in known:
        document.styles.element.append(parse_xml(_TABLE_STYLE))


def _dress(document: Document, look: Look, *, inherit: bool) -> None:
    """Give the style of ``look`` that look; with ``inherit`` in the letters, the colour and the scale of Normal."""
    style: Any = document.styles[look.name]
    normal: Any = document.styles["Normal"]
    if look.base:
        style.base_style = document.styles[look.base]
    if look.name.startswith(("Heading", "Title", "Verdict")):
        style.next_paragraph_style = document.styles["Normal"]
    style.hidden, style.quick_style = False, True
    font, layout = style.font, style.paragraph_format
    if look.size:
        scale = normal.font.size.pt / LOOKS[0].size if inherit and normal.font.size else 1
        font.size = Pt(round(look.size * scale * 2) / 2)
        if not inherit:
            font.name = FONT
    font.bold, font.italic = look.bold or None, look.italic or None
    if look.color and not (inherit and look.color == INK):
        font.color.rgb = RGBColor.from_string(look.color)
    layout.space_before = None if look.before is None else Pt(look.before)
    layout.space_after = None if look.after is None else Pt(look.after)
    layout.keep_with_next = look.with_next or None
    properties = style.element.get_or_add_pPr()
    for child in properties.findall(qn("w:pBdr")) + properties.findall(qn("w:shd")):
        properties.remove(child)
    if look.bar:
        size, gap = (36, 8) if look.ground else (18, 8)
        edges = f'<w:left w:val="single" w:sz="{size}" w:space="{gap}" w:color="{look.bar}"/>'
        if look.ground:
            same = f'w:val="single" w:sz="48" w:space="1" w:color="{look.ground}"'
            edges = f"<w:top {same}/>{edges}<w:bottom {same}/>"
        _insert(properties, f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>")
        layout.left_indent, layout.right_indent = Pt(10), Pt(2)
    if look.ground:
        _insert(properties, f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{look.ground}"/>')


def colour_as(line: Paragraph, verdict: Any) -> None:
    """Give ``line`` the colours of the style ``verdict``; not where its own style has a colour, for that was chosen."""
    style: Any = line.style
    if style.font.color.rgb is not None:
        return
    for run in line.runs:
        run.font.color.rgb = verdict.font.color.rgb
    ground = verdict.element.find(qn("w:pPr"))
    for name in ("w:pBdr", "w:shd"):
        found = None if ground is None else ground.find(qn(name))
        if found is not None:
            _place(line._p.get_or_add_pPr(), deepcopy(found))


def _insert(properties: Any, xml: str) -> None:
    """Put a border or a ground where the format wants it: before tabs, spacing, indents and what comes after those."""
    _place(properties, parse_xml(xml))


def _place(properties: Any, element: Any) -> None:
    """Put ``element`` before those that must come later."""
    later = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
    following = [child for child in properties if child.tag in {qn(f"w:{name}") for name in later}]
    if following:
        following[0].addprevious(element)
    else:
        properties.append(element)


_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="{TABLE}"/><w:qFormat/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="B9C1C9"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9C1C9"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="60" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>
    <w:bottom w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
  </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""
