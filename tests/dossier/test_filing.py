"""Line by line: copy, put away, take back and delete dossiers, and see of which the advice no longer holds."""

import os
import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from tests.dossier.conftest import Run
from tests.dossiers import put, restore
from wizard.dossier.consultation import CameOut, Consultation
from wizard.dossier.folder import Folder, default_dossiers

SAID = Consultation("bicycle", date(2019, 1, 1), client="Jansen BV").answer("purpose", "errand").note("purpose", "x")
WAS = CameOut("0" * 64, SAID.on, ("forbidden",), {"bicycle": "NO_KEY"}, (), "bicycle")


def names(*, archived: bool = False) -> set[str]:
    return {path.stem for path in Folder(default_dossiers()).paths(archived=archived)}


def test_a_copy_has_the_answers_and_nothing_of_whom_it_was_for(talk: Run) -> None:
    put(SAID)
    out = talk("dossiers jansen", "kopie 1", "q")
    (made,) = (path for path in Folder(default_dossiers()).paths() if path.stem != "kept")
    copy = restore(made)
    assert (copy.facts, copy.client, copy.shared["purpose"].note) == ({"purpose": "errand"}, "", "")
    assert "met dezelfde antwoorden, zonder cliënt, zaak en notities. Peildatum: 1 januari 2019." in out


def test_into_the_archive_and_back(talk: Run) -> None:
    put(SAID)
    out = talk("archief", "dossiers jansen", "archiveer 1", "dossiers jansen", "archief", "terughalen 1", "q")
    assert "Er ligt niets in het archief." in out
    assert "kept ligt nu in het archief. Typ terughalen kept om het terug te halen." in out
    assert "Geen dossier gevonden met “jansen”." in out
    assert "1. Jansen BV." in out
    assert "kept is uit het archief gehaald." in out
    assert "kept" in names()
    assert not names(archived=True)


def test_what_lies_there_already_is_said(talk: Run) -> None:
    put(SAID)
    out = talk("terughalen kept", "archiveer kept", "archiveer kept", "q")
    assert "kept ligt niet in het archief." in out
    assert "kept ligt al in het archief." in out
    assert names(archived=True) == {"kept"}


@pytest.mark.parametrize(("said", "gone"), [("nee", False), ("", False), ("q", False), ("ja", True), ("YES", True)])
def test_delete_asks_first_and_means_no_unless_told(said: str, gone: bool, talk: Run) -> None:
    put(SAID)
    out = talk("verwijder kept", said, "q")
    assert "Jansen BV [kept] wordt voorgoed gewist, ook wat er van eerder bewaard is." in out
    assert ("kept is voorgoed gewist." in out) == gone
    assert ("kept" in names()) != gone


def test_input_that_ends_at_the_question_deletes_nothing(talk: Run) -> None:
    put(SAID)
    assert "kept is niet gewist." in talk("1", "verwijder kept")
    assert "kept" in names()


def test_the_dossier_in_hand_is_neither_moved_nor_deleted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the folder was given as a relative name."""
    monkeypatch.chdir(tmp_path)
    words = ("ask", "bicycle", "--plain", "--on", "2019-01-01", "--dossiers", "mine")
    out = run(*words, *TREES, typed=("2", "dossiers", "archiveer 1", "verwijder 1", "ja", "open 1", "q"))
    assert out.count("Met dat dossier bent u nu bezig.") == 2
    assert "Dat dossier is al open." in out
    assert len(list(Path("mine").glob("*.yaml"))) == 1


def test_a_number_of_what_is_gone_is_no_number(talk: Run) -> None:
    put(SAID)
    out = talk("dossiers jansen", "verwijder 1", "ja", "verwijder 1", "kopie", "q")
    assert "Er is geen dossier “1”. Typ dossiers voor de lijst." in out
    assert "Welk dossier? Typ het nummer of de naam erachter; dossiers noemt ze." in out


def test_which_no_longer_hold_can_be_opened_by_number(talk: Run) -> None:
    put(replace(SAID, came_out=(WAS,)), "turned.yaml")
    put(replace(SAID, client="Anders BV", on=date(2090, 1, 1)), "other.yaml")  # still to come: that law holds
    (default_dossiers() / "broken.yaml").write_text("{[")
    out = talk("nakijken", "open 1", "2", "q")
    assert "1. Jansen BV: geldt niet meer" in out
    assert "Anders BV" not in out
    assert "1 dossier geldt niet meer" in out
    assert "1 dossier kon niet worden nagekeken." in out
    assert "Voordat u dit dossier opent." in out


def test_a_dossier_that_is_open_elsewhere_is_refused_in_words(talk: Run) -> None:
    from wizard.dossier.lock import Lock

    lock = Lock(put(SAID))
    assert lock.take()
    out = talk("archiveer kept", "verwijder kept", "ja", "q")
    assert out.count("kept.yaml is open in een ander venster") == 2
    lock.leave()
    assert "kept" in names()


def test_the_last_line_says_how_to_go_on_wherever_the_dossier_is(run: Run, talk: Run, tmp_path: Path) -> None:
    assert "U hebt nog niets ingevuld; er is niets bewaard." in talk("q")
    away = tmp_path / "weg" / "mijn dossier.yaml"
    out = talk("2", f"bewaar {away}", "q")
    assert out.rstrip().endswith(f"--dossier '{away}'")
    assert out.count(" --trees ") == 1, "without these trees it would not be the same"
    assert "[mijn dossier]" in run(*going_on(out), "--on", "2019-01-01", typed=("q",))


def test_the_last_line_leads_to_this_very_dossier_whichever_was_changed_last(run: Run, talk: Run) -> None:
    mine, other = (Path(put(replace(SAID, client=name), f"{name}.yaml")) for name in ("mijn", "ander"))
    os.utime(mine, (1, 1))
    out = talk("q", options=("--dossier", "mijn", "--on", "2019-01-01"))
    assert out.rstrip().endswith("--dossier mijn")
    assert mine.stat().st_mtime < other.stat().st_mtime, "looking is no change"
    assert "Dossier: mijn" in run(*going_on(out), "--on", "2019-01-01", typed=("q",))


def going_on(out: str) -> list[str]:
    """The words that the last line says to type."""
    words = shlex.split(out.rstrip().splitlines()[-1].partition(": ")[2])
    assert words[0] == "magdat"
    return words[1:]
