import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from textual.color import Color
from textual.command import CommandPalette

from tests.app.driving import CONTENT, GOOD, TODAY, bar, drive, press, question, seen, settle
from tests.content.folders import copy
from wizard.app import keys, main, words
from wizard.app.help import HelpWindow
from wizard.app.theme import CONTRAST, THEMES
from wizard.content.model import Text


@pytest.mark.parametrize("consult", [None, "bicycle"])
def test_f1_shows_the_keys_of_the_screen_in_the_language_in_use(consult):
    async def steps(app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpWindow)
        assert "Overal" in seen(app)
        await press(pilot, "f1", "l", "f1")
        assert "Everywhere" in seen(app)

    drive(steps, consult=consult, size=(80, 50))


def test_the_help_names_every_key_of_the_question_screen():
    async def steps(app, pilot):
        await press(pilot, "f1")
        for key in (*keys.CONSULT, *keys.EVERYWHERE):
            assert key.long.nl in seen(app)

    drive(steps, size=(100, 60))


def test_every_key_of_every_screen_has_an_action_of_that_screen():
    from wizard.app.advice import AdvicePage
    from wizard.app.consult import ConsultPage

    for page, listed in ((ConsultPage, keys.CONSULT), (AdvicePage, keys.ADVICE)):
        for key in listed:
            if key.action:
                owner = main.MagDat if key.action.startswith("app.") else page
                assert hasattr(owner, f"action_{key.action.removeprefix('app.').split('(')[0]}"), (page, key)
    for key in keys.EVERYWHERE:
        assert hasattr(main.MagDat, f"action_{key.action.removeprefix('app.')}")


def test_the_key_bar_keeps_help_in_view_and_fits():
    for width in (40, 60, 80, 140):

        async def steps(app, pilot):
            keys = bar(app)
            assert "F1 hulp" in keys
            assert "…" not in keys

        drive(steps, size=(width, 24))


def test_a_key_in_the_bar_can_be_clicked():
    async def steps(app, pilot):
        row, line = next((n, line) for n, line in enumerate(seen(app).splitlines()) if "F1 hulp" in line)
        await pilot.click(offset=(line.index("F1"), row))
        await settle(pilot)
        assert isinstance(app.screen, HelpWindow)

    drive(steps)


def test_the_palette_offers_commands_questions_and_consults():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, *"neemt")
        await pilot.pause(0.3)
        assert "Naar vraag: Waarvoor neemt u de fiets mee?" in seen(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert question(app) == "purpose"
        assert app.session.changing

    drive(steps)


def test_the_palette_runs_a_command_of_the_screen():
    async def steps(app, pilot):
        await press(pilot, "1", "ctrl+p", *"ongedaan")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert app.session.consultation.facts == {}

    drive(steps)


def test_themes_cycle_and_ours_is_among_them():
    async def steps(app, pilot):
        names = [app.theme]
        for _ in THEMES[1:]:
            await press(pilot, "t")
            names.append(app.theme)
        assert names == list(THEMES)

    drive(steps)


def test_the_contrast_theme_keeps_its_word():
    def luminance(color):
        parts = [c / 255 for c in Color.parse(color).rgb]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(front, back):
        bright, dark = sorted((luminance(front), luminance(back)), reverse=True)
        return (bright + 0.05) / (dark + 0.05)

    assert contrast(CONTRAST.foreground, CONTRAST.background) >= 15
    others = (CONTRAST.warning, CONTRAST.error, CONTRAST.success, CONTRAST.variables["text-muted"], CONTRAST.primary)
    for color in others:
        assert contrast(color, CONTRAST.background) >= 7


def test_no_color_takes_a_theme_without_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app, pilot):
        assert app.theme == "mono"
        await press(pilot, "t")
        assert app.theme == "mono"
        assert "NO_COLOR" in seen(app)
        assert app.no_color

    drive(steps)


def test_an_unknown_theme_is_no_obstacle():
    async def steps(app, pilot):
        assert app.theme == THEMES[0]

    drive(steps, theme="no-such-theme")


