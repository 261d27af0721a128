"""The look of the report in Word: the styles a report uses, made where a style file lacks them.

``python -m wizard.report.word_style FILE.docx`` writes the style file that comes with the program, which is
``reports/reference.docx``. A firm changes a copy of it in Word, or uses a file of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

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


LOOKS = (
    Look("Normal", base="", size=10.5, color=INK, before=0, after=6),
    Look("Title", size=19, bold=True, color=INK, before=0, after=8, with_next=True),
    Look("Heading 1", size=14, bold=True, color=INK, before=18, after=5, with_next=True, numbers="headings 0"),
    Look("Heading 2", size=11.5, bold=True, color=INK, before=12, after=4, with_next=True, numbers="headings 1"),
    Look("Heading 3", size=10.5, bold=True, italic=True, color=INK, before=10, after=3, with_next=True),
    Look("Verdict", base="Heading 1", size=26, before=6, after=10, numbers="none"),
    *(Look(verdict_style(mood), "Verdict", color=ink, bar=ink, ground=paper) for mood, (ink, paper) in MOODS.items()),
    Look("List Bullet", after=3, numbers="bullets 0"),
    Look("List Bullet 2", after=3, numbers="bullets 1"),
    Look("List Bullet 3", after=3, numbers="bullets 2"),
    Look("List Number", after=3, numbers="numbers 0"),
    Look("List Number 2", after=3, numbers="numbers 1"),
    Look("List Continue", after=3),
    Look("Check Box", after=4, numbers="boxes 0"),
    Look("Advisor Remark", color="333F4B", bar=FAINT, before=3, after=3),
    Look("Table Text", size=9, after=0),
)
TABLE, HYPERLINK = "Report Table", "Hyperlink"
_LEVELS = {
    # kind: for each level how it is numbered, what is shown, and where the text begins (in twentieths of a point)
    "headings": (("decimal", "%1.", 510), ("decimal", "%1.%2.", 652), ("decimal", "%1.%2.%3.", 794)),
    "bullets": (("bullet", "•", 340), ("bullet", "–", 680), ("bullet", "•", 1020)),
    "numbers": (("decimal", "%1.", 400), ("decimal", "%2.", 800), ("decimal", "%3.", 1200)),
    "boxes": (("bullet", "☐", 400), ("bullet", "☐", 800), ("bullet", "☐", 1200)),
}


def complete(document: Document, *, anew: bool = False) -> None:
    """Add every style that ``document`` lacks; with ``anew`` give all of them the look of the program."""
    kinds: dict[str, int] = {}
    for look in LOOKS:
        names = {style.name for style in document.styles}
        if look.name in names and not anew:
            if look.name.startswith(("List Bullet", "List Number")) and numbering_of(document, look.name) is None:
                _number(document, look, kinds)
            continue
        style: Any = document.styles[look.name] if look.name in names else None
        if style is None:
            style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        _dress(style, look, document)
        if look.numbers:
            _number(document, look, kinds)
    names = {style.name for style in document.styles}
    if HYPERLINK not in names:
        link: Any = document.styles.add_style(HYPERLINK, WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb = RGBColor.from_string(LINK)
        link.font.underline = True
    if TABLE not in names:
        document.styles.element.append(parse_xml(_TABLE_STYLE))


def numbering_of(document: Document, name: str) -> int | None:
    """The number of the list definition that a style uses; ``None`` when it has none."""
    found = document.styles[name].element.findall(f".//{qn('w:numPr')}/{qn('w:numId')}")
    return int(found[0].get(qn("w:val"))) if found else None


def restart(document: Document, name: str, start: int) -> int | None:
    """A list definition like that of style ``name`` which begins at ``start``; ``None`` when that style has none."""
    used = numbering_of(document, name)
    if used is None:
        return None
    numbering = _numbering(document)
    same = [num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == str(used)]
    if not same:
        return None
    abstract = same[0].find(qn("w:abstractNumId")).get(qn("w:val"))
    again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return _add_list(numbering, abstract, again)


def _dress(style: ParagraphStyle, look: Look, document: Document) -> None:
    if look.base:
        base: Any = document.styles[look.base]
        style.base_style = base
    if look.name.startswith(("Heading", "Title", "Verdict")):
        after: Any = document.styles["Normal"]
        style.next_paragraph_style = after
    style.hidden, style.quick_style = False, True
    font, layout = style.font, style.paragraph_format
    if look.size:
        font.size = Pt(look.size)
        font.name = FONT
    font.bold, font.italic = look.bold or None, look.italic or None
    if look.color:
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


def _insert(properties: Any, xml: str) -> None:
    """Put a border or a ground where the format wants it: before tabs, spacing, indents and what comes after those."""
    later = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
    element = parse_xml(xml)
    following = [child for child in properties if child.tag in {qn(f"w:{name}") for name in later}]
    if following:
        following[0].addprevious(element)
    else:
        properties.append(element)


def _number(document: Document, look: Look, kinds: dict[str, int]) -> None:
    """Give the style of ``look`` its place in a list; the lists it shares with other styles are in ``kinds``."""
    properties = document.styles[look.name].element.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    if look.numbers == "none":
        level, used = "0", 0
    else:
        kind, level = look.numbers.split()
        if kind not in kinds:
            kinds[kind] = _add_kind(document, kind)
        used = kinds[kind]
    numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{used}"/></w:numPr>'
    element = parse_xml(numbers)
    earlier = [child for child in properties if child.tag in {qn(f"w:{name}") for name in _BEFORE_NUMBERS}]
    if earlier:
        earlier[-1].addnext(element)
    else:
        properties.insert(0, element)


_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def _add_kind(document: Document, kind: str) -> int:
    """Define a kind of list."""
    numbering = _numbering(document)
    used = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    number = max(used, default=-1) + 1
    levels = "".join(_level(kind, place) for place in range(len(_LEVELS[kind])))
    definition = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    lists = numbering.findall(qn("w:num"))
    if lists:
        lists[0].addprevious(parse_xml(definition))
    else:
        numbering.append(parse_xml(definition))
    return _add_list(numbering, str(number))


def _level(kind: str, place: int) -> str:
    form, shown, indent = _LEVELS[kind][place]
    style = f'<w:pStyle w:val="Heading{place + 1}"/>' if kind == "headings" and place < 2 else ""
    hanging = indent if kind in ("headings", "boxes") and place == 0 else indent if kind == "headings" else 340
    symbol = f'<w:rPr><w:rFonts w:ascii="{_SYMBOLS}" w:hAnsi="{_SYMBOLS}"/></w:rPr>' if kind == "boxes" else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr>{symbol}</w:lvl>'
    )


_SYMBOLS = "Segoe UI Symbol"


def _add_list(numbering: Any, abstract: str, more: str = "") -> int:
    used = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    number = max(used, default=0) + 1
    xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
    lists = numbering.findall(qn("w:num"))
    if lists:
        lists[-1].addnext(parse_xml(xml))
    else:
        numbering.append(parse_xml(xml))
    return number


def _numbering(document: Document) -> Any:
    """The definitions of lists; a file without any gets a place for them."""
    part = document.part
    try:
        found: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        element: Any = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        found = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
        part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    return found.element


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


# ---------------------------------------------------------------- the style file that comes with the program

KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer"}
SAMPLE = (
    ("Title", "Title"),
    ("Normal", "Change the styles of this file in Word and save it: reports then look like it. This text is not used."),
    *((verdict_style(mood), verdict_style(mood)) for mood in MOODS),
    *((name, name) for name in ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Bullet 2", "List Number")),
    *((name, name) for name in ("Check Box", "Advisor Remark", "Table Text")),
)


def reference() -> Document:
    """The style file of the program: A4, every style, and a sample of each."""
    document = new_document()
    wanted = KEPT | {look.name for look in LOOKS}
    for style in list(document.styles):
        if style.name not in wanted:
            style.element.getparent().remove(style.element)
    numbering = _numbering(document)
    for child in list(numbering):
        numbering.remove(child)
    for relation in list(document.part.package.rels.values()):
        if "thumbnail" in relation.reltype:
            document.part.package.rels.pop(relation.rId)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        fonts.set(qn("w:ascii"), FONT)
        fonts.set(qn("w:hAnsi"), FONT)
        fonts.set(qn("w:cs"), FONT)
    complete(document, anew=True)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin = page.bottom_margin = Mm(24)
    for name, text in SAMPLE:
        document.add_paragraph(text, style=name)
    return document


def _main(arguments: list[str]) -> Iterator[str]:
    from wizard.report.as_word import packed

    (name,) = arguments
    Path(name).write_bytes(packed(reference()))
    yield name


if __name__ == "__main__":
    print(*_main(sys.argv[1:]), sep="\n")
