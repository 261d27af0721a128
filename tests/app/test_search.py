"""Searching terms, sources and questions, from every screen, by keys alone."""

from datetime import date

import pytest

from tests.app.driving import CONTENT, GOOD, TODAY, bar, drive, press, question, seen, settle
from wizard.app.consult import ConsultPage
from wizard.app.home import HomePage
from wizard.app.page import Reading
from wizard.app.search import SearchPage
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.session import Session
from wizard.settings.config import Chosen
from wizard.settings.settings import Settings


def letters(text):
    return ["space" if c == " " else "full_stop" if c == "." else c for c in text]


@pytest.mark.parametrize("consult", [None, "bicycle"])
@pytest.mark.parametrize("key", ["slash", "f7"])
def test_search_opens_from_every_screen_and_goes_back_to_it(consult, key):
    async def steps(app, pilot):
        below = app.screen
        await press(pilot, key)
        assert isinstance(app.screen, SearchPage)
        assert f"[Woorden {len(CONTENT.terms)}]" in seen(app)
        await press(pilot, *"fiets")
        assert "kantoorfiets" in seen(app)
        assert "openbare grond" not in seen(app)
        await press(pilot, "escape")
        assert "openbare grond" in seen(app)
        await press(pilot, "escape")
        assert app.screen is below

    drive(steps, consult=consult)


def test_search_opens_from_the_advice_and_its_place_in_it_stays():
    async def steps(app, pilot):
        await press(pilot, "1", "r", "pagedown")
        place = app.screen.query_one("#letter").scroll_y
        assert place > 0
        await press(pilot, "slash", "escape")
        assert app.screen.query_one("#letter").scroll_y == place

    drive(steps, size=(80, 16))


def test_a_term_is_shown_with_its_rules_as_they_read_on_the_day():
    async def steps(app, pilot):
        await press(pilot, "slash", *"kantoorfiets", "enter")
        assert isinstance(app.screen, Reading)
        for text in ("De fiets van kantoor", "In het Engels: office bicycle", "§ regel 4 lid 1 Huisregels"):
            assert text in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchPage)

    drive(steps)


def test_a_source_is_found_by_citation_and_shown_with_where_it_stood_its_link_and_when_we_checked():
    async def steps(app, pilot):
        await press(pilot, "slash", "tab", *letters("regel 4 lid 1"), "enter")
        shown = seen(app)
        for text in (
            "regel 4 lid 1 Huisregels",
            "Huisregels van het kantoor",
            "De fiets is er voor het werk",
            "1 januari 2005 tot 1 maart 2018: regel 3 Huisregels",
            "sinds 1 maart 2018: regel 4 lid 1 Huisregels",
            "https://example.org/huisregels",
            "Nagekeken op 21 november 2026",
        ):
            assert text in shown, shown

    drive(steps, consult=None, size=(100, 40))


@pytest.mark.parametrize("typed", ["office house rules", "wie leent schrijft"])
def test_a_source_is_found_by_its_act_in_either_language_and_by_what_it_says(typed):
    async def steps(app, pilot):
        await press(pilot, "slash", "tab", *letters(typed))
        assert "regel 4 lid 2 Huisregels" in seen(app)

    drive(steps)


def test_on_another_day_the_rule_stands_elsewhere_and_what_is_gone_says_so():
    async def steps(app, pilot):
        app.session.set_date(date(2010, 1, 1))
        app.again()
        await press(pilot, "slash", "tab")
        assert "recht van 1 januari 2010" in seen(app)
        assert "regel 3 Huisregels" in seen(app)
        await press(pilot, *letters("schrijft dat op"))
        assert "(gold niet op 1 januari 2010)" in seen(app)
        await press(pilot, "enter")
        assert "⚠ gold niet op 1 januari 2010" in seen(app)

    drive(steps, size=(100, 40))


def test_what_another_list_has_is_told_and_tab_goes_round():
    async def steps(app, pilot):
        await press(pilot, "slash", *letters("huisregels"))
        rules = len(app.screen.matching["source"])
        assert f"Niet hier. Wel: Bronnen {rules} (Tab)" in seen(app)
        await press(pilot, "tab")
        assert "[Bronnen" in seen(app)
        await press(pilot, "tab", "tab")
        assert "[Woorden 0]" in seen(app)
        await press(pilot, "shift+tab")
        assert "[Vragen" in seen(app)

    drive(steps)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_an_empty_list_names_the_others_with_their_keys(size):
    async def steps(app, pilot):
        await press(pilot, "slash", "tab", *letters("waarvoor neemt"))
        assert "Niet hier. Wel: Vragen 1 (Tab)" in seen(app)
        await press(pilot, "tab", "tab")
        assert "[Woorden 0]" in seen(app)
        assert "Niet hier. Wel: Vragen 1 (Shift+Tab)" in seen(app)
        await press(pilot, *letters(" xyzzy"))
        assert "Niets gevonden met: waarvoor neemt xyzzy." in seen(app)

    drive(steps, size=size)


