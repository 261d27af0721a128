"""What was changed in a dossier, in the account of the full report."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wizard.content.load import load
from wizard.dossier.consultation import Changed, Consultation
from wizard.report.markdown import render

CONTENT = load(Path(__file__).parents[1] / "trees" / "good")
SAID = Consultation("bicycle", date(2019, 1, 1)).answer("purpose", "errand").answer("borrower", "visitor")
HISTORY = (
    Changed("2026-11-20T09:03:00", "purpose", "trip", "errand"),
    Changed("soon", "gone", "[b]no[/b]", "", "*Bellen*"),
    Changed("2026-11-21T10:00:00", "borrower", "no-longer-an-answer", "visitor"),
    Changed("2026-11-21T11:00:00", "keyholder", "unknown", "yes", "", "Noor *belt*"),
    Changed("2026-11-21T12:00:00", "", "2019-01-01", "2026-11-22", what="on"),
    Changed("2026-11-21T12:01:00", "", "soon", "2026-11-22", what="on"),
    Changed("2026-11-21T12:02:00", "", "*Bellen*", "", "*Bellen*", what="variant"),
    Changed("2026-11-21T12:03:00", "", "Bellen", "Mailen", "Mailen", what="variant"),
    Changed("2026-11-21T12:04:00", "purpose", "voor *Noor*", "", "Mailen", what="note"),
)


def report(said: Consultation, language: str = "nl", level: str = "full") -> str:
    return render(CONTENT, said.advice(CONTENT), language, consultation=said, level=level)


def test_every_change_is_told_first_to_last() -> None:
    text = report(replace(SAID, history=HISTORY))
    account = text[text.index("## Verantwoording") :]
    assert "### Wat er gewijzigd is" in account
    lines = [line for line in account.splitlines() if " werd " in line]
    assert lines == [
        "- 20 november 2026, 09:03: Waarvoor neemt u de fiets mee? **Een uitje** werd **Een boodschap voor kantoor**",
        "- soon (in “\\*Bellen\\*”): gone **\\[b\\]no\\[/b\\]** werd **geen antwoord**",
        "- 21 november 2026, 10:00: Wie bent u? **no-longer-an-answer** werd **Bezoeker**",
        "- 21 november 2026, 11:00: Hebt u de sleutel? **Weet ik niet** (genoteerd: Noor \\*belt\\*) werd **Ja**",
        "- 21 november 2026, 12:00: Peildatum **1 januari 2019** werd **22 november 2026**",
        "- 21 november 2026, 12:01: Peildatum **soon** werd **22 november 2026**",
        "- 21 november 2026, 12:02: Variant **\\*Bellen\\*** werd **weggehaald**",
        "- 21 november 2026, 12:03: Variant **Bellen** werd **Mailen**",
        "- 21 november 2026, 12:04 (in “Mailen”): Notitie bij: Waarvoor neemt u de fiets mee? **voor \\*Noor\\*** werd"
        " **geen notitie**",
    ]
    assert "**An outing** became **An errand for the office**" in report(replace(SAID, history=HISTORY), "en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_changes_there_is_no_such_part(language: str) -> None:
    assert "Wat er gewijzigd is" not in report(SAID, language)
    assert "What was changed" not in report(SAID, language)


@pytest.mark.parametrize("level", ["summary", "letter"])
def test_only_the_full_report_tells_them(level: str) -> None:
    assert "Wat er gewijzigd is" not in report(replace(SAID, history=HISTORY), level=level)
