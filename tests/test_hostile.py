"""Hostile text and names through every command and through plain mode: shown as it is, kept where it belongs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from tests.cli_tools import GOOD, TREES
from tests.dossier.test_review import looked
from tests.hostile import FILE_NAMES, HOSTILE, LONG, harmful, safe_name
from tests.report.readers import text_of
from wizard.cli import main
from wizard.content.fault import printable
from wizard.content.load import load
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.variants import tidy_name
from wizard.report.document import clean
from wizard.report.export import FORMATS
from wizard.report.filename import letter_name

CONTENT = load(GOOD)
THEN = date(2012, 6, 1)
NOW = datetime(2026, 11, 22, 9, 0)
ANSWERS = {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
READY = ANSWERS | {"brakes_work": "yes", "lights_work": "yes", "tyres_hard": "yes"}
CLEAN = [name for name, text in HOSTILE.items() if name != "nothing" and all(printable(sign) == sign for sign in text)]
"""Those that may stand in a file of the user: the reader refuses what cannot be seen, and what is no character."""

Run = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("MAGDAT_LANG", "MAGDAT_DEBUG", "MAGDAT_CONFIG", "MAGDAT_DOSSIERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Gives a command; its exit code and all it said, which a terminal may safely show."""

    def run(*words: str, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode("utf-8", "surrogatepass"))))
        code = main([*words, *TREES])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert "onverwachte fout" not in said.err
        assert not harmful(said.out + said.err), harmful(said.out + said.err)
        assert code in (0, 1, 2)
        assert code != 2 or said.err.startswith("magdat: ")
        return code, said.out + said.err

    return run


def shows(said: str, text: str) -> list[str]:
    """The words of ``text`` that were not said, however lines were broken."""
    bare = "".join(said.split())
    return [word for word in printable(text).split() if word not in bare]


def facts(text: str, **more: object) -> str:
    """A file of facts with ``text`` wherever there is room for text."""
    data = {
        "consult": "bicycle",
        "on": "2026-11-22",
        "facts": ANSWERS,
        "notes": {"purpose": text},
        "client": text[:200],
        "matter": text[:200],
        "advisor": text[:200],
        "remarks": {"duties": text},
        "variants": {tidy_name(text): {"keyholder": "no"}},
        **more,
    }
    return json.dumps(data, ensure_ascii=False)


def everywhere(text: str, **more: object) -> Consultation:
    """A dossier with ``text`` wherever there is room for text, and an advice that no longer holds."""
    given = {fact: Given(answer, text, "2012-06-01T09:00:00") for fact, answer in READY.items()}
    said = Consultation("bicycle", THEN, given, client=text, matter=text, advisor=text, created="2012-06-01T09:00:00")
    return replace(said.remark("verdict", text).vary(text, {"keyholder": "no"}).take(None), **more)


# ---------------------------------------------------------------- files of facts


