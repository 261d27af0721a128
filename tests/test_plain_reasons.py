"""Reasons of which one will hold, line by line and in the report: each door says that it is this one or that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.driving import CONTENT, TODAY
from tests.reasoning import toy
from wizard.content.model import UNKNOWN, Content
from wizard.dossier.session import Session
from wizard.plain.advice import advice as plain_advice
from wizard.plain.view import status
from wizard.report.markdown import render

ON = date(2026, 11, 22)


def begun(content: Content, consult: str, facts: dict[str, str], on: date, language: str = "nl") -> Session:
    session = Session(content, language, on)
    session.start(consult)
    session.answer(facts)
    return session


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "Een van deze redenen: Zonder sleutel mag u de fiets niet meenemen. "
            "Of: De huisregels zeggen nee tegen bezoekers. De verordening niet.",
        ),
        (
            "en",
            "One of these reasons: Without a key you may not take the bicycle. "
            "Or: The house rules say no to visitors. The bylaw does not.",
        ),
    ],
)
def test_alternatives_are_told_as_alternatives(language: str, said: str) -> None:
    """Nobody may take the bicycle home: visitors because of the house rules, others for want of a key."""
    session = begun(CONTENT, "bicycle", {"purpose": "commute", "borrower": UNKNOWN, "keyholder": "no"}, TODAY, language)
    assert said in status(session)
    rows = plain_advice(CONTENT, session.consultation, language)
    assert rows.count(said) == 1  # at the top
    assert rows.count(f"  {said}") == 1  # where the test is told


def test_what_is_left_out_of_the_alternatives_is_counted(tmp_path: Path) -> None:
    answers = [f"a{n}" for n in range(6)]
    ways = ", ".join(f"{answer}: {answer.upper()}" for answer in answers)
    tree = toy.tree("t", f"  n: {{ask: more, {ways}}}\n", **{answer.upper(): "forbidden" for answer in answers})
    content = toy.content(tmp_path, toy.fact("more", *answers), {"t": tree}, "{tree: t}")
    session = begun(content, "c", {"more": UNKNOWN}, ON)
    assert "Een van deze redenen: A0. Of: A1. Of: A2. Of: A3. Of nog 2 andere." in status(session)


def open_content(folder: Path) -> Content:
    """A tree that is open: it may be forbidden for one of two reasons, or allowed."""
    facts = toy.fact("more", "a", "b", "c")
    tree = toy.tree("t", "  n: {ask: more, a: A, b: B, c: C}\n", A="forbidden", B="forbidden", C="allowed")
    return toy.content(folder, facts, {"t": tree}, "{tree: t}")


def test_what_an_open_test_may_still_come_to_is_told_alike(tmp_path: Path) -> None:
    content = open_content(tmp_path)
    session = begun(content, "c", {"more": UNKNOWN}, ON)
    rows = plain_advice(content, session.consultation, "nl")
    assert "  Nee, dat mag niet: A. Of: B. (art. 2 Wet)" in rows
    assert "  Ja, dat mag: C. (art. 2 Wet)" in rows


@pytest.mark.parametrize(
    ("language", "heading", "yes", "no"),
    [
        ("nl", "Waarom", "**✓ Ja, dat mag:** C. (art. 2 Wet)", "**✗ Nee, dat mag niet:** A. Of: B. (art. 2 Wet)"),
        ("en", "Why", "**✓ Yes, allowed:** C. (art. 2 Act)", "**✗ No, not allowed:** A. Or: B. (art. 2 Act)"),
    ],
)
def test_the_letter_gives_the_reasons_of_a_test_that_is_open(
    tmp_path: Path, language: str, heading: str, yes: str, no: str
) -> None:
    content = open_content(tmp_path)
    session = begun(content, "c", {"more": UNKNOWN}, ON)
    advice = session.consultation.advice(content)
    letter = render(content, advice, language, consultation=session.consultation, level="letter")
    why = letter.split(f"\n## {heading}\n")[1].split("\n## ")[0].strip().splitlines()
    assert why[0].startswith("- **t** ")
    assert why[1:] == [f"  - {yes}", f"  - {no}"]
    full = render(content, advice, language, consultation=session.consultation)
    assert f"\n- {yes}\n- {no}\n" in full