def test_the_keys_that_are_named_are_those_of_the_user():
    async def steps(app, pilot):
        await press(pilot, "slash", *letters("huisregels"))
        assert "(F9)" in seen(app)

    settings = Settings(keys={"search.kind-next": Chosen(("f9",), 1)})
    drive(steps, settings=settings)


def test_the_bar_says_what_escape_does_now():
    async def steps(app, pilot):
        below = app.screen
        await press(pilot, "slash")
        assert "Esc terug" in bar(app)
        await press(pilot, "space")
        assert "Esc leegmaken" in bar(app)
        await press(pilot, "escape")
        assert "Esc terug" in bar(app)
        await press(pilot, "escape")
        assert app.screen is below

    drive(steps, size=(60, 20))


def test_without_a_consultation_there_are_no_questions_to_search():
    async def steps(app, pilot):
        await press(pilot, "slash", "tab", "tab")
        assert "[Woorden" in seen(app)
        assert "Vragen" not in seen(app)

    drive(steps, consult=None)


def test_jump_lists_all_questions_with_how_they_stand_and_goes_there():
    async def steps(app, pilot):
        await press(pilot, "1", "f")
        shown = seen(app)
        assert "uw antwoord: Van en naar het werk" in shown
        assert "nog open" in shown
        await press(pilot, *letters("sleutel"), "enter")
        assert isinstance(app.screen, ConsultPage)
        assert question(app) == "keyholder"
        assert app.session.changing
        await press(pilot, "1")
        assert app.session.given("keyholder") == "yes"

    drive(steps, size=(80, 30))


def test_jump_from_the_advice_and_to_a_question_that_does_not_matter_now():
    async def steps(app, pilot):
        await press(pilot, "4", "r", "f", *letters("sleutel"))
        assert "doet er nu niet toe" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ConsultPage)
        assert question(app) == "keyholder"

    drive(steps)


def test_the_palette_offers_the_lists_and_every_question():
    async def steps(app, pilot):
        await press(pilot, "ctrl+p", *letters("zoek in"), "colon", *"bronnen")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert "[Bronnen" in seen(app)
        await press(pilot, "escape", "ctrl+p", *letters("naar vraag sleutel"))
        await pilot.pause(0.3)
        assert "Naar vraag: Hebt u de sleutel?" in seen(app)

    drive(steps)


def test_the_menu_at_the_start_has_it():
    async def steps(app, pilot):
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, SearchPage)

    drive(steps, consult=None)


def test_the_law_of_all_consults_is_read_when_searching_begins():
    asked = []

    def read_more(consults) -> Content:
        asked.append(consults)
        return CONTENT

    async def steps(app, pilot):
        app.session.content = load(GOOD, consults=("bicycle",))
        app.session._read_more = read_more
        await press(pilot, "slash")
        assert asked == [None]
        assert app.session.content is CONTENT
        assert f"[Woorden {len(CONTENT.terms)}]" in seen(app)

    drive(steps)


def test_what_changed_meanwhile_is_seen_on_the_page_below():
    async def steps(app, pilot):
        await press(pilot, "slash")
        app.action_language()
        await press(pilot, "escape")
        assert "What do you take the bicycle for?" in seen(app)
        await press(pilot, "slash")
        app.session.set_date(TODAY.replace(year=2015))
        await press(pilot, "escape")
        assert "law of 22 November 2015" in seen(app)

    drive(steps)


def test_another_consult_begun_from_here_leaves_no_page_behind():
    async def steps(app, pilot):
        await press(pilot, "slash")
        before = len(app.screen_stack)
        app.open_consult("planting")
        await settle(pilot)
        assert isinstance(app.screen, ConsultPage)
        assert len(app.screen_stack) <= before
        assert not any(isinstance(page, SearchPage) for page in app.screen_stack)
        app.open_home()
        await settle(pilot)
        assert isinstance(app.screen, HomePage)

    drive(steps, consult=None)


def test_letters_slashes_and_markup_are_typed_and_shown_as_they_are():
    async def steps(app, pilot):
        await press(pilot, "slash")
        await press(pilot, "q", "slash", "left_square_bracket", "b", "right_square_bracket")
        assert isinstance(app.screen, SearchPage)
        assert "q/[b]" in seen(app)
        app.screen.query_one("#find").value = "\x1b[31m[bold]x[/bold]{0}" + "y" * 5000
        await settle(pilot)
        assert "[31m[bold]x[/bold]{0}yyy" in seen(app)

    drive(steps)


@pytest.mark.parametrize("size", [(1, 1), (39, 12), (40, 12), (60, 20), (140, 40)])
def test_every_size_survives(size):
    async def steps(app, pilot):
        await press(pilot, "slash", *"fiets")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        await press(pilot, "enter", "escape", "tab", "down", "pagedown", "up")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert isinstance(app.screen, SearchPage)

    drive(steps)


def test_the_session_says_what_is_meant_when_nobody_named_the_keys():
    from wizard.app import words

    assert "(toets ?)" in Session(CONTENT, "nl", date(2026, 1, 1)).say(words.INCOMPLETE_MANY)
