"""Themes that are remembered, no colours at all, and signs for consoles with a small font."""

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.widgets import OptionList

from tests.app.driving import drive, press, seen, settle
from wizard.app.looks import SIGNS, FewSigns, few_signs
from wizard.app.theme import NAMES, THEMES, WORDS
from wizard.content.model import Verdict
from wizard.settings.checks import THEMES as SETTABLE
from wizard.settings.settings import Settings
from wizard.words import SYMBOL


def styles(app):
    """Every style on screen."""
    return [segment.style for strip in app.screen._compositor.render_strips() for segment in strip if segment.style]


def coloured(app):
    return [style for style in styles(app) if any(c and not c.is_default for c in (style.color, style.bgcolor))]


def test_every_theme_that_can_be_set_is_one_of_ours_with_words():
    assert set(SETTABLE) == set(NAMES) == set(WORDS)


@pytest.mark.parametrize("name", SETTABLE)
def test_a_theme_from_the_settings_is_worn_and_takes_every_screen(name):
    async def steps(app, pilot):
        assert app.theme == NAMES[name]
        await press(pilot, "1", "f1", "escape", "n", "escape", "r", "slash", "escape")
        assert (not coloured(app)) == (name == "mono")

    drive(steps, settings=Settings(written={"theme": name}))


def test_a_theme_chosen_in_the_app_is_remembered(tmp_path):
    settings = Settings().with_choices(tmp_path / "chosen.json")

    async def steps(app, pilot):
        await press(pilot, "t")
        assert app.theme == THEMES[1]
        assert "Kleuren: licht" in seen(app)
        await press(pilot, "ctrl+p", *"hoogcontrast")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert app.theme == "contrast"

    drive(steps, settings=settings)
    assert Settings().with_choices(tmp_path / "chosen.json").get("theme") == "contrast"


def test_the_language_chosen_in_the_app_is_remembered(tmp_path):
    async def steps(app, pilot):
        await press(pilot, "l")

    drive(steps, settings=Settings().with_choices(tmp_path / "chosen.json"))
    assert Settings().with_choices(tmp_path / "chosen.json").get("language") == "en"


def test_without_settings_nothing_is_written(tmp_path):
    async def steps(app, pilot):
        await press(pilot, "t", "l")

    drive(steps)
    assert not list((tmp_path / "state").iterdir())


@pytest.mark.parametrize("how", ["NO_COLOR", "theme"])
def test_without_colours_the_line_at_hand_and_the_bars_are_reversed(how, monkeypatch):
    if how == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "")

    async def steps(app, pilot):
        assert not coloured(app)
        rows = app.screen._compositor.render_strips()
        reversed_rows = [n for n, strip in enumerate(rows) if any(part.style and part.style.reverse for part in strip)]
        at_hand = next(n for n, strip in enumerate(rows) if " 1  Van en naar" in strip.text)
        assert reversed_rows == [0, at_hand, len(rows) - 2, len(rows) - 1]  # two lines of keys
        await press(pilot, "down")
        rows = app.screen._compositor.render_strips()
        assert any(part.style.reverse for part in rows[at_hand + 1])
        assert not any(part.style.reverse for part in rows[at_hand])

    drive(steps, theme=None if how == "NO_COLOR" else "mono")


def test_colours_come_back():
    async def steps(app, pilot):
        app.take_theme("mono")
        await settle(pilot)
        assert not coloured(app)
        app.take_theme("textual-light")
        await settle(pilot)
        assert coloured(app)
        assert not app.no_color

    drive(steps)


def test_no_color_goes_before_a_theme_in_the_settings(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app, pilot):
        assert not coloured(app)
        await press(pilot, "ctrl+p", *"kleuren")
        await pilot.pause(0.3)
        found = app.screen.query_one(OptionList)
        assert not any("Kleuren:" in str(found.get_option_at_index(n).prompt) for n in range(found.option_count))

    drive(steps, settings=Settings(written={"theme": "contrast"}))


# ---------------------------------------------------------------- signs


