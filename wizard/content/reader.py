"""A strict YAML reader: plain nodes that remember their place.

YAML 1.2 words (every scalar is text), no duplicate keys, no anchors, aliases or tags, one document, bounded size.
Built on libyaml's events: faster than a loader, and the only level that keeps line numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from wizard.content.fault import Fault, printable
from wizard.content.model import Place

MAX_BYTES = 2_000_000
MAX_NODES = 200_000
MAX_DEPTH = 40

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as YAML counts lines
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text. ``plain`` says it was written without quotes."""

    text: str
    place: Place
    plain: bool = True


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    items: list[Yaml]
    place: Place


@dataclass(slots=True)
class Mapping:
    """Keys and values, in file order; keys are unique."""

    items: list[tuple[Scalar, Yaml]]
    place: Place

    def get(self, key: str) -> Yaml | None:
        """The value under ``key``, or ``None``."""
        return next((value for name, value in self.items if name.text == key), None)


Yaml = Scalar | Sequence | Mapping


# What libyaml says, as an author would say it: (start of its message, our message, how to mend it).
_QUOTE = "put a text with a colon, quote or other sign in double quotes"
_SAID = (
    ("mapping values are not allowed", "a colon stands where none is expected", _QUOTE),
    ("could not find expected ':'", "a line without a colon", "write `name: value`, or indent a text that goes on"),
    ("did not find expected key", "this line does not fit the ones above it", "check the indentation and the quotes"),
    ("did not find expected '-'", "a list item without `- `", "check the indentation and the dash"),
    ("did not find expected ',' or '}'", "a comma or a closing } is missing", _QUOTE),
    ("did not find expected ',' or ']'", "a comma or a closing ] is missing", _QUOTE),
    ("did not find expected node content", "a value is missing here", _QUOTE),
    ("found character that cannot start", "a text cannot start with this character", f"no tabs to indent; {_QUOTE}"),
    ("found a tab", "a tab", "indent with spaces"),
    ("found unexpected end of stream", "a quote is opened and never closed", "add the closing quote"),
    ("found unexpected document indicator", "a quote is opened and never closed", "add the closing quote"),
    ("found unknown escape character", "a backslash with a meaning of its own", "use single quotes around this text"),
    ("control characters are not allowed", "an invisible control character", "remove it"),
)


class _Refused(Exception):
    """The document cannot be read any further."""


class _Builder:
    """Turns parser events into nodes. Events and marks are `Any`: the typed stubs do not know libyaml's classes."""

    def __init__(self, file: str, faults: list[Fault], lines: int) -> None:
        self.file = file
        self.faults = faults
        self.lines = lines
        self.nodes = 0

    def fault(self, code: str, mark: Any, message: str, hint: str = "") -> None:
        self.faults.append(Fault(code, self.place(mark), message, hint))

    def place(self, mark: Any) -> Place:
        if mark.line >= self.lines:  # libyaml puts what is missing past the end, where there is nothing to show
            return Place(self.file, self.lines)
        return Place(self.file, mark.line + 1, mark.column + 1)

    def build(self, parser: Any, event: Any, depth: int) -> Yaml:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self.fault(
                "too-large",
                event.start_mark,
                "nested too deep" if depth > MAX_DEPTH else "too many values",
                f"at most {MAX_DEPTH} levels and {MAX_NODES} values in a file",
            )
            raise _Refused
        place = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            anchor = printable(event.anchor or "")
            self.fault("alias", event.start_mark, f"alias *{anchor}", "write the value out")
            return Scalar("", place)
        if event.anchor:
            self.fault(
                "anchor",
                event.start_mark,
                f"anchor &{printable(event.anchor)}",
                "anchors and aliases are not used here",
            )
        if event.tag and event.tag != "!":  # "!" is the marker libyaml gives a quoted scalar
            self.fault("tag", event.start_mark, f"tag {printable(event.tag)}", "only plain data: leave the tag out")
        if isinstance(event, yaml.ScalarEvent):
            plain_text = event.value.isprintable()  # the ordinary case, and quick
            if not plain_text and (bad := [c for c in event.value if c not in "\n\t" and printable(c) != c]):
                self.fault(
                    "control-character",
                    event.start_mark,
                    f"invisible character U+{ord(bad[0]):04X} in a text",
                    "remove it: text is shown as written, without control or direction characters",
                )
            text = event.value if plain_text else printable_lines(event.value)
            return Scalar(text, place, plain=event.style is None)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Yaml] = []
            while not isinstance(event := parser.get_event(), yaml.SequenceEndEvent):
                items.append(self.build(parser, event, depth + 1))
            return Sequence(items, place)
        pairs: list[tuple[Scalar, Yaml]] = []
        seen: dict[str, Place] = {}
        while not isinstance(event := parser.get_event(), yaml.MappingEndEvent):
            key = self.build(parser, event, depth + 1)
            value = self.build(parser, parser.get_event(), depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(Fault("key", key.place, "a key must be a plain word", "write `name: value`"))
            elif key.text in seen:
                self.faults.append(
                    Fault(
                        "duplicate-key",
                        key.place,
                        f"`{key.text}` is written twice (first on line {seen[key.text].line})",
                        "keep one of the two",
                    )
                )
            else:
                seen[key.text] = key.place
                pairs.append((key, value))
        return Mapping(pairs, place)


def printable_lines(text: str) -> str:
    """``text`` without control characters, line breaks kept."""
    return "\n".join(printable(line) for line in text.split("\n"))


def read(data: bytes, file: str) -> tuple[Yaml | None, list[Fault]]:
    """Read one YAML document from ``data``; ``file`` is the name used in faults.

    Returns the document (``None`` when it could not be read or is empty) and all faults found.
    """
    faults: list[Fault] = []
    top = Place(file, 1, 1)
    if len(data) > MAX_BYTES:
        return None, [Fault("too-large", top, f"larger than {MAX_BYTES // 1_000_000} MB", "split the file")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Fault("encoding", Place(file, line), "not UTF-8", "save the file as UTF-8")]
    builder = _Builder(file, faults, len(_LINE_END.findall(text.rstrip("\r\n"))) + 1)
    root: Yaml | None = None
    try:
        parser: Any = _Parser(text)
        parser.get_event()  # stream start
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentEndEvent):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    builder.fault("documents", event.start_mark, "a second document", "use one document per file")
                    break
                continue
            root = builder.build(parser, event, 0)
    except _Refused:
        return None, faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark and mark.line >= builder.lines:
            mark = error.context_mark  # at the end of the file: show what was opened and never closed
        faults.append(_misread(error.problem or error.context or "", builder.place(mark) if mark else top))
        return None, faults
    except yaml.YAMLError as error:  # a character that YAML does not allow; libyaml counts it from the start
        position = getattr(error, "position", None)
        rows = _LINE_END.split(text[: position if isinstance(position, int) else 0])
        faults.append(_misread(str(getattr(error, "reason", "")), Place(file, len(rows), len(rows[-1]) + 1)))
        return None, faults
    return root, faults


def _misread(said: str, place: Place) -> Fault:
    for start, message, hint in _SAID:
        if said.startswith(start):
            return Fault("yaml", place, message, hint)
    hint = "check the indentation, the colons and the quotes around here"
    return Fault("yaml", place, printable(said) or "cannot be read", hint)
