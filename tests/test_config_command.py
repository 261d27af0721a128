"""`magdat config`, and that settings do what they say on the command line."""

import json
import os
import re
import stat
from pathlib import Path

import pytest

from tests.cli_tools import ERRAND, TREES, magdat
from wizard.cli import main
from wizard.commands.config import FROM
from wizard.report import forms
from wizard.settings.checks import NAMES
from wizard.settings.sample import SAMPLE


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file with settings would be; with folders of one's own for all else."""
    for name in ("config", "state", "data"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.delenv("MAGDAT_CONFIG", raising=False)
    return tmp_path / "config" / "magdat" / "config.yaml"


def write(config: Path, text: str) -> None:
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(text, "utf-8")


def test_it_says_where_the_file_is_and_what_holds(config, capsys):
    assert main(["config", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{config} (there is no such file yet; `magdat config --init` makes it)\n")
    for name in NAMES:
        assert name == "keys" or re.search(rf"^{name} .*\(default\)$", out, re.MULTILINE), name
    assert "magdat/dossiers" in out
    assert "chosen.json" in out


def test_it_says_where_each_value_comes_from(config, capsys, monkeypatch, tmp_path):
    write(config, "theme: contrast\nlanguage: en\nkeys: {consult.note: f6}\npresentation: yes\n")
    monkeypatch.setenv("MAGDAT_PRESENTATION", "no")
    state = tmp_path / "state" / "magdat" / "chosen.json"
    state.parent.mkdir(parents=True)
    state.write_text('{"theme": {"value": "light", "instead_of": "contrast"}}', "utf-8")
    assert main(["config", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["file"], found["there"], found["faults"]) == (str(config), True, [])
    assert found["settings"]["theme"] == {"value": "light", "from": "chosen"}
    assert found["settings"]["language"] == {"value": "en", "from": "file"}
    assert found["settings"]["presentation"] == {"value": "no", "from": "environment"}
    assert found["settings"]["editor"] == {"value": None, "from": "usual"}
    assert found["keys"] == {"consult.note": ["f6"]}
    assert set(found["settings"]) == set(NAMES) - {"keys"}
    assert {one["from"] for one in found["settings"].values()} == set(FROM)
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert "(chosen in the program)" in out
    assert "(line 2)" in out
    assert "(from the environment: MAGDAT_PRESENTATION)" in out
    assert "consult.note: f6" in out


def test_a_name_with_signs_a_terminal_would_act_on_is_shown_without(config, capsys, monkeypatch, tmp_path):
    wild = tmp_path / "a\x1b[2J\u202eb.yaml"
    monkeypatch.setenv("MAGDAT_CONFIG", str(wild))
    wild.write_text("advisor: x\n", "utf-8")
    for words in (["config"], ["config", "--keys"], ["config", "--init"]):
        main(words)
    said = capsys.readouterr()
    assert "a[2Jb.yaml" in said.out
    assert "a[2Jb.yaml" in said.err
    assert not {"\x1b", "\u202e"} & set(said.out + said.err)


def test_init_writes_a_file_with_everything_explained_and_never_writes_over_it(config, capsys):
    assert main(["config", "--init", "--lang", "en"]) == 0
    assert config.read_text("utf-8") == SAMPLE.en
    if os.name == "posix":
        assert stat.S_IMODE(config.stat().st_mode) == 0o600
    write(config, "# mine\n")
    assert main(["config", "--init", "--lang", "en"]) == 2
    assert config.read_text("utf-8") == "# mine\n"
    assert capsys.readouterr().err == (
        f"magdat: {config}: is there already and stays as it is; change it with an editor\n"
    )


def test_init_where_it_cannot_be_written_is_one_line(tmp_path, capsys, monkeypatch):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("MAGDAT_CONFIG", str(tmp_path / "file" / "config.yaml"))
    assert main(["config", "--init"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "kan niet worden geschreven" in err


def test_keys_lists_every_action_with_the_keys_it_has_now(config, capsys):
    write(config, "keys: {consult.note: [f6, Esc]}\n")
    assert main(["config", "--keys", "--lang", "en"]) == 2  # Esc is taken
    write(config, "keys: {consult.note: [f6, K]}\n")
    capsys.readouterr()
    assert main(["config", "--keys", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^consult\.note +F6  K +a note on this answer$", out, re.MULTILINE)
    assert re.search(r"^everywhere\.search +/ F7 +search", out, re.MULTILINE)
    assert "{keys[" not in out


def test_every_fault_is_one_line_and_the_exit_code_is_2(config, capsys):
    write(config, "langauge: nl\ntheme: drak\nkeys: {consult.noot: f6}\n")
    assert main(["config", "--lang", "en"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"magdat: {config}:1: unknown key `langauge` in this file; did you mean `language`?",
        f"magdat: {config}:2: `theme` cannot be `drak`; did you mean `dark`?",
        f"magdat: {config}:3: there is no action `consult.noot`; did you mean `consult.note`?",
    ]


def test_places_that_are_not_there_are_named_with_where_that_is_said(config, capsys, monkeypatch, tmp_path):
    write(config, "style: house.docx\ntemplates: /nope\ndossiers: here.txt\nkeys: {consult.undo: '?', consult.nt: z}\n")
    (config.parent / "here.txt").write_text("x", "utf-8")
    (config.parent / "house.docx").write_text("no Word", "utf-8")

    def told() -> list[str]:
        assert main(["config", "--lang", "en"]) == 2
        return [line.removeprefix(f"magdat: {config}") for line in capsys.readouterr().err.splitlines()]

    style = config.parent / "house.docx"
    assert told() == [
        f":1: `style` is not a Word file: {style}; name a .docx; `magdat templates FOLDER` makes one",
        ":2: the folder in `templates` does not exist: /nope; `magdat templates FOLDER` makes one",
        f":3: `dossiers` is not a folder: {config.parent / 'here.txt'}; name a folder; a new one is made",
        ":4: there is no action `consult.nt`; did you mean `consult.note`?",
        ":4: `consult.explain` and `consult.undo` both have the key `?`; give one of the two another key",
    ]
    monkeypatch.setenv("MAGDAT_STYLE", "/no/such.docx")
    assert told()[0].startswith("magdat: MAGDAT_STYLE: the file in `style` does not exist: /no/such.docx; ")


@pytest.mark.parametrize("verb", [["facts"], ["check"], ["completion", "bash"], []])
def test_with_a_fault_no_command_runs_and_one_line_says_why(config, capsys, verb):
    write(config, "theme: drak\nlangauge: nl\n")
    assert main([*verb, *TREES]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"magdat: {config}:2: onbekende sleutel `langauge` in dit bestand; bedoelt u `language`?"
        " (en nog 1; `magdat config` noemt ze)\n"
    )


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_work_whatever_the_file_says(config, capsys, word):
    write(config, "theme: drak\n")
    assert main([word]) == 0
    assert capsys.readouterr().err == ""


# ---------------------------------------------------------------- what settings do


def test_the_language_is_that_of_the_file_and_gives_way_to_the_environment_and_the_option(config, capsys, monkeypatch):
    write(config, "language: en\n")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage")
    monkeypatch.setenv("MAGDAT_LANG", "nl")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("gebruik")
    assert main(["--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("usage")


def test_what_was_chosen_in_the_app_changes_no_other_command(config, capsys, tmp_path):
    state = tmp_path / "state" / "magdat" / "chosen.json"
    state.parent.mkdir(parents=True)
    state.write_text('{"language": {"value": "en", "instead_of": null}}', "utf-8")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("gebruik")


def test_dossiers_advisor_and_templates_are_those_of_the_file(tmp_path):
    folder = tmp_path / "config" / "magdat"
    write(folder / "config.yaml", "dossiers: mine\nadvisor: mr. De Vries\ntemplates: look\nlanguage: en\n")
    (folder / "look").mkdir()
    (folder / "look" / "advice.en.md.jinja").write_text("OUR HOUSE {{ advice.subject }}\n", "utf-8")
    done = magdat("ask", "bicycle", "--plain", *TREES, home=tmp_path, stdin=b"2\nq\n")
    assert done.returncode == 0, done.stderr
    (dossier,) = (folder / "mine").glob("*.yaml")
    assert "mr. De Vries" in dossier.read_text("utf-8")
    report = magdat("advise", "-", *TREES, home=tmp_path, stdin=ERRAND.encode())
    assert report.stdout.decode().startswith("OUR HOUSE")
    elsewhere = magdat("advise", "-", *TREES, home=tmp_path, stdin=ERRAND.encode(), MAGDAT_TEMPLATES=str(tmp_path))
    assert not elsewhere.stdout.decode().startswith("OUR HOUSE")
    given = magdat(
        "ask", "bicycle", "--plain", "--dossiers", str(tmp_path / "other"), *TREES, home=tmp_path, stdin=b"2\nq\n"
    )
    assert given.returncode == 0
    assert len(list((tmp_path / "other").glob("*.yaml"))) == 1


def test_a_folder_of_the_file_that_is_not_there_is_told_when_it_is_needed(tmp_path):
    write(tmp_path / "config" / "magdat" / "config.yaml", "templates: nowhere\n")
    assert magdat("facts", *TREES, home=tmp_path).returncode == 0
    done = magdat("advise", "-", *TREES, home=tmp_path, stdin=ERRAND.encode())
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "nowhere" in done.stderr.decode()


@pytest.mark.parametrize(("missing", "form"), [((), "pdf"), (("typst",), "docx"), (("typst", "docx"), "html")])
def test_the_form_that_is_offered_is_one_that_can_be_made(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...], form: str
) -> None:
    monkeypatch.setattr(forms, "find_spec", lambda name: None if name in missing else name)
    main(["config", "--lang", "en"])
    assert re.search(rf"^report_form +{form} +\(default\)$", capsys.readouterr().out, re.MULTILINE)
    monkeypatch.setenv("MAGDAT_REPORT_FORM", "md")
    main(["config", "--lang", "en"])
    said = capsys.readouterr().out
    assert re.search(r"^report_form +md +\(from the environment: MAGDAT_REPORT_FORM\)$", said, re.MULTILINE)
