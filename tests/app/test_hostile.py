"""Text of authors and users is shown as it is: no markup, no escape sequences, no change of direction."""

from pathlib import Path

import pytest

from tests.app.driving import drive, press, seen, type_in
from tests.reasoning.toy import content, outcome
from wizard.app.rows import Row, Rows, plain, text_of

MARKUP = ["[T]he court [sic] [/i] [b]x[/b]", "[@click=app.quit]x[/]", "see [1] and [...]", "{n} {name} %s \\[x]"]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_note_is_shown_literally(text):
    async def steps(app, pilot):
        app.session.note("purpose", text)
        app.again()
        await press(pilot)
        assert text in seen(app)
        await press(pilot, "a")
        assert text in seen(app)
        await press(pilot, "escape", "r", "end")
        assert text in seen(app)

    drive(steps, size=(180, 60))


def test_control_and_bidi_characters_in_a_note_never_reach_the_screen():
    async def steps(app, pilot):
        app.session.note("purpose", "a\x1b]52;c;eA==\x07b\u202ec\x9b31m")
        app.again()
        await press(pilot, "a")
        assert not set(seen(app)) & set("\x1b\x07\x9b\u202e")
        await press(pilot, "escape", "n")
        assert not set(seen(app)) & set("\x1b\x07\x9b\u202e")

    drive(steps, size=(140, 60))


def test_pasted_control_characters_are_kept_out():
    from textual.events import Paste

    async def steps(app, pilot):
        await press(pilot, "n")
        app.screen.query_one("#dialog-input").post_message(Paste("x\x1b[31my\u202e"))
        await press(pilot, "enter")
        assert app.session.note_on("purpose") == "x[31my"

    drive(steps)


@pytest.fixture
def hostile(tmp_path: Path):
    text = "[T]he [@click=app.quit]q[/] [sic] {0}"
    answers = f'a: {{nl: "{text} a", en: a}}, b: {{label: {{nl: "{text} b", en: b}}, help: {{nl: "{text} h", en: h}}}}'
    facts = f'  f: {{question: {{nl: "{text} v", en: q}}, why: {{nl: "{text} w", en: w}}, answers: {{{answers}}}}}\n'
    tree = (
        f'tree: t\ntitle: {{nl: "{text} t", en: t}}\nnodes:\n  n: {{ask: f, a: NO, b: YES}}\noutcomes:\n'
        + f'  NO: {{verdict: forbidden, because: {{nl: "{text} r", en: r}}, sources: [rule], duties: [do]}}\n'
        + outcome("YES", "allowed")
    )
    return text, content(tmp_path, facts, {"t": tree}, "{tree: t}")


def test_markup_in_content_is_shown_literally_on_every_screen(hostile):
    text, made = hostile

    async def steps(app, pilot):
        shown = seen(app)
        for part in "vwabh":
            assert f"{text} {part}" in shown
        await press(pilot, "f2")
        assert f"{text} h" in seen(app)
        await press(pilot, "escape", "ctrl+p")
        await pilot.pause(0.3)
        await press(pilot, "escape", "1")
        assert f"{text} r" in seen(app)
        assert f"{text} t" in seen(app)
        await press(pilot, "a")
        assert f"{text} a" in seen(app)

    drive(steps, consult="c", content=made, size=(160, 60))


def test_very_long_texts_do_no_harm():
    async def steps(app, pilot):
        app.session.note("purpose", "x" * 4000 + " " + "woord " * 500)
        app.again()
        await press(pilot, "a", "escape", "w", "r", "end")

    drive(steps)
    drive(steps, size=(140, 40))


def test_a_note_has_a_longest_length():
    async def steps(app, pilot):
        await press(pilot, "n")
        app.screen.query_one("#dialog-input").value = "x" * 2001
        await press(pilot, "enter")
        assert "hoogstens 2000 tekens" in seen(app)
        assert app.session.note_on("purpose") == ""
        await press(pilot, "escape")

    drive(steps)


def test_rows_say_all_of_their_text_at_every_width():
    from textual.css.styles import Styles

    words = [f"woord{n}" for n in range(30)]
    row = Row(plain(" ".join(words)), plain(" 1  "), 2)
    for width in (1, 2, 7, 14, 15, 30, 200):
        assert row.get_height(Styles(), width) >= 1
    assert text_of(Rows([row])).endswith("woord29")


def test_typing_does_not_trigger_commands():
    async def steps(app, pilot):
        await press(pilot, "n")
        await type_in(pilot, "bunq lad")
        assert app.session.note_on("purpose") == "bunq lad"
        assert app.session.language == "nl"

    drive(steps)
