"""The published JSON Schema: it is up to date, accepts all content and refuses what is misshapen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.content.folders import BAD, GOOD, LAW
from wizard.content.reader import Mapping, Scalar, Sequence, Yaml, read
from wizard.content.schema import schema

PUBLISHED = LAW / "schema.json"
FILES = [path for folder in (LAW, GOOD) for path in sorted(folder.glob("**/*.yaml"))]
VALIDATOR = Draft7Validator(schema())

SHAPES = [
    "shape-list",
    "shape-word",
    "shape-names",
    "shape-items",
    "shape-tree",
    "unknown-key",
    "unknown-key-file",
    "missing-key",
    "missing-key-node",
    "missing-key-tree",
    "empty-text",
    "name-node",
    "name-outcome",
    "name-term",
    "value-verdict",
    "value-years",
    "translation-one",
    "translation-half",
    "duplicate-name",
    "date-shape",
    "answers-case",
    "node-none",
    "node-two",
    "period-law-undated",
]


def plain(node: Yaml | None) -> object:
    """A document as plain data, every scalar a text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(schema())


def test_the_published_schema_is_up_to_date() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema(), "write it again: magdat schema > trees/schema.json"


def test_the_command_prints_what_is_published() -> None:
    done = subprocess.run([sys.executable, "-m", "wizard", "schema"], capture_output=True, check=True)
    assert done.stdout == PUBLISHED.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_content_fits_the_schema(path: Path) -> None:
    root, faults = read(path.read_bytes(), path.name)
    assert not faults
    assert [error.message for error in VALIDATOR.iter_errors(plain(root))] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_file_tells_editors_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    start = "# yaml-language-server: $schema="
    assert first.startswith(start), f"{path.name} must start with {start}…"
    assert (path.parent / first.removeprefix(start)).resolve() == PUBLISHED


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_refuses_bad_shapes(name: str) -> None:
    (path,) = (BAD / name).glob("**/*.yaml")
    root, _ = read(path.read_bytes(), path.name)
    assert not VALIDATOR.is_valid(plain(root))


def test_everything_an_author_writes_is_explained() -> None:
    properties = schema()["properties"]
    assert all(properties[name].get("description") for name in properties)
    node = schema()["definitions"]["node"]["properties"]
    assert all(node[name].get("description") for name in node)
