"""The report in Word: real headings, lists, links and tables, in the styles of a file that a firm can replace."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.report.readers import HTML, pdf, pdf_text, program, run, squash, word_page
from tests.report.test_export import BORROW, ON, SITUATIONS, consultation, holds, made, shown
from wizard.content.model import Content
from wizard.report.export import Look, export
from wizard.report.fault import ReportError
from wizard.report.markdown import LEVELS, default_templates
from wizard.report.word_file import packed
from wizard.report.word_reference import reference
from wizard.report.word_style import LETTER, LOOKS, verdict_style

REFERENCE = default_templates() / "reference.docx"


def opened(file: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(file))


def word(content: Content, situation: str = "conditional", level: str = "full", look: Look | None = None) -> bytes:
    return made(content, consultation(SITUATIONS[situation]), "docx", level, look=look)


def heading_of(page: object, kind: str) -> list[str]:
    return ["".join(found.itertext()) for found in page.findall(f".//{HTML}{kind}")]  # type: ignore[attr-defined]


def test_headings_lists_links_and_the_table_are_real(content: Content) -> None:
    page = word_page(word(content))
    assert heading_of(page, "h1") == ["Advies: De kantoorfiets lenen"]
    assert heading_of(page, "h2")[:3] == ["Voor welke situatie", "Waar wij van uitgaan", "Wat u nu moet doen"]
    assert "Mag u de fiets lenen?" in heading_of(page, "h3")
    assert len(page.findall(f".//{HTML}ol/{HTML}li")) >= 10
    assert len(page.findall(f".//{HTML}ol/{HTML}li/{HTML}ul/{HTML}li")) == 3
    sources = page.findall(f".//{HTML}table")[-1]
    assert len(sources.findall(f".//{HTML}tr")) == 1 + len(shown(content, consultation(BORROW)).sources)
    links = [link.get("href") for link in sources.findall(f".//{HTML}a")]
    assert "https://example.org/huisregels" in links


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_verdict_has_a_style_of_its_own_that_counts_as_a_heading(
    content: Content, situation: str, level: str
) -> None:
    file = opened(word(content, situation, level))
    names = [line.style.name for line in file.paragraphs if line.style.name.startswith("Verdict")]
    mood = "open" if situation == "open" else "forbidden" if situation == "curable" else situation
    assert names == [LETTER if level == "letter" else verdict_style(mood)]
    style = file.styles[names[0]]
    assert style.base_style.name == "Verdict"
    assert style.base_style.base_style.name == "Heading 1"
    assert style.base_style.font.size >= Pt(20)


def numbering(file: docx.document.Document, name: str) -> str:
    return file.styles[name].element.pPr.numPr.numId.get(qn("w:val"))


def test_sections_are_numbered_by_word_itself_in_the_whole_advice_only(content: Content) -> None:
    full = opened(word(content))
    assert numbering(full, "Heading 1") == numbering(full, "Heading 2") != "0"
    assert numbering(full, "Verdict") == "0"
    own = [line._p.pPr.numPr for line in full.paragraphs if line.style.name in ("Heading 1", "Heading 2")]
    assert len(own) > 8
    assert set(own) == {None}
    letter = opened(word(content, level="letter"))
    headings = [line for line in letter.paragraphs if line.style.name == "Heading 1"]
    assert headings
    assert all(line._p.pPr.numPr.numId.val == 0 for line in headings)


def test_every_numbered_list_begins_at_one(content: Content) -> None:
    file = opened(word(content))
    steps = [line for line in file.paragraphs if line.style.name == "List Number"]
    used = {line._p.pPr.numPr.numId.val for line in steps}
    assert len(used) == 2
    root = file.part.numbering_part.element
    for number in used:
        (found,) = (num for num in root.findall(qn("w:num")) if num.get(qn("w:numId")) == str(number))
        assert found.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_the_table_repeats_its_head_and_has_a_name(content: Content) -> None:
    table = opened(word(content)).tables[-1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows][:2] == [True, False]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Bronnen"
    assert table.style.name == "Report Table"


def test_the_foot_has_the_reference_date_and_the_page(content: Content) -> None:
    foot = opened(word(content)).sections[-1].footer.paragraphs[0]
    assert foot.text == "Mag dat? · peildatum 21 november 2026\tpagina 1 van 1"
    assert [field.text for field in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "code"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_what_the_file_says_of_itself(content: Content, language: str, code: str) -> None:
    asked = consultation(BORROW, advisor="mr. A. de Vries")
    file = opened(made(content, asked, "docx", language=language))
    said = file.core_properties
    assert said.title == (
        "Advies: De kantoorfiets lenen" if language == "nl" else "Advice: Borrowing the office bicycle"
    )
    assert (said.author, said.language, said.created.date()) == ("mr. A. de Vries", code, ON)
    (spoken,) = file.styles.element.iter(qn("w:lang"))
    assert spoken.get(qn("w:val")) == code


def test_every_part_is_well_formed_and_every_style_used_is_there(content: Content) -> None:
    with zipfile.ZipFile(io.BytesIO(word(content))) as file:
        assert file.testzip() is None
        parts = {name: ElementTree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    known = {style.get(qn("w:styleId")) for style in parts["word/styles.xml"].iter(qn("w:style"))}
    kinds = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")
    used = {
        mark.get(qn("w:val"))
        for part in ("word/document.xml", "word/styles.xml", "word/numbering.xml")
        for kind in kinds
        for mark in parts[part].iter(qn(kind))
    }
    assert used <= known


# ---------------------------------------------------------------- the style file


def test_the_style_file_is_what_its_command_writes() -> None:
    """To write it anew: `python -m wizard.report.word_reference reports/reference.docx`."""
    assert packed(reference()) == REFERENCE.read_bytes()


def test_a_style_file_of_a_firm_is_followed(content: Content, tmp_path: Path) -> None:
    house = docx.Document(str(REFERENCE))
    house.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    house.sections[0].left_margin = Mm(40)
    house.sections[0].header.paragraphs[0].text = "Kantoor De Vries"
    house.sections[0].footer.paragraphs[0].text = "KvK 12345678"
    house.add_paragraph("Deze tekst telt niet mee")
    house.save(str(tmp_path / "huis.docx"))
    file = opened(word(content, look=Look(style=tmp_path / "huis.docx")))
    assert file.styles["Heading 1"].font.color.rgb == RGBColor(0x12, 0x34, 0x56)
    assert abs(file.sections[0].left_margin - Mm(40)) < 1000
    assert file.sections[0].header.paragraphs[0].text == "Kantoor De Vries"
    assert file.sections[0].footer.paragraphs[0].text == "KvK 12345678"
    assert "telt niet mee" not in "\n".join(line.text for line in file.paragraphs)
    by_folder = tmp_path / "map"
    by_folder.mkdir()
    (tmp_path / "huis.docx").rename(by_folder / "reference.docx")
    again = opened(word(content, look=Look(by_folder)))
    assert abs(again.sections[0].left_margin - Mm(40)) < 1000


@pytest.mark.parametrize("level", LEVELS)
def test_a_file_without_our_styles_gets_them(content: Content, tmp_path: Path, level: str) -> None:
    bare = docx.Document()
    for style in list(bare.styles):
        if style.name not in ("Normal", "Default Paragraph Font", "Normal Table", "No List"):
            style.element.getparent().remove(style.element)
    part = bare.part.numbering_part
    relation = next(name for name, found in bare.part.rels.items() if found.target_part is part)
    bare.part.rels.pop(relation)
    bare.save(str(tmp_path / "kaal.docx"))
    file = word(content, level=level, look=Look(style=tmp_path / "kaal.docx"))
    names = {style.name for style in opened(file).styles}
    assert {look.name for look in LOOKS} <= names
    page = word_page(file)
    assert len(page.findall(f".//{HTML}li")) >= 3
    assert "Wat u nu moet doen" in heading_of(page, "h2")


@pytest.mark.parametrize("name", ["text", "empty", "zip", "folder", "bomb"])
def test_a_file_that_is_no_word_file_is_one_clear_line(content: Content, tmp_path: Path, name: str) -> None:
    path = tmp_path / "huis.docx"
    if name == "folder":
        path.mkdir()
    elif name in ("zip", "bomb"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("word/document.xml", b"x" * (60_000_000 if name == "bomb" else 1))
    else:
        path.write_bytes(b"" if name == "empty" else b"geen Word")
    with pytest.raises(ReportError, match=r"huis\.docx") as caught:
        word(content, look=Look(style=path))
    assert "\n" not in str(caught.value)
    assert "bewaar het in Word als .docx" in caught.value.say("nl")


# ---------------------------------------------------------------- other readers, where they are installed


@pytest.mark.parametrize("level", LEVELS)
def test_pandoc_reads_it(content: Content, tmp_path: Path, level: str) -> None:
    pandoc = os.environ.get("PANDOC") or program("pandoc")
    asked = consultation(BORROW)
    (tmp_path / "a.docx").write_bytes(made(content, asked, "docx", level))
    text = run(pandoc, "-f", "docx", "-t", "markdown", "--wrap=none", "a.docx", folder=tmp_path).decode()
    assert holds(text.replace("\\", ""), shown(content, asked), level) == []
    assert "# ✓! Ja, mits" in text
    assert "- [ ] Zet de fiets op slot." in text or "-   [ ] Zet de fiets op slot." in text


def test_libreoffice_reads_it(content: Content, tmp_path: Path) -> None:
    office = program("soffice", "libreoffice")
    asked = consultation(BORROW)
    for level in LEVELS:
        (tmp_path / f"{level}.docx").write_bytes(made(content, asked, "docx", level))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [f"{level}.docx" for level in LEVELS]
    run(office, profile, "--headless", "--convert-to", "pdf", *names, folder=tmp_path)
    for level in LEVELS:
        file = (tmp_path / f"{level}.pdf").read_bytes()
        text = pdf_text(file)
        assert holds(text, shown(content, asked), level) == []
        assert ("1. Voor welke situatie" in text) == (level == "full")
        assert squash(f"pagina 1 van {len(pdf(file).pages)}") in squash(text)
        assert level != "summary" or len(pdf(file).pages) == 1
        if level == "letter":
            begins = [number for number, page in enumerate(pdf(file).pages) if "Bijlage 1:" in page.extract_text()]
            assert begins[-1] > 0
            assert pdf(file).pages[begins[-1]].extract_text().lstrip().startswith("Bijlage 1:")


def test_a_summary_leaves_a_letterhead_its_room(content: Content, tmp_path: Path) -> None:
    house = docx.Document(str(REFERENCE))
    house.sections[0].header.paragraphs[0].text = "Kantoor"
    house.save(str(tmp_path / "huis.docx"))
    asked = consultation(BORROW)
    kept = opened(
        export(content, asked.advice(content), "nl", "docx", level="summary", look=Look(style=tmp_path / "huis.docx"))
    )
    assert kept.sections[0].left_margin > Mm(24)
    assert opened(word(content, level="summary")).sections[0].left_margin < Mm(19)


def test_what_a_style_file_lacks_is_in_the_letters_of_its_normal(content: Content, tmp_path: Path) -> None:
    """A table in Arial below a text in Georgia is no house style."""
    own = docx.Document()
    normal = own.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Georgia", Pt(12), RGBColor(0x20, 0, 0x60)
    assert "Table Text" not in {style.name for style in own.styles}
    own.save(str(tmp_path / "huis.docx"))
    file = opened(word(content, look=Look(style=tmp_path / "huis.docx")))
    for name in ("Table Text", "Check Box", "Advisor Remark"):
        style = file.styles[name]
        assert style.base_style.name == "Normal"
        assert style.font.name is None, name
    assert file.styles["Table Text"].font.color.rgb is None
    assert file.styles["Table Text"].font.size == Pt(10.5), "as much smaller than Normal as ours is"
    assert file.tables[-1].rows[1].cells[0].paragraphs[0].style.name == "Table Text"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_verdict_of_a_letter_has_its_colour_as_in_pdf_and_html(content: Content, situation: str) -> None:
    file = opened(word(content, situation, "letter"))
    advice = consultation(SITUATIONS[situation]).advice(content)
    style = file.styles[verdict_style(advice.verdict.value if advice.settled else "open")]
    line = next(line for line in file.paragraphs if line.style.name == LETTER)
    assert {run.font.color.rgb for run in line.runs} == {style.font.color.rgb}
    assert line._p.pPr.find(qn("w:shd")).get(qn("w:fill")) == style.element.pPr.find(qn("w:shd")).get(qn("w:fill"))


def test_a_firm_may_choose_the_colour_of_the_verdict_in_a_letter(content: Content, tmp_path: Path) -> None:
    own = docx.Document(str(REFERENCE))
    own.styles[LETTER].font.color.rgb = RGBColor(0, 0, 0)
    own.save(str(tmp_path / "huis.docx"))
    file = opened(word(content, level="letter", look=Look(style=tmp_path / "huis.docx")))
    line = next(line for line in file.paragraphs if line.style.name == LETTER)
    assert {run.font.color.rgb for run in line.runs} == {None}
