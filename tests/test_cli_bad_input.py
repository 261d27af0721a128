"""Bad input of every kind: one clear line on standard error, exit code 2, never a traceback."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ERRAND, GOOD, TREES
from wizard.cli import main


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    monkeypatch.delenv("MAGDAT_DEBUG", raising=False)


def refused(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    """The one line with which the words ``given`` are refused."""
    code = main(list(given))
    said = capsys.readouterr()
    assert code == 2, said
    assert "Traceback" not in said.err
    assert said.err.startswith("magdat: ")
    assert said.err.count("\n") == 1, said.err
    assert said.err.endswith("\n")
    return said.err


WORDS = {
    "unknown verb": (["chekc"], "bedoelt u `check`?"),
    "unknown option": (["check", "--jsn"], "bedoelt u `--json`?"),
    "too many words": (["schema", "of", "what"], "`of`"),
    "missing file": (["advise"], "BESTAND"),
    "missing option": (["diff", "x.yaml"], "--from"),
    "option without value": (["advise", "x.yaml", "-o"], "-o"),
    "value for a flag": (["check", "--json=1"], "--json"),
    "no date": (["check", "--on", "2026-13-45"], "JJJJ-MM-DD"),
    "no date either": (["--on", "morgen", "check"], "`morgen`"),
    "implausible date": (["check", "--on", "0001-01-01"], "JJJJ-MM-DD"),
    "control characters": (["check", "--on", "\x1b[31m2026"], "geen datum"),
    "no language": (["check", "--lang", "de"], "kies uit: nl, en"),
    "no format": (["graph", "bicycle", "--format", "mermaod"], "bedoelt u `mermaid`?"),
    "no shell": (["completion", "tcsh"], "bash"),
    "no folder": (["check", "/no/such/folder"], "/no/such/folder"),
    "no trees": (["graph", "bicycle", "--trees", "/no/such/folder"], "/no/such/folder"),
    "no tree": (["graph", "bicyle", *TREES], "bedoelt u `bicycle`?"),
    "no fact": (["facts", "purpos", *TREES], "bedoelt u `purpose`?"),
    "no consult": (["ask", "bicycel", "--plain", *TREES], "bedoelt u `bicycle`?"),
    "which consult": (["ask", "--plain", *TREES], "bicycle, planting"),
    "nothing to resume": (["ask", "bicycle", "--plain", "--resume", *TREES], "--resume"),
    "before the law": (["ask", "bicycle", "--plain", "--on", "2009-12-31", *TREES], "2010-01-01"),
    "graph before the law": (["graph", "bicycle", "--on", "2009-12-31", *TREES], "2010-01-01"),
    "no case": (["test", "-k", "zeppelin", *TREES], "zeppelin"),
    "no such facts file": (["advise", "/no/such/file.yaml", *TREES], "/no/such/file.yaml"),
    "a folder for a file": (["advise", str(GOOD), *TREES], "map"),
    "a name with a NUL": (["advise", "a\0b", *TREES], "a"),
    "a name too long": (["advise", "x" * 5000, *TREES], "xxx"),
    "bare without a terminal": ([], "magdat ask approach --plain"),
}


@pytest.mark.parametrize(("given", "expected"), WORDS.values(), ids=WORDS)
def test_words(given: list[str], expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert expected in refused(capsys, *given)


FILES = {
    "empty": ("", "facts.yaml: is leeg"),
    "not pairs": ("- a\n- b\n", "facts.yaml:1: "),
    "broken yaml": ("consult: bicycle\nfacts: {purpose: errand\n", "facts.yaml:2: "),
    "two documents": (ERRAND + "---\n" + ERRAND, "facts.yaml:4: "),
    "unknown key": ("consult: bicycle\nfact: {}\n", "facts.yaml:2: `fact` ken ik hier niet; bedoelt u `facts`?"),
    "twice the same": ("consult: bicycle\nconsult: bicycle\nfacts: {}\n", "facts.yaml:2: "),
    "no consult": ("facts: {}\n", "`consult` ontbreekt"),
    "no facts": ("consult: bicycle\n", "`facts` ontbreekt"),
    "wrong consult": ("consult: bicyle\nfacts: {}\n", "facts.yaml:1: `bicyle` bestaat niet; bedoelt u `bicycle`?"),
    "wrong fact": (
        "consult: bicycle\nfacts:\n  purpos: errand\n",
        "facts.yaml:3: feit `purpos` bestaat niet; bedoelt u `purpose`?",
    ),
    "wrong answer": (
        "consult: bicycle\nfacts:\n  purpose: erand\n",
        "facts.yaml:3: `erand` is geen antwoord op `purpose`; bedoelt u `errand`?",
    ),
    "far from any answer": ("consult: bicycle\nfacts:\n  keyholder: true\n", "kies uit: yes, no, unknown"),
    "wrong date fact": (
        "consult: bicycle\nfacts: {last_check: 1-1-2020}\n",
        "facts.yaml:2: `1-1-2020` bij `last_check`",
    ),
    "wrong date": ("consult: bicycle\non: 2026-02-30\nfacts: {}\n", "facts.yaml:2: `2026-02-30`"),
    "before the law": ("consult: bicycle\non: 2009-12-31\nfacts: {}\n", "facts.yaml:2: peildatum 2009-12-31"),
    "wrong language": ("consult: bicycle\nlanguage: fr\nfacts: {}\n", "facts.yaml:2: `fr`"),
    "note on nothing": ("consult: bicycle\nfacts: {}\nnotes: {purpos: x}\n", "facts.yaml:3: feit `purpos`"),
    "a list for a word": ("consult: bicycle\nfacts: {purpose: [errand]}\n", "facts.yaml:2: bij `purpose`"),
    "nothing for a word": ("consult: bicycle\nfacts:\n  purpose:\n", "facts.yaml:3: bij `purpose`"),
    "an anchor": ("consult: &a bicycle\nfacts: {purpose: *a}\n", "facts.yaml:1: "),
    "a tag": ("consult: !!python/object/apply:os.system [ls]\nfacts: {}\n", "facts.yaml:1: "),
    "a bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\n",
        "facts.yaml:1: ",
    ),
    "too deep": ("consult: bicycle\nfacts: " + "[" * 5000 + "\n", "facts.yaml:2: "),
    "too large": ("# " + "x" * 2_100_000, "2 MB"),
    "escape sequences": ('consult: bicycle\nfacts: {purpose: "\\e[31m"}\n', "facts.yaml:2: "),
    "broken json": ('{"consult": "bicycle", "facts": {"purpose": }', "facts.yaml:1: "),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES)
def test_files(text: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(text)
    said = refused(capsys, "advise", str(file), *TREES)
    assert expected in said
    assert "\x1b" not in said


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for data in (b"consult: \xff\xfe\n", b"\x00\x01\x02", b"consult: bicycle\nfacts: {purpose: \x00}\n"):
        file = tmp_path / "facts.yaml"
        file.write_bytes(data)
        assert "facts.yaml:" in refused(capsys, "advise", str(file), *TREES)


def test_standard_input_has_lines_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"consult: bicycle\nfacts:\n  purpose: erand\n")))
    assert "stdin:3: " in refused(capsys, "advise", "-", *TREES)


def test_complaints_are_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("consult: bicycle\nfacts: {purpose: erand}\n")
    assert "is not an answer to `purpose`; did you mean `errand`?" in refused(
        capsys, "advise", str(file), *TREES, "--lang", "en"
    )


def test_a_wrong_language_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAGDAT_LANG", "klingon")
    assert "MAGDAT_LANG" in refused(capsys, "check", str(GOOD))


def test_unwritable_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(ERRAND)
    assert "de map ervoor is er niet" in refused(
        capsys, "advise", str(file), *TREES, "-o", str(tmp_path / "no" / "x.md")
    )
    assert "dit is een map" in refused(capsys, "advise", str(file), *TREES, "-o", str(tmp_path))
    assert "niet" in refused(capsys, "advise", str(file), *TREES, "-o", "x" * 300)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_output_in_a_folder_that_may_not_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(ERRAND)
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert "kan niet worden geschreven" in refused(capsys, "advise", str(file), *TREES, "-o", str(locked / "x.md"))


def test_trees_with_faults_are_named_with_their_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in GOOD.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text().replace("ask: purpose", "ask: purpos"))
    said = refused(capsys, "graph", "bicycle", "--trees", str(tmp_path))
    assert f"{tmp_path / 'bicycle.yaml'}:6: er is geen feit `purpos`; bedoelt u `purpose`?" in said


def test_an_error_of_the_program_itself_shows_its_kind_and_no_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import wizard.commands.facts

    def broken(*_: object) -> int:
        raise KeyError("client: Jansen")

    monkeypatch.setattr(wizard.commands.facts, "run", broken)
    said = refused(capsys, "facts", *TREES)
    assert "KeyError" in said
    assert "Jansen" not in said
    monkeypatch.setenv("MAGDAT_DEBUG", "1")
    assert main(["facts", *TREES]) == 2
    assert "Traceback" in capsys.readouterr().err


THEFT = """\
consult: theft
on: 2026-11-22
facts:
  bicycle_gone: stolen
  theft_seen: "2026-11-23T09:00"
  theft_reported: 2026-12-01
"""


@pytest.mark.parametrize(
    ("text", "options", "line"),
    [
        (THEFT, (), 5),
        (THEFT.replace("2026-11-23T", "2026-11-21T"), ("--on", "2026-11-20"), 5),
        (THEFT.replace("2026-11-23T", "2026-11-21T") + 'variants:\n  x: {theft_seen: "2026-12-01T09:00"}\n', (), 8),
    ],
    ids=["in the file", "on the command line", "in a variant"],
)
def test_what_happened_did_not_happen_after_the_reference_date(
    text: str, options: tuple[str, ...], line: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(text)
    said = refused(capsys, "advise", str(file), *options, *TREES)
    assert f"{file}:{line}: " in said
    assert "bij `theft_seen` ligt na de peildatum" in said


def test_what_may_be_planned_may_lie_ahead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(THEFT.replace("2026-11-23T", "2026-11-22T"))
    assert main(["advise", str(file), *TREES]) == 0
    assert "8 december 2026" in capsys.readouterr().out
