"""The file with settings: read strictly, every fault found at once, with file, line and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wizard.content.disk import why
from wizard.content.fault import Fault
from wizard.content.fields import Fields
from wizard.content.model import Place, Text
from wizard.content.reader import Sequence, Yaml, bytes_in, read
from wizard.settings.checks import NAMES, PATHS, unusable


@dataclass(frozen=True, slots=True)
class Chosen:
    """The keys that the user wants for one action, as written, and the line where that stands."""

    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says. ``values`` holds every setting but the keys, checked; ``lines`` where each stands."""

    path: Path
    values: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Chosen] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def read_config(path: Path) -> tuple[Config, list[Fault]]:
    """The settings in ``path``, as far as they can be used, and all faults in them.

    An empty file holds no settings and no faults. Paths in it are seen from the folder it stands in.
    """
    try:
        data = bytes_in(path)
    except (OSError, ValueError) as error:
        reason = why(error, reading=True)
        said = Text(f"kan niet worden gelezen: {reason.nl}", f"cannot be read: {reason.en}")
        hint = Text("kijk het bestand na, of wijs met MAGDAT_CONFIG een ander aan", "check it, or set MAGDAT_CONFIG")
        return Config(path), [Fault("unreadable", Place(str(path), 1), said, hint)]
    root, faults = read(data, str(path))
    if root is None or faults:
        return Config(path), faults
    fields = Fields()
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    keys: dict[str, Chosen] = {}
    for key, node in fields.mapping(root, "this file", allowed=NAMES).items:
        if key.text not in NAMES:
            continue
        lines[key.text] = key.place.line
        if key.text == "keys":
            keys = _keys(fields, node)
            continue
        word = fields.word(node, f"`{key.text}`")
        problem = unusable(key.text, word) if word else None
        if problem is not None:
            fields.fault("value", node.place, *problem)
        elif word:
            values[key.text] = _placed(word, path) if key.text in PATHS else word
    return Config(path, values, keys, lines), fields.faults


def _keys(fields: Fields, node: Yaml) -> dict[str, Chosen]:
    """The part `keys`: for each action one key, or a list of them."""
    found: dict[str, Chosen] = {}
    for key, value in fields.mapping(node, "`keys`").items:
        items = value.items if isinstance(value, Sequence) else [value]
        names = [fields.word(item, f"`{key.text}`") for item in items]
        if not items:
            hint = Text("noem een toets, of laat de regel weg", "name a key, or leave the line out")
            fields.fault("empty", key.place, Text(f"`{key.text}` is leeg", f"`{key.text}` is empty"), hint)
        elif all(names):
            found[key.text] = Chosen(tuple(names), key.place.line)
    return found


def _placed(word: str, file: Path) -> str:
    """A path as seen from the folder of the file it stands in."""
    return str(file.absolute().parent / Path(word).expanduser())
