"""What was chosen in the app is remembered, and gives way to what the user writes afterwards."""

import json
import stat
from pathlib import Path

import pytest

from wizard.settings.chosen import Choice, remember, remembered
from wizard.settings.settings import read_settings


def settings(tmp_path: Path, text: str = "", **environ: str):
    """The settings with a file that says ``text``, and choices beside it."""
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    return read_settings({"MAGDAT_CONFIG": str(path), **environ}).with_choices(tmp_path / "state" / "chosen.json")


def test_a_choice_is_remembered_for_the_owner_only_and_the_file_stays_as_it_is(tmp_path):
    text = "# mine\ntheme: dark  # not at night\n"
    first = settings(tmp_path, text)
    first.remember("theme", "light")
    first.remember("language", "en")
    first.remember("report_form", "docx")
    assert (tmp_path / "config.yaml").read_text("utf-8") == text
    state = tmp_path / "state" / "chosen.json"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert [path.name for path in state.parent.iterdir()] == ["chosen.json"]
    again = settings(tmp_path, text)
    assert (again.get("theme"), again.get("language"), again.get("report_form")) == ("light", "en", "docx")


def test_what_the_user_writes_afterwards_wins(tmp_path):
    settings(tmp_path, "theme: dark\n").remember("theme", "light")
    assert settings(tmp_path, "theme: dark\n").get("theme") == "light"
    assert settings(tmp_path, "theme: contrast\n").get("theme") == "contrast"
    assert settings(tmp_path, "").get("theme") == "dark"


def test_the_environment_goes_before_a_choice(tmp_path):
    settings(tmp_path).remember("theme", "light")
    assert settings(tmp_path, MAGDAT_THEME="mono").get("theme") == "mono"


def test_without_a_place_nothing_is_remembered(tmp_path):
    read_settings({"MAGDAT_CONFIG": str(tmp_path / "no.yaml")}).remember("theme", "light")
    assert list(tmp_path.iterdir()) == []


SPOILT = ["", "{", "[]", "null", '{"theme": 3}', '{"theme": {"value": 3}}', '{"theme": {"value": "drak"}}', "\xff"]


GROWN = '{"theme": {"value": "light", "instead_of": null}}' + " " * 20_000
"""Larger than what is ever written: it is not taken in."""


@pytest.mark.parametrize("text", [*SPOILT, "[" * 9000, GROWN[:-20_000] + "x" * 20_000, " " * 10_000 + GROWN])
def test_a_spoilt_file_is_no_choice_and_is_written_anew(tmp_path, text):
    state = tmp_path / "state" / "chosen.json"
    state.parent.mkdir()
    state.write_bytes(text.encode("latin-1"))
    assert settings(tmp_path).get("theme") == "dark"
    settings(tmp_path).remember("theme", "light")
    assert settings(tmp_path).get("theme") == "light"
    json.loads(state.read_text("utf-8"))


def test_a_choice_that_cannot_be_written_holds_for_now_only(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    remember(tmp_path / "file" / "chosen.json", "theme", "light", {})
    assert remembered(tmp_path / "file" / "chosen.json") == {}


def test_one_choice_leaves_the_other(tmp_path):
    state = tmp_path / "chosen.json"
    remember(state, "theme", "light", {"theme": "dark"})
    remember(state, "language", "en", {"theme": "contrast"})
    assert remembered(state) == {"theme": Choice("light", "dark"), "language": Choice("en", None)}
