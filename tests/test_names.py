"""A name at the top of a file means one thing: a second one would take its place without a word."""

import ast
from collections import Counter
from pathlib import Path

import pytest

WIZARD = Path(__file__).resolve().parents[1] / "wizard"


def named(body: list[ast.stmt]) -> list[str]:
    """The names that a file gives to values, functions and classes, each as often as it does."""
    found = []
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found += [target.id for target in targets if isinstance(target, ast.Name)]
    return found


@pytest.mark.parametrize("file", sorted(WIZARD.rglob("*.py")), ids=lambda file: str(file.relative_to(WIZARD)))
def test_no_name_is_given_twice(file: Path) -> None:
    twice = [name for name, count in Counter(named(ast.parse(file.read_text("utf-8")).body)).items() if count > 1]
    assert not twice


def test_the_rule_above_sees_a_name_given_twice() -> None:
    assert named(ast.parse("A = 1\nB: int = 2\nA = 3\ndef B(): ...\n").body) == ["A", "B", "A", "B"]
