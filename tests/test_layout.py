"""The layout of DESIGN: imports run downward only, and each part imports only what it may."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

WIZARD = Path(__file__).resolve().parents[1] / "wizard"

LAYERS = [
    ["content"],
    ["words"],
    ["reasoning"],
    ["dossier"],
    ["report", "settings"],
    ["graph", "casework", "training", "screening"],
    ["app", "plain"],
    ["commands"],
    ["cli"],
    ["__main__"],
]
HEIGHT = {part: height for height, parts in enumerate(LAYERS) for part in parts}
FILES = sorted(path.relative_to(WIZARD) for path in WIZARD.rglob("*.py"))
ONLY_HERE = {
    "textual": {"app"},
    "yaml": {"content", "dossier"},
    "jinja2": {"report"},
    "markdown_it": {"report"},
    "docx": {"report"},
    "typst": {"report"},
    "platformdirs": {"dossier", "settings"},
    "pyfiglet": {"app"},
    "filelock": {"dossier"},
    "argparse": {"commands"},
    "rich": {"app", "commands"},
    "holidays": {"reasoning"},
    "dateutil": {"reasoning"},
}
NOWHERE = {"socket", "urllib", "http", "ssl", "ftplib", "smtplib", "telnetlib", "requests", "pickle", "marshal"}
IMPURE = {"os", "sys", "io", "pathlib", "time", "random", "secrets", "uuid", "locale", "subprocess", "threading"}


def part(file: Path) -> str:
    """The part of the program a file belongs to."""
    return file.parts[0] if len(file.parts) > 1 else file.stem


def imports(file: Path, *, types: bool = True) -> set[str]:
    """Every module a file imports, wherever in the file; ``from a import b`` counts as ``a.b`` too.

    Without ``types``, what is imported for its types alone does not count.
    """
    found = set()
    module = ast.parse((WIZARD / file).read_text("utf-8"))
    if not types:
        module.body = [node for node in module.body if not isinstance(node, ast.If)]
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def own_parts(file: Path) -> set[str]:
    """The parts of the program a file imports."""
    modules = [name.split(".") for name in imports(file) if name.startswith("wizard.")]
    return {module[1] for module in modules if module[1] in HEIGHT}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_run_downward(file: Path) -> None:
    if file == Path("__init__.py"):
        assert not own_parts(file)
        return
    assert part(file) in HEIGHT, f"{file}: which layer is this?"
    upward = {name for name in own_parts(file) if name != part(file) and HEIGHT[name] >= HEIGHT[part(file)]}
    assert not upward


@pytest.mark.parametrize("file", FILES, ids=str)
def test_each_part_imports_only_what_it_may(file: Path) -> None:
    tops = {name.split(".")[0] for name in imports(file)}
    for library, allowed in ONLY_HERE.items():
        if library in tops:
            assert part(file) in allowed, f"{file} imports {library}"
    assert not tops & NOWHERE


def test_no_files_import_in_a_circle() -> None:
    """Also not where one of them waits until it is used: whoever reads one file can stop at what it imports."""
    names = {".".join(("wizard", *file.with_suffix("").parts)): file for file in FILES}
    graph = {name: imports(file, types=False) & set(names) for name, file in names.items()}
    assert "wizard.reasoning.walk" in graph["wizard.reasoning.advice"]
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("file", [file for file in FILES if part(file) == "reasoning"], ids=str)
def test_reasoning_is_pure(file: Path) -> None:
    assert not {name.split(".")[0] for name in imports(file)} & IMPURE
    source = (WIZARD / file).read_text("utf-8")
    assert not re.findall(r"date\.today\(|datetime\.now\(|(?<![\w.])(?:open|print|input)\(", source)


def test_the_rules_above_see_imports() -> None:
    """Guards the guard: a file known to import across layers is read as such."""
    assert "content" in own_parts(Path("reasoning/walk.py"))
    assert "app" in own_parts(Path("commands/ask.py"))
    assert "textual.app" in imports(Path("app/main.py"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_named_tuple_takes_no_field_of_a_dataclass_as_its_default(file: Path) -> None:
    """It would be the default itself: an object that counts as true."""
    for node in ast.walk(ast.parse((WIZARD / file).read_text("utf-8"))):
        if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases):
            defaults = [one.value for one in node.body if isinstance(one, ast.AnnAssign) and one.value]
            assert not [ast.unparse(one) for one in defaults if ast.unparse(one).startswith("field(")]
