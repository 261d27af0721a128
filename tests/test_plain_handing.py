"""Line by line: every kind of report, what changes in the law, and beginning something else."""

import io
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossiers import newest, put, restore
from wizard.cli import main
from wizard.dossier.consultation import Consultation

Talk = Callable[..., str]
NO_KEY = ("2", "1", "2")


def test_every_kind_of_report_is_written(talk: Talk, tmp_path: Path) -> None:
    out = talk(*NO_KEY, "r heel.md", "r samenvatting kort.md", "r brief b.html", "r toen t.md", "r brief", "r", "q")
    assert "Het rapport staat in heel.md." in out
    assert "De samenvatting staat in kort.md." in out
    assert "De brief staat in b.html." in out
    assert "Het rapport staat in t.md." in out
    assert "Schrijf een bestandsnaam erachter, zoals: r brief mag-dat-" in out
    assert "Schrijf een bestandsnaam erachter, zoals: r mag-dat-" in out
    said = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir() if path.is_file()}
    assert said["heel.md"].startswith("# Advies: ")
    assert "## Toen en nu" not in said["heel.md"]
    assert said["kort.md"].startswith("# In het kort: ")
    assert "Geachte heer, mevrouw" in said["b.html"]
    assert "## Toen en nu" in said["t.md"]
    assert set(said) == {"heel.md", "kort.md", "b.html", "t.md"}, "a kind without a name is no name"


def test_the_name_that_is_offered_has_the_form_one_wants_or_took_last(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "-samenvatting.pdf. Het einde zegt de vorm" in talk(*NO_KEY, "r samenvatting", "q")
    out = talk(*NO_KEY, "r a.docx", "r", "r b", "r", "q", language="en")
    assert re.findall(r"such as: r \S+\.(\w+)\. ", out) == ["docx", "docx"], "a name without an end is no choice"
    assert (tmp_path / "b").read_text("utf-8").startswith("# Advice: ")
    monkeypatch.setenv("MAGDAT_REPORT_FORM", "html")
    assert re.findall(r"zoals: r \S+\.(\w+)\. ", talk(*NO_KEY, "r", "q")) == ["html"]


@pytest.mark.parametrize("name", ["x.odt", "x.DOC", "map/x.txt"])
def test_an_unknown_end_is_refused_and_nothing_is_written(talk: Talk, tmp_path: Path, name: str) -> None:
    out = talk(*NO_KEY, f"r {name}", "q")
    assert f"een verslag kan niet op .{name.rpartition('.')[2]} eindigen; kies .docx, .pdf, .html of .md" in out
    assert "Het rapport staat" not in out
    assert not [path for path in tmp_path.rglob("*") if path.suffix.lower() in (".odt", ".doc", ".txt")]


def test_a_report_never_goes_over_another_file(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("mine")
    out = talk(*NO_KEY, "r letter x.md", "q", language="en")
    assert "The letter is in" not in out
    assert (tmp_path / "x.md").read_text() == "mine"


def test_what_changes_in_the_law_is_read_out(talk: Talk) -> None:
    out = talk("1", "recht", "q")
    assert "Aangekondigd:\n- Helmen (sinds 1 maart 2026). Er komt misschien een plicht.\n" in out
    assert "\nWanneer wij de bronnen nakeken:\n- 21 november 2026: 12 bronnen, " in out


def test_something_else_is_begun_in_a_dossier_of_its_own(talk: Talk) -> None:
    out = talk("1", "begin", "begin 9", "begin 2", "klant Wit", "q")
    assert "Typ begin NUMMER. Dit dossier blijft bewaard.\n1. De kantoorfiets lenen\n2. Een boom planten\n" in out
    assert "9 is er niet." in out
    first, second = (
        restore(path) for path in sorted(newest().parent.glob("*.yaml"), key=lambda p: p.stat().st_mtime_ns)
    )
    assert (first.consult, first.facts) == ("bicycle", {"purpose": "commute"})
    assert (second.consult, second.client) == ("planting", "Wit")


def test_what_is_begun_next_does_not_take_the_day_of_the_dossier(talk: Talk) -> None:
    talk("datum 2019-07-01", "1", "begin 2", "klant Wit", "q")
    days = {said.consult: said.on for said in map(restore, newest().parent.glob("*.yaml"))}
    assert days == {"bicycle": date(2019, 7, 1), "planting": date(2026, 11, 22)}


@pytest.mark.usefixtures("talk")
def test_a_day_for_a_dossier_is_not_for_what_is_begun_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    old = put(Consultation("bicycle", date(2019, 1, 1)).answer("purpose", "errand"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"begin 2\nklant Wit\nq\n")))
    first = date.today()
    assert main(["ask", "--plain", "--dossier", old.stem, "--on", "2019-07-01", "--lang", "nl", *TREES]) == 0
    assert restore(old).on == date(2019, 7, 1)
    (new,) = set(newest().parent.glob("*.yaml")) - {old}
    assert first <= restore(new).on <= date.today()
