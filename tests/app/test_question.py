import pytest
from textual.widgets import OptionList

from tests.app.driving import CONTENT, TODAY, bar, drive, press, question, seen, settle, type_in
from wizard.app.noting import NoteWindow
from wizard.app.rows import Rows, text_of
from wizard.app.sofar import law_behind
from wizard.content.citation import cite
from wizard.content.model import UNKNOWN
from wizard.dossier.session import Session
from wizard.reasoning.question import Question


def test_a_number_key_gives_that_answer_and_the_next_question_appears():
    async def steps(app, pilot):
        assert "Waarvoor neemt u de fiets mee?" in seen(app)
        assert "De fiets is er voor het werk." in seen(app)
        await press(pilot, "2")
        assert app.session.consultation.facts == {"purpose": "errand"}
        assert "Wie bent u?" in seen(app)
        assert "vraag 2" in seen(app)
        assert "Een boodschap voor kantoor" in seen(app)

    drive(steps)


def test_arrows_and_enter_and_j_and_k_answer_too():
    async def steps(app, pilot):
        await press(pilot, "down", "enter")
        assert app.session.given("purpose") == "errand"
        await press(pilot, "j", "j", "k", "enter")
        assert app.session.given("borrower") == "intern"

    drive(steps)


def test_a_click_answers():
    async def steps(app, pilot):
        await pilot.click(OptionList, offset=(6, 1))
        await settle(pilot)
        assert app.session.given("purpose") == "errand"

    drive(steps)


def test_zero_and_the_last_line_mean_i_do_not_know():
    async def steps(app, pilot):
        await press(pilot, "0")
        assert app.session.given("purpose") == UNKNOWN
        await press(pilot, "end", "enter")
        assert app.session.given("borrower") == UNKNOWN

    drive(steps)


def test_a_number_beyond_the_answers_answers_nothing():
    async def steps(app, pilot):
        await press(pilot, "5", "9")
        assert app.session.consultation.answers == {}

    drive(steps)


def test_the_help_of_the_answer_at_hand_is_shown_and_follows_the_arrows():
    async def steps(app, pilot):
        assert "pakje wegbrengen" not in seen(app)
        await press(pilot, "down")
        assert "pakje wegbrengen" in seen(app)

    drive(steps)


def test_a_tall_window_shows_the_help_of_every_answer():
    async def steps(app, pilot):
        assert "pakje wegbrengen" in seen(app)

    drive(steps, size=(100, 40))


def test_f2_and_question_mark_explain_terms_and_law_of_the_reference_date():
    async def steps(app, pilot):
        for key in ("f2", "question_mark"):
            await press(pilot, key)
            shown = seen(app)
            assert "kantoorfiets: De fiets van kantoor" in shown
            assert "§ regel 4 lid 1 Huisregels" in shown
            assert "https://example.org/huisregels" in shown
            await press(pilot, "escape")
        assert question(app) == "purpose"

    drive(steps)


def test_the_law_behind_the_question_is_that_of_an_earlier_day():
    from datetime import date

    async def steps(app, pilot):
        await press(pilot, "f2")
        assert "§ regel 3 Huisregels" in seen(app)

    drive(steps, on=date(2012, 1, 1))


def test_a_note_goes_with_the_answer_and_can_be_removed():
    async def steps(app, pilot):
        await press(pilot, "n")
        assert "weet ik niet" in seen(app)
        await type_in(pilot, "ask [b]Jan[/b]")
        assert app.session.note_on("purpose") == "ask [b]Jan[/b]"
        assert question(app) == "purpose"
        assert "ask [b]Jan[/b]" in seen(app)
        await press(pilot, "1", "b")
        assert app.session.given("purpose") == "commute"
        assert app.session.note_on("purpose") == "", "who would find out: that is known now"
        await press(pilot, "n")
        await type_in(pilot, "says [b]Jan[/b]")
        await press(pilot, "2", "b")
        assert app.session.given("purpose") == "errand"
        assert app.session.note_on("purpose") == "", "said of another answer"
        await press(pilot, "n")
        await type_in(pilot, "for now")
        assert app.session.note_on("purpose") == "for now"
        await press(pilot, "n", "ctrl+a", "ctrl+k", "enter")
        assert app.session.note_on("purpose") == ""
        assert app.session.given("purpose") == "errand"

    drive(steps)


