"""Why it is so, where the verdict is certain but several outcomes remain: every door says what the report says."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from tests.app.driving import CONTENT, TODAY
from tests.reasoning import toy
from wizard.app.presenting import presented
from wizard.app.rows import Rows, text_of
from wizard.app.sections import sections, verdict
from wizard.app.sofar import so_far
from wizard.content.load import load
from wizard.content.model import UNKNOWN, Content
from wizard.dossier.consultation import Consultation
from wizard.dossier.session import Session
from wizard.plain.advice import advice as plain_advice
from wizard.plain.view import status
from wizard.report import view
from wizard.report.build import build

COMMUTER = {"purpose": "commute", "borrower": "unknown", "keyholder": "no"}
"""Nobody may take the bicycle home: visitors because of the house rules, others for want of a key."""
REASONS = ("Zonder sleutel mag u de fiets niet meenemen.", "De huisregels zeggen nee tegen bezoekers.")


def begun(content: Content, consult: str, facts: dict[str, str], on: date = TODAY) -> Session:
    session = Session(content, "nl", on)
    session.start(consult)
    session.answer(facts)
    return session


def everywhere(session: Session) -> dict[str, str]:
    """What each place says: the top of the advice, the pane beside a question, for a projector, and line by line."""
    advice = session.consultation.advice(session.content)
    return {
        "verdict": text_of(verdict(session, advice)),
        "beside": text_of(Rows(so_far(session, session.advice))),
        "presented": text_of(presented(session, advice)),
        "status": "\n".join(status(session)),
        "plain": "\n".join(plain_advice(session.content, session.consultation, "nl")),
    }


def shown(session: Session) -> view.View:
    said = session.consultation
    return build(session.content, said.advice(session.content), "nl", said)


def test_reasons_of_which_one_will_hold_stand_everywhere() -> None:
    session = begun(CONTENT, "bicycle", COMMUTER)
    assert len(shown(session).either) == 2
    for place, text in everywhere(session).items():
        for reason in REASONS:
            assert reason in text, place
    said = {section.name: text_of(section.text) for section in sections(session, session.consultation.advice(CONTENT))}
    assert "De reden hangt nog af van open vragen. Een van deze:" in said["why"]
    assert all(f"• {reason}" in said["why"] for reason in REASONS)


PASSED = toy.tree("passed", "  n: {ask: what, y: FINE, n: FINE}\n", FINE="allowed")
OPEN = """\
tree: open
title: {nl: open, en: open}
nodes:
  first: {test: passed, FINE: n}
  n: {ask: more, y: A, n: B}
outcomes:
  A: {verdict: forbidden, because: {nl: Om A, en: For A}, sources: [rule]}
  B: {verdict: forbidden, because: {nl: Om B, en: For B}, sources: [rule]}
"""


@pytest.mark.parametrize(("other", "settled"), [("forbidden", True), ("allowed", False)])
def test_the_reason_of_a_test_passed_on_the_way_is_not_the_reason(tmp_path: Path, other: str, settled: bool) -> None:
    facts = toy.fact("what", "y", "n") + toy.fact("more", "y", "n")
    passed = PASSED.replace("nl: FINE, en", "nl: Dit staat het niet in de weg, en")
    tree = OPEN.replace("B: {verdict: forbidden", f"B: {{verdict: {other}")
    content = toy.content(tmp_path, facts, {"passed": passed, "open": tree}, "{tree: open}")
    session = begun(content, "c", {"what": "y", "more": UNKNOWN}, date(2026, 11, 21))
    advice = session.consultation.advice(content)
    assert advice.settled is settled
    said = {section.name: text_of(section.text) for section in sections(session, advice)}
    for text in (text_of(verdict(session, advice)), text_of(Rows(so_far(session, session.advice)))):
        assert "in de weg" not in text
        assert ("Om A." in text and "Om B." in text) is settled
    assert "Om A." in said["why"]
    assert "Om B." in said["why"]
    assert "\n  Dit staat het niet in de weg" not in said["why"]


def test_where_no_single_finding_carries_it_the_reasons_of_each_are_named(tmp_path: Path) -> None:
    facts = toy.fact("more", "y", "n")
    one = toy.tree("one", "  n: {ask: more, y: A, n: B}\n", A="forbidden", B="allowed")
    other = toy.tree("other", "  n: {ask: more, y: C, n: D}\n", C="allowed", D="forbidden")
    content = toy.content(tmp_path, facts, {"one": one, "other": other}, "{tree: one}, {tree: other}")
    session = begun(content, "c", {"more": UNKNOWN}, date(2026, 11, 21))
    found = shown(session)
    assert found.settled
    assert found.either == ("A.", "D.")
    assert "• A.\n• D." in text_of(verdict(session, session.advice))


def test_the_app_gives_the_reasons_of_the_report_whatever_is_unknown() -> None:
    """Over the real trees, many questions answered with "don't know": four where it is certain, but not why."""
    content, chance, compared = load(), random.Random(20261122), 0
    for _ in range(500):
        if compared == 4:
            return
        said = Consultation(chance.choice(list(content.consults)), TODAY)
        while (question := said.question(content)) is not None:
            for fact in question.facts:
                answers = [*content.facts[fact].answers]
                unknown = not answers or chance.random() < 0.4
                said = said.answer(fact, UNKNOWN if unknown else chance.choice(answers))
        advice = said.advice(content, explore=False)
        if not advice.settled or all(finding.outcome for finding in advice.deciding):
            continue
        compared += 1
        session = begun(content, said.consult, said.facts)
        found = build(content, advice, "nl", said)
        rows = text_of(verdict(session, advice)).splitlines()
        wanted = [found.reason] if found.reason else [f"• {reason}" for reason in found.either]
        assert wanted, said.facts
        assert rows[1 + (not found.reason) :][: len(wanted)] == wanted, said.facts
    pytest.fail(f"found only {compared}")
