from dataclasses import replace
from datetime import date

from textual.widgets import OptionList

from tests.app.driving import CONTENT, drive, press, question, seen, settle
from tests.app.test_keymap import settings


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
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"morgen", "enter")
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
        await press(pilot, "l")
        assert "What are you here for?" in seen(app)
        assert "Borrowing the office bicycle" in seen(app)

    drive(steps, consult=None)


def heads(app):
    """What stands before the lines of the menu, by what each says."""
    return {entry.label.partition(":")[0]: entry.head for entry in app.screen.entries}


def test_a_consult_keeps_its_number_whatever_else_the_menu_has():
    async def steps(app, pilot):
        alone = heads(app)
        assert alone["De kantoorfiets lenen"] == "1"
        assert alone["Een boom planten"] == "2"
        await press(pilot, "2", "1", "escape")
        later = heads(app)
        assert "Ga verder" in later
        assert "Dossiers" in later
        assert alone.items() <= later.items()
        await press(pilot, "2")
        assert question(app) == "spot"

    drive(steps, consult=None)


def test_every_other_line_shows_the_key_that_takes_it():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "escape")
        said = heads(app)
        keys = ("Ga verder", "Dossiers", "Wat verandert er in het recht?", "Peildatum", "Language")
        assert [said[label] for label in keys] == ["g", "o", "w", "d", "l"]
        assert said["Zoek in woorden en bronnen"] == "/"
        assert " g  Ga verder: De kantoorfiets lenen" in seen(app)
        for key, shows in (("w", "Escape sluit dit venster"), ("d", "Enter bevestigt"), ("slash", "typ om te zoeken")):
            await press(pilot, key)
            assert shows in seen(app)
            await press(pilot, "escape")
        await press(pilot, "g")
        assert question(app) == "borrower"

    drive(steps, consult=None)


def test_a_line_shows_the_key_that_the_user_chose():
    async def steps(app, pilot):
        assert heads(app)["Peildatum"] == "f9".upper()
        await press(pilot, "f9")
        assert "Enter bevestigt" in seen(app)

    drive(steps, consult=None, settings=settings(everywhere_date="f9"))


def test_a_tenth_consult_has_no_number_and_a_number_without_a_consult_says_so():
    more = {f"more{n}": list(CONTENT.consults.values())[1]._replace(id=f"more{n}") for n in range(8)}

    async def ten(app, pilot):
        heads = [entry.head for entry in app.screen.entries]
        assert heads[:10] == [*map(str, range(1, 10)), ""]

    async def two(app, pilot):
        await press(pilot, "7")
        assert "Er is geen regel 7." in seen(app)
        await press(pilot, "0")
        assert "Er is geen regel 0." in seen(app)

    drive(ten, consult=None, content=replace(CONTENT, consults={**CONTENT.consults, **more}))
    drive(two, consult=None)


def test_go_on_does_nothing_while_there_is_nothing_to_go_on_with():
    async def steps(app, pilot):
        await press(pilot, "g")
        assert app.session.current is None
        assert "Waarvoor bent u hier?" in seen(app)

    drive(steps, consult=None)
