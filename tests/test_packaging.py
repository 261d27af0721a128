"""What is handed over: the package, the two commands of the README, the documentation, and nothing of this machine."""

import os
import re
import shlex
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest

from wizard import __version__
from wizard.commands.options import COMMON, VERBS
from wizard.report.view import SECTIONS, View

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")


def ours() -> list[Path]:
    """Every file that belongs to the project: what git follows, or would."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = {os.fsdecode(name) for name in listed.stdout.split(b"\0") if name}
    return sorted(path for name in names if (path := ROOT / name).is_file())


# ---------------------------------------------------------------- nothing of this machine


def test_no_file_names_a_package_registry_or_a_path_of_this_machine() -> None:
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "debian" + ".org", "file:" + "///opt"]
    here = {str(ROOT), str(Path.home()), sys.prefix, sys.base_prefix} - {"/", "/usr", "/usr/local"}
    places = re.compile("|".join(map(re.escape, sorted(here))) + r"|(?<![\w.])/(?:work|root|home|Users)/\w")
    found = []
    for path in ours():
        text = path.read_text("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {host}" for host in hosts if host in text]
        found += [f"{path.relative_to(ROOT)}: {place[0]}" for place in places.finditer(text)]
    assert found == []


# ---------------------------------------------------------------- the README


def commands() -> list[str]:
    """The commands that the README tells a newcomer to paste."""
    return re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_the_readme_has_two_commands_of_one_line_that_pin_what_they_install() -> None:
    assert [command.split("/")[-1] for command in commands()] == ["magdat", "pytest"]
    for command in commands():
        assert " -c constraints.txt " in command
        assert not command.rstrip().endswith("\\")
    assert "'.[test]'" in commands()[1]
    assert "test" in PROJECT["project"]["optional-dependencies"]
    assert "magdat" in PROJECT["project"]["scripts"]


def test_ci_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "set -euo pipefail" in script
    assert ".[test]" not in script
    pattern = re.search(r"grep -m1 '(.*?)' README.md", script)
    assert pattern
    assert re.findall(pattern[1], README, re.MULTILINE) == [commands()[1]]


def links(page: Path) -> list[str]:
    """Where a Markdown page links to, within the project."""
    found = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    return [link.split("#")[0] for link in found if not link.startswith(("http:", "https:", "#"))]


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_the_readme_links_to_every_page() -> None:
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert pages <= set(links(ROOT / "README.md"))


def test_pictures_fetch_nothing() -> None:
    pictures = sorted((ROOT / "docs").rglob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text("utf-8")
        assert re.findall(r"https?://[^\"'\s)]*", text) == ["http://www.w3.org/2000/svg"]
        assert "@import" not in text
        assert "@font-face" not in text


# ---------------------------------------------------------------- the command line is documented


@pytest.mark.parametrize("name", VERBS)
def test_every_command_is_documented_with_all_its_options(name: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    section = re.search(rf"^## magdat {name}\b.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section, f"docs/cli.md has no section on {name}"
    for option in VERBS[name].options:
        for flag in option.flags:
            written = f"`{flag}" if flag.startswith("-") else flag.upper() if not option.choices else ""
            written = {"DIR": "[DIR]", "FACTS": "FACTS"}.get(written, written)
            assert written in section[0], f"{name} {flag}"
        for choice in option.choices:
            assert re.search(rf"`(?:{option.flags[0]} )?{choice}`", section[0]), f"{name} {option.flags[0]} {choice}"


def test_nothing_is_documented_that_does_not_exist() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert re.findall(r"^## magdat (\w+)", page, re.MULTILINE) == list(VERBS)
    flags = {flag for verb in VERBS.values() for option in verb.options for flag in option.flags}
    common = {flag for option in COMMON for flag in option.flags} | {"-h", "--help", "--version"}
    assert set(re.findall(r"^\| `(-[\w-]+)", page, re.MULTILINE)) <= flags | common
    everywhere = page.split("## magdat\n")[0]
    assert all(f"`{flag}" in everywhere for flag in common)


def test_the_contract_of_the_templates_is_documented() -> None:
    page = (ROOT / "docs" / "reports.md").read_text("utf-8")
    names = {field.name for field in fields(View)}
    assert {name for name in names if f"`{name}`" not in page} == set()
    sections = (ROOT / "docs" / "cli.md").read_text("utf-8").split("A remark stands with")[1].split("\n\n")[0]
    assert re.findall(r"`(\w+)`", sections) == list(SECTIONS)


# ---------------------------------------------------------------- versions and pins


def pins() -> dict[str, str]:
    """The versions in ``constraints.txt``."""
    rows = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(row.split("==") for row in rows if not row.startswith("#"))


def test_every_dependency_is_pinned_by_name_and_version() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    for requirement in [*PROJECT["project"]["dependencies"], *(name for extra in extras.values() for name in extra)]:
        found = re.match(r"[\w-]+", requirement)
        assert found
        if found[0] == "magdat":
            assert requirement[len("magdat[") : -1] in extras
            continue
        assert found[0].lower() in pins(), requirement
    assert all(re.fullmatch(r"[\d.]+(post\d+)?", version) for version in pins().values())


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["project"]["version"] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[({re.escape(__version__)}|Unreleased)\]", changes, re.MULTILINE)


# ---------------------------------------------------------------- the package


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The names in the wheel and in the source distribution, built without any network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    with tarfile.open(next(folder.glob("*.tar.gz"))) as source:
        inside = {name.partition("/")[2] for name in source.getnames()}
    return {"wheel": names, "sdist": inside}


def test_the_wheel_carries_the_program_the_trees_and_the_templates(built: dict[str, set[str]]) -> None:
    expected = set()
    for path in ours():
        name = path.relative_to(ROOT)
        if name.parts[0] == "wizard":
            expected.add(name.as_posix())
        elif name.parts[0] in ("trees", "reports"):
            expected.add(f"wizard/{name.as_posix()}")
    assert {"wizard/trees/consults.yaml", "wizard/app/style.tcss", "wizard/cli.py"} <= expected
    assert any(name.startswith("wizard/reports/") for name in expected)
    inside = {name for name in built["wheel"] if name.startswith("wizard/")}
    assert inside == expected


def test_the_source_distribution_carries_everything(built: dict[str, set[str]]) -> None:
    left_out = {path.relative_to(ROOT).as_posix() for path in ours()} - built["sdist"]
    assert left_out <= {".gitignore"}


def test_the_commands_of_the_readme_are_plain_shell() -> None:
    for command in commands():
        words = shlex.split(command)
        assert words.count("&&") == 2
        assert all((ROOT / word).exists() for word in words if word.endswith(".txt"))
