"""The program killed at random moments, hundreds of times: no acknowledged answer is lost, every file can be read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills of POSIX")
OLD = Path(__file__).parent / "format-1" / "previous.yaml"


def killed(which: str, seed: int, lives: int, home: Path) -> str:
    """Run `killing.py`; what it says, or the failure it found."""
    folder = home / "dossiers"
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.dossier.killing", which, str(seed), str(lives), str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(home), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("seed", [1, 2])
def test_line_by_line(seed: int, tmp_path: Path) -> None:
    said = killed("plain", seed, 80, tmp_path)
    assert said.startswith("80 lives, ")
    assert int(said.split()[2]) > 80


def test_line_by_line_on_a_dossier_of_an_older_format(tmp_path: Path) -> None:
    (tmp_path / "dossiers").mkdir()
    shutil.copy(OLD, tmp_path / "dossiers" / "old.yaml")
    killed("plain", 3, 60, tmp_path)
    kept = sorted((tmp_path / "dossiers" / "old-formats").glob("*.yaml"))
    assert kept
    assert {path.read_bytes() for path in kept} == {OLD.read_bytes()}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_app(seed: int, tmp_path: Path) -> None:
    said = killed("app", seed, 20, tmp_path)
    assert int(said.split()[2]) > 20
