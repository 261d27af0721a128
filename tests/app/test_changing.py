from datetime import date

from tests.app.driving import drive, press, question, seen
from wizard.app.answers import Answers


async def change(pilot, *keys):
    """Through the list of answers."""
    await press(pilot, "a", *keys)


def test_an_earlier_answer_is_changed_in_place_and_later_ones_stay():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1", "down")
        await change(pilot, "enter")
        assert question(app) == "purpose"
        assert "wijzigen" in seen(app)
        await press(pilot, "2")
        assert list(app.session.consultation.facts.items()) == [
            ("purpose", "errand"),
            ("borrower", "employee"),
            ("keyholder", "yes"),
        ]
        assert question(app) == "last_check"

    drive(steps)


def test_answers_that_no_longer_count_are_kept_and_count_again_when_changed_back():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1", "down")
        await change(pilot, "enter")
        await press(pilot, "4")  # only putting it straight: nothing else matters
        assert app.session.advice.unused == ("borrower", "keyholder")
        await press(pilot, "a")
        assert "niet gebruikt" in seen(app)
        assert "gelden weer" in seen(app)
        await press(pilot, "enter", "1")
        assert app.session.advice.unused == ()
        assert question(app) == "last_check"
        assert app.session.given("keyholder") == "yes"

    drive(steps)


def test_an_unused_answer_can_be_chosen_too():
    async def steps(app, pilot):
        await press(pilot, "1", "2", "b", "b", "4")
        await press(pilot, "a")
        await press(pilot, "end", "enter")
        assert question(app) == "borrower"

    drive(steps)


def test_undo_and_redo_go_through_every_change():
    async def steps(app, pilot):
        await press(pilot, "1", "2", "u")
        assert app.session.consultation.facts == {"purpose": "commute"}
        assert question(app) == "borrower"
        await press(pilot, "u")
        assert app.session.consultation.facts == {}
        await press(pilot, "u")
        assert "niets om ongedaan" in seen(app)
        await press(pilot, "U", "U")
        assert app.session.consultation.facts == {"purpose": "commute", "borrower": "intern"}
        await press(pilot, "U")
        assert "niets om opnieuw" in seen(app)
        await press(pilot, "u", "1", "U")
        assert app.session.given("borrower") == "employee", "a new answer ends what could be redone"

    drive(steps)


def test_the_language_changes_mid_way_and_everything_follows():
    async def steps(app, pilot):
        await press(pilot, "1", "l")
        shown = seen(app)
        assert "Who are you?" in shown
        assert "To and from work" in shown
        assert "question 2" in shown
        assert "I don't know" in shown
        assert "help" in shown
        await press(pilot, "l")
        assert "Wie bent u?" in seen(app)

    drive(steps)


def test_the_reference_date_changes_mid_way_and_everything_follows():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        assert question(app) == "last_check"
        await press(pilot, "down", "b", "d", "ctrl+a", "ctrl+k", *"1-1-2009", "enter")
        assert "vanaf 1 januari 2010" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", *"1-1-2020", "enter")
        assert app.session.consultation.on == date(2020, 1, 1)
        assert "recht van 1 januari 2020" in seen(app)
        await press(pilot, "right")
        assert question(app) == "brakes_work,lights_work,tyres_hard"
        await press(pilot, "u")
        assert app.session.consultation.on == date(2026, 11, 22)

    drive(steps)


def test_a_contradiction_is_said_beside_the_question():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1", "down", "b", "b", "3")
        await press(pilot, "down", "b", "w")
        assert "Tegenspraak" in seen(app)

    drive(steps, size=(80, 40))


def test_a_number_in_the_list_of_answers_chooses_that_row():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "a", "9")
        assert isinstance(app.screen, Answers)
        await press(pilot, "2")
        assert question(app) == "borrower"

    drive(steps)
