"""Text of others in every form: shown to the letter, never read as markup or code, and nothing lost around it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import HOSTILE, LONG
from tests.report.readers import HTML, pdf, squash, text_of, tree, word_page
from tests.report.test_export import BORROW, DOCUMENTS, consultation, holds, made, shown
from wizard.content.model import Content
from wizard.report.as_pdf import _UNSURE
from wizard.report.document import clean
from wizard.report.markdown import LEVELS


def in_pdf(text: str) -> str:
    """``text`` where a sign may stand as its number, because this machine has no letters for it."""
    return "".join(f"[U+{ord(sign):04X}]" if _UNSURE.fullmatch(sign) else sign for sign in text)


def found(text: str, said: str, form: str) -> bool:
    """Whether ``text`` is in what a reader said.

    A reader of PDF may turn a line that runs from right to left, and say a letter once for each of its marks.
    """
    words = re.findall("\\S[\u0300-\u036f]+|[^\\s\u0300-\u036f]+(?![\u0300-\u036f])", text) if form == "pdf" else [text]
    wanted = [squash(word) for part in words for word in clean(part).split()]
    read = squash(said)
    composed = unicodedata.normalize("NFC", read)
    return all(
        any(
            one in read or unicodedata.normalize("NFC", one) in composed
            for one in ([word, word[::-1], squash(in_pdf(word))] if form == "pdf" else [word])
        )
        for word in wanted
    )


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_and_costs_nothing_around_it(content: Content, name: str, form: str) -> None:
    """Every text in every form; the three levels take turns."""
    text = HOSTILE[name]
    level = list(LEVELS)[(list(HOSTILE).index(name) + DOCUMENTS.index(form)) % 3]
    asked = consultation(BORROW, client=text, matter=text, advisor=text, remarks={"duties": text}).note(
        "borrower", text
    )
    said = text_of(form, made(content, asked, form, level))
    bare = re.sub("[\u0300-\u036f]", "", said)  # pypdf may say the mark of one letter with all letters like it
    assert holds(bare, shown(content, asked), level) == []
    assert found(text, said, form)
    assert "49" not in squash(said) or name != "jinja"


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("name", ["words", "turned"])
def test_a_megabyte_on_one_line(content: Content, name: str, form: str) -> None:
    text = LONG[name][: 60_000 if form == "pdf" else None]  # a reader of PDF takes a minute for more
    asked = consultation(BORROW).note("borrower", text)
    file = made(content, asked, form)
    said = text_of(form, file)
    assert holds(said, shown(content, asked), "full") == []
    assert squash(said).count(text[0]) >= text.count(text[0])
    assert form != "pdf" or len(pdf(file).pages) > 9  # not on one line that runs off the paper


def skeleton(page: bytes) -> list[str]:
    """The elements of a page, without their text, and without those that set text apart which runs the other way."""
    return [
        element.tag for element in tree(page).iter() if isinstance(element.tag, str) and element.tag != f"{HTML}bdi"
    ]


@pytest.mark.parametrize("name", [name for name in list(HOSTILE)[1::2] if name != "lines"])
def test_hostile_text_adds_no_element_to_a_page(content: Content, name: str) -> None:
    plain = consultation(BORROW, client="x", remarks={"duties": "x"}).note("borrower", "x")
    text = HOSTILE[name]
    asked = consultation(BORROW, client=text, remarks={"duties": text}).note("borrower", text)
    for level in ("full", "letter"):
        assert skeleton(made(content, asked, "html", level)) == skeleton(made(content, plain, "html", level))


@pytest.mark.parametrize("name", [name for name in list(HOSTILE)[1::2] if name != "lines"])
def test_hostile_text_adds_no_heading_list_or_link_to_a_word_file(content: Content, name: str) -> None:
    def shape(asked_for: str) -> list[str]:
        asked = consultation(BORROW, client=asked_for, remarks={"duties": asked_for}).note("borrower", asked_for)
        page = word_page(made(content, asked, "docx"))
        kinds = ("h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "th", "a", "p")
        return [tag for element in page.iter() if (tag := element.tag.removeprefix(HTML)) in kinds]

    assert shape(HOSTILE[name]) == shape("x")


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_page_and_a_word_file(content: Content, text: str) -> None:
    asked = consultation({"purpose": "tidy"}, client=text, remarks={"why": text}).note("purpose", text)
    for form in ("html", "docx"):
        assert found(re.sub(r"\s+", " ", clean(text)), text_of(form, made(content, asked, form)), form)


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_pdf(content: Content, text: str) -> None:
    asked = consultation({"purpose": "tidy"}).note("purpose", text)
    assert holds(text_of("pdf", made(content, asked, "pdf")), shown(content, asked), "full") == []
