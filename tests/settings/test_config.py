"""The file with settings: what it may say, and one clear fault for everything else."""

import os
import re
import sys
from pathlib import Path

import platformdirs
import pytest

from wizard.settings.checks import NAMES
from wizard.settings.config import Config, read_config
from wizard.settings.place import config_path, state_path
from wizard.settings.sample import SAMPLE
from wizard.settings.settings import VARIABLES, first_fault, read_settings

FULL = """\
language: en
theme: contrast
presentation: yes
dossiers: files
templates: ~/templates
style: /firm/house.docx
report_form: html
advisor: mr. A. de Vries
editor: "vim -R '+set nowrap'"
keys:
  consult.note: f6
  everywhere.quit: [q, f10]
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path, text: str | bytes) -> list[str]:
    """The faults in a file that says ``text``, in English, without the name of the folder."""
    path = write(folder, text)
    return [fault.line("en").replace(str(path), "config.yaml") for fault in read_config(path)[1]]


def test_every_setting_is_read_and_paths_are_seen_from_the_file(tmp_path):
    config, found = read_config(write(tmp_path, FULL))
    assert found == []
    assert config.values == {
        "language": "en",
        "theme": "contrast",
        "presentation": "yes",
        "dossiers": str(tmp_path / "files"),
        "templates": os.path.expanduser("~/templates"),
        "style": "/firm/house.docx",
        "report_form": "html",
        "advisor": "mr. A. de Vries",
        "editor": "vim -R '+set nowrap'",
    }
    assert {name: chosen.keys for name, chosen in config.keys.items()} == {
        "consult.note": ("f6",),
        "everywhere.quit": ("q", "f10"),
    }
    assert config.keys["everywhere.quit"].line == 12
    assert {*config.values, "keys"} == set(NAMES)


@pytest.mark.parametrize("text", ["", "# only remarks\n", "language: nl\n", "\ufefflanguage: nl\n"])
def test_a_file_may_say_little_or_nothing(tmp_path, text):
    assert faults(tmp_path, text) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_sets_nothing_and_every_line_of_it_can_be_used(tmp_path, language):
    text = SAMPLE.in_(language)
    assert read_config(write(tmp_path, text)) == (Config(tmp_path / "config.yaml"), [])
    used = re.sub(r"^# ((?:  )?[a-z._]+:.*)$", r"\1", text, flags=re.MULTILINE)
    config, found = read_config(write(tmp_path, used))
    assert found == []
    assert {*config.values, "keys"} == set(NAMES)
    assert set(config.keys) == {"consult.note", "everywhere.quit"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("langauge: nl", "1: unknown key `langauge` in this file; did you mean `language`?"),
        ("language: fr", "1: `language` cannot be `fr`; one of: nl, en"),
        ("theme: drak", "1: `theme` cannot be `drak`; did you mean `dark`?"),
        ("presentation: maybe", "1: `presentation` cannot be `maybe`; one of: yes, no"),
        ("report_form: word", "1: `report_form` cannot be `word`; one of: pdf, docx, html, md"),
        ("presentation: ON", "1: `presentation` cannot be `ON`; one of: yes, no"),
        ("theme:", "1: `theme` is empty; write a value, or leave the key out"),
        ('editor: "less \'x"', "1: `editor` is not a command: less 'x; close every quote, as in `less -R`"),
        ("advisor: " + "x" * 201, "1: `advisor` is too long; at most 200 characters"),
        (
            "dossiers: ~no-such-user-here/x",
            "1: the folder in `dossiers` does not exist: ~no-such-user-here/x; write the path in full",
        ),
        ("keys: {consult.note: []}", "1: `consult.note` is empty; name a key, or leave the line out"),
        ("\nlanguage: nl\nlanguage: en", "3: `language` is written twice (first on line 2); keep one of the two"),
        ("a: &x nl", "1: an anchor `&x`; anchors and aliases are not used here"),
        ("a: b: c", "1: a colon stands where none is expected; put a text with a colon, quote or other sign in double"),
        ('theme: "a\x1bb"', "1: an invisible control character; remove it"),
        (b"theme: \xff", "1: this character is not UTF-8; save the file as UTF-8"),
        (b"#" * 2_000_001, "1: larger than 2 MB; split the file"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_a_fault_is_told_with_line_and_remedy(tmp_path, text, said):
    (fault,) = faults(tmp_path, text)
    assert fault.startswith(f"config.yaml:{said}")


@pytest.mark.parametrize("text", ["nl", "- nl", "language: {nl: 1}", "keys: 3", "keys: {consult.note: {a: b}}"])
def test_another_shape_is_one_fault_and_no_crash(tmp_path, text):
    assert len(faults(tmp_path, text)) == 1


def test_every_fault_is_told_and_what_is_right_is_read(tmp_path):
    path = write(tmp_path, "language: en\ntheme: drak\npresentation: maybe\n")
    config, found = read_config(path)
    assert config.values == {"language": "en"}
    assert len(found) == 2
    assert first_fault(found, "nl").endswith("bedoelt u `dark`? (en nog 1; `magdat config` noemt ze)")


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path):
    _, found = read_config(tmp_path)
    assert len(found) == 1
    assert "kan niet worden gelezen" in found[0].message.nl


# ---------------------------------------------------------------- where it is, and what wins


def test_the_file_is_where_the_platform_keeps_such_files(monkeypatch, tmp_path):
    for home in (str(tmp_path), "", "relative"):
        monkeypatch.setenv("XDG_CONFIG_HOME", home)
        usual = platformdirs.user_config_path("magdat", appauthor=False) / "config.yaml"
        assert config_path(os.environ) == usual
    assert config_path({"MAGDAT_CONFIG": "x.yaml"}) == Path("x.yaml")
    assert state_path().name == "chosen.json"


def test_looking_where_the_file_is_imports_nothing_heavy(tmp_path):
    if not sys.platform.startswith("linux"):
        pytest.skip("elsewhere the library knows")
    import subprocess

    code = (
        "import sys; from wizard.settings.settings import read_settings; read_settings({});"
        "sys.exit(bool({'yaml', 'platformdirs'} & set(sys.modules)))"
    )
    home = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    assert subprocess.run([sys.executable, "-c", code], env=home, check=False, timeout=60).returncode == 0


def test_the_environment_goes_before_the_file(tmp_path):
    path = write(tmp_path, FULL)
    environ = {variable: "nl" if variable == "MAGDAT_LANG" else "no" for variable in VARIABLES.values()}
    environ |= {"MAGDAT_CONFIG": str(path), "MAGDAT_THEME": "mono", "MAGDAT_REPORT_FORM": "docx"}
    settings = read_settings(environ)
    assert settings.faults == ()
    assert (settings.get("language"), settings.get("theme"), settings.presentation) == ("nl", "mono", False)
    assert (settings.get("advisor"), settings.get("report_form")) == ("no", "docx")
    alone = read_settings({"MAGDAT_CONFIG": str(path)})
    assert (alone.get("language"), alone.get("theme"), alone.presentation) == ("en", "contrast", True)
    assert alone.path("dossiers") == tmp_path / "files"
    nothing = read_settings({"MAGDAT_CONFIG": os.devnull})
    assert (nothing.get("theme"), nothing.path("dossiers"), nothing.presentation) == ("dark", None, False)


def test_an_empty_variable_says_nothing_and_a_blank_command_is_none(tmp_path):
    nothing = read_settings({"MAGDAT_CONFIG": os.devnull, "MAGDAT_THEME": "", "MAGDAT_LANG": ""})
    assert (nothing.faults, nothing.said, nothing.get("theme")) == ((), {}, "dark")
    blank = read_settings({"MAGDAT_CONFIG": os.devnull, "MAGDAT_EDITOR": "  "})
    assert len(blank.faults) == 1
    assert "`editor` is not a command" in blank.faults[0].message.en


def test_textual_s_own_variable_gives_way_to_ours(tmp_path):
    environ = {"MAGDAT_CONFIG": os.devnull, "TEXTUAL_THEME": "dracula"}
    assert read_settings(environ).get("theme") == "dracula"
    assert read_settings({**environ, "MAGDAT_THEME": "light"}).get("theme") == "light"


def test_a_wrong_variable_and_a_file_that_is_not_there_are_faults(tmp_path):
    found = read_settings({"MAGDAT_CONFIG": str(tmp_path / "no.yaml"), "MAGDAT_THEME": "drak"}).faults
    assert [fault.line("en") for fault in found] == [
        f"{tmp_path / 'no.yaml'}: there is no such file; let MAGDAT_CONFIG name another, "
        "or make it: `magdat config --init`",
        "MAGDAT_THEME: `theme` cannot be `drak`; did you mean `dark`?",
    ]


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be opened there in another way")
def test_a_folder_in_the_place_of_the_file_is_told_in_both_languages(tmp_path: Path) -> None:
    """The words of the system are English; a Dutch line that ends in them is not Dutch."""
    settings = read_settings({"MAGDAT_CONFIG": str(tmp_path)})
    (fault,) = settings.faults
    assert "kan niet worden gelezen: dit is een map; " in fault.line("nl")
    assert "cannot be read: this is a folder; " in fault.line("en")
