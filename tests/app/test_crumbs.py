"""The line above the question: every crumb says something on its own."""

from dataclasses import replace

import pytest

from tests.app.driving import CONTENT, TODAY, drive, press, seen
from wizard.app.crumbs import MOST, crumbs, no_crumbs
from wizard.content.model import Lead, Place, Text
from wizard.dossier.session import Session
from wizard.reasoning.question import Question

BEFORE = {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
DATES = {"last_check": "2026-01-01", "bought": "2020-01-01"}
GROUP = ("brakes_work", "lights_work", "tyres_hard")


OTHER = Question(("nothing",))


def said(answers, language="nl", content=CONTENT, question=OTHER):
    session = Session(content, language, TODAY)
    session.start("bicycle")
    session.answer(answers)
    return list(crumbs(session, question))


def test_yes_and_no_go_with_their_question_and_other_answers_stand_alone():
    assert said(BEFORE) == ["Een boodschap voor kantoor", "Werknemer", "Hebt u de sleutel? ja"]
    assert said(BEFORE | {"keyholder": "no"})[-1] == "Hebt u de sleutel? nee"
    assert said(BEFORE, "en")[-1] == "Do you have the key? yes"


def test_what_is_not_known_and_dates_go_with_their_question_too():
    assert said({"purpose": "unknown"}) == ["Waarvoor neemt u de fiets mee? weet niet"]
    assert said({"purpose": "unknown"}, "en") == ["What do you take the bicycle for? don't know"]
    assert said(BEFORE | DATES)[-1] == "Wanneer is de fiets gekocht? 1 januari 2020"


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        (("yes", "yes", "no"), "2 van 3 ja"),
        (("yes", "unknown", "no"), "1 van 2 ja, 1 onbekend"),
        (("unknown", "unknown", None), "2 onbekend"),
        (("no", "no", "no"), "0 van 3 ja"),
        (("yes", "no", None), "1 van 2 ja"),
    ],
)
def test_a_checklist_counts_what_was_answered_and_names_what_is_not_known(given, counts):
    answers = {fact: answer for fact, answer in zip(GROUP, given, strict=True) if answer}
    title = CONTENT.group_of["brakes_work"].question.nl
    crumb = said(BEFORE | DATES | answers)[-1]
    assert crumb.endswith(f" {counts}")
    assert title.startswith(crumb.removesuffix(counts).rstrip(" …"))


def test_a_checklist_that_is_being_filled_in_is_not_there():
    answers = BEFORE | DATES | {"brakes_work": "yes", "lights_work": "yes"}
    assert "van 2 ja" not in " ".join(said(answers, question=Question(GROUP)))


def test_what_is_long_is_cut_after_a_word():
    label = "Iemand zegt dat hij van u nooit toestemming heeft gevraagd, en dat dit niet mag"
    fact = CONTENT.facts["borrower"]
    employee = fact.answers["employee"]._replace(label=Text(label, label))
    asked = Text("Hebt u de sleutel van de schuur achter het kantoor gekregen?", "Key?")
    facts = {
        **CONTENT.facts,
        "borrower": fact._replace(answers={**fact.answers, "employee": employee}),
        "keyholder": CONTENT.facts["keyholder"]._replace(question=asked),
    }
    _, borrower, key = said(BEFORE, content=replace(CONTENT, facts=facts))
    assert borrower == "Iemand zegt dat hij van u nooit …"
    assert key == "Hebt u de sleutel van de schuur achter … ja"
    assert max(len(borrower), len(key)) <= MOST


@pytest.mark.parametrize(
    ("language", "none", "one", "two"),
    [
        ("nl", "Nog geen antwoorden.", "1 antwoord meegenomen", "2 antwoorden meegenomen"),
        ("en", "No answers yet.", "1 answer carried along", "2 answers carried along"),
    ],
)
def test_answers_that_came_along_but_are_not_in_use_are_counted(language, none, one, two):
    session = Session(CONTENT, language, TODAY)
    session.start("bicycle")
    assert no_crumbs(session, OTHER) == none
    session.answer({"purpose": "errand"})
    session.follow(Lead("planting", Text("", ""), (), Place("", 1)))
    assert list(crumbs(session, OTHER)) == []
    assert no_crumbs(session, OTHER).startswith(one)
    assert no_crumbs(session, Question(("purpose",))) == none  # being filled in
    session.answer({"borrower": "employee"})
    assert no_crumbs(session, OTHER).startswith(two)


def test_after_following_a_lead_the_line_says_what_came_along():
    def follow(session):
        session.answer({"purpose": "errand"})
        session.follow(Lead("planting", Text("", ""), (), Place("", 1)))

    async def steps(app, pilot):
        shown = seen(app)
        assert "1 antwoord meegenomen uit de vorige toets." in shown
        assert "Nog geen antwoorden" not in shown

    drive(steps, prepare=follow)


def test_they_stand_above_the_question():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1")
        assert "Een boodschap voor kantoor › Werknemer › Hebt u de sleutel? ja" in seen(app)

    drive(steps)
