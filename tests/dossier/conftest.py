import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli_tools import TREES
from wizard import cli

PLAIN = ("--plain", *TREES)
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has its own data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("MAGDAT_LANG", "MAGDAT_DEBUG", "MAGDAT_DOSSIERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line with lines typed; gives back what was said on both ends."""

    def run(*words: str, typed: tuple[str, ...] = (), code: int = 0) -> str:
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        found = cli.main([*words])
        said = capsys.readouterr()
        assert (found, "Traceback" in said.err) == (code, False), said
        assert said.err.count("\n") <= 1
        return said.out + said.err

    return run


@pytest.fixture
def talk(run: Run) -> Run:
    """One conversation about the bicycle, or with other words on the command line."""

    def talk(*typed: str, options: tuple[str, ...] = ("bicycle", "--on", "2019-01-01"), code: int = 0) -> str:
        return run("ask", *PLAIN, *options, typed=typed, code=code)

    return talk
