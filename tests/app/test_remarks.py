"""The advisor's own remarks: on the part of the advice at hand, kept at once, undone, and in every report."""

import re
from pathlib import Path

import pytest
from textual.events import Paste

from tests.app.driving import CONTENT, TODAY, drive, press, seen, settle, type_in
from tests.dossiers import newest, restore
from tests.report.readers import text_of
from wizard.app.advice import AdvicePage
from wizard.app.remarked import IN_REPORT, in_report
from wizard.app.remarking import RemarkWindow
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.session import LONGEST_REMARK
from wizard.report.export import export
from wizard.report.remarks import NAMES, section_named
from wizard.report.view import SECTIONS

MARK = "║"
"""Stands before the part at hand."""


async def to_a_no(pilot):
    """An errand by an employee without the key: forbidden."""
    await press(pilot, "2", "1", "2")


def marked(app):
    """The first line of the part at hand, as far as it is in view."""
    rows = [row for row in seen(app).splitlines() if MARK in row[:3]]
    return rows[0].strip(f" █{MARK}") if rows else ""


def test_a_remark_is_written_on_the_part_at_hand_and_stands_beside_it():
    async def steps(app, pilot):
        await to_a_no(pilot)
        assert marked(app).startswith("✗ Nee")
        await press(pilot, "tab", "tab", "tab", "n")
        assert "Uw opmerking bij: Waarom, stap voor stap" in seen(app)
        await type_in(pilot, "Ook de huisbaas")
        await press(pilot, *"x")
        await press(pilot, "ctrl+s")
        assert app.session.consultation.remarks == {"why": "Ook de huisbaas\nx"}
        assert restore(newest()) == app.session.consultation  # on disk at once
        shown = seen(app)
        assert "Bewaard bij: Waarom, stap voor stap" in shown
        assert re.search(rf"{MARK}✎ Uw opmerking: Ook de huisbaas *\n *{MARK}  x ", shown), shown
        assert marked(app).startswith("Waarom")  # the part stays at hand, and in view
        rows = seen(app).splitlines()
        at = next(n for n, row in enumerate(rows) if "Waarom, stap voor stap" in row)
        assert "Uw opmerking" in rows[at + 1]  # seen at once, however long the part is

    drive(steps)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_a_remark_in_a_variant_is_of_that_variant_and_the_plan_keeps_its_own(size):
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "n", *"plan", "ctrl+s")
        app.session.vary("Mailen")
        app.open_advice()
        await settle(pilot)
        assert "Uw opmerking bij het plan: plan" in " ".join(seen(app).split())
        await press(pilot, "n")
        assert "Alleen voor de variant “Mailen”; het plan blijft zoals het is." in app.screen.hint
        assert "Alleen voor de" in seen(app)
        assert "ctrl+s of F2 bewaart" in seen(app), "how to keep it is in view, below all of that"
        await press(pilot, *"nen", "ctrl+s")
        assert "Uw opmerking: plannen" in seen(app)
        assert restore(newest()).remarks == {"verdict": "plan"}
        assert restore(newest()).variants[0].remarks == {"verdict": "plannen"}
        await press(pilot, "u")
        assert "Uw opmerking bij het plan: plan" in " ".join(seen(app).split())
        app.session.take(None)
        app.open_advice()
        await settle(pilot)
        await press(pilot, "n")
        assert "Staat ook bij elke variant" in app.screen.hint

    drive(steps, size=size)


def test_a_remark_is_changed_undone_done_again_and_taken_away():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "n", *"een", "f2", "n", *"s", "ctrl+s")
        assert app.session.consultation.remarks == {"verdict": "eens"}
        for key, said in (("u", "een"), ("u", None), ("U", "een"), ("U", "eens")):
            await press(pilot, key)
            assert app.session.consultation.remarks.get("verdict") == said
            assert (f"Uw opmerking: {said} " in seen(app)) is (said is not None)
            assert restore(newest()).remarks == app.session.consultation.remarks
        await press(pilot, "n", "ctrl+a", "ctrl+k", "ctrl+s")
        assert app.session.consultation.remarks == {}
        assert "is weg; toets u" in " ".join(seen(app).split())
        assert app.session.consultation.history == ()  # a remark is no answer

    drive(steps)


def test_undoing_a_remark_stays_on_an_advice_with_questions_open():
    async def steps(app, pilot):
        await press(pilot, "2", "r", "n", *"let op", "ctrl+s", "u")
        assert "Tussenstand" in seen(app)
        assert app.session.consultation.remarks == {}
        await press(pilot, "u")
        assert "Waarvoor neemt u de fiets mee?" in seen(app)

    drive(steps)


def test_escape_throws_away_what_was_written_only_the_second_time():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "n", "escape")
        assert not isinstance(app.screen, RemarkWindow)
        await press(pilot, "n", *"weg", "escape")
        assert "nog niet bewaard" in seen(app)
        await press(pilot, *"er", "escape")
        assert isinstance(app.screen, RemarkWindow)  # written on: asked again
        await press(pilot, "escape")
        assert not isinstance(app.screen, RemarkWindow)
        assert app.session.consultation.remarks == {}

    drive(steps)


