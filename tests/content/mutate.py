"""Content with one thing wrong: every place in a folder, and every way to spoil it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wizard.content.reader import Mapping, Scalar, Sequence, Yaml, read

Place = tuple[str | int, ...]
Data = Any
DELETE = object()
JUNK: dict[str, object] = {
    "gone": DELETE,
    "empty text": "",
    "word": "junk",
    "date": "2016-07-01",
    "list": ["junk", ["junk"]],
    "empty list": [],
    "pairs": {"junk": {"junk": "junk"}},
    "empty pairs": {},
    "dated": {"2010-01-01": "junk", "2016-07-01": ["junk"]},
}
NAMED = (
    "facts",
    "groups",
    "acts",
    "sources",
    "duties",
    "contested",
    "risks",
    "terms",
    "consults",
    "cases",
    "nodes",
    "watch",
)


def plain(node: Yaml | None) -> Data:
    """A document as plain data, every scalar a text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def data_of(path: Path) -> Data:
    """The content of a file as plain data."""
    return plain(read(path.read_bytes(), path.name)[0])


def places(data: Data, here: Place = ()) -> Iterator[Place]:
    """Every place in ``data``, the whole first."""
    yield here
    keys: list[Any] = list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    for key in keys:
        yield from places(data[key], (*here, key))


def kind(place: Place) -> str:
    """What stands at a place, whatever it is called: `facts.*.answers.*.label.nl`."""
    words = ["*" if isinstance(key, int) else str(key) for key in place]
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if (
            before in (*NAMED, "outcomes", "answers", "implies", "also", "when", "facts", "words", "with")
            or word[0].isdigit()
        ):
            words[index] = "*"
        elif (
            index == 2
            and words[0] == "nodes"
            and word not in ("ask", "test", "since", "before", "within", "day", "cite")
        ):
            words[index] = "law" if word == "law" else "branch"
    return ".".join(words)


def spoilt(data: Data, place: Place, junk: object) -> Data:
    """A copy of ``data`` with ``junk`` at ``place``, or without it."""
    if not place:
        return {} if junk is DELETE else junk
    key, rest = place[0], place[1:]
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    if not rest and junk is DELETE:
        del copy[key]
    else:
        copy[key] = spoilt(data[key], rest, junk)
    return copy


def text(data: Data) -> str:
    """``data`` as YAML: every text in quotes, a line for each value."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
