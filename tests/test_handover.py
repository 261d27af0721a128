"""`magdat advise` as files to hand over, and `magdat templates`: by the real command line, read back as files."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli_tools import ERRAND, TREES, magdat
from wizard.cli import main
from wizard.report.markdown import default_templates

START = {"md": b"# Advies:", "html": b"<!DOCTYPE html>", "docx": b"PK\x03\x04", "pdf": b"%PDF-1.7"}


@pytest.fixture
def errand(tmp_path: Path) -> str:
    (tmp_path / "facts.yaml").write_text(ERRAND, "utf-8")
    return str(tmp_path / "facts.yaml")


def advise(*words: str) -> int:
    return main(["advise", *words, *TREES])


def complaint(capsys: pytest.CaptureFixture[str], code: int) -> str:
    """What was said on standard error: one line, with exit code 2."""
    said = capsys.readouterr().err
    assert code == 2
    assert said.count("\n") == 1
    return said


@pytest.mark.parametrize("form", START)
@pytest.mark.parametrize("level", ["full", "summary", "letter"])
def test_each_form_and_level_goes_to_its_file(errand: str, tmp_path: Path, form: str, level: str) -> None:
    path = tmp_path / "uit"
    assert advise(errand, "--format", form, "--level", level, "-o", str(path)) == 0
    data = path.read_bytes()
    assert data.startswith(START[form]) or (form == "md" and level != "full")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"


@pytest.mark.parametrize("form", START)
def test_the_name_of_the_file_says_its_form(errand: str, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"uit.{form}"
    assert advise(errand, "-o", str(path)) == 0
    assert path.read_bytes().startswith(START[form])


def test_several_forms_at_once_each_get_their_own_ending(errand: str, tmp_path: Path) -> None:
    assert advise(errand, "--format", "md,html,docx,pdf,md", "-o", str(tmp_path / "mijn.advies.docx")) == 0
    for form, start in START.items():
        assert (tmp_path / f"mijn.advies.{form}").read_bytes().startswith(start)
    assert advise(errand, "--format", "html,md", "-o", str(tmp_path / "v1.2")) == 0
    assert (tmp_path / "v1.2.html").is_file()


def test_all_of_them_or_none(errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_text("van mij")
    said = complaint(capsys, advise(errand, "--format", "md,pdf", "-o", str(tmp_path / "a")))
    assert "a.pdf: bestaat al" in said
    assert not (tmp_path / "a.md").exists()
    assert advise(errand, "--format", "md,pdf", "-o", str(tmp_path / "a"), "--force") == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_pipe_takes_any_one_form(errand: str, tmp_path: Path) -> None:
    for form, start in START.items():
        done = magdat("advise", errand, *TREES, "--format", form, home=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(start)
    (tmp_path / "pijp.docx").write_bytes(magdat("advise", errand, *TREES, "--format", "docx", home=tmp_path).stdout)
    assert zipfile.ZipFile(tmp_path / "pijp.docx").testzip() is None


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_terminal_is_spared_what_is_no_text(
    errand: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert f"{form} is niet voor het scherm" in complaint(capsys, advise(errand, "--format", form))


@pytest.mark.parametrize("form", START)
def test_line_by_line_the_name_says_the_form_too(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"uit.{form}"
    done = magdat("ask", "bicycle", "--plain", *TREES, home=tmp_path, stdin=f"1\n1\nr {path}\nq\n".encode())
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().startswith(START[form])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--format", "md,pdf"], "geef -o"),
        (["--format", "odt"], "kies uit: md, html, docx, pdf"),
        (["--format", "md,"], "kies uit: md, html, docx, pdf"),
        (["--format", "pfd"], "bedoelt u `pdf`?"),
        (["--level", "ful"], "bedoelt u `full`?"),
        (["--templates", "/no/such/folder"], "/no/such/folder: deze map met sjablonen is er niet"),
        (["--style", "/no/such/style.docx", "-o", "x.docx"], "/no/such/style.docx: dit Word-bestand is er niet"),
    ],
)
def test_what_cannot_be_is_one_clear_line(
    errand: str, capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    assert expected in complaint(capsys, advise(errand, *words))


@pytest.mark.parametrize(("form", "library", "package"), [("docx", "docx", "python-docx"), ("pdf", "typst", "typst")])
def test_without_its_library_a_form_says_what_to_install(
    errand: str, tmp_path: Path, form: str, library: str, package: str
) -> None:
    code = f"import sys; sys.modules[{library!r}] = None; from wizard.cli import main; sys.exit(main(sys.argv[1:]))"
    words = ["advise", errand, *TREES, "-o", str(tmp_path / f"a.{form}")]
    done = magdat(home=tmp_path, code=f"import sys; sys.argv[1:] = {words!r}; {code}")
    assert done.returncode == 2
    said = done.stderr.decode()
    assert f"voor {form} is {package} nodig; doe: pip install {package}" in said
    assert (sys.prefix in said) == (sys.prefix != sys.base_prefix), "the pip of the very environment we run in"
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / f"a.{form}").exists()
    page = [*words[:-1], str(tmp_path / "a.html")]
    done = magdat(home=tmp_path, code=f"import sys; sys.argv[1:] = {page!r}; {code}")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_report_in_markdown_loads_none_of_the_libraries(errand: str, tmp_path: Path) -> None:
    code = (
        "import sys; from wizard.cli import main; code = main(sys.argv[1:]); "
        "assert not {'docx', 'typst', 'markdown_it', 'lxml'} & set(sys.modules); sys.exit(code)"
    )
    words = ["advise", errand, *TREES]
    done = magdat(home=tmp_path, code=f"import sys; sys.argv[1:] = {words!r}; {code}")
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------- what the file of facts says


ABOUT = """\
client: Jansen & Zn.
matter: "Fietsplan *2026*"
advisor: mr. A. de Vries
remarks:
  duties: |
    Let op.

    En dit.