@pytest.mark.parametrize("name", CLEAN)
def test_a_file_of_facts(run: Run, tmp_path: Path, name: str) -> None:
    text = HOSTILE[name]
    path = tmp_path / "facts.json"
    path.write_text(facts(text), "utf-8")
    code, said = run("advise", str(path), "--json")
    assert code == 0
    data = json.loads(said)
    assert data["variants"][0]["name"] == tidy_name(text)
    for words in (("advise",), ("advise", "--level", "letter"), ("timeline",), ("diff", "--from", "2012-06-01")):
        assert run(words[0], str(path), *words[1:])[0] == 0


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in CLEAN])
def test_a_file_of_facts_with_characters_that_cannot_be_seen(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(facts(HOSTILE[name]), "utf-8")
    run("advise", str(path))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("where", ["consult", "on", "language", "facts", "fact", "answer", "key", "variant", "remark"])
def test_hostile_names_and_values_are_refused_in_one_line(run: Run, tmp_path: Path, name: str, where: str) -> None:
    text = HOSTILE[name]
    more = {
        "consult": {"consult": text},
        "on": {"on": text},
        "language": {"language": text},
        "facts": {"facts": text},
        "fact": {"facts": {text: "yes"}},
        "answer": {"facts": {"purpose": text}},
        "key": {text: text},
        "variant": {"variants": {"v": {text: text}}},
        "remark": {"remarks": {text: "x"}},
    }[where]
    path = tmp_path / "facts.yaml"
    path.write_text(facts("x", **more), "utf-8")
    code, said = run("advise", str(path))
    assert code == 2
    assert said.count("\n") == 1
    assert len(said) < 2000


# ---------------------------------------------------------------- words on the command line


@pytest.mark.parametrize("name", FILE_NAMES)
def test_names_on_the_command_line(run: Run, tmp_path: Path, name: str) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    for words in (
        ("advise", name),
        ("ask", "--plain", name),
        ("ask", "--plain", "--dossier", name),
        ("dossiers", name),
        ("dossiers", f"--archive={name}"),
        ("dossiers", "--yes", f"--delete={name}"),
        ("dossiers", f"--duplicate={name}"),
        ("review", name),
        ("graph", name),
        ("facts", name),
        ("test", "-k", name),
        ("timeline", name),
        ("--on", name),
        ("--lang", name),
        (name,),
    ):
        run(*words)
    after = sorted(path.name for path in tmp_path.iterdir())
    assert set(after) - set(before) <= {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}
    assert list(Path().iterdir()) == []


# ---------------------------------------------------------------- dossiers


@pytest.mark.parametrize("name", HOSTILE)
def test_dossiers_are_listed_reviewed_and_written_about(run: Run, tmp_path: Path, name: str) -> None:
    text = HOSTILE[name]
    folder = default_dossiers()
    folder.mkdir(parents=True)
    seen = looked(looked(everywhere(text), CONTENT).take(0), CONTENT).take(None)
    (folder / "[b]x{n}.yaml").write_text(dump(seen, CONTENT.digest), "utf-8")
    code, said = run("dossiers")
    assert code == 0
    assert shows(said, text) == []
    assert run("dossiers", "--json")[0] == 0
    code, said = run("review", "-v")
    assert code == 1
    assert run("review", "--json")[0] == 1
    letters = tmp_path / "letters"
    form = FORMATS[list(HOSTILE).index(name) % 3 + 1]  # tests/report has every letter in every form
    assert run("review", "--letter", "--format", f"md,{form}", "-o", str(letters))[0] == 1
    written = sorted(letters.iterdir())
    assert len(written) == 2
    for path in written:
        assert safe_name(path.name)
        form = path.suffix[1:]
        told = path.read_text("utf-8") if form == "md" else text_of(form, path.read_bytes())
        assert not {sign for sign in harmful(told) if sign in "\x1b\x07\x00\x9b\u202e\u2066"}
        if form == "html":
            assert "<script" not in path.read_text("utf-8").lower()
            assert shows(told, clean(text)) == []


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_letter_and_a_dossier_have_a_safe_name_and_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    assert safe_name(letter_name(name, "nl", "docx"))
    folder = Folder(tmp_path / "dossiers")
    path = folder.new_path(name, NOW)
    assert path.parent == folder.path
    assert safe_name(path.name)
    source = tmp_path / "outside.yaml"
    source.write_text(dump(everywhere("x"), "0"), "utf-8")
    found = folder.find(name)
    assert found is None
    copy = folder.duplicate(_renamed(source, name or "x"), NOW)
    assert copy.parent == folder.path
    assert safe_name(copy.name)


def _renamed(source: Path, consult: str) -> Path:
    """A dossier that says it is about ``consult``."""
    source.write_text(dump(replace(load_dossier(source)[0], consult=consult), "0"), "utf-8")
    return source


@pytest.mark.parametrize("name", LONG)
def test_a_megabyte_in_a_dossier_or_a_file_of_facts_is_no_burden(run: Run, tmp_path: Path, name: str) -> None:
    text = LONG[name][:200_000]
    folder = default_dossiers()
    folder.mkdir(parents=True)
    given = {"purpose": Given("errand", text)}
    (folder / "x.yaml").write_text(dump(Consultation("bicycle", THEN, given, client=text), "0"), "utf-8")
    path = tmp_path / "facts.json"
    path.write_text(facts("x", notes={"purpose": text}), "utf-8")
    for words in (("dossiers",), ("review",), ("advise", str(path)), ("timeline", str(path))):
        run(*words)


# ---------------------------------------------------------------- line by line


def test_plain_mode_shows_and_keeps_what_is_typed(run: Run) -> None:
    for text in HOSTILE.values():
        line = " ".join(printable(text).split())
        raw = "".join(" " if sign in "\r\n\t" else sign for sign in text)
        typed = [f"n {raw}", f"klant {raw}", f"zaak {raw}", f"adviseur {raw}", raw, "1", f"nieuw {raw}"]
        typed += ["varianten", "a", "w", "dossiers", f"open {raw}", f"wijzig {raw}", f"d {raw}", "q"]
        code, said = run("ask", "bicycle", "--plain", "--on", "2019-01-01", typed="\n".join(typed))
        assert code in (0, 2)
        assert shows(said, text) == []
        newest = Folder(default_dossiers()).paths()[0]
        kept = load_dossier(newest)[0]
        assert kept.client == line[: len(kept.client)]
        assert kept.client
        newest.unlink()


@pytest.mark.parametrize("name", ["path", "device", "escapes", "direction"])
def test_plain_mode_writes_a_report_only_where_it_may(run: Run, tmp_path: Path, name: str) -> None:
    typed = f"2\n1\nr {HOSTILE[name]}\nr ../../zo.md\nq\n".replace("\x00", "")
    run("ask", "bicycle", "--plain", "--on", "2019-01-01", typed=typed)
    for path in tmp_path.rglob("*"):
        assert path.name.isprintable()


# ---------------------------------------------------------------- trees, cases and settings of others


@pytest.mark.parametrize("name", HOSTILE)
def test_trees_of_others(run: Run, tmp_path: Path, name: str) -> None:
    text = HOSTILE[name]
    trees = tmp_path / "trees"
    trees.mkdir()
    (trees / "all.yaml").write_text(yaml.safe_dump({text: {text: [text]}}, allow_unicode=True), "utf-8")
    assert main_with(trees, "check") == 1
    assert run("check", str(trees))[0] == 1
    assert run("check", str(trees), "--json")[0] == 1
    assert run("check", str(trees / text.replace("\x00", "").replace("/", "")))[0] in (1, 2)


def main_with(trees: Path, *words: str) -> int:
    """A command on trees of one's own."""
    return main([*words, "--trees", str(trees)])


@pytest.mark.parametrize("name", HOSTILE)
def test_settings_of_others(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    text = HOSTILE[name]
    path = tmp_path / "config.yaml"
    monkeypatch.setenv("MAGDAT_CONFIG", str(path))
    for data in ({"advisor": text}, {text: text}, {"theme": text}, {"keys": {text: text}}, {"dossiers": text}):
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        run("config")
        run("config", "--json")
        run("facts")
