"""Pictures of the main screens at three sizes, in both languages and two themes: dark, and without colours.

What `test_snapshots.py` has already (dark, at the two larger sizes) is left to it. Each picture goes with a check of
its words, so that a difference says what broke.
"""

import itertools

import pytest

from tests.app.driving import drive, press, seen, type_in

SIZES = {"60x20": (60, 20), "80x24": (80, 24), "140x40": (140, 40)}
EVERY = list(itertools.product(SIZES, ("nl", "en"), ("dark", "mono")))
NEW = [one for one in EVERY if one[2] == "mono" or one[0] == "60x20"]


def name(screen, size, language, theme):
    return f"{screen}-{size}-{language}" + ("" if theme == "dark" else f"-{theme}")


@pytest.mark.parametrize(("size", "language", "theme"), NEW)
def test_home(snapshot, size, language, theme):
    async def steps(app, pilot):
        assert ("Waarvoor bent u hier?" if language == "nl" else "What are you here for?") in seen(app)
        snapshot(app, name("home", size, language, theme))

    drive(steps, consult=None, size=SIZES[size], language=language, theme=theme)


@pytest.mark.parametrize(("size", "language", "theme"), NEW)
def test_question(snapshot, size, language, theme):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "down")
        assert ("Hebt u de sleutel?" if language == "nl" else "Do you have the key?") in seen(app)
        snapshot(app, name("question", size, language, theme))

    drive(steps, size=SIZES[size], language=language, theme=theme)


@pytest.mark.parametrize(("size", "language", "theme"), NEW)
def test_checklist_and_advice(snapshot, size, language, theme):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1")
        await type_in(pilot, "2026-06-01")
        await type_in(pilot, "2020-01-01")
        await press(pilot, "1", "2", "enter")
        assert ("[x] ja" if language == "nl" else "[x] yes") in seen(app)
        snapshot(app, name("checklist", size, language, theme))
        await press(pilot, "3", "enter")
        assert ("✓! Ja, mits" if language == "nl" else "✓! Yes, provided") in seen(app)
        snapshot(app, name("advice", size, language, theme))

    drive(steps, size=SIZES[size], language=language, theme=theme)


@pytest.mark.parametrize(("size", "language", "theme"), EVERY)
def test_search(snapshot, size, language, theme):
    async def steps(app, pilot):
        await press(pilot, "2", "slash", "tab", *"fiets" if language == "nl" else "bicycle")
        assert ("[Bronnen" if language == "nl" else "[Sources") in seen(app)
        snapshot(app, name("search", size, language, theme))

    drive(steps, size=SIZES[size], language=language, theme=theme)


@pytest.mark.parametrize("size", SIZES)
def test_presenting(snapshot, size):
    async def steps(app, pilot):
        await press(pilot, "p", "2", "down")
        assert "Een boodschap voor kantoor" not in seen(app)
        snapshot(app, f"present-question-{size}")
        await press(pilot, "1", "2")
        assert "✗ Nee, dat mag niet" in seen(app)
        snapshot(app, f"present-advice-{size}")

    drive(steps, size=SIZES[size])


def test_high_contrast(snapshot):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "2")
        assert "✗ Nee, dat mag niet" in seen(app)
        snapshot(app, "advice-80x24-contrast")

    drive(steps, theme="contrast")
