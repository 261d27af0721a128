"""Then and now, line by line."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from wizard.cli import main

RIDE = ("2", "1", "1", "2025-06-01", "2020-01-01", "1", "1", "1")
"""An errand, an employee, with the key; checked, bought; brakes, lights and tyres in order."""

Talk = Callable[..., str]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Talk:
    """Types lines under the law of a day and gives back what was shown after the answers to the last question."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)

    def talk(*typed: str, language: str = "nl") -> str:
        lines = "".join(f"{line}\n" for line in (*RIDE, *typed, "q"))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert main(["ask", "bicycle", "--plain", "--on", "2026-05-01", "--lang", language, *TREES]) == 0
        return capsys.readouterr().out.split(f" {typed[0]}\n", 1)[1]

    return talk


def test_then_tells_the_whole_line_and_what_to_type_next(talk: Talk) -> None:
    assert talk("toen").startswith(
        """\
Dezelfde feiten onder al het recht:
- 1 januari 2010 t/m 28 februari 2018: Ja, dat mag. Vanaf deze dag kennen wij het recht.
  - 1 juli 2016: Staat nu ergens anders: art. 12 PV 2005 → art. 20 lid 1 PV.
- 1 maart 2018 t/m 31 mei 2026 (hier valt de peildatum): Ja, mits. Mag u de fiets lenen? Ja, mits."""
    )
    out = talk("then", language="en")
    assert "- from 1 June 2026: No, not allowed. 1 year had passed since 1 June 2025" in out
    assert "Type then 2018-02-28 to compare that day with the reference date, or then with two days." in out


def test_then_with_a_day_compares_it_with_the_reference_date_and_with_two_days_those(talk: Talk) -> None:
    out = talk("toen 2018-02-28")
    assert out.startswith("Toen, op 28 februari 2018: Ja, dat mag.\nNu, op 1 mei 2026: Ja, mits.\n")
    assert (
        "Nieuwe plichten:\n- Schrijf op wanneer u de fiets meeneemt en terugbrengt.\n  sinds 1 maart 2018, door:" in out
    )
    out = talk("then 1-6-2026 31-5-2026", language="en")
    assert out.startswith("Then, on 31 May 2026: Yes, provided.\nNow, on 1 June 2026: No, not allowed.\n")
    assert "- From 1 June 2026: No, not allowed. 1 year had passed" in out
    assert "Er verandert niets." in talk("toen 2026-05-01")


def test_a_day_that_cannot_be_is_one_clear_line_and_the_answers_stay(talk: Talk) -> None:
    out = talk("toen gisteren", "toen 1999-01-01", "toen 2018-02-30", "w")
    assert "“gisteren” is geen datum." in out
    assert "De bomen kennen het recht vanaf 1 januari 2010." in out
    assert "“2018-02-30” is geen datum." in out
    assert "1. Waarvoor neemt u de fiets mee? Een boodschap voor kantoor" in out


def test_help_names_it(talk: Talk) -> None:
    assert "toen: dezelfde feiten onder al het recht" in talk("h")
    assert "then: the same facts under all the law" in talk("h", language="en")
