"""Before a dossier is opened: the point first, for the day that was asked for, and nothing changed until one chose."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.app.driving import CONTENT, TODAY, drive, press, question, seen, settle
from tests.dossiers import put, restore
from wizard.app.advice import AdvicePage
from wizard.app.home import HomePage
from wizard.app.reopening import Reopening
from wizard.dossier.consultation import Consultation
from wizard.dossier.holds import came_out

THEN, CHANGE = date(2012, 6, 1), date(2018, 3, 1)
ANSWERS = dict.fromkeys(("keyholder", "brakes_work", "lights_work", "tyres_hard"), "yes") | {
    "purpose": "errand",
    "borrower": "employee",
}


def looked(said, at="2012-06-01T10:00:00"):
    """As after the user saw the advice in hand."""
    came = came_out(CONTENT, said, said.advice(CONTENT, explore=False), at)
    return replace(said, came_out=(*said.came_out, came))


def errand(on=THEN):
    """Somebody borrows the bicycle for an errand."""
    said = Consultation("bicycle", on)
    for fact, answer in ANSWERS.items():
        said = said.answer(fact, answer)
    return said


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_the_point_stands_on_top_and_the_duties_are_a_count(size):
    put(looked(errand()))

    async def steps(app, pilot):
        app.session.now = lambda: datetime(2026, 11, 22, 12, 0)
        await press(pilot, "g")
        text = " ".join(seen(app).replace("│", " ").split())
        was, why = text.index("Het was: ✓ Ja, dat mag. Het is nu: …"), text.index("Sinds 1 maart 2018, door ")
        assert was < why < text.index("1 Openen met de peildatum van het dossier: 1 juni 2012")
        assert "Zet de fiets op slot." not in text
        for _ in range(20):
            await press(pilot, "pagedown")
        assert "Zet de fiets op slot." in " ".join(seen(app).replace("│", " ").split())

    drive(steps, consult=None, size=size)


def test_answers_that_are_lost_come_before_the_rest():
    put(looked(errand()).answer("keyholder", "perhaps").answer("gone", "yes"))

    async def steps(app, pilot):
        await press(pilot, "g")
        text = " ".join(seen(app).replace("│", " ").split())
        assert text.index("Deze antwoorden passen niet meer") < text.index(
            "“Hebt u de sleutel?” Antwoord toen: `perhaps`."
        )
        assert "De vraag `gone` is er niet meer." in text

    drive(steps, consult=None, size=(100, 50))


def test_the_day_chosen_for_new_ones_is_the_one_to_compare_with():
    """As with a bare `magdat --on DAY`, and with `d` on the first screen."""
    path = put(looked(errand()))

    async def steps(app, pilot):
        await press(pilot, "g")
        text = " ".join(seen(app).replace("│", " ").split())
        assert "Het was: ✓ Ja, dat mag. Het is op 1 maart 2018: ✓! Ja, mits." in text
        assert "2 Openen met de peildatum die u koos: 1 maart 2018" in text
        await press(pilot, "escape", "d", "ctrl+a", "ctrl+k", *"1-7-2012", "enter", "g")
        assert isinstance(app.screen, AdvicePage), "on that day nothing is otherwise"
        assert restore(path).on == THEN

    drive(steps, consult=None, size=(100, 50), on=CHANGE)


def test_a_day_asked_for_on_the_command_line_is_asked_about_first():
    path = put(looked(errand()))
    before = path.read_bytes()

    async def steps(app, pilot):
        app.open_dossier(path, CHANGE)
        await settle(pilot)
        assert isinstance(app.screen, Reopening)
        assert path.read_bytes() == before
        await press(pilot, "3")
        assert isinstance(app.screen, HomePage)
        assert path.read_bytes() == before
        app.open_dossier(path, CHANGE)
        await settle(pilot)
        await press(pilot, "2")
        found = restore(path)
        assert found.on == CHANGE
        assert found.came_out[0] == looked(errand()).came_out[0]
        assert [came.on for came in found.came_out] == [THEN, CHANGE]
        assert [(one.what, one.before, one.after) for one in found.history] == [("on", "2012-06-01", "2018-03-01")]

    drive(steps, consult=None)


def test_what_was_never_seen_is_compared_too():
    put(errand().without("keyholder"))

    async def steps(app, pilot):
        await press(pilot, "g")
        text = " ".join(seen(app).replace("│", " ").split())
        assert "U zag dit advies nog niet. Het was: …" in text
        await press(pilot, "1")
        assert question(app) == "keyholder"

    drive(steps, consult=None, size=(100, 50))


def test_what_was_seen_since_opens_at_once_and_a_peek_keeps_when_it_was_first_seen():
    now = looked(looked(errand().answer("keyholder", "no")).at(TODAY), "2026-11-22T09:00:00")
    path = put(now)

    async def steps(app, pilot):
        app.session.now = lambda: datetime(2026, 11, 22, 12, 45)
        await press(pilot, "g")
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"1-1-2031", "enter")
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"22-11-2026", "enter")
        found = restore(path).came_out
        assert [(came.on, came.at[:16], came.again[:16]) for came in found] == [
            (THEN, "2012-06-01T10:00", ""),
            (TODAY, "2026-11-22T09:00", "2026-11-22T12:45"),
            (date(2031, 1, 1), "2026-11-22T12:45", ""),
        ]
        app.open_home()
        await settle(pilot)
        await press(pilot, "g")
        assert isinstance(app.screen, AdvicePage), "what comes out now was seen last"

    drive(steps, consult=None)
