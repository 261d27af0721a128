"""How a question shares the rows of the window, lists of more than nine answers, and what always stays in view."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from textual.content import Content as Shown
from textual.css.styles import Styles
from textual.style import Style
from textual.visual import RenderOptions

from tests.app.driving import GOOD, drive, press, question, seen, settle, type_in
from wizard.app.room import Cut, Shares, shares
from wizard.app.rows import line, plain, shorten
from wizard.app.words import DONT_KNOW_HELP
from wizard.content.load import load
from wizard.content.model import Content
from wizard.content.values import CHOICES

HELP = "Kies dit als het niet anders kan. " * 7 + "Dit is het laatste woord."
MORE = tuple(f"more{n}" for n in range(5, 13))


@cache
def twelve() -> Content:
    """The content of the tests with twelve answers to its first question, the second with a long help."""
    with TemporaryDirectory() as folder:
        trees = Path(shutil.copytree(GOOD, Path(folder) / "trees"))
        questions, tree = trees / "questions.yaml", trees / "bicycle.yaml"
        tidy = "      tidy: {nl:"
        added = "".join(f"      {name}: {{nl: Antwoord {name}, en: Answer {name}}}\n" for name in MORE)
        text = questions.read_text("utf-8").replace(tidy, added + tidy)
        questions.write_text(text.replace("Bijvoorbeeld een pakje wegbrengen.", HELP), "utf-8")
        branches = " | ".join(("tidy", *MORE))
        tree.write_text(tree.read_text("utf-8").replace("tidy: TIDYING", f"{branches}: TIDYING"), "utf-8")
        return load(trees)


def words(app) -> str:
    return " ".join(seen(app).split())


# ---------------------------------------------------------------- shares


def test_all_is_there_when_there_is_room():
    assert shares(16, 2, 6, 3) == Shares(why=2, above=1, answers=6, below=1, help=6)
    assert shares(12, 2, 6, 3) == Shares(2, 1, 6, 0, 3)
    assert shares(16, 2, 6, 0) == Shares(2, 1, 13, 0, 0)


def test_the_list_keeps_half_of_the_rows_then_why_goes_first_then_help():
    assert shares(16, 2, 20, 3) == Shares(2, 0, 11, 0, 3)
    assert shares(12, 3, 20, 5) == Shares(3, 0, 6, 0, 3)
    assert shares(10, 6, 20, 5) == Shares(5, 0, 5, 0, 0)


def test_nothing_is_taken_from_a_short_list_and_no_share_is_ever_negative():
    assert shares(5, 3, 5, 3) == Shares(0, 0, 5, 0, 0)
    for room in range(-1, 12):
        for answers in range(0, 14, 3):
            given = shares(max(room, 0), 3, answers, 2)
            assert min(given) >= 0
            assert sum(given) == max(room, 0)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("width", "main", "whole"), [(76, 18, True), (58, 15, False)])
def test_no_question_of_the_law_is_cut_at_80_by_24_and_why_is_never_cut_at_60_by_20(language, width, main, whole):
    law, styles = load(), Styles()

    def tall(text, indent=0):
        return plain(text.in_(language)).get_height(styles, width - indent) if text else 0

    for fact in law.facts.values():
        room = main - tall(fact.question) - 1 - (0 if fact.kind in CHOICES else 4)
        help_ = max(tall(text, 4) for text in (DONT_KNOW_HELP, *(one.help for one in fact.answers.values())))
        answers = 1 + sum(tall(answer.label, 5) for answer in fact.answers.values())
        given = shares(room, tall(fact.why), answers, help_)
        assert given.why == tall(fact.why), fact.id
        assert given.help >= help_ or not whole, fact.id
        assert given.help, fact.id


# ---------------------------------------------------------------- text that is cut


def rows(cut: Cut, width: int, height: int) -> list[str]:
    strips = cut.render_strips(width, height, Style(), RenderOptions(lambda name: Style(), Styles()))
    return [strip.text.rstrip() for strip in strips]


def test_a_text_that_is_cut_ends_with_the_sign_after_a_whole_word():
    cut = Cut(line("een twee drie vier vijf zes zeven acht"), plain(" … meer"))
    assert rows(cut, 20, 4) == ["een twee drie vier", "vijf zes zeven acht"]
    assert rows(cut, 20, 1) == ["een twee … meer"]
    assert len(rows(cut, 3, 1)) == 1


def test_a_text_takes_the_rows_of_the_longest_of_its_kind():
    short, long = plain("kort"), plain("een tekst van twee regels")
    assert Cut(short, plain(""), (short, long)).get_height(Styles(), 20) == 2
    assert Cut(Shown(""), plain(""), (Shown(""),)).get_height(Styles(), 20) == 0


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("kort", 4, "kort"),
        ("Eigen bestand uitlenen, delen of verkopen", 36, "Eigen bestand uitlenen, delen of …"),
        ("Eigen bestand uitlenen, delen", 25, "Eigen bestand uitlenen …"),
        ("Ondeelbaarlangwoord", 10, "Ondeelbaa…"),
    ],
)
def test_a_text_is_shortened_after_a_word(text, most, short):
    assert shorten(text, most) == short
    assert len(shorten(text, most)) <= most


# ---------------------------------------------------------------- in the window


@pytest.mark.parametrize("size", [(80, 24), (80, 29), (99, 40)])
def test_help_is_read_in_full(size):
    async def steps(app, pilot):
        await press(pilot, "down")
        assert "De fiets is er voor het werk." in words(app)
        assert HELP in words(app)
        assert "0 Weet ik niet" in words(app)
        assert "? meer" not in words(app)

    drive(steps, size=size, content=twelve())


def test_help_that_cannot_be_read_in_full_says_which_key_shows_it():
    async def steps(app, pilot):
        await press(pilot, "down")
        shown = words(app)
        assert "De fiets is er voor het werk." in shown
        assert "Kies dit als het niet anders kan." in shown
        assert "laatste woord" not in shown
        assert "… ? meer" in shown
        await press(pilot, "question_mark", "end")
        assert "laatste woord." in words(app)

    drive(steps, size=(50, 17), content=twelve())


def test_a_small_window_shows_why_and_help_where_rows_are_free():
    async def steps(app, pilot):
        await press(pilot, "down")
        assert "De fiets is er voor het werk." in seen(app)
        assert "Bijvoorbeeld een pakje wegbrengen." in seen(app)

    drive(steps, size=(60, 20))


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (140, 40)])
def test_do_not_know_stays_in_view_and_so_does_the_answer_at_hand(size):
    async def steps(app, pilot):
        assert "0  Weet ik niet" in seen(app)
        for n in range(1, 12):
            await press(pilot, "down")
            label = app.screen.lines[n].text
            said = getattr(label, "body", None) or label.rows[0].body
            assert said.plain.split()[-1] in seen(app), n
            assert "0  Weet ik niet" in seen(app)
        await press(pilot, "home")
        assert "1  Van en naar het werk" in seen(app)

    drive(steps, size=size, content=twelve())


def test_a_list_that_goes_on_says_so():
    async def steps(app, pilot):
        assert "↓ meer" in seen(app)
        await press(pilot, *["down"] * 6)
        assert "↑ ↓ meer" in seen(app)
        await press(pilot, *["down"] * 5)
        assert "↑ meer" in seen(app)
        assert "↑ ↓ meer" not in seen(app)
        await pilot.resize_terminal(80, 29)
        await settle(pilot)
        assert "meer" not in seen(app)

    drive(steps, size=(60, 20), content=twelve())


def test_a_click_on_a_line_that_stays_gives_that_answer():
    async def steps(app, pilot):
        choices = app.screen.query_one("#choices")
        await pilot.click("#choices", offset=(8, choices.size.height - 1))
        await settle(pilot)
        assert app.session.given("purpose") == "unknown"

    drive(steps, size=(60, 20), content=twelve())


async def to_checklist(pilot):
    await press(pilot, "1", "1", "1")
    await type_in(pilot, "2026-01-01")
    await type_in(pilot, "2020-01-01")


def test_go_on_stays_in_view_in_a_low_window():
    async def steps(app, pilot):
        await to_checklist(pilot)
        assert "Verder" in seen(app)
        for _ in range(5):
            await press(pilot, "down")
            assert "Verder" in seen(app)

    drive(steps, size=(40, 12))


# ---------------------------------------------------------------- numbers


def test_two_digits_give_an_answer_beyond_nine():
    async def steps(app, pilot):
        assert "10  Antwoord more11" in seen(app)
        await press(pilot, "1")
        assert app.session.consultation.answers == {}
        assert "1 … Enter geeft antwoord 1. Typ nog een cijfer voor 10 en hoger." in seen(app)
        await press(pilot, "1")
        assert app.session.given("purpose") == "more12"

    drive(steps, size=(100, 29), content=twelve())


def test_a_first_digit_is_an_answer_with_enter_and_other_digits_are_one_at_once():
    async def enter(app, pilot):
        await press(pilot, "1", "enter")
        assert app.session.given("purpose") == "commute"

    async def at_once(app, pilot):
        await press(pilot, "3")
        assert app.session.given("purpose") == "trip"

    async def zero(app, pilot):
        await press(pilot, "1", "0")
        assert app.session.given("purpose") == "more11"

    for steps in (enter, at_once, zero):
        drive(steps, content=twelve())


def test_another_answer_at_hand_ends_the_wait_for_a_second_digit():
    async def steps(app, pilot):
        await press(pilot, "1", "down")
        assert "Typ nog een cijfer" not in seen(app)
        await press(pilot, "0")
        assert app.session.given("purpose") == "unknown"

    drive(steps, content=twelve())


def test_a_number_that_no_answer_has_says_so():
    async def two(app, pilot):
        await press(pilot, "1", "3")
        assert "Er is geen antwoord 13." in seen(app)
        await press(pilot, "2")
        assert app.session.given("purpose") == "errand"

    async def one(app, pilot):
        await press(pilot, "7")
        assert "Er is geen antwoord 7." in seen(app)
        assert app.session.consultation.answers == {}

    async def lines(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "8")
        assert "Er is geen regel 8." in seen(app)
        assert question(app) == "brakes_work,lights_work,tyres_hard"

    drive(two, content=twelve())
    drive(one)
    drive(lines)
