"""The report as PDF: tagged, to be kept, with its own letters, and large enough where it counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.report.readers import pdf, pdf_text, program, run, squash
from tests.report.test_export import BORROW, SITUATIONS, consultation, holds, made, shown
from wizard.content.model import Content
from wizard.report import as_pdf, typst_apart
from wizard.report.document import Document, Heading, Paragraph, Run
from wizard.report.export import Look
from wizard.report.fault import ReportError
from wizard.report.markdown import LEVELS, default_templates


def file(content: Content, situation: str = "conditional", level: str = "full", look: Look | None = None) -> bytes:
    return made(content, consultation(SITUATIONS[situation], advisor="mr. A. de Vries"), "pdf", level, look=look)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_says_that_it_can_be_read_aloud_and_kept(content: Content, situation: str, level: str) -> None:
    """Typst refuses to make what does not keep to PDF/UA-1 and PDF/A-2a, and only then writes this."""
    found = pdf(file(content, situation, level))
    root = found.trailer["/Root"]
    told = found.xmp_metadata.stream.get_data().decode() if found.xmp_metadata else ""
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert re.search(r"<pdfaid:part>2</pdfaid:part>.*<pdfaid:conformance>A</pdfaid:conformance>", told, re.DOTALL)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root


def test_title_author_date_and_bookmarks(content: Content) -> None:
    found = pdf(file(content))
    assert found.metadata.title == "Advies: De kantoorfiets lenen"
    assert found.metadata.author == "mr. A. de Vries"
    assert found.metadata.creation_date.date().isoformat() == "2026-11-21"
    said = [entry.title for entry in found.outline if not isinstance(entry, list)]
    assert said[0] == "✓!\u00a0Ja,\u00a0mits"
    assert squash(said[1]) == squash("1. Voor welke situatie")


def test_links_lead_to_the_sources(content: Content) -> None:
    links = {
        note.get_object()["/A"]["/URI"]
        for page in pdf(file(content)).pages
        for note in page.get("/Annots", ())
        if note.get_object()["/Subtype"] == "/Link"
    }
    assert links >= {"https://example.org/huisregels", "https://example.org/advies"}


def test_every_page_has_its_number(content: Content) -> None:
    pages = pdf(file(content)).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        text = squash(page.extract_text())
        assert squash(f"pagina {number} van {len(pages)}") in text
        assert squash("peildatum 21 november 2026") in text


def test_the_letters_are_in_the_file(content: Content) -> None:
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in pdf(file(content)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert {font["/FontName"].partition("+")[2].partition("-")[0] for font in fonts} <= {
        "LibertinusSerif",
        "DejaVuSansMono",
    }
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def sizes(page: object) -> dict[str, float]:
    """The size of the letters of each piece of text on a page."""
    found: dict[str, float] = {}

    def see(text: str, _outer: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found[text.strip()] = abs(size * matrix[3])

    page.extract_text(visitor_text=see)  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(("level", "least"), [("full", 24), ("summary", 24), ("letter", 16)])
def test_the_verdict_is_large(content: Content, level: str, least: float) -> None:
    found = sizes(pdf(file(content, level=level)).pages[0])
    large = {text for text, size in found.items() if size >= least}
    assert "Ja, mits" in " ".join(" ".join(large).split())
    assert all("fiets" not in text for text in large)


def test_every_sign_that_is_not_checked_can_be_shown() -> None:
    """What ``_UNSURE`` lets through must be in the letters of Typst, bold and slanted too; Typst refuses otherwise."""
    signs = [chr(code) for code in range(0x20, 0x3000) if not as_pdf._UNSURE.fullmatch(chr(code))]
    assert len(signs) > 1000
    text = " ".join("e" + sign if 0x300 <= ord(sign) < 0x370 else sign for sign in signs if sign.isprintable())
    looks = [Run(text), Run(text, strong=True), Run(text, emphasis=True), Run(text, strong=True, emphasis=True)]
    blocks = (
        Heading(1, (Run("t"),)),
        Heading(2, (Run(text),), verdict=True),
        *(Paragraph((look,)) for look in looks),
        Heading(3, (Run(text),)),
    )
    shell = Document("t", "nl", "full", "open", consultation(BORROW).on, "", "f", blocks)
    folder = default_templates()
    found, reason = as_pdf._compile(folder, as_pdf._data(shell, str), True, as_pdf.ARCHIVE)
    assert reason == ""
    assert found


def test_a_sign_that_no_letters_have_is_shown_as_its_number(content: Content) -> None:
    asked = consultation(BORROW).note("borrower", "Jan \U000e01ef\u0378 Piet")
    made_of_it = made(content, asked, "pdf")
    assert "Jan[U+E01EF][U+0378]Piet" in squash(pdf_text(made_of_it))
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf(made_of_it).xmp_metadata.stream.get_data().decode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('#set page()\n#import "@preview/cetz:0.3.0": canvas\n', 2),
        ('#include "other.typ"', 1),
        ('\n\n#eval("1")', 3),
        ('#plugin("x.wasm")', 1),
    ],
)
def test_a_look_that_takes_in_other_code_is_refused(content: Content, tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "report.typ").write_text(text)
    with pytest.raises(ReportError, match=rf"report\.typ:{line}: "):
        file(content, look=Look(tmp_path))


@pytest.mark.parametrize(
    "text", ["#(1 / 0)", '#read("/secret")', '#read("../secret")', "#while true {}", "#nope", "#["]
)
def test_a_look_with_a_mistake_is_one_clear_line(content: Content, tmp_path: Path, text: str) -> None:
    (tmp_path / "secret").write_text("geheim")
    with pytest.raises(ReportError, match=r"report\.typ: ") as caught:
        file(content, look=own_look(tmp_path, text))
    assert "\n" not in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert "verbeter het sjabloon" in caught.value.say("nl")


def own_look(folder: Path, text: str) -> Look:
    """The house style of a firm that has ``text`` in its look."""
    house = folder / "house"
    house.mkdir()
    begin = '#set document(title: "t", date: datetime(year: 2026, month: 1, day: 1))'
    (house / "report.typ").write_text(f"{begin}\n{text}\nx\n")
    return Look(house)


def test_a_look_that_runs_on_or_fills_the_memory_ends_and_ends_nothing_else(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typst_apart, "SECONDS", 1)
    endless = "#for a in range(20000) { for b in range(20000) {} }"
    with pytest.raises(ReportError, match=r"report\.typ: this takes longer than 1 seconds"):
        file(content, look=own_look(tmp_path, endless))
    monkeypatch.setattr(typst_apart, "SECONDS", 60)
    monkeypatch.setattr(typst_apart, "MEGABYTES", 400)
    (tmp_path / "second").mkdir()
    larger = '#{ let x = "x"; for _ in range(60) { x += x } }'
    with pytest.raises(ReportError, match=r"report\.typ: \S"):
        file(content, look=own_look(tmp_path / "second", larger))


@pytest.mark.parametrize("level", LEVELS)
def test_a_name_of_any_length_makes_a_file(content: Content, level: str) -> None:
    """A PDF file cannot hold a title, or an author of more than 32,767 characters."""
    long = "Jansen " * 6_000
    asked = consultation({"purpose": "tidy"}, client=long, matter=long, advisor=long)
    found = pdf(made(content, asked, "pdf", level))
    assert found.metadata.author.startswith("Jansen Jansen")
    assert max(len(found.metadata.author), len(found.metadata.title)) <= as_pdf.LONGEST_NAME
    assert sum(page.extract_text().count("Jansen") for page in found.pages) >= 6_000


def test_a_heading_of_any_length_makes_a_file(content: Content, tmp_path: Path) -> None:
    (tmp_path / "advice.nl.md.jinja").write_text("# t\n\n## v\n\n## {{ advice.client }}\n")
    asked = consultation({"purpose": "tidy"}, client="Jansen " * 6_000)
    assert len(pdf(made(content, asked, "pdf", look=Look(tmp_path))).pages) > 5


def test_a_look_of_a_firm_is_followed(content: Content, tmp_path: Path) -> None:
    own = (default_templates() / "report.typ").read_text("utf-8").replace("doc.foot,", '"Kantoor De Vries",')
    (tmp_path / "report.typ").write_text(own)
    assert squash("Kantoor De Vries") in squash(pdf_text(file(content, look=Look(tmp_path))))


def test_a_letter_ends_with_the_signature_and_what_is_appended_begins_a_page(content: Content) -> None:
    pages = [squash(page.extract_text()) for page in pdf(file(content, level="letter")).pages]
    begins = [number for number, text in enumerate(pages) if text.startswith(squash("Bijlage 1: de situatie"))]
    assert len(begins) == 1
    letter, appended = "".join(pages[: begins[0]]), "".join(pages[begins[0] :])
    assert squash("Met vriendelijke groet, mr. A. de Vries") in letter
    assert squash("Toezicht en risico") in letter
    assert squash("Bijlage 2: de bronnen") in appended
    assert squash("Wat u nu moet doen") not in appended


def test_pdftotext_reads_it(content: Content, tmp_path: Path) -> None:
    asked = consultation(BORROW)
    (tmp_path / "a.pdf").write_bytes(made(content, asked, "pdf"))
    text = run(program("pdftotext"), "a.pdf", "-", folder=tmp_path).decode()
    assert holds(text, shown(content, asked), "full") == []


def test_a_text_of_any_length_is_set_as_far_as_anyone_reads_and_says_so(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_pdf, "LONGEST_TEXT", 3_000)
    asked = consultation({"purpose": "tidy"}, client="Hier " + "yq" * 2_500 + " **EINDE**", advisor="Q")
    text = squash(pdf_text(made(content, asked, "pdf")))
    assert 1_400 < text.count("yq") < 1_500
    assert re.search(r"\[Hierstaannog20\d\dtekens,teveelvooreenPDF\.Zestaaninhetdossier", text)
    assert "EINDE" not in text
    assert "Peildatum:21november2026" in text, "what comes after it is all there"
