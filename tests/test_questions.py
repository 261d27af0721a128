"""Every question has a point: some case is asked it, and for some case the answer matters. Journeys stay short."""

from datetime import date

import pytest

from wizard.content.load import load
from wizard.content.model import UNKNOWN, Ask, Before, Case, Since
from wizard.content.needs import needed
from wizard.dossier.consultation import Consultation
from wizard.reasoning.deadline import starts
from wizard.reasoning.question import FULL, QUICK

LAW = load(cases=True)
TODAY = date(2026, 11, 21)
CONSULTS = tuple(LAW.consults)
NEEDED = {name: needed(LAW, consult) for name, consult in LAW.consults.items()}


def journey(case: Case, on: date, depth: str) -> list[tuple[str, ...]]:
    """The screens that ``case`` is asked, in order."""
    known = {**case.facts, **(case.answers[on].facts if on in case.answers else {})}
    consultation = Consultation(case.consult, on, depth=depth)
    screens = []
    while (question := consultation.question(LAW)) is not None:
        screens.append(question.facts)
        for fact in question.facts:
            consultation = consultation.answer(fact, known.get(fact) or LAW.facts[fact].presumed or UNKNOWN)
    return screens


NEVER_ASKED = ("proof_requested",)
"""A deadline counts from it when a file of facts gives it."""


def asked_by_its_cases(fact: str) -> bool:
    """Whether some case is asked ``fact``: those that give it first, then the others of the consults that read it."""
    recording = [name for name in CONSULTS if fact in LAW.consults[name].record]
    reading = recording or [name for name in CONSULTS if ("facts", fact) in NEEDED[name]]
    listed = [case for case in LAW.cases.values() if case.consult in reading]
    listed.sort(key=lambda case: fact not in case.facts)
    return any(fact in screen for case in listed for on in case.answers for screen in journey(case, on, FULL))


@pytest.mark.parametrize("fact", [fact for fact in LAW.facts if fact not in NEVER_ASKED])
def test_every_question_is_asked_of_somebody_because_its_answer_matters(fact: str) -> None:
    """`next_question` asks only what can still change an outcome (held in test_laws), so being asked is mattering."""
    assert asked_by_its_cases(fact)


@pytest.mark.parametrize("fact", NEVER_ASKED)
def test_what_is_never_asked_is_read_by_no_tree(fact: str) -> None:
    nodes = [node for tree in LAW.trees.values() for node in tree.nodes.values()]
    assert not [node for node in nodes if isinstance(node, Ask | Since | Before) and node.fact == fact]
    assert not [consult for consult in LAW.consults.values() if fact in consult.record]
    assert [duty for duty in LAW.duties.values() if fact in starts(duty)]


@pytest.mark.parametrize("consult", CONSULTS)
def test_ordinary_journeys_take_at_most_eight_screens(consult: str) -> None:
    """The easy cases (level 1) of today, at quick depth: at least nine in ten, and half of them in six or fewer."""
    cases = [case for case in LAW.cases.values() if case.consult == consult and case.level == 1]
    lengths = sorted(len(journey(case, max(case.answers), QUICK)) for case in cases)
    assert len(lengths) >= 5
    assert lengths[len(lengths) // 2] <= 7
    assert lengths[len(lengths) * 9 // 10 - 1] <= 8, lengths
