from datetime import date

from textual.widgets import OptionList

from tests.app.driving import drive, press, question, seen, settle


def test_home_lists_the_consults_the_date_and_the_language():
    async def steps(app, pilot):
        shown = seen(app)
        assert "De kantoorfiets lenen" in shown
        assert "Mag u de kantoorfiets meenemen?" in shown
        assert "Peildatum: 22 november 2026" in shown
        assert "Language: English" in shown
        assert "Ga verder" not in shown
        await press(pilot, "down")
        assert "Mag u op deze plek een boom planten?" in seen(app)

    drive(steps, consult=None)


def test_a_consult_opens_with_number_enter_or_click():
    async def number(app, pilot):
        await press(pilot, "2")
        assert question(app) == "spot"

    async def enter(app, pilot):
        await press(pilot, "down", "enter")
        assert question(app) == "spot"

    async def click(app, pilot):
        await pilot.click(OptionList, offset=(8, 1))
        await settle(pilot)
        assert question(app) == "spot"

    for steps in (number, enter, click):
        drive(steps, consult=None)


def test_the_reference_date_is_checked_and_used():
    async def steps(app, pilot):
        await press(pilot, "5", "ctrl+a", "ctrl+k", *"morgen", "enter")
        assert "“morgen” is geen datum" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", *"2009-12-31", "enter")
        assert "vanaf 1 januari 2010" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", *"1-7-2019", "enter")
        assert "Peildatum: 1 juli 2019" in seen(app)
        await press(pilot, "1")
        assert app.session.consultation.on == date(2019, 7, 1)

    drive(steps, consult=None)


def test_escape_keeps_the_date():
    async def steps(app, pilot):
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"1-7-2019", "escape")
        assert app.session.on == date(2026, 11, 22)

    drive(steps, consult=None)


def test_the_language_is_chosen_here():
    async def steps(app, pilot):
        await press(pilot, "6")
        assert "What are you here for?" in seen(app)
        assert "Borrowing the office bicycle" in seen(app)

    drive(steps, consult=None)
