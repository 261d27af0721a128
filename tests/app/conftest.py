import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from textual.app import App

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has its own folders for data, settings and choices, and its own current folder."""
    for name in ("data", "config", "state", "work"):
        (tmp_path / name).mkdir()
    for name in ("data", "config", "state"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "work")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "MAGDAT_DEBUG", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[App[int], str], None]:
    """Compares what is on screen with the picture of that name; `--update-snapshots` writes it instead."""

    def compare(app: App[int], name: str) -> None:
        picture = re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="magdat"))
        path = SNAPSHOTS / f"{name}.svg"
        if request.config.getoption("--update-snapshots"):
            SNAPSHOTS.mkdir(exist_ok=True)
            path.write_text(picture, "utf-8")
            return
        assert path.is_file(), f"no picture {path.name}; run pytest --update-snapshots and look at it"
        if picture != path.read_text("utf-8"):
            now = path.with_suffix(".now.svg")
            now.write_text(picture, "utf-8")
            raise AssertionError(f"the screen differs from {path.name}; compare it with {now.name}")

    return compare
