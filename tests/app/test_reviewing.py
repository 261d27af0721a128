"""From the list of dossiers, one key marks those whose advice no longer holds today."""

import textwrap
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from textual.widgets import OptionList

from tests.app.driving import drive, press, seen
from tests.dossier.test_review import ERRAND, THEN, VISITOR, looked, plan
from tests.dossiers import put, restore
from wizard.app.dossiers import DossiersPage
from wizard.dossier.consultation import Given
from wizard.dossier.review import SEEN_AGAIN, TURNED, UNSURE
from wizard.report.review_counts import in_short

GONE = looked(plan(ERRAND | {"last_check": "2020-01-01"})).about("Jansen BV", "belactie", "")
HOLDS = looked(plan(VISITOR)).about("De Wit", "", "")
NEVER = replace(plan(ERRAND | {"last_check": "2020-01-01"}), client="Nooit gezien")


async def to_list(app, pilot) -> None:
    app.session.now = lambda: datetime(2026, 11, 22, 12, 0)
    await press(pilot, "o")
    assert isinstance(app.screen, DossiersPage)


def marked(app) -> list[str]:
    """The titles that carry a mark."""
    options = app.screen.query_one("#dossiers-list", OptionList).options
    return sorted(str(option.prompt.title) for option in options if "geldt niet meer" in str(option.prompt.pieces[0]))


def test_one_key_marks_what_no_longer_holds_and_says_how_many():
    paths = [put(GONE), put(HOLDS), put(NEVER)]
    put(HOLDS).write_text("{[")
    before = [path.read_bytes() for path in paths]

    async def steps(app, pilot):
        await to_list(app, pilot)
        assert marked(app) == []
        await press(pilot, "f6")
        assert marked(app) == ["Jansen BV · belactie", "Nooit gezien"]
        said = " ".join(seen(app).split())
        assert "3 dossiers nagekeken: 2 gelden niet meer, 1 niet te lezen." in said
        assert "⚠ Jansen BV · belactie" in said
        assert "geldt niet meer (sinds 2018-03-01): ✓ Ja, dat mag → ✗ Nee" in said
        await press(pilot, *"geldt", "space", *"niet")
        shown = seen(app)
        assert "Jansen BV" in shown
        assert "De Wit" not in shown

    drive(steps, consult=None, size=(120, 30))
    assert [path.read_bytes() for path in paths] == before, "nothing is changed"


def test_what_is_not_certain_and_what_was_seen_anew_are_marked_as_that():
    lost = replace(HOLDS, shared={**HOLDS.shared, "borrower": Given("visitorr")}, client="Kwijt BV")
    anew = looked(looked(plan(ERRAND | {"last_check": "2020-01-01"})).at(date(2026, 11, 22)))
    anew = replace(anew, came_out=(anew.came_out[0], replace(anew.came_out[1], at="2026-11-22T11:12:13")))
    for one in (lost, anew.about("Gezien BV", "", ""), GONE):
        put(one)

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "f6")
        said = " ".join(seen(app).split())
        assert "3 dossiers nagekeken: 1 geldt niet meer, 1 niet zeker, 1 al gezien." in said
        assert "niet zeker: antwoorden passen niet meer; “" in said
        assert "Antwoord toen: `visitorr`." in said
        assert "nieuwe uitkomst gezien op 22 november 2026, 11:12" in said

    drive(steps, consult=None, size=(220, 30))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_of_all_fits_two_lines_of_the_smallest_window(language):
    statuses = (TURNED, UNSURE, SEEN_AGAIN)
    reviews = [SimpleNamespace(status=status, looked_at=True) for status in statuses for _ in range(111)]
    said = in_short(reviews, 222, language)
    assert [word for word in said.split() if word.isdigit()] == ["333", "111", "111", "111", "222"]
    assert len(textwrap.wrap(said, 58)) <= 2


def test_when_all_hold_nothing_is_marked_and_that_is_said():
    put(HOLDS)

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "f6")
        assert marked(app) == []
        assert "1 dossier nagekeken: alle adviezen gelden nog." in seen(app)

    drive(steps, consult=None)


def test_an_empty_list_and_a_narrow_window_do_no_harm():
    async def empty(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "f6")
        assert "Hier liggen geen dossiers." in seen(app)

    drive(empty, consult=None)
    put(GONE)

    async def narrow(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "f6")
        assert "⚠" in seen(app)
        assert "geldt niet meer" in seen(app)

    drive(narrow, consult=None, size=(60, 20))


def test_reviewing_again_after_a_day_gives_the_marks_of_that_day():
    path = put(GONE)

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "f6")
        assert len(marked(app)) == 1
        app.session.now, app.session.day_chosen = (lambda: datetime(2012, 6, 2, 12, 0)), False
        await press(pilot, "f6")
        assert marked(app) == []

    drive(steps, consult=None, on=date(2026, 11, 22))
    assert restore(path).on == THEN