@pytest.mark.parametrize(
    ("environ", "system", "few"),
    [
        ({"TERM": "xterm-256color"}, "posix", False),
        ({"TERM": "screen"}, "posix", False),
        ({"TERM": "tmux-256color"}, "posix", False),
        ({"TERM": "linux"}, "posix", True),
        ({"TERM": "vt100"}, "posix", True),
        ({}, "posix", False),
        ({}, "nt", True),
        ({"WT_SESSION": "x"}, "nt", False),
        ({"TERM_PROGRAM": "vscode"}, "nt", False),
    ],
)
def test_which_terminals_have_few_signs(environ, system, few):
    assert few_signs(environ, system) is few


def test_signs_that_stand_in_are_plain_and_as_wide():
    for sign, other in SIGNS.items():
        assert len(other) == cell_len(chr(sign))
        assert other.isascii() or other in "┌┐└┘─│█▄", chr(sign)
    assert len({SYMBOL[verdict].translate(SIGNS) for verdict in Verdict}) == len(Verdict)


def test_on_the_console_of_linux_every_screen_has_only_signs_of_its_font(monkeypatch):
    monkeypatch.setenv("TERM", "linux")
    known = {*map(chr, range(0x20, 0x17F)), *"┌┐└┘─│█▄▀├┤┬┴┼", "\n"}

    async def steps(app, pilot):
        for keys in (
            ("1",),
            ("f1",),
            ("escape", "f2"),
            ("escape", "a"),
            ("escape", "n"),
            ("escape", "slash"),
            ("escape",),
        ):
            await press(pilot, *keys)
            assert not set(seen(app)) - known, set(seen(app)) - known
        for keys in (
            ("r",),
            ("n",),
            ("escape", "N"),
            ("escape", "S"),
            ("escape", "c"),
            ("b", "x"),
            ("n",),
            ("escape", "b", "escape", "o"),
            ("escape",),
        ):
            await press(pilot, *keys)
            assert not set(seen(app)) - known, (keys, set(seen(app)) - known)
        await press(pilot, "1", "p")
        assert not set(seen(app)) - known
        await press(pilot, "ctrl+p")
        await pilot.pause(0.3)
        assert not set(seen(app)) - known, set(seen(app)) - known

    drive(steps, size=(140, 40))


def test_a_replaced_sign_keeps_its_style():
    from rich.segment import Segment
    from rich.style import Style

    (segment,) = FewSigns().apply([Segment("✓ ja", Style(bold=True))], Color(0, 0, 0))
    assert (segment.text, segment.style) == ("+ ja", Style(bold=True))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_without_colours_what_is_typed_can_be_read_wherever_one_types(size):
    async def steps(app, pilot):
        for keys, leave in (("n", 1), ("g", 1), ("slash", 2), ("d", 1)):
            await press(pilot, keys, *"4321")
            assert "4321" in seen(app), keys
            await press(pilot, *["escape"] * leave)
        await press(pilot, "r", "n", *"4321")
        assert "4321" in seen(app)
        await press(pilot, "escape", "escape", "s", *"4321")
        assert "4321" in seen(app)
        await press(pilot, "escape", "escape", "o", *"4321")
        assert "4321" in seen(app)

    drive(steps, theme="mono", size=size)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "mono"])
def test_in_every_theme_all_text_stands_out_from_what_is_behind_it(name):
    """Once the keys in the bar were blue on blue in the colours of the terminal."""

    def on_colour(app):
        parts = [part for strip in app.screen._compositor.render_strips() for part in strip if part.text.strip()]
        parts = [part for part in parts if part.style and part.style.bgcolor and not part.style.bgcolor.is_default]
        return [part for part in parts if set(part.text) - set("█▇▆▅▄▃▂▁▌▎│ ")]

    async def steps(app, pilot):
        assert len(on_colour(app)) > 5  # the title and the keys
        for keys in (("2",), ("1", "2"), ("tab",), ("g",), ("escape", "f1"), ("escape", "x"), ("b", "escape", "o")):
            await press(pilot, *keys)
            hidden = [part.text for part in on_colour(app) if part.style.color == part.style.bgcolor]
            assert not hidden, (keys, hidden)

    drive(steps, theme=name)
