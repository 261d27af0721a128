"""Saving from the app: in every form, at every level, and what is said when that cannot be."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.app.driving import drive, press, seen
from tests.app.test_advice import to_advice
from wizard.report import forms
from wizard.settings.settings import Settings

IN_MARKDOWN = Settings(written={"report_form": "md"})
START = {"md": b"# Advies:", "html": b"<!DOCTYPE html>", "docx": b"PK\x03\x04", "pdf": b"%PDF-1.7"}


@pytest.mark.parametrize("form", START)
def test_the_end_of_the_name_says_the_form(form):
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s")
        assert ".docx (Word)" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", *f"advies.{form}", "enter")
        assert "Bewaard" in seen(app)
        path = Path.cwd() / f"advies.{form}"
        assert path.read_bytes().startswith(START[form])
        assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"

    drive(steps)


@pytest.mark.parametrize(
    ("key", "name", "start"),
    [
        ("1", "", "# Advies: "),
        ("2", "", "# Advies: "),
        ("3", "-samenvatting", "# In het kort: "),
        ("4", "-brief", "[naam van de cliënt]"),
    ],
)
def test_what_is_saved_can_be_chosen(key, name, start):
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "S")
        assert "Wat wilt u bewaren?" in seen(app)
        assert "aan een cliënt" in seen(app)
        await press(pilot, key, "enter")
        (path,) = Path.cwd().glob("*.md")
        assert path.stem.endswith(name)
        text = path.read_text("utf-8")
        assert text.startswith(start)
        assert ("## Toen en nu" in text) == (key == "2")

    drive(steps, settings=IN_MARKDOWN)


def test_the_list_works_with_arrows_and_escape():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "S", "escape")
        assert "Wat wilt u bewaren?" not in seen(app)
        await press(pilot, "S", "down", "down", "enter", "enter")
        (path,) = Path.cwd().glob("*.md")
        assert path.stem.endswith("-samenvatting")

    drive(steps, settings=IN_MARKDOWN)


def offered(app) -> str:
    """The end of the name in the line."""
    return Path(app.screen.query_one("#dialog-input").value).suffix


def test_pdf_is_offered_and_then_the_form_that_was_taken_last(tmp_path):
    state = tmp_path / "chosen.json"
    settings = Settings(state=state)

    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s")
        assert offered(app) == ".pdf"
        await press(pilot, "ctrl+a", "ctrl+k", *"advies", "enter", "s")
        assert offered(app) == ".pdf", "a name without an end is Markdown, but no choice"
        await press(pilot, "ctrl+a", "ctrl+k", *"advies.DOCX", "enter", "S", "3")
        assert offered(app) == ".docx"

    drive(steps, settings=settings)
    assert (Path.cwd() / "advies").read_bytes().startswith(START["md"])

    async def later(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s")
        assert offered(app) == ".docx"

    drive(later, settings=Settings().with_choices(state))


@pytest.mark.parametrize(("missing", "expected"), [(["typst"], ".docx"), (["typst", "docx"], ".html")])
def test_what_cannot_be_made_is_not_offered(monkeypatch, missing, expected):
    monkeypatch.setattr(forms, "find_spec", lambda name: None if name in missing else name)

    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s")
        assert offered(app) == expected

    drive(steps)


def test_an_unknown_end_is_refused_and_the_name_stays():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s", "ctrl+a", "ctrl+k", *"z.doc", "enter")
        assert "kan niet op .doc eindigen" in seen(app)
        assert offered(app) == ".doc"
        assert not (Path.cwd() / "z.doc").exists()
        await press(pilot, "x", "enter")
        assert (Path.cwd() / "z.docx").read_bytes().startswith(START["docx"])

    drive(steps)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_missing_library_costs_one_line_and_leaves_no_file(monkeypatch, form):
    monkeypatch.setitem(sys.modules, "typst" if form == "pdf" else "docx", None)
    for name in [name for name in sys.modules if name.startswith(("docx.", "wizard.report.word_"))]:
        monkeypatch.delitem(sys.modules, name)

    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s", "ctrl+a", "ctrl+k", *f"a.{form}", "enter")
        assert "pip install" in seen(app)
        assert not (Path.cwd() / f"a.{form}").exists()
        await press(pilot, "ctrl+a", "ctrl+k", *"a.md", "enter")
        assert (Path.cwd() / "a.md").is_file()

    drive(steps)