"""


def test_whom_it_is_for_and_remarks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "facts.yaml").write_text(ERRAND + ABOUT, "utf-8")
    assert advise(str(tmp_path / "facts.yaml")) == 0
    said = capsys.readouterr().out
    assert "- Voor: **Jansen & Zn.**\n- Zaak: **Fietsplan \\*2026\\***\n- Adviseur: **mr. A. de Vries**\n" in said
    assert "> **Opmerking van uw adviseur:** Let op.\n>\n> En dit.\n" in said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("remarks: {dutys: x}\n", "facts.yaml:4: `dutys` bestaat niet; bedoelt u `duties`?"),
        ("remarks: {duties: [x]}\n", "facts.yaml:4: bij `duties` hoort één woord of tekst"),
        ("remarks: x\n", "facts.yaml:4: hier horen paren"),
        ("client: [a, b]\n", "facts.yaml:4: bij `client` hoort één woord of tekst"),
        ("clent: a\n", "facts.yaml:4: `clent` ken ik hier niet; bedoelt u `client`?"),
    ],
)
def test_a_mistake_in_them_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str
) -> None:
    (tmp_path / "facts.yaml").write_text(ERRAND + text, "utf-8")
    assert expected in complaint(capsys, advise(str(tmp_path / "facts.yaml")))


# ---------------------------------------------------------------- a house style


def test_a_copy_of_the_templates_to_adapt(errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "huis" / "stijl"
    assert main(["templates", str(folder)]) == 0
    names = {path.name for path in default_templates().iterdir()}
    assert {path.name for path in folder.iterdir()} == names
    assert f"{len(names)} bestanden" in capsys.readouterr().out
    assert {"advice.nl.md.jinja", "report.css", "report.typ", "reference.docx"} <= names
    letter = folder / "letter.nl.md.jinja"
    letter.write_text(letter.read_text("utf-8").replace("Geachte heer, mevrouw", "Beste cliënt"), "utf-8")
    assert advise(errand, "--level", "letter", "--templates", str(folder)) == 0
    assert "Beste cliënt" in capsys.readouterr().out
    assert "bestaat al" in complaint(capsys, main(["templates", str(folder)]))
    assert "Beste" in letter.read_text("utf-8")
    assert main(["templates", str(folder), "--force"]) == 0
    assert "Beste" not in letter.read_text("utf-8")


def test_a_copy_where_none_can_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_text("")
    assert "bestand" in complaint(capsys, main(["templates", str(tmp_path / "bestand")]))


def test_the_house_style_can_stand_in_the_environment(errand: str, tmp_path: Path) -> None:
    (tmp_path / "huis").mkdir()
    (tmp_path / "huis" / "advice.nl.md.jinja").write_text("# Van kantoor De Vries\n", "utf-8")
    done = magdat("advise", errand, *TREES, home=tmp_path, MAGDAT_TEMPLATES=str(tmp_path / "huis"))
    assert done.stdout.decode() == "# Van kantoor De Vries\n"
    done = magdat("advise", errand, *TREES, "--templates", str(default_templates()), home=tmp_path)
    assert done.stdout.startswith(b"# Advies:")


@pytest.mark.parametrize(
    ("name", "end"), [("z.doc", ".doc"), ("z.odt", ".odt"), ("advies.rtf", ".rtf"), ("a.txt", ".txt")]
)
def test_an_unknown_end_is_refused(
    errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, end: str
) -> None:
    said = complaint(capsys, advise(errand, "-o", str(tmp_path / name)))
    assert f"{name}: een verslag kan niet op {end} eindigen; kies .docx, .pdf, .html of .md" in said
    assert not (tmp_path / name).exists()
    assert advise(errand, "--format", "md", "-o", str(tmp_path / name)) == 0  # said in so many words


@pytest.mark.parametrize("name", ["uit", "v1.2", ".uit", "advies 22.11.2026", "uit."])
def test_a_name_without_an_end_is_markdown(errand: str, tmp_path: Path, name: str) -> None:
    assert advise(errand, "-o", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_bytes().startswith(START["md"])


@pytest.mark.parametrize("more", [["--format", "pdf"], ["--format", "md,html"], [], ["-o", "uit.html"]])
def test_a_word_style_that_nothing_would_take_is_refused(
    errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    style = str(default_templates() / "reference.docx")
    out = [] if "-o" in more or not more else ["-o", "uit"]
    assert "--style geldt alleen voor Word" in complaint(capsys, advise(errand, *more, *out, "--style", style))
    assert not list(tmp_path.glob("uit*"))
    assert advise(errand, "--format", "pdf,docx", "-o", "uit", "--style", style) == 0
    monkeypatch.setenv("MAGDAT_STYLE", style)  # a setting is for the times that it applies
    assert advise(errand, "-o", "uit.html") == 0


def test_letters_refuse_a_word_style_that_they_would_not_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    style = str(default_templates() / "reference.docx")
    (tmp_path / "d").mkdir()
    letters = ["review", "--letter", "-o", str(tmp_path / "brieven"), "--dossiers", str(tmp_path / "d"), *TREES]
    assert "--style geldt alleen voor Word" in complaint(capsys, main([*letters, "--format", "pdf", "--style", style]))
    assert main([*letters, "--format", "docx", "--style", style]) == 0


def test_a_name_of_another_form_than_was_asked_for_is_refused(
    errand: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert advise(errand, "--format", "docx", "-o", str(tmp_path / "k.pdf")) == 2
    assert "k.pdf: de naam past niet bij --format docx" in capsys.readouterr().err
    assert not (tmp_path / "k.pdf").exists()


def test_a_style_that_is_not_there_stops_word_alone(
    errand: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAGDAT_STYLE", str(tmp_path / "none.docx"))
    assert advise(errand, "-o", str(tmp_path / "a.html")) == 0
    assert advise(errand, "-o", str(tmp_path / "a.docx")) == 2
    assert "none.docx" in capsys.readouterr().err
