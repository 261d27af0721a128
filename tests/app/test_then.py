"""Then and now on the screen: the line, the two dates, stepping, choosing, saving."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.app.driving import bar, drive, press, question, seen, settle, type_in
from tests.reasoning.toy import content as toy_content
from tests.reasoning.toy import fact, outcome
from wizard.app.then import ThenPage
from wizard.settings.settings import Settings

FACTS = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2025-06-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}
SIZES = {"60x20": (60, 20), "80x24": (80, 24), "140x40": (140, 40)}


async def to_then(app, pilot):
    """Answer everything and go from the advice to then and now."""
    app.session.answer(FACTS)
    app.open_advice()
    await settle(pilot)
    await press(pilot, "c")
    assert isinstance(app.screen, ThenPage)


def days(app) -> list[str]:
    return [day.isoformat() for day in app.screen.days]


def whole(app) -> str:
    """Everything on the page, also what is out of view, in one line."""
    parts = [app.screen.query_one(f"#then-{name}") for name in ("before", "after", "same", "when", "came", "went")]
    from wizard.app.rows import text_of

    return " ".join(" ".join(text_of(part.content).split()) for part in parts if part.display)


def test_it_opens_from_the_advice_at_the_last_turn_and_goes_back():
    async def steps(app, pilot):
        await to_then(app, pilot)
        assert days(app) == ["2026-05-31", "2026-11-22"]
        shown = seen(app)
        assert "Toen en nu" in shown.splitlines()[0]
        assert re.search(r"2010 ─+·─+ +2018 ─+·─+ +2026 ─+→", shown)
        assert "▲ toen" in shown
        assert "▲ nu" in shown
        assert "Toen · 31 mei 2026" in shown
        assert "✓! Ja, mits" in shown
        assert "✗ Nee, dat mag niet" in shown
        assert "1 jaar voorbij sinds 1 juni 2025" in whole(app)
        await press(pilot, "escape")
        assert "Advies · recht van 22 november 2026" in seen(app)
        assert "c toen/nu" in bar(app)
        await press(pilot, "b")
        assert question(app) == "last_check"

    drive(steps)


def test_arrows_step_from_turn_to_turn_and_show_exactly_what_it_changed():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "left")
        assert days(app) == ["2018-02-28", "2018-03-01"]
        assert "Wijziging 1 van 2" in seen(app)
        assert "+ Schrijf op wanneer u de fiets meeneemt en terugbrengt. sinds 1 maart 2018, door: regel" in whole(app)
        await press(pilot, "left")
        assert "Eerder veranderde er niets." in seen(app)
        await press(pilot, "right")
        assert days(app) == ["2026-05-31", "2026-06-01"]
        assert "− Zet de fiets op slot. tot 1 juni 2026" in whole(app)
        await press(pilot, "n")
        assert "Later verandert er niets" in seen(app)
        await press(pilot, "0")
        assert days(app) == ["2026-05-31", "2026-11-22"]

    drive(steps)


def test_from_the_first_days_the_next_turn_is_that_between_them():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "right")
        assert days(app) == ["2026-05-31", "2026-06-01"]
        assert "Wijziging 2 van 2" in seen(app)

    drive(steps)


def test_comma_and_full_stop_stop_at_small_changes_too():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "comma")
        assert days(app) == ["2023-12-31", "2024-01-01"]
        assert "+ Kijk de fiets na." in whole(app)
        await press(pilot, "comma", "comma")
        assert days(app) == ["2016-06-30", "2016-07-01"]
        assert "art. 12 PV 2005 → art. 20 lid 1 PV" in seen(app)
        await press(pilot, "full_stop")
        assert days(app) == ["2018-02-28", "2018-03-01"]

    drive(steps)


def test_both_days_can_be_chosen_and_a_wrong_one_is_refused():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "1", "ctrl+a", "ctrl+k")
        await type_in(pilot, "1-1-1999")
        assert "De bomen kennen het recht vanaf 1 januari 2010" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k")
        await type_in(pilot, "2012-01-01")
        assert days(app) == ["2012-01-01", "2026-11-22"]
        await press(pilot, "2", "ctrl+a", "ctrl+k")
        await type_in(pilot, "2012-06-01")
        assert days(app) == ["2012-01-01", "2012-06-01"]
        assert "Er verandert niets." in seen(app)
        assert app.session.consultation.on == date(2026, 11, 22)
        await press(pilot, "2", "escape")
        assert days(app) == ["2012-01-01", "2012-06-01"]

    drive(steps)


def test_language_and_reference_date_change_here_too():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "l")
        assert "Then · 31 May 2026" in seen(app)
        assert "Then and now" in seen(app)
        await press(pilot, "d", "ctrl+a", "ctrl+k")
        await type_in(pilot, "2019-01-01")
        assert days(app) == ["2018-02-28", "2019-01-01"]

    drive(steps)


def test_it_is_in_the_palette_of_advice_and_question_and_in_the_help():
    async def steps(app, pilot):
        await press(pilot, "1", "ctrl+p", *"toen")
        await settle(pilot)
        assert "Toen en nu" in seen(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ThenPage)
        assert "niet alle vragen zijn beantwoord" in " ".join(
            " ".join(row.split())
            for row in str(app.screen.query_one("#then-remarks").content.rows[0].body).splitlines()
        )
        await press(pilot, "escape", "f1")
        assert "toen en nu: dezelfde feiten op twee dagen" in " ".join(seen(app).split())
        await press(pilot, "escape")
        assert "c toen/nu" in bar(app)

    drive(steps, size=(140, 40))


def test_the_advice_is_saved_with_then_and_now_from_here_and_without_it_elsewhere():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "s")
        await settle(pilot)
        await press(pilot, "enter")
        [first] = Path.cwd().glob("*.md")
        assert "## Toen en nu" in first.read_text("utf-8")
        assert "Bewaard" in seen(app)
        await press(pilot, "s")
        await press(pilot, "enter")
        second = next(path for path in Path.cwd().glob("*.md") if path != first)
        assert "## Toen en nu" not in second.read_text("utf-8")

    drive(steps, settings=Settings(written={"report_form": "md"}))


def test_the_page_is_read_with_keys_alone():
    async def steps(app, pilot):
        await to_then(app, pilot)
        letter = app.screen.query_one("#then")
        await press(pilot, "j", "j")
        assert letter.scroll_y == 2
        await press(pilot, "space")
        assert letter.scroll_y > 2
        await press(pilot, "pageup", "k", "k", "tab")
        assert "Wanneer, en waardoor" in seen(app).splitlines()[1]
        await press(pilot, "tab", "shift+tab")
        assert "Wanneer, en waardoor" in seen(app).splitlines()[1]

    drive(steps, size=(60, 20))


def test_every_size_survives():
    async def steps(app, pilot):
        await to_then(app, pilot)
        for width, height in ((1, 1), (12, 6), (39, 12), (40, 12), (60, 20), (140, 40), (250, 80), (40, 12)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            await press(pilot, "left", "right")
        assert "2010 ─" in seen(app)

    drive(steps)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_pictures(snapshot, size, language):
    async def steps(app, pilot):
        await to_then(app, pilot)
        assert ("Toen · 31 mei 2026" if language == "nl" else "Then · 31 May 2026") in seen(app)
        snapshot(app, f"then-{size}-{language}")

    drive(steps, size=SIZES[size], language=language)


def test_it_can_be_read_without_colour(snapshot, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app, pilot):
        await to_then(app, pilot)
        assert "✓! Ja, mits" in seen(app)
        assert "▲ nu" in seen(app)
        segments = [part for strip in app.screen._compositor.render_strips() for part in strip]
        colours = {part.style.color for part in segments if part.style and part.style.color}
        assert all(colour.is_default for colour in colours), colours
        snapshot(app, "then-80x24-mono")

    drive(steps)


def test_a_leads_to_the_question_on_which_the_line_hangs():
    async def steps(app, pilot):
        await to_then(app, pilot)
        await press(pilot, "a")
        assert "In elke periode staat het antwoord vast." in seen(app)
        app.session.answer({"brakes_work": "unknown"})
        app.screen.again()
        await settle(pilot)
        assert "… Nog niet zeker" in seen(app)
        await press(pilot, "a")
        assert question(app) == "brakes_work"

    drive(steps)


def test_text_of_authors_is_shown_literally(tmp_path):
    text = "[T]he [@click=app.quit]q[/] [sic] {0} %s"
    tree = (
        f'tree: t\ntitle: {{nl: "{text} t", en: t}}\n'
        "nodes:\n  n: {law: {2004-05-19: YES, 2018-05-25: NO}}\noutcomes:\n"
        f'  NO: {{verdict: forbidden, because: {{nl: "{text} r", en: r}}, sources: [rule], duties: [do]}}\n'
    )
    made = toy_content(tmp_path, fact("a", "x", "y"), {"t": tree + outcome("YES", "allowed")}, "{tree: t}")

    async def steps(app, pilot):
        app.open_then()
        await settle(pilot)
        assert f"{text} r" in seen(app)
        assert f"{text} t" in seen(app)

    drive(steps, consult="c", content=made, size=(160, 60))
