"""What stands beside the question or the advice scrolls by keys, not by mouse alone."""

import pytest

from tests.app.driving import drive, press, question, seen


@pytest.mark.parametrize("size", [(100, 16), (140, 16)])
def test_the_advice_beside_a_question_scrolls_by_page_keys(size):
    async def steps(app, pilot):
        await press(pilot, "1")
        side = app.screen.query_one("#side")
        assert side.max_scroll_y > 0
        await press(pilot, "pagedown")
        assert side.scroll_y > 0
        assert app.screen.query_one("#choices").highlighted == 0
        await press(pilot, "pageup")
        assert side.scroll_y == 0
        assert question(app) == "borrower"

    drive(steps, size=size)


def test_where_nothing_stands_beside_it_the_page_keys_move_in_the_list():
    async def steps(app, pilot):
        await press(pilot, "pagedown")
        assert app.screen.query_one("#choices").highlighted > 0

    drive(steps)


def test_the_advice_in_place_of_the_question_scrolls_by_every_key_that_moves():
    async def steps(app, pilot):
        await press(pilot, "1", "w")
        side = app.screen.query_one("#side")
        assert side.max_scroll_y > 2
        places = []
        for key in ("down", "j", "up", "pagedown", "k", "pageup"):
            await press(pilot, key)
            places.append(side.scroll_y)
        assert places[:3] == [1, 2, 1]
        assert places[3] > places[4] > places[5] == 0
        assert "Nog mogelijk" in seen(app)
        await press(pilot, "w", "1")
        assert app.session.given("borrower") is not None

    drive(steps, size=(60, 14))


def test_your_answers_beside_the_question_show_the_last_and_scroll_by_keys():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1")
        given = app.screen.query_one("#given")
        assert given.max_scroll_y > 0
        assert given.scroll_y == given.max_scroll_y
        await press(pilot, "left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert given.scroll_y == 0
        await press(pilot, "right_square_bracket")
        assert given.scroll_y > 0

    drive(steps, size=(140, 12))


def test_your_answers_beside_the_advice_scroll_by_keys():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1", "down", "r")
        given = app.screen.query_one("#advice-given")
        assert given.max_scroll_y > 0
        await press(pilot, "right_square_bracket")
        assert given.scroll_y > 0
        await press(pilot, "left_square_bracket")
        assert given.scroll_y == 0

    drive(steps, size=(140, 12))


def test_undo_and_redo_on_question_and_advice():
    async def steps(app, pilot):
        await press(pilot, "1", "u")
        assert app.session.given("purpose") is None
        await press(pilot, "U")
        assert app.session.given("purpose") == "commute"
        await press(pilot, "r", "u")
        assert app.session.given("purpose") is None

    drive(steps)
