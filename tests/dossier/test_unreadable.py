"""A folder with dossiers that is not there, or that cannot be read, is never taken for an empty one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, TREES, environment
from tests.dossier.conftest import PLAIN, Run
from tests.dossier.talking import as_anyone
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.store import StoreError

LOOKS = (("dossiers",), ("dossiers", "--archived"), ("dossiers", "--json"), ("review",), ("review", "x"))


@pytest.mark.parametrize("words", LOOKS)
def test_a_folder_that_was_named_and_is_not_there_is_bad_input(
    words: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "dosiers"
    said = run(*words, "--dossiers", str(folder), *TREES, code=2)
    assert said.startswith(f"magdat: {folder}: deze map met dossiers is er niet; controleer --dossiers")
    assert not folder.exists()


def test_so_it_is_when_the_environment_or_the_settings_name_it(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAGDAT_DOSSIERS", str(tmp_path / "dosiers"))
    assert "deze map met dossiers is er niet" in run("dossiers", *TREES, code=2)
    assert "this folder with dossiers is not there" in run("review", "--lang", "en", *TREES, code=2)
    monkeypatch.delenv("MAGDAT_DOSSIERS")
    assert run("dossiers", *TREES) == "Er zijn geen dossiers.\n"  # the default one is not there yet: simply empty
    assert not default_dossiers().exists()


def test_answering_makes_the_folder_and_going_on_in_it_does_not(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "new" / "one"
    there = ("--dossiers", str(folder))
    assert "deze map met dossiers is er niet" in run("ask", *PLAIN, "--resume", *there, code=2)
    run("ask", *PLAIN, "bicycle", *there, typed=("2", "q"))
    assert len(Folder(folder).paths()) == 1
    assert "U gaat verder met 1 antwoord." in run("ask", *PLAIN, "--resume", *there, typed=("q",))


def test_a_folder_in_a_circle_of_links_is_bad_input(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "circle"
    folder.symlink_to(folder)
    for words in LOOKS:
        assert str(folder) in run(*words, "--dossiers", str(folder), *TREES, code=2)
    with pytest.raises(StoreError, match="cannot be read: the link leads round in a circle"):
        Folder(folder).entries()


def test_an_archive_that_is_a_file_is_said(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    (folder / "archive").write_text("no folder")
    said = run("dossiers", "--archived", "--dossiers", str(folder), *TREES, code=2)
    assert f"{folder / 'archive'}: deze map kan niet worden gelezen: waar een map hoort, staat een bestand" in said
    assert "deze map kan niet worden gelezen" in run(
        "ask", *PLAIN, "bicycle", "--dossiers", str(folder), typed=("2", "archief", "q")
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are given up as Linux has them")
@pytest.mark.parametrize("closed", ["dossiers", "."])
def test_a_folder_that_may_not_be_read_is_bad_input(closed: str, tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "dossiers"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("format: 2\n")
    shut = folder.parent / closed
    shut.chmod(0)
    try:
        for words in (("dossiers",), ("review",), ("review", str(folder))):
            done = subprocess.run(
                [sys.executable, "-m", "wizard", *words, "--dossiers", str(folder), *TREES],
                cwd=ROOT,
                env=environment(tmp_path),
                capture_output=True,
                text=True,
                preexec_fn=as_anyone,
                check=False,
            )
            assert (done.returncode, done.stdout) == (2, ""), done
            assert f"{folder}: deze map kan niet worden gelezen: u mag dit niet lezen; herstel dat" in done.stderr
            assert done.stderr.count("\n") == 1
    finally:
        shut.chmod(0o700)


def test_a_file_that_cannot_be_looked_at_is_listed_with_its_reason(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    (folder / "circle.yaml").symlink_to(folder / "circle.yaml")
    said = run("dossiers", "--dossiers", str(folder), *TREES)
    assert "circle.yaml kan niet worden gelezen: de koppeling verwijst in een kring." in said
    assert os.path.lexists(folder / "circle.yaml")
