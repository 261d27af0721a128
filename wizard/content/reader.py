"""A strict YAML reader: plain nodes that remember their place.

YAML 1.2 words (every scalar is text), no duplicate keys, no anchors, aliases or tags, one document, bounded size.
Built on libyaml's events: faster than a loader, and the only level that keeps line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from wizard.content.fault import FLAGS, KEEP_ONE, Fault, printable
from wizard.content.model import Place, Text

MAX_BYTES = 2_000_000
USUAL_BYTES = 64_000
"""Nearly every file is smaller; to ask for the most that is allowed at once makes room for it first."""
MAX_NODES = 200_000
MAX_DEPTH = 40

_BREAK = re.compile("\r\n|[\r\n]")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text. ``plain`` says it was written without quotes."""

    text: str
    plain: bool
    mark: Any = field(repr=False, compare=False)
    find: Callable[[Any], Place] = field(repr=False, compare=False)

    @property
    def place(self) -> Place:
        """Where it stands, worked out when it is asked for: of most texts nobody asks."""
        return self.find(self.mark)


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
    values: dict[str, Yaml] = field(default_factory=dict)

    def get(self, key: str) -> Yaml | None:
        """The value under ``key``, or ``None``."""
        return self.values.get(key)


Yaml = Scalar | Sequence | Mapping


