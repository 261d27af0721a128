"""Lists in Word: how they are numbered, and lists that begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

if TYPE_CHECKING:
    from docx.document import Document

KINDS = {
    # for each level: how it is numbered, what is shown, and where the text begins (in twentieths of a point)
    "headings": (("decimal", "%1.", 510), ("decimal", "%1.%2.", 652), ("decimal", "%1.%2.%3.", 794)),
    "bullets": (("bullet", "•", 340), ("bullet", "–", 680), ("bullet", "•", 1020)),
    "numbers": (("decimal", "%1.", 400), ("decimal", "%2.", 800), ("decimal", "%3.", 1200)),
    "boxes": (("bullet", "☐", 400), ("bullet", "☐", 800), ("bullet", "☐", 1200)),
}
SYMBOLS = "Segoe UI Symbol"
"""A font that has the box to tick."""
_BEFORE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def numbering_of(document: Document, style: str) -> int | None:
    """The number of the list that a style is in; ``None`` when it is in none."""
    found = document.styles[style].element.findall(f".//{qn('w:numPr')}/{qn('w:numId')}")
    return int(found[0].get(qn("w:val"))) if found else None


def put_in_list(document: Document, style: str, kind: str, level: int, made: dict[str, int]) -> None:
    """Put a style at a level of a list of ``kind``, or (``none``) in no list. ``made``: the lists made so far."""
    if kind != "none" and kind not in made:
        made[kind] = _add_kind(document, kind)
    if kind != "none":
        _tie(document, made[kind], level, document.styles[style].style_id)
    properties = document.styles[style].element.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    used = made.get(kind, 0)
    element = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{used}"/></w:numPr>')
    earlier = [child for child in properties if child.tag in {qn(f"w:{name}") for name in _BEFORE}]
    if earlier:
        earlier[-1].addnext(element)
    else:
        properties.insert(0, element)


def restart(document: Document, style: str, start: int, level: int) -> int | None:
    """A list like that of a style, which begins at ``start``; ``None`` when the style is in none."""
    used = numbering_of(document, style)
    numbering = definitions(document)
    same = [num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == str(used)]
    if not same:
        return None
    kind = same[0].find(qn("w:abstractNumId")).get(qn("w:val"))
    again = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return _add_list(numbering, kind, again)


def definitions(document: Document) -> Any:
    """The definitions of the lists of a file; a file without any gets a place for them."""
    part = document.part
    try:
        found: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        element: Any = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        found = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
        part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    return found.element


def _add_kind(document: Document, kind: str) -> int:
    numbering = definitions(document)
    used = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    number = max(used, default=-1) + 1
    levels = "".join(_level(kind, place) for place in range(len(KINDS[kind])))
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    lists = numbering.findall(qn("w:num"))
    if lists:
        lists[0].addprevious(definition)
    else:
        numbering.append(definition)
    return _add_list(numbering, str(number))


def _tie(document: Document, number: int, level: int, style: str) -> None:
    """Say in the list too which style is at a level: some readers look only there."""
    numbering = definitions(document)
    (used,) = (num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == str(number))
    kind = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    for definition in numbering.findall(qn("w:abstractNum")):
        if definition.get(qn("w:abstractNumId")) == kind:
            place = definition.findall(qn("w:lvl"))[level]
            place.find(qn("w:numFmt")).addnext(parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{style}"/>'))


def _level(kind: str, place: int) -> str:
    form, shown, indent = KINDS[kind][place]
    hanging = indent if kind == "headings" else 400 if kind == "boxes" else 340
    font = f'<w:rPr><w:rFonts w:ascii="{SYMBOLS}" w:hAnsi="{SYMBOLS}"/></w:rPr>' if kind == "boxes" else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr>{font}</w:lvl>'
    )


def _add_list(numbering: Any, kind: str, more: str = "") -> int:
    used = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    number = max(used, default=0) + 1
    xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'
    lists = numbering.findall(qn("w:num"))
    if lists:
        lists[-1].addnext(parse_xml(xml))
    else:
        numbering.append(parse_xml(xml))
    return number
