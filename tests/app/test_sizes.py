import re

import pytest

from tests.app.driving import drive, press, seen, settle, type_in

SIZES = [(1, 1), (12, 6), (39, 12), (40, 11), (40, 12), (60, 20), (80, 24), (100, 30), (140, 40), (250, 80)]


@pytest.mark.parametrize("consult", [None, "bicycle"])
def test_every_size_and_every_change_of_size_survives(consult):
    async def steps(app, pilot):
        for width, height in (*SIZES, *reversed(SIZES)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            await press(pilot, "down", "up")

    drive(steps, consult=consult)


@pytest.mark.parametrize("keys", [("f1",), ("f2",), ("a",), ("n",), ("ctrl+p",), ("r",), ("w",)])
def test_windows_survive_too(keys):
    async def steps(app, pilot):
        await press(pilot, "1", *keys)
        for width, height in ((12, 6), (1, 1), (40, 12), (140, 40)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)

    drive(steps)


def test_a_checklist_and_a_date_survive_too():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        for size in ((1, 1), (40, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        await type_in(pilot, "2026-01-01")
        await type_in(pilot, "2020-01-01")
        await press(pilot, "1")
        for size in ((1, 1), (40, 12), (140, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert "De remmen doen het" in seen(app)

    drive(steps)


@pytest.mark.parametrize("size", [(39, 24), (80, 11)])
def test_a_window_too_small_says_so_and_no_key_answers(size):
    async def steps(app, pilot):
        assert "venster groter" in " ".join(seen(app).split())
        await press(pilot, "1", "enter", "0")
        assert app.session.consultation.answers == {}
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "1")
        assert app.session.consultation.facts == {"purpose": "commute"}

    drive(steps, size=size)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (140, 40)])
def test_question_and_answers_are_in_view_from_40_by_12(size):
    async def steps(app, pilot):
        shown = seen(app)
        assert "Waarvoor neemt u de fiets mee?" in shown
        assert "4  Ik zet hem alleen recht" in shown
        assert "0  Weet ik niet" in shown

    drive(steps, size=size)


@pytest.mark.parametrize("size", [(40, 12), (60, 21), (80, 22), (80, 24), (80, 29), (80, 30), (140, 40)])
def test_the_last_line_of_help_and_explanation_can_be_read(size):
    async def steps(app, pilot):
        for key, last in (("f1", "twee keer)"), ("question_mark", "https://example.org/huisregels")):
            await press(pilot, key, "end")
            text = re.sub(r"[\s│]+", "" if "://" in last else " ", seen(app))
            assert last in text, seen(app)
            assert "Escape sluit dit venster" in seen(app)
            await press(pilot, "escape")

    drive(steps, size=size)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
def test_what_is_still_possible_fits(size, language):
    async def steps(app, pilot):
        row = seen(app).splitlines()[-2 - app.screen.query_one("#keys").size.height]
        assert row.rstrip().endswith("✗ Nee, dat mag niet" if language == "nl" else "✗ No, not allowed")

    drive(steps, size=size, language=language)


def test_the_menu_says_that_it_goes_on():
    async def steps(app, pilot):
        assert "↓ meer" in seen(app)
        await press(pilot, "up")
        assert "↑ meer" in seen(app)
        await pilot.resize_terminal(80, 40)
        await settle(pilot)
        assert "meer" not in seen(app)

    drive(steps, consult=None, size=(40, 12))


@pytest.mark.parametrize("size", [(80, 22), (80, 24), (80, 30), (140, 40), (60, 20), (60, 14)])
def test_how_to_close_the_list_of_answers_is_in_view_however_long_it_is(size):
    def answered(session):
        session.answer({"purpose": "errand", "borrower": "employee", "keyholder": "yes", "last_check": "2026-06-01"})
        session.answer({"bought": "2020-01-01", "brakes_work": "yes", "lights_work": "yes", "tyres_hard": "yes"})
        session.answer({"purpose": "trip"})  # and the rest is not used

    async def steps(app, pilot):
        await press(pilot, "a")
        assert "(niet gebruikt)" in seen(app)
        assert "Escape sluit dit venster" in seen(app)

    drive(steps, size=size, prepare=answered)