@pytest.mark.parametrize("keys_", [("q",), ("ctrl+q",), ("ctrl+c", "ctrl+c")])
def test_ways_to_quit(keys_):
    async def steps(app, pilot):
        await pilot.press(*keys_)

    assert drive(steps).return_code == 0


def test_one_ctrl_c_only_warns_also_in_a_window():
    async def steps(app, pilot):
        await press(pilot, "ctrl+c")
        assert "Nogmaals ctrl+c" in seen(app)
        app.interrupted = 0.0
        await press(pilot, "n", "ctrl+c")
        assert app.is_running

    drive(steps)


def test_every_text_of_the_app_is_there_in_both_languages():
    for name, text in vars(words).items():
        if isinstance(text, Text):
            assert text.nl, name
            assert text.en, name


def ended(code: str, steps: list[tuple[str, str]], home: Path) -> str:
    """What a real process in a real terminal painted until it ended with 2: ``steps`` are what to wait for and type."""
    import pty

    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_DATA_HOME": str(home / "data")}
    process = subprocess.Popen([sys.executable, "-c", code], stdin=child, stdout=child, stderr=child, env=environment)
    os.close(child)
    output = b""
    until = time.monotonic() + 60
    while True:
        assert time.monotonic() < until, output[-2000:]
        if not select.select([parent], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(parent, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        output += piece
        if steps and steps[0][0].encode() in output:
            os.write(parent, steps.pop(0)[1].encode())
    assert process.wait(timeout=20) == 2
    os.close(parent)
    text = output.decode("utf-8", "replace")
    assert "Traceback" not in text
    return text


def test_a_crash_prints_one_line_without_answers_and_ends_with_2(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from wizard.app import consult\n"
        "from wizard.app.main import run\n"
        "from wizard.content.load import load\n"
        "def broken(page):\n"
        "    client = 'SECRET-CLIENT'\n"
        "    raise ValueError(client)\n"
        "consult.ConsultPage.action_answers = broken\n"
        f"sys.exit(run(load(Path({str(GOOD)!r})), consult='bicycle'))\n"
    )
    text = ended(code, [("kantoorfiets", "1"), ("Wie bent u", "a")], tmp_path)
    assert "magdat: er ging iets mis (ValueError); uw antwoorden zijn bewaard." in text
    assert "SECRET-CLIENT" not in text
    assert "purpose" in next((tmp_path / "data" / "magdat" / "dossiers").glob("*.yaml")).read_text()


@pytest.mark.parametrize(
    ("file", "right", "wrong", "consult", "steps"),
    [
        # what is searched is all the law there is
        ("theft/theft.yaml:13", "forbidden", "forbiden", None, [("kantoorfiets", "/")]),
        # the first advice so far tells the sources
        ("sources.yaml:27", "high", "hihg", "bicycle", []),
    ],
)
def test_a_fault_in_law_that_is_read_later_is_said_with_its_place(file, right, wrong, consult, steps, tmp_path):
    trees = copy(tmp_path / "trees")
    path = trees / file.split(":")[0]
    path.write_text(path.read_text("utf-8").replace(f": {right}", f": {wrong}", 1), "utf-8")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from wizard.app.main import run\n"
        "from wizard.content.load import load\n"
        f"more = lambda names: load(Path({str(trees)!r}), consults=names)\n"
        f"sys.exit(run(more({[consult] if consult else []!r}), consult={consult!r}, read_more=more))\n"
    )
    text = ended(code, steps, tmp_path)
    assert f"magdat: {file}: `{wrong}`" in text
    assert f"`{right}`?" in text


def test_run_takes_what_the_command_line_gives(monkeypatch):
    made = []
    monkeypatch.setattr(main.MagDat, "run", lambda app: made.append(app))
    assert main.run(CONTENT, language="en", on=TODAY, consult="planting", theme="contrast") == 0
    assert made[0].session.consultation.consult == "planting"
    assert made[0].session.language == "en"
    assert made[0].theme == "contrast"
