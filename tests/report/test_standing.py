"""What a report says while questions are open, and what is certain already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reasoning import toy
from tests.report.conftest import section
from wizard.app.rows import Rows, text_of
from wizard.app.sections import to_do
from wizard.content.load import load
from wizard.content.model import Content, Verdict
from wizard.dossier.session import Session
from wizard.plain.advice import advice as plain_advice
from wizard.plain.view import status
from wizard.reasoning.advice import advise
from wizard.report.markdown import render
from wizard.report.standing import Duties, standing
from wizard.report.words import first_sentence

SURE = toy.tree("sure", "  n: {ask: what, y: NO, n: NO}\n", NO="forbidden")
MAYBE = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="allowed", B="conditional")


ALREADY = "Dit geldt nu al, ook voor gegevens die u al hebt:"


def toy_content(folder: Path, sure: str, maybe: str) -> Content:
    facts = toy.fact("what", "y", "n") + toy.fact("more", "y", "n")
    return toy.content(folder, facts, {"sure": sure, "maybe": maybe}, "{tree: sure}, {tree: maybe}")


def toy_report(folder: Path, sure: str, maybe: str, level: str = "full") -> str:
    content = toy_content(folder, sure, maybe)
    return render(content, advise(content, content.consults["c"], {"what": "y"}, date(2026, 11, 21)), level=level)


def test_a_settled_advice_with_open_facts_says_that_the_verdict_stands(tmp_path: Path) -> None:
    text = toy_report(tmp_path, SURE, MAYBE)
    assert text.startswith("# Advies: c\n\n## ✗ Nee, dat mag niet\n")
    assert "Het antwoord verandert niet door deze vragen." in section(text, "Wat nog open is")
    assert "**Nog open.**" in section(text, "Waarom, stap voor stap")


@pytest.mark.parametrize(("other", "free"), [("allowed", True), ("forbidden", False)])
def test_the_law_is_only_said_not_to_forbid_when_it_cannot(tmp_path: Path, other: str, free: bool) -> None:
    code = SURE.replace("verdict: forbidden", "verdict: forbidden, force: self_regulation")
    text = toy_report(tmp_path, code, MAYBE.replace("verdict: allowed", f"verdict: {other}"))
    assert "dit volgt uit een gedragscode, niet uit de wet." in text
    assert ("De wet verbiedt het niet." in text) is free


def test_a_verdict_that_is_certain_is_told_with_the_reasons_that_remain(tmp_path: Path) -> None:
    either = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="forbidden", B="forbidden")
    text = toy_report(tmp_path, SURE.replace("verdict: forbidden", "verdict: allowed"), either)
    assert "## ✗ Nee, dat mag niet\n\nDat staat vast, hoe u de open vragen ook beantwoordt. De reden" in text
    assert "\n- A.\n- B.\n" in text.split("## Wat nog open is")[0]
    assert "**✗ Nee, dat mag niet.** (art. 2 Wet)\n\nDe reden hangt nog af van open vragen:\n\n- A.\n- B.\n" in text


def test_the_letter_refers_to_the_reasons_that_stand_with_the_answer(tmp_path: Path) -> None:
    either = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="forbidden", B="forbidden")
    text = toy_report(tmp_path, SURE.replace("verdict: forbidden", "verdict: allowed"), either, "letter")
    assert text.count("\n- A.\n- B.\n") == 1
    assert "- **maybe** ✗ Nee, dat mag niet. De reden staat bij ons antwoord. (art. 2 Wet)" in text


def test_one_reason_that_remains_is_the_reason(tmp_path: Path) -> None:
    same = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="forbidden", B="forbidden").replace("nl: B", "nl: A")
    text = toy_report(tmp_path, SURE.replace("verdict: forbidden", "verdict: allowed"), same)
    assert text.startswith("# Advies: c\n\n## ✗ Nee, dat mag niet\n\nA.\n")


def test_a_reason_that_several_tests_have_is_told_once(tmp_path: Path) -> None:
    one = toy.tree("maybe", "  n: {ask: what, y: A, n: A}\n", A="allowed").replace("nl: A", "nl: Om deze reden")
    both = one.replace("tree: maybe", "tree: sure").replace("nl: maybe", "nl: sure")
    text = section(toy_report(tmp_path, both, one), "Waarom, stap voor stap")
    assert text.count("Om deze reden.") == 1
    assert "### maybe\n\n**✓ Ja, dat mag.** Om dezelfde reden als bij “sure”. (art. 2 Wet)\n" in text


def test_what_was_weighed_at_the_top_is_not_told_again(tmp_path: Path) -> None:
    weighs = toy.tree("maybe", "  n: {ask: what, y: A, n: A}\n", A="assess").replace("nl: A", "nl: Om deze reden")
    free = SURE.replace("verdict: forbidden", "verdict: allowed")
    text = toy_report(tmp_path, free, weighs)
    assert "Om deze reden." in text.split("## Voor welke situatie")[0]
    assert section(text, "Wat u zelf moet afwegen").startswith("\n### maybe\n\nWeeg deze punten")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Dit is zo. En dat ook.", "Dit is zo. En dat ook."),
        ("Dit mag gewoon. En dat ook.", "Dit mag gewoon."),
        ("Zie art. 6 AVG. De wet geldt.", "Zie art. 6 AVG. De wet geldt."),
        ("Jansen B.V. De rest volgt.", "Jansen B.V. De rest volgt."),
        ("Eén zin zonder vervolg.", "Eén zin zonder vervolg."),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_that_is_certain(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_duties_that_every_open_outcome_brings_count_now_and_others_may(tmp_path: Path) -> None:
    free = SURE.replace("verdict: forbidden", "verdict: allowed")
    both = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="conditional", B="conditional")
    assert section(toy_report(tmp_path, free, both), "Wat u nu moet doen").strip() == "- [ ] Doe dit. (art. 2 Wet)"
    one = toy.tree("maybe", "  n: {ask: more, y: A, n: B}\n", A="assess", B="assess")
    one = one.replace("because: {nl: A, en: A},", "because: {nl: A, en: A}, duties: [do],")
    text = toy_report(tmp_path, free, one)
    assert (
        section(text, "Wat u nu moet doen").strip()
        == "Of dit ook moet, hangt nog af van de open vragen:\n\n- [ ] Doe dit. (art. 2 Wet)"
    )
    assert "- w.\n\nOnze lezing: **open**." in section(text, "Wat u zelf moet afwegen")
    leans = one.replace("lean: open", "lean: fails", 1)
    assert "Onze lezing hangt nog af van de open vragen." in toy_report(tmp_path, free, leans)


def test_a_tree_that_may_not_apply_decides_nothing(tmp_path: Path) -> None:
    facts = toy.fact("what", "y", "n") + toy.fact("more", "y", "n")
    parts = "{tree: maybe}, {tree: sure, when: {more: [y]}}"
    content = toy.content(tmp_path, facts, {"sure": SURE, "maybe": MAYBE}, parts)
    text = render(content, advise(content, content.consults["c"], {"what": "y"}, date(2026, 11, 21)))
    assert "## … Nog niet zeker" in text
    assert "### sure\n\n**Nog open.**" in text


def test_when_it_is_forbidden_other_duties_come_after_those_that_count_now(tmp_path: Path) -> None:
    does = toy.tree("maybe", "  n: {ask: what, y: B, n: B}\n", B="conditional")
    now, later = section(toy_report(tmp_path, SURE, does), "Wat u nu moet doen").split("Mocht het later wel mogen")
    assert "Dit mag niet: doe het niet. Doet u het al, stop er dan mee." in now
    assert "- [ ] Doe dit. (art. 2 Wet)" in later
    assert ALREADY not in now + later
    own = SURE.replace("verdict: forbidden", "verdict: forbidden, duties: [do]")
    again = section(toy_report(tmp_path, own, does), "Wat u nu moet doen")
    assert again.strip() == "- [ ] Doe dit. (art. 2 Wet) Dit volgt uit “sure” en “maybe”."
    summary = section(toy_report(tmp_path, own, does, "summary"), "Wat u nu moet doen")
    assert summary.strip() == "- [ ] Doe dit. (art. 2 Wet)"


BOTH = toy.tree("maybe", "  n: {ask: what, y: B, n: B}\n", B="conditional").replace("[do]", "[do, keep]")
"""Two duties, of which one stands by itself."""


def with_standing(folder: Path, *, words: str = "") -> Content:
    """A content whose plan is forbidden, with ``words`` of its own for that in the consult."""
    toy_content(folder, SURE, BOTH.replace("[do, keep]", "[do]"))
    file = folder / "all.yaml"
    text = file.read_text("utf-8")
    keep = "  keep: {text: {nl: Bewaar dit, en: Keep this}, sources: [rule], standing: yes}\n"
    text = text.replace("facts:\n", f"{keep}facts:\n", 1).replace(
        "trees: [{tree: sure}", f"{words}trees: [{{tree: sure}}"
    )
    file.write_text(text, "utf-8")
    (folder / "maybe.yaml").write_text(BOTH, "utf-8")
    return load(folder)


@pytest.mark.parametrize("level", ["full", "summary", "letter"])
def test_what_standing_law_asks_holds_also_while_it_is_forbidden(tmp_path: Path, level: str) -> None:
    content = with_standing(tmp_path)
    advice = advise(content, content.consults["c"], {"what": "y"}, date(2026, 11, 21))
    duties = section(render(content, advice, level=level), "Wat u nu moet doen")
    now, later = duties.split("Mocht het later wel mogen, dan geldt ook dit:")
    stop, already = now.split(ALREADY)
    assert "- [ ]" not in stop
    assert already.strip() == "- [ ] Bewaar dit. (art. 2 Wet)"
    assert later.strip() == "- [ ] Doe dit. (art. 2 Wet)"


def test_where_each_part_is_tested_by_itself_a_no_says_nothing_of_the_others(tmp_path: Path) -> None:
    content = with_standing(tmp_path, words="words: {forbidden: {nl: Niet in orde, en: Not in order}}, ")
    advice = advise(content, content.consults["c"], {"what": "y"}, date(2026, 11, 21))
    assert standing(content, advice).duties() == Duties(("do", "keep"))
    own = SURE.replace("verdict: forbidden", "verdict: forbidden, duties: [do]")
    (tmp_path / "sure.yaml").write_text(own, "utf-8")
    content = load(tmp_path)
    advice = advise(content, content.consults["c"], {"what": "y"}, date(2026, 11, 21))
    duties = section(render(content, advice), "Wat u nu moet doen")
    now, besides = duties.split("Voor het overige geldt dit:")
    assert now.strip() == "- [ ] Doe dit. (art. 2 Wet) Dit volgt uit “sure” en “maybe”."
    assert besides.strip() == "- [ ] Bewaar dit. (art. 2 Wet)"


def test_every_door_divides_duties_alike(tmp_path: Path) -> None:
    content = with_standing(tmp_path)
    session = Session(content, "nl", date(2026, 11, 21), tmp_path / "mine")
    session.start("c")
    session.answer({"what": "y"})
    advice = session.consultation.advice(content)
    doors = {
        "app": text_of(Rows(to_do(session, advice))),
        "plain": "\n".join(plain_advice(content, session.consultation, "nl")),
        "status": "\n".join(status(session)),
    }
    for door, text in doors.items():
        assert text.index(ALREADY.rstrip(":")) < text.index("Bewaar dit") < text.index("Doe dit"), door
        assert text[text.index("Bewaar dit") :].index("geldt ook") < text[text.index("Bewaar dit") :].index(
            "Doe dit"
        ), door


def test_telling_people_holds_already_when_the_call_is_forbidden(law: Content) -> None:
    case = law.cases["cold-call-consumer"]
    advice = advise(law, law.consults["approach"], case.facts, date(2026, 11, 21), explore=False)
    found = standing(law, advice).duties()
    assert advice.verdict is Verdict.FORBIDDEN
    assert "inform-elsewhere" in found.standing
    assert "mention-objection" in found.later