def test_the_part_at_hand_follows_what_is_in_view():
    async def steps(app, pilot):
        await to_a_no(pilot)
        app.session.remark("sources", "Laatste deel")
        app.screen.fill()
        seen_parts = []
        for key in ("pagedown",) * 6 + ("pageup",) * 6:
            await press(pilot, key)
            assert marked(app) or any(MARK in row[:3] for row in seen(app).splitlines()), seen(app)
            seen_parts.append(app.screen.parts.here)
        assert seen_parts[-1] == "verdict"
        assert len(set(seen_parts)) > 1
        for _ in range(20):
            await press(pilot, "tab")
        assert marked(app).startswith("Bronnen")  # the last one, though it cannot be scrolled to the top
        for _ in range(20):
            await press(pilot, "shift+tab")
        assert marked(app).startswith("✗ Nee")

    drive(steps, size=(60, 20))


def test_all_parts_are_listed_and_a_remark_brings_its_part():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "tab", "tab", "N")
        listed = app.screen.query_one("#remarks")
        assert listed.highlighted == list(NAMES).index("options")
        await press(pilot, "home", *["j"] * list(NAMES).index("contested"), "enter", *"Twist", "ctrl+s")
        await press(pilot, "N", "end", "enter", *"Versie", "ctrl+s", "N")
        assert "✎ Waarover de meningen verschillen" in seen(app)
        await press(pilot, "escape", "end", *["pagedown"] * 6)
        shown = seen(app)
        assert "Uw opmerkingen bij andere delen van het verslag" in shown
        assert "Verantwoording" in shown
        assert "Uw opmerking: Versie" in shown
        await press(pilot, *["shift+tab"] * 20, "tab", "tab", "tab", "tab")
        assert marked(app) == "Waarover de meningen verschillen"
        assert "Uw opmerking: Twist" in seen(app)

    drive(steps)


def test_a_remark_stands_in_the_report_that_is_saved():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "tab", "tab", "n", *"vraag", "enter", *"vandaag", "ctrl+s", "s", "ctrl+a", "ctrl+k")
        await type_in(pilot, "advice.md")
        text = Path("advice.md").read_text("utf-8")
        after = text.split("## Wat u in plaats daarvan kunt doen")[1].split("\n## ")[0]
        assert "> **Opmerking van uw adviseur:** vraag\n>\n> vandaag\n" in after

    drive(steps)


def test_what_is_too_long_or_pasted_raw_is_kept_out():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await press(pilot, "n")
        area = app.screen.query_one("#remark")
        app.post_message(Paste("a\x1b[31mb\u202ec\r\nd"))
        await settle(pilot)
        assert area.text == "a[31mbc\nd", "a terminal pastes lines with CR LF"
        area.text = ""
        app.post_message(Paste("een\rtwee\rdrie"))
        await settle(pilot)
        assert area.text == "een\ntwee\ndrie", "or with CR alone"
        app.post_message(Paste("x" * LONGEST_REMARK))
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert f"hoogstens {LONGEST_REMARK} tekens" in " ".join(seen(app).split())
        await press(pilot, "ctrl+a", "escape", "escape")
        app.session.remark("verdict", "x" * (LONGEST_REMARK + 1))
        await press(pilot, "n")
        assert not isinstance(app.screen, RemarkWindow)
        assert "wijzig haar in het bestand" in " ".join(seen(app).split())

    drive(steps)


def test_no_remark_in_a_window_that_is_too_small():
    async def steps(app, pilot):
        await to_a_no(pilot)
        await pilot.resize_terminal(39, 11)
        await press(pilot, "n", "ctrl+s", "N")
        assert app.session.consultation.remarks == {}
        assert isinstance(app.screen, AdvicePage)

    drive(steps)


def test_every_part_of_the_report_has_a_name_and_every_part_of_the_screen_a_part_of_the_report():
    assert tuple(NAMES) == SECTIONS
    assert set(IN_REPORT.values()) <= set(SECTIONS)
    assert in_report("remarks") == "verdict"
    assert [section_named(str(n)) for n in range(1, len(SECTIONS) + 1)] == list(SECTIONS)
    assert section_named("0") is section_named("17") is section_named("x") is section_named("") is None
    assert section_named("BRONNEN") == section_named("sources") == "sources"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_the_full_advice_has_every_remark_once_in_every_form(form, language):
    said = {name: f"Woord{name}x" for name in NAMES}
    facts = {fact: Given(answer) for fact, answer in (("purpose", "errand"), ("borrower", "employee"))}
    found = Consultation("bicycle", TODAY, {**facts, "keyholder": Given("no")}, remarks=said)
    made = export(CONTENT, found.advice(CONTENT), language, form, consultation=found, made=TODAY)
    text = made.decode() if form == "md" else text_of(form, made)
    assert {name: text.count(word) for name, word in said.items()} == dict.fromkeys(NAMES, 1)
