"""The key bar: no key that matters is left out of it, from 60 columns up, in both languages."""

import pytest
from textual.content import Content

from tests.app.driving import bar, drive, press, seen
from wizard.app import keys, variant_keys
from wizard.app.bars import BETWEEN, laid
from wizard.app.consult import ConsultPage
from wizard.app.keys import shown

PAGES = {
    "home": keys.HOME,
    "question": keys.CONSULT,
    "date": keys.CONSULT_DATE,
    "checklist": keys.CHECKLIST,
    "completing": keys.to_advice(keys.CONSULT),
    "advice": keys.ADVICE,
    "then": keys.THEN,
    "instead": variant_keys.INSTEAD,
    "deciding": variant_keys.DECIDING,
    "variants": variant_keys.VARIANTS,
    "compare": variant_keys.COMPARE,
    "dossiers": keys.DOSSIERS,
    "archive": keys.ARCHIVE,
    "search": keys.SEARCH,
}
MATTER = ("save", "instead", "answers", "complete", "variants", "decides", "follow", "back", "remark")
"""What must be in view on the advice, which has more keys than any bar could show."""
HELP = next(key for key in keys.EVERYWHERE if key.action == "app.help")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("page", PAGES)
def test_every_key_that_matters_fits(page, width, language):
    matter = [key for key in PAGES[page] if key.short and (page != "advice" or key.action in MATTER)]
    assert page != "advice" or [key.action for key in matter] == list(MATTER)  # first, so that others give way
    pieces = [Content(f"{shown(key, language).split()[0]} {key.short.in_(language)}") for key in (*matter, HELP)]
    lines = laid(pieces, width - 2)
    assert len(lines) <= 2
    assert max(Content(BETWEEN).join(line).cell_length for line in lines) <= width - 2


def test_lines_are_filled_and_no_key_is_broken():
    pieces = [Content(text) for text in ("a een", "b twee", "c drie")]
    assert laid(pieces, 13) == [pieces[:2], pieces[2:]]
    assert laid(pieces, 12) == laid(pieces, 3) == [[piece] for piece in pieces]
    assert laid([], 80) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_on_the_narrow_advice_every_key_that_matters_is_there(language):
    said = {
        "nl": ("s bewaar", "i anders", "a antwoorden", "x varianten", "w bepaalt", "b terug", "n opmerking", "F1 hulp"),
        "en": ("s save", "i instead", "a answers", "x variants", "w decides", "b back", "n remark", "F1 help"),
    }

    async def steps(app, pilot):
        await press(pilot, "2", "1", "2")
        shown_keys = bar(app).split("  ")
        assert [key for key in said[language] if key not in shown_keys] == []

    drive(steps, size=(60, 20), language=language)


def test_a_low_window_has_one_line_of_keys():
    async def steps(app, pilot):
        assert app.screen.query_one("#keys").size.height == 2
        await pilot.resize_terminal(60, 19)
        await press(pilot)
        assert app.screen.query_one("#keys").size.height == 1
        assert "F1 hulp" in bar(app)
        await pilot.resize_terminal(200, 40)
        await press(pilot)
        assert app.screen.query_one("#keys").size.height == 1
        assert "/ zoek" in bar(app)

    drive(steps, size=(60, 20))


def test_the_bar_offers_no_answers_while_the_advice_so_far_stands_in_their_place():
    async def steps(app, pilot):
        assert "1-9 antwoord" in bar(app)
        await press(pilot, "w")
        assert "Nog mogelijk" in seen(app)
        assert bar(app).startswith("↓ lees  w vraag")
        assert "antwoord " not in bar(app)
        await press(pilot, "1", "w")
        assert app.session.consultation.answers == {}, "an answer that is not in view is not given"
        assert "1-9 antwoord" in bar(app)
        await press(pilot, "w", "escape")
        assert "1-9 antwoord" in bar(app), "Escape leads back to the question, and only from there to the start"
        await press(pilot, "escape")
        assert not isinstance(app.screen, ConsultPage)

    drive(steps, size=(60, 20))


def test_beside_the_question_the_advice_so_far_takes_no_keys_away():
    async def steps(app, pilot):
        await press(pilot, "w")
        assert "1-9 antwoord" in bar(app)

    drive(steps, size=(100, 30))