# What libyaml says, as an author would say it: (start of its message, our message, how to mend it).
_QUOTE = Text(
    "zet een tekst met een dubbele punt, aanhalingsteken of ander teken tussen dubbele aanhalingstekens",
    "put a text with a colon, quote or other sign in double quotes",
)
_UNCLOSED = Text("een aanhalingsteken gaat open en nooit dicht", "a quote is opened and never closed")
_CLOSE = Text("zet het aanhalingsteken aan het eind erbij", "add the closing quote")
_SAID = (
    (
        "mapping values are not allowed",
        Text("een dubbele punt waar die niet wordt verwacht", "a colon stands where none is expected"),
        _QUOTE,
    ),
    (
        "could not find expected ':'",
        Text("een regel zonder dubbele punt", "a line without a colon"),
        Text(
            "schrijf `naam: waarde`, of laat een tekst die doorloopt inspringen",
            "write `name: value`, or indent a text that goes on",
        ),
    ),
    (
        "did not find expected key",
        Text("deze regel past niet bij de regels erboven", "this line does not fit the ones above it"),
        Text("kijk naar het inspringen en de aanhalingstekens", "check the indentation and the quotes"),
    ),
    (
        "did not find expected '-'",
        Text("een onderdeel van een lijst zonder `- `", "a list item without `- `"),
        Text("kijk naar het inspringen en het streepje", "check the indentation and the dash"),
    ),
    (
        "did not find expected ',' or '}'",
        Text("er ontbreekt een komma of een } aan het eind", "a comma or a closing } is missing"),
        _QUOTE,
    ),
    (
        "did not find expected ',' or ']'",
        Text("er ontbreekt een komma of een ] aan het eind", "a comma or a closing ] is missing"),
        _QUOTE,
    ),
    ("did not find expected node content", Text("hier ontbreekt een waarde", "a value is missing here"), _QUOTE),
    (
        "found character that cannot start",
        Text("met dit teken kan een tekst niet beginnen", "a text cannot start with this character"),
        _QUOTE,
    ),
    ("found a tab", Text("een tab", "a tab"), Text("spring in met spaties", "indent with spaces")),
    (
        "found unexpected ':'",
        Text("een dubbele punt met niets erachter", "a colon with nothing after it"),
        Text(
            "schrijf `naam: waarde`, met een spatie na de dubbele punt",
            "write `name: value`, with a space after the colon",
        ),
    ),
    ("found unexpected end of stream", _UNCLOSED, _CLOSE),
    ("found unexpected document indicator", _UNCLOSED, _CLOSE),
    (
        "found unknown escape character",
        Text("een backslash met een eigen betekenis", "a backslash with a meaning of its own"),
        Text("zet deze tekst tussen enkele aanhalingstekens", "use single quotes around this text"),
    ),
    (
        "control characters are not allowed",
        Text("een onzichtbaar stuurteken", "an invisible control character"),
        Text("haal het weg", "remove it"),
    ),
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

    def fault(self, code: str, mark: Any, message: Text, hint: Text) -> None:
        self.faults.append(Fault(code, self.place(mark), message, hint))

    def place(self, mark: Any) -> Place:
        if mark.line >= self.lines:  # libyaml puts what is missing past the end, where there is nothing to show
            return Place(self.file, self.lines)
        return Place(self.file, mark.line + 1, mark.column + 1)

    def build(self, parser: Any, event: Any, depth: int) -> Yaml:
        """The node that starts with ``event``. Plain code on purpose: this runs for every value of every file."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self.too_large(event, depth)
        mark, kind = event.start_mark, type(event)
        if kind is AliasEvent:
            anchor = printable(event.anchor or "")
            said = Text(f"een alias `*{anchor}`", f"an alias `*{anchor}`")
            self.fault("alias", mark, said, Text("schrijf de waarde voluit", "write the value out"))
            return Scalar("", True, mark, self.place)
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        if kind is ScalarEvent:
            text = event.value
            return Scalar(text if text.isprintable() else self.visible(event), not event.style, mark, self.place)
        place = self.place(mark)
        if kind is SequenceStartEvent:
            items: list[Yaml] = []
            while type(event := parser.get_event()) is not SequenceEndEvent:
                items.append(self.build(parser, event, depth + 1))
            return Sequence(items, place)
        pairs: list[tuple[Scalar, Yaml]] = []
        values: dict[str, Yaml] = {}
        while type(event := parser.get_event()) is not MappingEndEvent:
            key = self.build(parser, event, depth + 1)
            value = self.build(parser, parser.get_event(), depth + 1)
            if type(key) is not Scalar:
                said = Text("een sleutel moet een gewoon woord zijn", "a key must be a plain word")
                hint = Text("schrijf `naam: waarde`", "write `name: value`")
                self.faults.append(Fault("key", key.place, said, hint))
            elif key.text in values:
                first = next(name.place.line for name, _ in pairs if name.text == key.text)
                said = Text(
                    f"`{key.text}` staat er twee keer (eerst op regel {first})",
                    f"`{key.text}` is written twice (first on line {first})",
                )
                self.faults.append(Fault("duplicate-key", key.place, said, KEEP_ONE))
            else:
                values[key.text] = value
                pairs.append((key, value))
        return Mapping(pairs, place, values)

    def too_large(self, event: Any, depth: int) -> None:
        deep = Text("te diep genest", "nested too deep")
        said = deep if depth > MAX_DEPTH else Text("te veel waarden", "too many values")
        hint = Text(
            f"hoogstens {MAX_DEPTH} niveaus en {MAX_NODES} waarden in een bestand",
            f"at most {MAX_DEPTH} levels and {MAX_NODES} values in a file",
        )
        self.fault("too-large", event.start_mark, said, hint)
        raise _Refused

    def refuse(self, event: Any) -> None:
        """Note an anchor or a tag; reading goes on without it."""
        if event.anchor:
            anchor = printable(event.anchor)
            said = Text(f"een anker `&{anchor}`", f"an anchor `&{anchor}`")
            hint = Text("ankers en aliassen worden hier niet gebruikt", "anchors and aliases are not used here")
            self.fault("anchor", event.start_mark, said, hint)
        if event.tag and event.tag != "!":  # "!" is the marker libyaml gives a quoted scalar
            tag = printable(event.tag)
            hint = Text("alleen gewone gegevens: laat het label weg", "only plain data: leave the tag out")
            self.fault("tag", event.start_mark, Text(f"een label `{tag}`", f"a tag `{tag}`"), hint)

    def visible(self, event: Any) -> str:
        """The text of a scalar without characters that cannot be seen; those that can do harm are a fault."""
        bad = next((c for c in FLAGS.sub("", event.value) if c not in "\n\t" and printable(c) != c), None)
        if bad is not None:
            self.fault(
                "control-character",
                event.start_mark,
                Text(
                    f"onzichtbaar teken U+{ord(bad):04X} in een tekst",
                    f"invisible character U+{ord(bad):04X} in a text",
                ),
                Text(
                    "haal het weg: tekst verschijnt zoals geschreven, zonder stuur- of richtingstekens",
                    "remove it: text is shown as written, without control or direction characters",
                ),
            )
        return printable_lines(event.value)


def lines(text: str) -> list[str]:
    """The lines of ``text`` as YAML counts them, and so as places do."""
    return _LINE_END.split(text)


def printable_lines(text: str) -> str:
    """``text`` without control characters, line breaks kept, also those that a terminal pastes (CR)."""
    return "\n".join(printable(line) for line in _BREAK.split(text))


def bytes_in(path: Path, most: int = MAX_BYTES) -> bytes:
    """What is in a file, up to one byte more than is allowed: ``read`` refuses it. Raises ``OSError``."""
    with path.open("rb") as file:
        data = file.read(USUAL_BYTES)
        return data if len(data) < USUAL_BYTES else data + file.read(most + 1 - USUAL_BYTES)


def read(data: bytes, file: str, most: int = MAX_BYTES) -> tuple[Yaml | None, list[Fault]]:
    """Read one YAML document from ``data``, of at most so many bytes; ``file`` is the name used in faults.

    Returns the document (``None`` when it could not be read or is empty) and all faults found.
    """
    faults: list[Fault] = []
    top = Place(file, 1, 1)
    if len(data) > most:
        said = Text(f"groter dan {most // 1_000_000} MB", f"larger than {most // 1_000_000} MB")
        return None, [Fault("too-large", top, said, Text("splits het bestand", "split the file"))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        rows = lines(data[: error.start].decode("utf-8-sig"))
        place = Place(file, len(rows), len(rows[-1]) + 1)
        said = Text("dit teken is geen UTF-8", "this character is not UTF-8")
        return None, [Fault("encoding", place, said, Text("bewaar het bestand als UTF-8", "save the file as UTF-8"))]
    builder = _Builder(file, faults, max(1, len(text.splitlines())))
    root: Yaml | None = None
    try:
        parser: Any = _Parser(text)
        parser.get_event()  # stream start
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentEndEvent):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    said = Text("een tweede document", "a second document")
                    hint = Text("één document per bestand", "use one document per file")
                    builder.fault("documents", event.start_mark, said, hint)
                    break
                continue
            root = builder.build(parser, event, 0)
    except _Refused:
        return None, faults
    except yaml.MarkedYAMLError as error:
        problem, mark, opened = error.problem or error.context or "", error.problem_mark, error.context_mark
        if opened and (not mark or mark.line >= builder.lines or ("',' or" in problem and opened.line < mark.line)):
            mark = opened  # never closed: show where it was opened
        if mark and text[mark.index : mark.index + 1] == "\t":
            problem = "found a tab"
        faults.append(_misread(problem, builder.place(mark) if mark else top))
        return None, faults
    except yaml.YAMLError as error:  # a character that YAML does not allow; libyaml counts it from the start
        position = getattr(error, "position", None)
        rows = lines(text[: position if isinstance(position, int) else 0])
        faults.append(_misread(str(getattr(error, "reason", "")), Place(file, len(rows), len(rows[-1]) + 1)))
        return None, faults
    return root, faults


def _misread(problem: str, place: Place) -> Fault:
    for start, message, hint in _SAID:
        if problem.startswith(start):
            return Fault("yaml", place, message, hint)
    why = printable(problem)
    message = Text(f"niet te lezen ({why})", why) if why else Text("niet te lezen", "cannot be read")
    hint = Text(
        "kijk naar het inspringen, de dubbele punten en de aanhalingstekens hier in de buurt",
        "check the indentation, the colons and the quotes around here",
    )
    return Fault("yaml", place, message, hint)
