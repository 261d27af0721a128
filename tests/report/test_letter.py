"""The letter of an ordinary advice: which variant it is about, what the others come to, and whose words stand in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.report.conftest import section
from tests.report.readers import squash, text_of
from tests.report.test_ways import BROKEN, FINE, HOSTILE, varied, written
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation, Given
from wizard.report.export import export

BESIDE = {"kapot": {"brakes_work": "no"}, "bezoek": {"borrower": "visitor"}}


def opening(text: str) -> str:
    """What stands before the first heading below the title, on one line."""
    return " ".join(text.split("\n## ")[0].split())


def test_a_letter_on_a_variant_says_so_at_once_and_what_the_others_come_to(content: Content) -> None:
    said = varied(FINE, **BESIDE)
    told = opening(written(content, said.take(0), level="letter"))
    assert told.endswith(
        "Dit advies gaat over **de variant “kapot”**. Uw plan zelf komt uit op **Ja, mits**; de variant “bezoek” op"
        " **Nee, dat mag niet**. Verderop staan ze naast elkaar."
    )
    english = opening(written(content, said.take(1), "en", "letter"))
    assert "This advice is about **the variant “bezoek”**. Your plan itself comes to **Yes, provided**;" in english
    assert "the variant “kapot” to **No, not allowed**." in english


def test_a_letter_on_the_plan_names_its_variants(content: Content) -> None:
    told = opening(written(content, varied(FINE, **BESIDE), level="letter"))
    assert "Dit advies gaat over **uw plan zelf**. De variant “kapot” komt uit op **Nee, dat mag niet**; de" in told


def test_while_open_all_that_is_possible_is_named(content: Content) -> None:
    said = varied({"purpose": "errand", "borrower": "employee", "keyholder": "no"}, sleutel={"keyholder": "yes"})
    told = opening(written(content, said, level="letter"))
    assert "De variant “sleutel” komt uit op **Nee, dat mag niet** of **Zelf afwegen** of **Ja, mits**." in told


def test_without_variants_nothing_is_said_of_them(content: Content) -> None:
    assert "Dit advies gaat over" not in written(content, varied(FINE), level="letter")


def test_a_name_is_shown_to_the_letter(content: Content) -> None:
    text = written(content, varied(FINE).vary(HOSTILE, {"brakes_work": "no"}), level="letter")
    told = opening(text)
    assert "<script>" not in told
    assert "](https" not in told.replace("\\](https", "").replace("\\]\\(https", "")
    assert "{{ 7*7 }}" in told.replace("\\", "")


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_every_form_has_it_on_the_first_page(content: Content, form: str) -> None:
    said = varied(FINE, **BESIDE).take(0)
    found = squash(text_of(form, export(content, said.advice(content), "nl", form, consultation=said, level="letter")))
    sentence = squash("Dit advies gaat over de variant “kapot”. Uw plan zelf komt uit op Ja, mits;")
    assert sentence in found
    assert found.index(sentence) < found.index(squash("✗ Nee, dat mag niet"))


# ---------------------------------------------------------------- notes


NOTED = Consultation(
    "bicycle",
    date(2026, 11, 22),
    {fact: Given(answer) for fact, answer in BROKEN.items()}
    | {"brakes_work": Given("no", "client twijfelt, navragen bij Piet"), "tyres_hard": Given("unknown", "Noor belt")},
)


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Nog uit te zoeken: Noor belt"), ("en", "found out: Noor belt")]
)
def test_notes_of_the_advisor_stay_inside_but_who_finds_out_is_told(
    content: Content, language: str, words: str
) -> None:
    answers = {name: given for name, given in NOTED.shared.items() if name != "keyholder"}
    said = replace(NOTED, shared={**answers, "brakes_work": Given("yes", "client twijfelt, navragen bij Piet")})
    text = written(content, said, language, "letter")
    assert words in text
    assert "Piet" not in text
    assert "Uw notitie" not in text
    full = written(content, said, language)
    assert "navragen bij Piet" in full
    assert "Noor belt" in full


def test_the_situation_of_the_letter_has_questions_and_answers_alone(content: Content) -> None:
    situation = section(written(content, NOTED, level="letter"), "Bijlage 1: de situatie")
    assert "- Doen de remmen het? **Nee**\n" in situation
