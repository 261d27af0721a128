"""The pictures in the guide and the README show the app as it is now. If not: `python docs/screenshots.py`."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.app.hurry import hurried
from wizard.app.keymap import actions
from wizard.cli import main

DOCS = Path(__file__).resolve().parents[1] / "docs"
GUIDES = {"nl": DOCS / "guide.nl.md", "en": DOCS / "guide.en.md"}


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screenshots", DOCS / "screenshots.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["screenshots"] = module
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "MAGDAT_THEME", "MAGDAT_PRESENTATION", "MAGDAT_ADVISOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", SCRIPT.names())
def test_a_picture_says_what_the_app_says_now(name: str) -> None:
    kept = (SCRIPT.PICTURES / f"{name}.svg").read_text("utf-8")
    now = SCRIPT.drawn(name, hurried)[name]
    assert SCRIPT.text_of(now) == SCRIPT.text_of(kept), "the app changed: run `python docs/screenshots.py`"


def test_the_picture_of_the_readme_is_one_of_them() -> None:
    assert (DOCS / "screenshot.svg").read_text("utf-8") == (SCRIPT.PICTURES / "question.nl.svg").read_text("utf-8")


def test_there_are_no_other_pictures() -> None:
    assert {path.stem for path in SCRIPT.PICTURES.glob("*.svg")} == set(SCRIPT.names())


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_shows_each_picture_in_its_own_language(language: str) -> None:
    shown = re.findall(r"\]\(screens/([\w.]+)\.svg\)", GUIDES[language].read_text("utf-8"))
    assert sorted(shown) == sorted(name for name in SCRIPT.names() if name.endswith(f".{language}"))


def test_both_guides_have_the_same_shape() -> None:
    shapes = [
        re.findall(r"^#+ |^```\w*|screens/\w+|^\|", path.read_text("utf-8"), re.MULTILINE) for path in GUIDES.values()
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_names_keys_that_exist(language: str) -> None:
    known = {key for action in actions().values() for key in action.shown.split()} | {"Enter", "Tab", "Esc", "0"}
    named = re.findall(r"<kbd>(.*?)</kbd>", GUIDES[language].read_text("utf-8"))
    assert named
    assert set(named) <= known


@pytest.mark.parametrize("language", GUIDES)
def test_the_facts_of_a_guide_speak_in_every_period(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (facts,) = re.findall(r"```yaml\n(.*?)```", GUIDES[language].read_text("utf-8"), re.DOTALL)
    file = tmp_path / "facts.yaml"
    file.write_text(facts, "utf-8")
    assert main(["timeline", str(file), "--json"]) == 0
    periods = json.loads(capsys.readouterr().out)["periods"]
    assert [one["verdict"] for one in periods] == ["conditional", "conditional", "conditional", "forbidden"]
    assert all(one["settled"] for one in periods)
    assert periods[-1]["start"] == "2026-07-01"
