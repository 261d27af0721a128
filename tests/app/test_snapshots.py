"""Pictures of the main screens at both sizes, in both languages. `pytest --update-snapshots` draws them anew."""

import pytest

from tests.app.driving import drive, press, seen, type_in

SIZES = {"80x24": (80, 24), "140x40": (140, 40)}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_home(snapshot, size, language):
    async def steps(app, pilot):
        assert ("De kantoorfiets lenen" if language == "nl" else "Borrowing the office bicycle") in seen(app)
        snapshot(app, f"home-{size}-{language}")

    drive(steps, consult=None, size=SIZES[size], language=language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_question(snapshot, size, language):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "down")
        assert ("Hebt u de sleutel?" if language == "nl" else "Do you have the key?") in seen(app)
        snapshot(app, f"question-{size}-{language}")

    drive(steps, size=SIZES[size], language=language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_checklist_and_advice(snapshot, size, language):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1")
        await type_in(pilot, "2026-06-01")
        await type_in(pilot, "2020-01-01")
        await press(pilot, "1", "2", "enter")
        assert ("[x] ja" if language == "nl" else "[x] yes") in seen(app)
        snapshot(app, f"checklist-{size}-{language}")
        await press(pilot, "3", "enter")
        assert ("✓! Ja, mits" if language == "nl" else "✓! Yes, provided") in seen(app)
        snapshot(app, f"advice-{size}-{language}")

    drive(steps, size=SIZES[size], language=language)
