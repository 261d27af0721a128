from datetime import date

import pytest

from tests.app.driving import TODAY, drive, press, question, seen, type_in
from wizard.content.model import Fact, Place, Text
from wizard.dossier.dates import DateError, parse, reference_date, typed_answer


@pytest.mark.parametrize("text", ["2026-07-01", "1-7-2026", "01-07-2026", " 1/7/2026 ", "1.7.2026", "2026-7-1"])
def test_dates_as_people_write_them(text):
    assert parse(text) == date(2026, 7, 1)


@pytest.mark.parametrize(
    "text", ["", "gisteren", "2026-02-30", "31-4-2026", "2026-13-01", "1-7-26", "२०२६-०७-०१", "0-0-0000"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateError):
        parse(text)


def test_a_fact_lies_between_1900_and_the_reference_date():
    day = Fact("f", "date", Text("", ""), None, {}, Place("", 1))
    assert typed_answer(day, "22-11-2026", TODAY, "nl") == TODAY.isoformat()
    with pytest.raises(DateError):
        typed_answer(day, "2026-11-23", TODAY, "nl")
    with pytest.raises(DateError):
        typed_answer(day, "1899-12-31", TODAY, "nl")


def test_a_reference_date_is_not_before_the_law_the_trees_know():
    assert reference_date("2010-01-01", date(2010, 1, 1), "nl") == date(2010, 1, 1)
    with pytest.raises(DateError):
        reference_date("2009-12-31", date(2010, 1, 1), "nl")


def test_a_date_question_takes_both_forms_and_says_what_is_wrong():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        await type_in(pilot, "31-2-2026")
        assert "is geen datum" in seen(app)
        assert app.session.given("last_check") is None
        await press(pilot, "ctrl+a", "ctrl+k")
        await type_in(pilot, "2030-01-01")
        assert "na de peildatum" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k")
        await type_in(pilot, "1-6-2026")
        assert app.session.given("last_check") == "2026-06-01"
        assert question(app) == "bought"

    drive(steps)


def test_letters_are_no_commands_where_a_date_is_typed():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1", "2", "question_mark")
        assert "Dat moet elk jaar." in seen(app)
        await press(pilot, "escape")
        await press(pilot, *"gbrxuwan")
        assert question(app) == "last_check"
        assert "Typ hier een datum in cijfers" in seen(app)
        assert app.query_one("#date").value == "2"
        await press(pilot, "down", "b")
        assert question(app) == "keyholder"

    drive(steps)


@pytest.mark.parametrize("typed", ["0", " 0 "])
def test_a_lone_0_in_the_date_line_means_i_do_not_know(typed):
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        await type_in(pilot, typed)
        assert app.session.given("last_check") == "unknown"
        assert "is geen datum" not in seen(app)

    drive(steps)


def test_down_leads_to_i_do_not_know_and_up_leads_back():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1", "down", "up", "down", "enter")
        assert app.session.given("last_check") == "unknown"

    drive(steps)


def test_an_earlier_date_is_there_to_be_changed():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        await type_in(pilot, "2026-06-01")
        await press(pilot, "down", "b")
        assert question(app) == "last_check"
        assert "2026-06-01" in seen(app)

    drive(steps)
