"""Large type for a projector: few lines, no panes, the verdict in letters of several rows."""

from itertools import pairwise

import pytest

from tests.app.driving import drive, press, question, seen, settle, type_in
from wizard.app.large import Large, rows_of
from wizard.settings.settings import Settings
from wizard.words import VERDICT

BLOCK = set("█▄▀ ")


def displayed(app, *ids):
    return [name for name in ids if app.screen.query_one(f"#{name}").display]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
def test_a_question_stands_alone_and_its_answers_apart(size):
    async def steps(app, pilot):
        await press(pilot, "p")
        assert displayed(app, "trail", "given", "side", "help") == []
        assert displayed(app, "question", "choices", "strip") == ["question", "choices", "strip"]
        rows = seen(app).splitlines()
        at = [next(n for n, row in enumerate(rows) if f" {number}  " in row) for number in (1, 2, 3, 4, 0)]
        assert at == sorted(at)
        if size[1] >= 24:
            assert all(after - before == 2 for before, after in pairwise(at))
        await press(pilot, "2")
        assert question(app) == "borrower"
        await press(pilot, "p")
        assert "trail" in displayed(app, "trail")

    drive(steps, size=size)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
def test_the_verdict_is_large_and_in_words_with_its_reason(size):
    async def steps(app, pilot):
        await press(pilot, "p", "2", "1", "1")
        await type_in(pilot, "2026-06-01")
        await type_in(pilot, "2020-01-01")
        await press(pilot, "1", "2", "enter", "3", "enter")
        shown = seen(app)
        assert "✓! Ja, mits" in shown
        large = [row for row in shown.splitlines()[1:] if "█" in row and set(row.replace("█", "", 1)) <= BLOCK]
        assert len(large) >= 3
        assert [part.id for part in app.screen.query(".section") if part.display] == ["section-verdict"]
        assert displayed(app, "advice-given") == []
        await press(pilot, "p")
        assert "Waarom, stap voor stap" in seen(app) or app.screen.query_one("#section-why").display

    drive(steps, size=size)


def test_the_variant_in_hand_is_named_on_question_and_advice_and_in_the_name_of_a_file():
    async def steps(app, pilot):
        await press(pilot, "p", "2", "1", "2")
        assert "Variant" not in seen(app)
        await press(pilot, "i", "1")
        assert seen(app).count("Variant “Vraag de sleutel") == 2  # in the title, and above the answers
        await press(pilot, "down", "r")
        assert app.screen.query_one("#verdict").content.rows[0].body.plain.startswith("Variant “Vraag de sleutel")
        await press(pilot, "s")
        assert "-vraag-de-sleutel-aan-de-conci" in app.screen.query_one("#dialog-input").value

    drive(steps, size=(140, 40))


def test_while_it_is_not_certain_every_possibility_is_named():
    async def steps(app, pilot):
        await press(pilot, "p", "1", "r")
        shown = seen(app)
        assert "Nog niet zeker" in shown
        assert "Het hangt af van deze vraag" in shown

    drive(steps)


def test_it_is_set_in_the_settings_and_lasts_from_screen_to_screen():
    async def steps(app, pilot):
        assert app.screen.has_class("-present")
        await press(pilot, "1", "r")
        assert app.screen.has_class("-present")
        await press(pilot, "b")
        assert app.screen.has_class("-present")
        await press(pilot, "w")
        assert not app.screen.has_class("-present")

    drive(steps, settings=Settings(written={"presentation": "yes"}))


@pytest.mark.parametrize("size", [(1, 1), (39, 12), (40, 12), (60, 20), (250, 80)])
def test_every_size_survives(size):
    async def steps(app, pilot):
        await press(pilot, "p")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        await press(pilot, "r")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "r", "pagedown", "b")

    drive(steps)


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("verdict", VERDICT)
@pytest.mark.parametrize("width", [50, 68, 120])
def test_every_verdict_fits_without_a_word_broken(verdict, language, width):
    rows = rows_of(VERDICT[verdict].in_(language), width)
    assert rows
    assert max(map(len, rows)) <= width
    assert len(rows) <= 13
    assert set("".join(rows)) <= BLOCK


def test_letters_are_as_large_as_fits():
    assert len(rows_of("Ja", 80)) == 6
    assert len(rows_of("Ja", 12)) == 4
    assert rows_of("Ja", 6) == ()


def test_accents_give_way_and_another_script_is_left_to_ordinary_letters():
    assert rows_of("Eén", 80) == rows_of("Een", 80)
    assert rows_of("是", 80) == ()
    assert rows_of("✓", 80) == ()
    assert rows_of("", 80) == rows_of("  ", 80) == ()
    for width in (0, 1, 10, 80):
        Large("是 [bold]", "bold").get_height({}, width)


def test_hostile_words_are_ordinary_or_large_but_never_break_the_app():
    for text in ("[/]", "\x1b[31mx", "{0}", "a" * 500, "a " * 500, "\u202eabc"):
        assert all(set(row) <= set(map(chr, range(32, 0x2600))) for row in rows_of(text, 80))
