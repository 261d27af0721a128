"""Every form and level of a report, read back by a reader that knows nothing of this program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.report.readers import squash, text_of
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation, Given
from wizard.report.build import build
from wizard.report.export import FORMATS, Look, export, house
from wizard.report.fault import ReportError
from wizard.report.forms import form_of
from wizard.report.markdown import LEVELS
from wizard.report.view import SECTIONS, View

ON = date(2026, 11, 21)
BORROW = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-05-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}
SITUATIONS = {
    "conditional": BORROW,
    "assess": BORROW | {"bought": "2014-06-01"},
    "forbidden": BORROW | {"last_check": "2024-05-01"},
    "curable": BORROW | {"keyholder": "no"},
    "not_applicable": {"purpose": "tidy"},
    "open": {"purpose": "commute", "borrower": "unknown"},
}
DOCUMENTS = [form for form in FORMATS if form != "md"]


def consultation(facts: dict[str, str], **about: object) -> Consultation:
    return Consultation("bicycle", ON, {fact: Given(answer) for fact, answer in facts.items()}, **about)  # type: ignore[arg-type]


def made(
    content: Content,
    asked: Consultation,
    form: str,
    level: str = "full",
    language: str = "nl",
    look: Look | None = None,
) -> bytes:
    return export(
        content,
        asked.advice(content),
        language,
        form,
        level=level,
        look=look,
        consultation=asked,
        version="1.2.3",
        made=date(2026, 11, 22),
    )


def shown(content: Content, asked: Consultation, language: str = "nl") -> View:
    return build(content, asked.advice(content), language, asked)


def holds(text: str, view: View, level: str) -> list[str]:
    """What of the verdict, the duties and (but in a summary) the sources is missing from ``text``."""
    said = squash(text)
    wanted = [view.verdict.word, *(duty.text for duty in (*view.duties, *view.maybe_duties, *view.other_duties))]
    if level != "summary":
        for source in view.sources:
            wanted += [source.text, *source.says]
    return [one for one in wanted if squash(one) not in said]


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_form_and_level_holds_the_verdict_every_duty_and_every_source(
    content: Content, situation: str, level: str, form: str
) -> None:
    asked = consultation(SITUATIONS[situation])
    view = shown(content, asked)
    assert level == "summary" or view.sources
    assert holds(text_of(form, made(content, asked, form, level)), view, level) == []


@pytest.mark.parametrize("form", DOCUMENTS)
def test_the_check_above_misses_what_is_not_there(content: Content, form: str) -> None:
    """Guards the guard: the report on one situation does not hold what another one must."""
    text = text_of(form, made(content, consultation(SITUATIONS["not_applicable"]), form))
    view = shown(content, consultation(BORROW))
    assert len(holds(text, view, "full")) > len(view.duties)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_same_advice_gives_the_same_bytes(content: Content, form: str, level: str) -> None:
    asked = consultation(BORROW)
    assert made(content, asked, form, level) == made(content, asked, form, level)


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("level", LEVELS)
def test_remarks_of_the_advisor_and_whom_it_is_for(content: Content, form: str, level: str) -> None:
    about = {"client": "Jansen & Zn.", "matter": "Fietsplan", "advisor": "mr. A. de Vries"}
    remarks = {"duties": "Eerste regel.\n\nTweede regel.", "verdict": "Zo ziet ook de conciërge het."}
    text = squash(text_of(form, made(content, consultation(BORROW, **about, remarks=remarks), form, level)))
    for said in (*about.values(), "Eerste regel.", "Tweede regel.", "Opmerking van uw adviseur:", "Zo ziet ook de"):
        assert squash(said) in text


@pytest.mark.parametrize(("level", "without"), [("full", set()), ("letter", {"decides", "account"})])
def test_no_remark_is_lost(content: Content, level: str, without: set[str]) -> None:
    for facts in (BORROW, SITUATIONS["open"], SITUATIONS["assess"]):
        text = made(content, consultation(facts, remarks={name: f"Bij {name}." for name in SECTIONS}), "md", level)
        shown = {name for name in SECTIONS if f"Bij {name}." in text.decode()}
        assert set(SECTIONS) - shown == without


def test_a_remark_brings_its_section(content: Content) -> None:
    bare = made(content, consultation(SITUATIONS["not_applicable"]), "md").decode()
    assert "## Wat u in plaats daarvan kunt doen" not in bare
    asked = consultation(SITUATIONS["not_applicable"], remarks={"options": "Neem de tram."})
    said = made(content, asked, "md").decode().split("## Wat u in plaats daarvan kunt doen\n\n")[1]
    assert said.startswith("> **Opmerking van uw adviseur:** Neem de tram.\n\n## ")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_letter_says_what_is_still_to_be_filled_in(content: Content, language: str) -> None:
    text = made(content, consultation(BORROW), "md", "letter", language).decode()
    blank = {"nl": ["[naam van de cliënt]", "[adres]", "[naam van de adviseur]", "22 november 2026"]}
    blank["en"] = ["[name of the client]", "[address]", "[name of the advisor]", "22 November 2026"]
    for said in blank[language]:
        assert said in text.replace("\\", "")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "md"),
        ("a.MD", "md"),
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("b.docx", "docx"),
        ("b.Pdf", "pdf"),
        ("c", "md"),
    ],
)
def test_a_name_says_its_form(name: str, form: str) -> None:
    assert form_of(Path(name)) == form


def test_a_house_style_that_is_only_a_look(content: Content, tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("h1 { color: #123456 }")
    page = made(content, consultation(BORROW), "html", look=house(tmp_path)).decode()
    assert "h1 { color: #123456 }" in page
    assert "Advies: De kantoorfiets lenen" in page


def test_a_house_style_that_is_not_there(tmp_path: Path) -> None:
    assert house() == Look()
    assert house(tmp_path).templates == tmp_path.resolve()
    with pytest.raises(ReportError, match="gone"):
        house(tmp_path / "gone")
    with pytest.raises(ReportError, match=r"no\.docx"):
        assert house(tmp_path, tmp_path / "no.docx").word_style
    with pytest.raises(ReportError):
        house(tmp_path / ("x" * 5000))
