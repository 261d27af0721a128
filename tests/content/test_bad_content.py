"""Every fault the program can find, each with a folder that has it and the words in which it is told."""

import ast
import re
from pathlib import Path

import pytest

from tests.content.folders import BAD, GOOD, codes, copy, rendered
from wizard.content.check import check
from wizard.content.fault import ContentError, dutch
from wizard.content.load import load

CONTENT = Path(__file__).parents[2] / "wizard" / "content"
FOLDERS = sorted(folder.name for folder in BAD.iterdir())
NO_FOLDER = {"folder", "unreadable"}
"""Faults in the folder itself, tested below."""
ENGLISH = re.compile(r"\b(the|this|of a|an|is not|has no|write|add|fact|answer|source|duty|node|outcome|tree)\b")


def test_the_good_content_has_no_fault() -> None:
    assert rendered(GOOD) == ""


@pytest.mark.parametrize("name", FOLDERS)
def test_a_bad_file_is_told_as_expected(name: str, tmp_path: Path) -> None:
    expected = (BAD / name / "expected.txt").read_text("utf-8")
    assert rendered(copy(tmp_path, BAD / name)) == expected


@pytest.mark.parametrize("name", [name for name in FOLDERS if name != "five-at-once"])
def test_a_bad_folder_shows_its_own_fault(name: str, tmp_path: Path) -> None:
    found = codes(copy(tmp_path, BAD / name))
    assert found
    assert any(name == code or name.startswith(f"{code}-") for code in found)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_fault_is_told_in_dutch_too(name: str, tmp_path: Path) -> None:
    folder = copy(tmp_path, BAD / name)
    for fault in check(folder)[1]:
        for text in (fault.message, fault.hint):
            assert text.nl.strip()
            assert text.nl != text.en
        assert not ENGLISH.search(re.sub("`[^`]*`", "", f"{fault.message.nl} {fault.hint.nl}")), fault
    assert rendered(folder, "nl") != rendered(folder, "en")


def phrases_in_the_source() -> set[str]:
    """What the readers call the things they read: the second argument of their own methods, without names."""
    found: set[str] = set()
    for file in ("fields.py", "decode.py", "decode_consult.py", "decode_tree.py"):
        for node in ast.walk(ast.parse((CONTENT / file).read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("self.") and len(node.args) > 1:
                said = node.args[1]
                parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                text = "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
                found |= {phrase.strip() for phrase in text.split("`")[::2]}
    return found


def test_what_a_fault_is_about_has_a_dutch_word() -> None:
    phrases = phrases_in_the_source()
    assert {"fact", "a date in", "kind of fact", "contested point", "an item of"} <= phrases
    assert {phrase for phrase in phrases if dutch(phrase) == phrase} == {
        "",
        "a",
        "in",
        ":",
        "term",
        "nodes",
        "outcomes",
    }


def test_no_fault_hides_another(tmp_path: Path) -> None:
    found = codes(copy(tmp_path, BAD / "five-at-once"))
    assert found == ["unknown-fact", "unknown-target", "translation", "value", "unknown-key"]


def test_faults_in_several_files_are_all_told(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for name in ("translation-one", "yaml-colon", "encoding", "empty-file"):
        (folder / f"{name}.yaml").write_bytes((BAD / name / "extra.yaml").read_bytes())
    found = codes(folder)
    assert {"translation", "yaml", "encoding", "empty"} <= set(found)
    assert {*found[:2]} == {"yaml", "encoding"}, "what hides others comes first"


@pytest.mark.parametrize("name", sorted(path.name for path in GOOD.glob("*.yaml")))
def test_a_file_that_cannot_be_read_is_the_only_fault(name: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    rows = (folder / name).read_text("utf-8").split("\n")
    rows.insert(2, "\tx: {y")
    (folder / name).write_text("\n".join(rows), "utf-8")
    assert codes(folder) == ["yaml"]


def test_a_node_that_cannot_be_read_is_not_missed_where_another_leads_to_it(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    tree = next(path for path in sorted(folder.glob("*.yaml")) if "\nnodes:" in path.read_text("utf-8"))
    lines = tree.read_text("utf-8").split("\n")
    asking = [n for n, row in enumerate(lines) if "{ask: " in row]
    assert len(asking) > 1, "one node leads to another"
    lines[asking[-1]] = lines[asking[-1]].replace("{ask: ", "{ask ")
    tree.write_text("\n".join(lines), "utf-8")
    (fault,) = check(folder)[1]
    assert (fault.code, fault.place.line, fault.hides) == ("node", asking[-1] + 1, True)
    assert fault.hint.en.endswith("`, with a colon")


def test_a_section_by_another_name_hides_what_only_follows_from_it(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    text = (folder / "duties.yaml").read_text("utf-8")
    (folder / "duties.yaml").write_text(
        text.replace("\nduties:", "\nduites:").replace("duties:", "duites:", 1), "utf-8"
    )
    assert codes(folder) == ["unknown-key"]


def codes_in_the_source() -> set[str]:
    """Every code that the content package can give, read from its source."""
    found: set[str] = set()
    for path in CONTENT.glob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r'(?:\bFault|\bfault)\(\s*"([a-z-]+)"', text))
        kinds = re.findall(r'self\._(?:known|all)\([^)]*?, "([a-z ]+)", ', text)
        found |= {f"unknown-{kind}".replace(" ", "-") for kind in kinds}
        for code in re.findall(r'(?:\bFault|\bfault)\(\s*f"([^"]+)"', text):
            assert code in ("unknown-{what}", "unreachable-{what}"), f"how is {code} shown?"
    return found | {"unreachable-node", "unreachable-outcome"}


def test_every_code_in_the_source_has_a_folder(tmp_path: Path) -> None:
    shown: set[str] = set()
    for name in FOLDERS:
        text = (BAD / name / "expected.txt").read_text("utf-8")
        shown |= set(re.findall(r"^\S+:\d+:\d+: ([a-z-]+): ", text, re.M))
    source = codes_in_the_source()
    assert {"alias", "unknown-contested-point", "anachronism", "yaml"} <= source
    assert source - shown - NO_FOLDER == set()
    assert shown <= source


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"nowhere: this is no folder"):
        check(tmp_path / "nowhere")
    with pytest.raises(ContentError, match=r"holds no \.yaml files"):
        check(tmp_path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (copy(tmp_path) / "extra.yaml").mkdir()
    with pytest.raises(ContentError, match=r"extra\.yaml: cannot be read"):
        check(tmp_path)


def test_loading_raises_with_every_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        load(copy(tmp_path, BAD / "five-at-once"))
    assert len(error.value.faults) == 5
    assert "and 4 more" in str(error.value)
    assert "en nog 4" in error.value.say("nl")
    assert error.value.say("en") == str(error.value)


def test_an_error_is_short_and_safe_whatever_the_file_says(tmp_path: Path) -> None:
    (copy(tmp_path) / "extra.yaml").write_text('"\\e]0;x\\a' + "y" * 100_000 + '": 1\n', "utf-8")
    (tmp_path / "terms.yaml").write_text("terms: {" + "y" * 100_000 + ": 1}\n", "utf-8")
    text = rendered(tmp_path)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert max(len(line) for line in text.splitlines()) < 500
