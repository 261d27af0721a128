"""Writes the style file for Word that comes with the program: ``python -m wizard.report.word_reference FILE.docx``.

That file is ``reports/reference.docx``. A firm changes a copy of it in Word, or uses a file of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document as new_document
from docx.oxml.ns import qn
from docx.shared import Mm

from wizard.report.word_file import packed
from wizard.report.word_lists import definitions
from wizard.report.word_style import FONT, LOOKS, MOODS, complete, verdict_style

if TYPE_CHECKING:
    from docx.document import Document

KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer"}
WORD = "15"
"""The version of Word whose rules of layout hold: 2013 and later."""
SAMPLE = (
    ("Title", "Title"),
    ("Normal", "Change the styles of this file in Word and save it: reports then look like it. This text is not used."),
    *((verdict_style(mood), verdict_style(mood)) for mood in MOODS),
    *((look.name, look.name) for look in LOOKS if not look.name.startswith(("Normal", "Title", "Footer", "Verdict "))),
)


def reference() -> Document:
    """The style file of the program: A4, every style a report uses, and a sample of each."""
    document = new_document()
    wanted = KEPT | {look.name for look in LOOKS}
    for style in list(document.styles):
        if style.name not in wanted:
            style.element.getparent().remove(style.element)
    styles = document.styles.element
    for link in list(styles.iter(qn("w:link"), qn("w:tabs"))):  # to styles that went; stops for other paper
        link.getparent().remove(link)
    for fonts in styles.iter(qn("w:rFonts")):
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for child in list(definitions(document)):
        definitions(document).remove(child)
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in ("thumbnail", "stylesWithEffects", "customXml"):
                relations.pop(name)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), WORD)
    complete(document, anew=True)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin = page.bottom_margin = Mm(24)
    for name, text in SAMPLE:
        document.add_paragraph(text, style=name)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "Mag dat?", ""
    return document


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(packed(reference()))