def test_escape_in_a_note_keeps_everything_as_it_was():
    async def steps(app, pilot):
        await press(pilot, "n", "escape")  # nothing written: closes at once
        assert not isinstance(app.screen, NoteWindow)
        await press(pilot, "n", "x", "escape")
        assert "dit is nog niet bewaard: ctrl+s bewaart" in " ".join(seen(app).split()).lower()
        await press(pilot, "y", "escape")  # written on: said again
        assert isinstance(app.screen, NoteWindow)
        await press(pilot, "escape")
        assert not isinstance(app.screen, NoteWindow)
        assert app.session.consultation.answers == {}

    drive(steps)


@pytest.mark.parametrize("key", ["ctrl+s", "f2"])
def test_a_note_is_kept_with_the_keys_that_keep_a_remark(key):
    async def steps(app, pilot):
        await press(pilot, "n", "x", "y", key)
        assert app.session.note_on("purpose") == "xy"
        assert "Notitie bewaard." in seen(app)

    drive(steps)


def test_back_and_forward_walk_the_questions_and_lose_nothing():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        await press(pilot, "down", "b")
        assert question(app) == "keyholder"
        assert "uw antwoord" in seen(app)
        await press(pilot, "left", "right")
        assert question(app) == "keyholder"
        await press(pilot, "b", "backspace")
        assert question(app) == "purpose"
        assert "vraag 1" in seen(app)
        await press(pilot, "b")
        assert "eerste vraag" in seen(app)
        await press(pilot, "right", "right", "right")
        assert question(app) == "last_check"
        assert len(app.session.consultation.answers) == 3

    drive(steps)


def test_wide_windows_show_the_advice_so_far_and_the_law_beside_the_question():
    async def steps(app, pilot):
        shown = seen(app)
        assert "Nog mogelijk" in shown
        assert "Het recht achter deze vraag" in shown
        assert "§ regel 4 lid 1 Huisregels" in shown
        assert "Niet van toepassing (valt af)" not in shown
        await press(pilot, "1")
        assert "Niet van toepassing (valt af)" in seen(app)
        await press(pilot, "w")
        assert "Het recht achter deze vraag" not in seen(app)

    drive(steps, size=(120, 30))


def test_narrow_windows_show_it_in_place_of_the_question_with_w():
    async def steps(app, pilot):
        assert "Het recht achter deze vraag" not in seen(app)
        await press(pilot, "w")
        assert "Het recht achter deze vraag" in seen(app)
        assert "Waarvoor neemt u de fiets mee?" not in seen(app)
        await press(pilot, "w")
        assert "Waarvoor neemt u de fiets mee?" in seen(app)

    drive(steps)


def test_what_was_asked_for_in_a_narrow_window_is_not_hidden_when_it_becomes_wide():
    """In the place of the question and beside it are two wishes; your answers are no part of either."""

    def panes(app) -> list[str]:
        return [name for name in ("given", "main", "side", "strip") if app.screen.query_one(f"#{name}").display]

    async def steps(app, pilot):
        async def resize(width, height):
            await pilot.resize_terminal(width, height)
            await settle(pilot)

        await press(pilot, "2", "w")
        assert panes(app) == ["side", "strip"]
        await resize(140, 40)
        assert panes(app) == ["given", "main", "side"]
        assert "Nog mogelijk" in seen(app)
        assert "Uw antwoorden" in seen(app)
        assert "1-9" in bar(app)
        await press(pilot, "w")
        assert panes(app) == ["given", "main", "strip"], "your answers stay"
        await resize(110, 40)
        assert panes(app) == ["main", "strip"]
        await resize(80, 24)
        assert panes(app) == ["side", "strip"], "as it was left here"
        await press(pilot, "w")
        assert panes(app) == ["main", "strip"]
        await resize(140, 40)
        assert panes(app) == ["given", "main", "strip"]

    drive(steps)


def test_broad_windows_list_the_answers_and_a_click_changes_one():
    async def steps(app, pilot):
        await press(pilot, "1", "1")
        assert "Uw antwoorden" in seen(app)
        await pilot.click("#given-text", offset=(3, 2))
        await settle(pilot)
        assert question(app) == "purpose"

    drive(steps, size=(140, 40))


def test_what_the_tree_cites_where_it_asks_goes_before_the_law_of_the_fact():
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    fact = CONTENT.facts["purpose"]
    others = (name for name, source in CONTENT.sources.items() if name not in fact.sources and source.in_force(TODAY))
    other = next(others)
    own = text_of(Rows(law_behind(session, Question(("purpose",)))))
    cited = text_of(Rows(law_behind(session, Question(("purpose",), cite=(other,)))))
    assert cite(CONTENT, other, TODAY, "nl").text in cited
    assert cite(CONTENT, fact.sources[0], TODAY, "nl").text in own
    assert cite(CONTENT, fact.sources[0], TODAY, "nl").text not in cited
