"""The levels of a report say the same about what is open, as do the app and line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reasoning import toy
from tests.report.readers import pdf
from tests.report.test_real import asked_in
from wizard.app.rows import Rows, text_of
from wizard.app.sections import still_open
from wizard.content.model import Case, Content
from wizard.dossier.session import Session
from wizard.plain.advice import advice as plain_advice
from wizard.reasoning.advice import advise
from wizard.report.export import export
from wizard.report.markdown import LEVELS, render
from wizard.report.pages import too_long
from wizard.report.remarks import in_summary
from wizard.words import TURN

DAY = date(2026, 11, 21)
OTHER = toy.tree("other", "  n: {ask: more, y: A, n: B}\n", A="allowed", B="conditional")


@pytest.fixture(params=["forbidden", "allowed"])
def toy_law(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Content, bool]:
    """A plan with one question open, and whether its verdict is certain all the same."""
    facts = toy.fact("what", "y", "n") + toy.fact("more", "y", "n")
    one = toy.tree("one", "  n: {ask: what, y: X, n: X}\n", X=request.param)
    content = toy.content(tmp_path, facts, {"one": one, "other": OTHER}, "{tree: one}, {tree: other}")
    return content, request.param == "forbidden"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_level_and_door_says_what_the_open_questions_can_change(
    toy_law: tuple[Content, bool], language: str, tmp_path: Path
) -> None:
    content, settled = toy_law
    session = Session(content, language, DAY, tmp_path / "mine")
    session.start("c")
    session.answer({"what": "y"})
    said = session.consultation
    advice = said.advice(content)
    assert advice.settled is settled
    assert advice.open
    places = {level: render(content, advice, language, consultation=said, level=level) for level in LEVELS}
    places["plain"] = "\n".join(plain_advice(content, said, language))
    places["app"] = text_of(Rows(still_open(session, advice)))
    for place, text in places.items():
        told = " ".join(text.split())
        assert TURN[settled].in_(language) in told, place
        assert TURN[not settled].in_(language) not in told, place
        if settled:
            assert "advies kan daardoor anders worden" not in told, place


REMARK = "Let op deze afspraak met de klant. " * 110
"""As long as a remark can be."""


def summary(law: Content, case: Case, sections: Sequence[str], timeline: bool = False) -> tuple[bytes, str]:
    """The summary of a case with a long remark on each of ``sections``, as PDF, and what is said of its pages."""
    asked = replace(asked_in(case), remarks=dict.fromkeys(sections, REMARK))
    advice = asked.advice(law)
    made = export(law, advice, "nl", "pdf", level="summary", consultation=asked, timeline=timeline)
    text = render(law, advice, "nl", consultation=asked, level="summary")
    assert text.count("… (lees verder in het volledige advies)") == len(sections)
    full = render(law, advice, "nl", consultation=asked, level="full")
    assert full.count(REMARK.strip()) == len(sections)
    return made, too_long(made, "pdf", "summary", "nl")


def test_a_summary_with_long_remarks_fits_on_one_page(law: Content) -> None:
    for case in list(law.cases.values())[::75]:
        made, said = summary(law, case, ("verdict", "duties"))
        assert len(pdf(made).pages) == 1, case.id
        assert said == ""


def test_where_a_summary_takes_more_than_a_page_that_is_said(law: Content) -> None:
    made, said = summary(law, law.cases["edge-robot-donor"], ("verdict", "duties"), timeline=True)
    assert said == f"Let op: de samenvatting telt {len(pdf(made).pages)} bladzijden."
    assert len(pdf(made).pages) > 1
    assert too_long(made, "pdf", "full", "nl") == too_long(made, "docx", "summary", "nl") == ""


def test_a_remark_is_cut_after_a_word_and_only_where_it_must() -> None:
    short = {"verdict": ("Een.", "Twee."), "duties": ("x" * 200,), "account": ("y" * 9000,)}
    assert {**in_summary(short, "nl"), "account": ()} == {**short, "account": ()}
    (cut,) = in_summary({"verdict": ("een twee " * 90,)}, "en")["verdict"]
    assert re.search(r" (een|twee) … \(read on in the full advice\)$", cut)
    assert in_summary({"verdict": tuple("abcd")}, "nl")["verdict"][3] == "(lees verder in het volledige advies)"
    assert len(in_summary({"verdict": ("z" * 9000,)}, "nl")["verdict"][0]) < 700


@pytest.mark.parametrize(
    ("case", "said"), [("switchboard-of-a-bv", "Over een punt"), ("manager-named-on-linkedin", "Over 2 punten")]
)
def test_the_summary_counts_the_points_on_which_opinions_differ(law: Content, case: str, said: str) -> None:
    advice = advise(law, law.consults["approach"], law.cases[case].facts, date(2026, 11, 21))
    assert f"{said} verschillen de meningen" in render(law, advice, "nl", level="summary")
