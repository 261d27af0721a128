"""A dossier that goes on with another consult, and back to the first, on the same answers."""

from datetime import date, datetime

from tests.cli_tools import GOOD
from tests.dossier.conftest import Run
from tests.dossiers import newest, restore
from wizard.content.load import load
from wizard.dossier.session import Session

CONTENT = load(GOOD)
DAY = date(2026, 11, 22)


def test_there_is_a_way_back_to_the_consult_that_led_here() -> None:
    session = Session(CONTENT, "nl", DAY)
    session.now = lambda: datetime(2026, 11, 22, 9)
    session.start("theft")
    session.answer({"bicycle_gone": "found_back"})
    (onward,) = session.leads
    session.follow(onward)
    session.answer({"borrower": "visitor"})
    (back,) = session.leads
    assert (back.to, back.text.nl) == ("theft", "Terug naar: Een fiets is weg.")
    session.follow(back)
    assert (session.consultation.consult, session.consultation.trail) == ("theft", ("bicycle",))
    assert session.consultation.facts == {"bicycle_gone": "found_back", "purpose": "errand", "borrower": "visitor"}
    assert [lead.to for lead in session.leads] == ["bicycle"], "the way onward is not offered twice"
    assert session.undo()
    assert session.consultation.consult == "bicycle"


def test_line_by_line_it_is_one_of_the_next_steps_also_after_opening_again(talk: Run) -> None:
    words = ("theft", "--on", "2026-11-22")
    talk("w 1", "found_back", "verder 1", "2", "q", options=words)
    out = talk("a", "verder 1", "a", "q", options=("--resume", "--on", "2026-11-22"))
    assert "Terug naar: Een fiets is weg." in out
    assert restore(newest()).consult == "theft"
